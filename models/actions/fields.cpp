// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/fields.h"

#include "models/actions/place_fields.h"
#include "models/secret_draft.h"

#include "backend/estate/regions.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

QFileInfo fileAt(const QVariant &value) { return QFileInfo(QString::fromStdString(pathOf(value.toString()).string())); }

QString noFolder(const QFileInfo &info)
{
    return info.dir().exists() ? QString() : Words::tr("There is no folder %1.").arg(info.dir().path());
}

} // namespace

std::function<QString(const QVariant &)> regionError(const Situation &s)
{
    return [moment = s.moment](const QVariant &value) {
        const auto text = utf8(value.toString().trimmed());
        const auto known = estate::regionFrom(moment->estate->catalogue().platform(), text);
        return known ? QString() : refusalOf(known.error()).reason;
    };
}

Result<estate::Placement> placement(const Situation &s, const Values &values)
{
    KEYWARD_TRY(auto region, estate::regionFrom(s.estate().catalogue().platform(), utf8(stringOf(values, "region"))));
    if (!stringOf(values, "group").isEmpty()) {
        KEYWARD_TRY(const auto *group, groupFrom(s, values));
        const auto owner = s.estate().subscriptionId(group->subscription);
        const auto tenant = owner ? s.estate().subscription(*owner)->tenant : s.estate().settings().tenant;
        return estate::Placement{std::move(region), tenant, group->subscription, group->name.text()};
    }
    const auto &settings = s.estate().settings();
    return estate::Placement{std::move(region), settings.tenant, settings.subscription, "default"};
}

QString absoluteError(const QVariant &value)
{
    return pathOf(value.toString()).is_absolute() ? QString()
                                                  : Words::tr("Write the whole path, beginning with / or ~.");
}

QString existingFolderError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const auto info = fileAt(value);
    if (!info.exists()) return Words::tr("There is no such folder.");
    return info.isDir() ? QString() : Words::tr("This is a file; name a folder.");
}

QString newFileError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const auto info = fileAt(value);
    return info.exists() ? Words::tr("This exists already and is not overwritten.") : noFolder(info);
}

QString newFolderError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const auto info = fileAt(value);
    if (info.exists() && !info.isDir()) return Words::tr("This is a file; name a new or an empty folder.");
    const auto all = QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System;
    if (info.isDir() && !QDir(info.filePath()).isEmpty(all))
        return Words::tr("This folder is not empty; name a new or an empty one.");
    return info.exists() ? QString() : noFolder(info);
}

QString existingFileError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const auto info = fileAt(value);
    if (!info.exists()) return Words::tr("There is no such file.");
    if (info.isDir()) return Words::tr("This is a folder; name a file.");
    return info.isReadable() ? QString() : Words::tr("You may not read this file.");
}

namespace {

/// Days and moments as this program writes them and as people elsewhere do.
std::optional<QDateTime> writtenMoment(const QString &typed)
{
    static const QStringList days{QStringLiteral("d MMM yyyy"), QStringLiteral("yyyy-MM-dd"),
                                  QStringLiteral("d.M.yyyy"), QStringLiteral("d MMMM yyyy"),
                                  QStringLiteral("d/M/yyyy")};
    static const QStringList times{QString(), QStringLiteral(", HH:mm"), QStringLiteral(" HH:mm")};
    for (const auto &locale : {QLocale(QLocale::English, QLocale::UnitedKingdom), QLocale()})
        for (const auto &day : days)
            for (const auto &time : times)
                if (const auto at = locale.toDateTime(typed, day + time); at.isValid()) return at;
    return {};
}

} // namespace

std::unexpected<Error> refused(const QString &why, const QString &remedy)
{
    return std::unexpected(Error{Code::Usage, {}, {utf8(why)}, utf8(remedy)});
}

Result<std::shared_ptr<const crypto::SecretBytes>> typedIn(const Values &values, const char *id)
{
    const auto typed = values.value(QString::fromLatin1(id)).value<TypedSecretPtr>();
    if (!typed) return fail(Code::PassphraseTooShort, {}, {std::to_string(leastPassphrase)});
    KEYWARD_TRY(auto secret, typed->secret.copy());
    return std::make_shared<const crypto::SecretBytes>(std::move(secret));
}

Result<Instant> momentFrom(const QString &typed, Instant now)
{
    if (const auto at = writtenMoment(typed)) return Instant(Millis(at->toMSecsSinceEpoch()));
    if (const auto length = parseDuration(utf8(typed))) return now + *length;
    return parseInstant(utf8(typed));
}

Result<std::optional<Instant>> momentIn(const Values &values, const char *id, Instant now)
{
    const auto typed = stringOf(values, id);
    if (typed.isEmpty()) return std::optional<Instant>{};
    KEYWARD_TRY(const auto at, momentFrom(typed, now));
    return std::optional(at);
}

QString momentText(const std::optional<Instant> &at) { return at ? dateAndTime(*at) : QString(); }

QString localZone()
{
    const auto minutes = QDateTime::currentDateTime().offsetFromUtc() / 60;
    const auto sign = minutes < 0 ? QLatin1Char('-') : QLatin1Char('+');
    return Words::tr("Local time, UTC%1%2:%3")
        .arg(sign)
        .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

Field momentField(const QString &id, const QString &label, const std::optional<Instant> &at, const QString &none,
                  Instant now)
{
    return {.id = id,
            .label = label,
            .kind = Field::Kind::Date,
            .value = momentText(at),
            .hint = Words::tr("Such as %1, or a length of time such as 365d. %2. Empty: %3.")
                        .arg(dateAndTime(now + Days(365)), localZone(), none),
            .error =
                [now](const QVariant &value) {
                    return momentFrom(value.toString().trimmed(), now)
                               ? QString()
                               : Words::tr("Write a date such as %1, or a length of time such as 365d.")
                                     .arg(dateAndTime(now + Days(365)));
                },
            .optional = true,
            .comesTo =
                [now](const QVariant &value) {
                    const auto typed = momentFrom(value.toString().trimmed(), now);
                    return typed ? Words::tr("%1. %2.").arg(dateAndTime(*typed), localZone()) : QString();
                }};
}

} // namespace keyward::models
