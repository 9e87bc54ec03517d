// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/service_parts.h"
#include "models/services/recovery_services_vault/targets.h"

#include "backend/base/paths.h"
#include "backend/estate/describe.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BackupPolicyActions)
};

BackupPolicy policyAt(const Situation &s) { return policyOf(*s.estate().resource(s.target.resource())); }
bool isNothing(const BackupPolicy &policy)
{
    return policy.source.empty() && !policy.every.count() && policy.excludes.empty() && !policy.keepLast &&
           !policy.keepFor.count();
}

/// The usual lengths, and the one that is set, whatever it is.
std::vector<Field::Option> lengths(Millis now)
{
    std::vector<Field::Option> out{{QString(), Words::tr("Only when asked")}};
    const std::vector<Millis> usual{std::chrono::hours(1), std::chrono::hours(6), std::chrono::hours(12), Days(1),
                                    Days(7)};
    const auto add = [&](Millis one) { out.push_back({text(isoDuration(one)), duration(one)}); };
    std::ranges::for_each(usual, add);
    if (now.count() && !std::ranges::contains(usual, now)) add(now);
    return out;
}

QString numberError(const QVariant &value)
{
    bool number = false;
    value.toString().trimmed().toUInt(&number);
    return number ? QString() : Words::tr("A whole number, or nothing.");
}

QString lengthError(const QVariant &value)
{
    const auto length = parseDuration(utf8(value.toString().trimmed()));
    return length ? QString() : refusalOf(length.error()).whole();
}

std::vector<Field> policyFields(const Situation &s)
{
    const auto policy = policyAt(s);
    QStringList excludes;
    for (const auto &pattern : policy.excludes) excludes += text(pattern);
    return {{.id = QStringLiteral("folder"),
             .label = Words::tr("Folder"),
             .kind = Field::Kind::Folder,
             .value = text(policy.source),
             .error = existingFolderError},
            {.id = QStringLiteral("every"),
             .label = Words::tr("How often"),
             .kind = Field::Kind::Choice,
             .value = policy.every.count() ? text(isoDuration(policy.every)) : QString(),
             .hint = Words::tr("While the window or an unlock agent runs; what was missed is made up for"),
             .options = lengths(policy.every),
             .optional = true},
            {.id = QStringLiteral("excludes"),
             .label = Words::tr("Left out"),
             .kind = Field::Kind::Passage,
             .value = excludes.join(QLatin1Char('\n')),
             .hint = Words::tr("One pattern a line against the path below the folder, as in *.tmp"),
             .optional = true},
            {.id = QStringLiteral("last"),
             .label = Words::tr("Recovery points that are kept"),
             .value = policy.keepLast ? QString::number(policy.keepLast) : QString(),
             .hint = Words::tr("How many; empty: all"),
             .error = numberError,
             .optional = true,
             .section = Words::tr("Retention")},
            {.id = QStringLiteral("for"),
             .label = Words::tr("Kept for"),
             .value = policy.keepFor.count() ? text(isoDuration(policy.keepFor)) : QString(),
             .hint = Words::tr("A length of time as in 30d; empty: for good. The newest is always kept"),
             .error = lengthError,
             .optional = true,
             .comesTo = [](const QVariant &value) {
                 const auto length = parseDuration(utf8(value.toString().trimmed()));
                 return length && length->count() ? Words::tr("%1. The newest is always kept.").arg(duration(*length))
                                                  : QString();
             }}};
}

Result<BackupPolicy> policyFrom(const Values &values)
{
    BackupPolicy out;
    KEYWARD_TRY(const auto folder, absolutePath(pathOf(stringOf(values, "folder"))));
    out.source = folder.string();
    if (const auto every = stringOf(values, "every"); !every.isEmpty()) {
        KEYWARD_TRY(out.every, parseDuration(utf8(every)));
    }
    if (const auto length = stringOf(values, "for").trimmed(); !length.isEmpty()) {
        KEYWARD_TRY(out.keepFor, parseDuration(utf8(length)));
    }
    out.keepLast = stringOf(values, "last").trimmed().toUInt();
    out.excludes = linesOf(stringOf(values, "excludes"));
    return out;
}

const DeclaredAction change([]() -> ActionRecord {
    return {
        .id = QStringLiteral("backup.policy"),
        .text = Words::tr("Change backup policy"),
        .icon = QStringLiteral("view-calendar"),
        .scope = Scope::Resource,
        .order = 16,
        .blades = {QStringLiteral("rsv.items")},
        .explanation =
            Words::tr("One folder that is backed up by itself, what is left out, and how long recovery points "
                      "stay. What the retention ends is destroyed with its data key."),
        .supported = isRecoveryServicesVault,
        .allowed = always,
        .fields = policyFields,
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto policy, policyFrom(values));
            return Deed{command::SetBackupPolicy{s.target.resource(), std::move(policy)}};
        },
        .previews = true,
    };
});

const DeclaredAction none([]() -> ActionRecord {
    return {
        .id = QStringLiteral("backup.policy.remove"),
        .text = Words::tr("Remove the policy"),
        .icon = QStringLiteral("edit-delete"),
        .scope = Scope::Resource,
        .order = 17,
        .blades = {QStringLiteral("rsv.items")},
        .explanation =
            Words::tr("Nothing is backed up by itself any more. Recovery points stay until they are deleted."),
        .supported = [](const Situation &s) { return isRecoveryServicesVault(s) && !isNothing(policyAt(s)); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::SetBackupPolicy{s.target.resource(), {}}};
        },
        .previews = true,
    };
});

} // namespace
} // namespace keyward::models
