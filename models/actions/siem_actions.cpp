// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Receivers of the log: added, tried, removed.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/siem.h"

#include "backend/engine/api/siem.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SiemActions)
};

const QString siemBlade = QStringLiteral("siem");
const QString overTls = QStringLiteral("tls"), overTcp = QStringLiteral("tcp"), intoFile = QStringLiteral("file");

std::function<bool(const Values &)> goesBy(std::initializer_list<QString> ways)
{
    return [all = std::vector<QString>(ways)](const Values &values) {
        return std::ranges::contains(all, stringOf(values, "how"));
    };
}

QString placeError(const QVariant &value)
{
    const auto read = hostPortFrom(utf8(value.toString().trimmed()));
    return read ? QString() : refusalOf(read.error()).reason;
}

std::vector<Field> addFields(const Situation &)
{
    return {
        {.id = QStringLiteral("name"), .label = Words::tr("Name"), .error = nameError<DisplayName>},
        {.id = QStringLiteral("how"),
         .label = Words::tr("How it gets there"),
         .kind = Field::Kind::Choice,
         .value = overTls,
         .options = {{overTls, Words::tr("Syslog over TLS: it proves who it is, and nobody reads along")},
                     {overTcp, Words::tr("Syslog over TCP: readable and forgeable on the way")},
                     {intoFile, Words::tr("Lines of a file on this machine, in JSON")}}},
        {.id = QStringLiteral("place"),
         .label = Words::tr("Host and port"),
         .hint = Words::tr("As in siem.example.org:6514"),
         .error = placeError,
         .when = goesBy({overTls, overTcp})},
        {.id = QStringLiteral("file"),
         .label = Words::tr("File"),
         .kind = Field::Kind::NewFile,
         .hint = Words::tr("Lines are added at its end; if it is moved away, a new one is begun"),
         .error = absoluteError,
         .suffix = QStringLiteral(".jsonl"),
         .when = goesBy({intoFile})},
        {.id = QStringLiteral("ca"),
         .label = Words::tr("Trusted authorities"),
         .kind = Field::Kind::OldFile,
         .hint = Words::tr("A PEM file; without one, those that this system trusts"),
         .optional = true,
         .when = goesBy({overTls})},
        {.id = QStringLiteral("serverName"),
         .label = Words::tr("Name in its certificate"),
         .hint = Words::tr("If it is not that of its host"),
         .optional = true,
         .when = goesBy({overTls})},
        {.id = QStringLiteral("from"),
         .label = Words::tr("Beginning"),
         .kind = Field::Kind::Choice,
         .value = QStringLiteral("now"),
         .options = {{QStringLiteral("now"), Words::tr("With what is done from now on")},
                     {QStringLiteral("start"), Words::tr("With the first entry of the log")}}},
    };
}

Result<SiemTarget> targetFrom(const Values &values)
{
    if (stringOf(values, "how") == intoFile) return SiemFile{.path = pathOf(stringOf(values, "file")).string()};
    KEYWARD_TRY(auto at, hostPortFrom(utf8(stringOf(values, "place").trimmed())));
    if (stringOf(values, "how") == overTcp) return SiemTcp{.at = std::move(at)};
    return SiemTls{.at = std::move(at), .serverName = utf8(stringOf(values, "serverName").trimmed()), .trusted = {}};
}

Result<Deed> addDeed(const Situation &s, const Values &values)
{
    KEYWARD_TRY(auto target, targetFrom(values));
    KEYWARD_TRY(auto name, DisplayName::from(utf8(stringOf(values, "name").trimmed())));
    const command::AddSiemReceiver add{.id = s.random().id<SiemReceiverId>(),
                                       .name = std::move(name),
                                       .target = std::move(target),
                                       .fromStart = stringOf(values, "from") == QLatin1String("start")};
    const auto authorities = pathOf(stringOf(values, "ca"));
    if (!std::holds_alternative<SiemTls>(add.target) || authorities.empty()) return Deed{.action = add};
    // The file is read beside the window.
    return Deed{.action = add,
                .errand = [add, authorities, actor = s.workspace.actor()](
                              engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                    auto whole = add;
                    KEYWARD_TRY(std::get<SiemTls>(whole.target).trusted, workplace.siem().trustFrom(authorities));
                    KEYWARD_CHECK(workplace.console().execute({whole}, actor, {}).transform([](const auto &) {}));
                    return Outcome{.sentence = Words::tr("The log goes to '%1'.").arg(text(add.name.text())),
                                   .detail = goesTo(add.target)};
                },
                .commandLine = text(s.workspace.lines().lineOf(engine::TrustDeed{add, authorities.string()}))};
}

const DeclaredAction addReceiver([]() -> ActionRecord {
    return {
        .id = QStringLiteral("siem.add"),
        .text = Words::tr("Add SIEM receiver"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 1,
        .blades = {siemBlade},
        .primary = true,
        .explanation = Words::tr("It gets every entry of the log, in order and at least once. What it has not read to "
                                 "the end is sent again; what came twice has the same number and hash. No entry "
                                 "holds a secret."),
        .allowed = always,
        .fields = addFields,
        .deed = addDeed,
    };
});

const DeclaredAction testReceiver([]() -> ActionRecord {
    return {
        .id = QStringLiteral("siem.test"),
        .text = Words::tr("Send a test message"),
        .icon = QStringLiteral("media-playback-start"),
        .scope = siemScope,
        .order = 10,
        .blades = {siemBlade},
        .explanation = Words::tr("Sends one message now that is no entry of the log, and tells what the receiver did. "
                                 "Entries that wait go right after."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto id = siemReceiverIn(s.target);
            const auto name = nameOf(s.estate(), id);
            return Deed{.action = {},
                        .errand = [id, actor = s.workspace.actor()](
                                      engine::Workplace &workplace,
                                      const engine::ProgressCallback &progress) -> Result<Outcome> {
                            KEYWARD_TRY(const auto told, workplace.siem().test(id, actor, progress));
                            return Outcome{.sentence = Words::tr("The test message arrived."),
                                           .detail = sentence(spoken(told))};
                        },
                        .title = Words::tr("Send a test message to '%1'").arg(text(name)),
                        .commandLine = text(s.workspace.lines().lineOf(
                            engine::StoreDeed{.what = engine::StoreDeed::What::TestReceiver, .about = name}))};
        },
        .oneAtATime = true,
    };
});

const DeclaredAction removeReceiver([]() -> ActionRecord {
    return {
        .id = QStringLiteral("siem.remove"),
        .text = Words::tr("Remove SIEM receiver"),
        .icon = QStringLiteral("edit-delete"),
        .scope = siemScope,
        .order = 70,
        .blades = {siemBlade},
        .explanation = Words::tr("It gets no more entries, and what waits for it is not sent. How far it was is "
                                 "forgotten; what it has it keeps."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::RemoveSiemReceiver{siemReceiverIn(s.target)}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
