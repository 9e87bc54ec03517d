// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/place_fields.h"
#include "models/service_parts.h"
#include "models/services/sql_server/targets.h"

#include "backend/base/names.h"
#include "backend/engine/api/services/sql_server.h"
#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/sql_server/rewrap.h"
#include "backend/estate/services/sql_server/server_keys.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerActions)
};

const Resource &serverAt(const Situation &s) { return *s.estate().resource(s.target.resource()); }
const SqlServer &facetAt(const Situation &s) { return *facetOf<SqlServer>(serverAt(s)); }
bool hasProtector(const Situation &s) { return isSqlServer(s) && serverAt(s).binding; }

const DeclaredAction create([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.create"),
        .text = Words::tr("Create SQL server"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 21,
        .blades = {QStringLiteral("resources")},
        .explanation = Words::tr("Holds databases whose pages are encrypted on disk, each under a data key of its own. "
                                 "Its protector wraps those: the platform's key, until you set one of yours."),
        .fields = [](const Situation &s) { return newResourceFields(s, SqlServer::service); },
        .deed = newResource,
        .statement =
            [](const Situation &s, const Values &values) {
                const auto *profile = s.estate().catalogue().find(utf8(stringOf(values, "type")));
                if (!profile) return QString();
                return profile->dropsAfter.count() > 0
                           ? Words::tr(
                                 "Without access to its key, its encrypted databases are inaccessible and dropped "
                                 "after %1.")
                                 .arg(duration(profile->dropsAfter))
                           : Words::tr("Without access to its key, its encrypted databases are inaccessible, and never "
                                       "dropped for that.");
            },
    };
});

// Keys

/// What the rules let be added to a server.
bool isOffered(const Estate &estate, const ResourceId &server, const Key &key, const KeyVersion &version)
{
    return mayBeAdded(estate, {server, key.vault, key.id, version.id}).has_value();
}

bool anyOffered(const Estate &estate, const ResourceId &server)
{
    return std::ranges::any_of(estate.keys(), [&](const auto &entry) {
        const Key &key = *entry.second;
        return std::ranges::any_of(key.versions,
                                   [&](const KeyVersion &version) { return isOffered(estate, server, key, version); });
    });
}

/// Versions of keys that may be added to a server. A hundred thousand keys are looked through at each letter rather
/// than prepared when the form opens.
Field::Picker versionPicker(const Situation &s)
{
    const auto moment = s.moment;
    const auto server = s.target.resource();
    const auto item = [moment](const Key &key, const KeyVersion &version) {
        const auto value = key.id.text() + "/" + version.id.text();
        const bool newest = key.latest().id == version.id;
        return Field::Picker::Item{
            .value = text(value),
            .text = versionText(*moment->estate, key.id, version.id, {}),
            .detail =
                newest ? Words::tr("%1, newest version, made %2").arg(text(key.spec.text()), shortDate(version.created))
                       : Words::tr("%1, made %2").arg(text(key.spec.text()), shortDate(version.created))};
    };
    const auto find = [=](const QString &words, const QString &, std::size_t most) {
        const auto wanted = folded(utf8(words.trimmed()));
        const auto &estate = *moment->estate;
        Field::Picker::Found out;
        for (const auto &[id, key] : estate.keys()) {
            const auto path = folded(keyPath(estate, *key));
            const bool byPath = wanted.empty() || path.contains(wanted);
            if (!byPath && !wanted.starts_with(path + "/")) continue;
            for (const auto &version : key->versions | std::views::reverse) { // the newest is what people look for
                if (!byPath && !(path + "/" + version.id.text()).starts_with(wanted)) continue;
                if (!isOffered(estate, server, *key, version)) continue;
                ++out.total;
                if (out.items.size() < most) out.items.push_back(item(*key, version));
            }
        }
        if (out.total <= most)
            std::ranges::stable_sort(
                out.items, {}, [](const Field::Picker::Item &one) { return one.text.section(QLatin1Char('/'), 0, 1); });
        return out;
    };
    const auto at = [=](const QString &value) -> std::optional<Field::Picker::Item> {
        const auto key = KeyId::from(utf8(value.section(QLatin1Char('/'), 0, 0)));
        const auto version = VersionId::from(utf8(value.section(QLatin1Char('/'), 1)));
        const auto *found = key ? moment->estate->key(*key) : nullptr;
        const auto *one = found && version ? found->version(*version) : nullptr;
        return one ? std::optional(item(*found, *one)) : std::nullopt;
    };
    return {.kinds = {}, .find = find, .at = at};
}

const DeclaredAction addKey([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.addKey"),
        .text = Words::tr("Add key"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Resource,
        .order = 10,
        .blades = {QStringLiteral("sql.keys")},
        .primary = true,
        .explanation = Words::tr("A key version that was added can become the protector. Adding it changes nothing of "
                                 "what is encrypted."),
        .supported = isSqlServer,
        .allowed = [](const Situation &s) -> Status {
            if (anyOffered(s.estate(), s.target.resource())) return {};
            return refused(Words::tr("There is no key version that suits this server and that it does not have yet."),
                           Words::tr("Create a key in a key vault, or a new version of one."));
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("key"),
                     .label = Words::tr("Key version"),
                     .kind = Field::Kind::Pick,
                     .hint = Words::tr("Found by vault, key or version"),
                     .picker = versionPicker(s)}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto value = stringOf(values, "key");
            KEYWARD_TRY(const auto id, KeyId::from(utf8(value.section(QLatin1Char('/'), 0, 0))));
            KEYWARD_TRY(const auto version, VersionId::from(utf8(value.section(QLatin1Char('/'), 1))));
            const auto *key = s.estate().key(id);
            if (!key) return fail(Code::NotFound, utf8(value), {"key"});
            return Deed{.action = command::AddServerKey{s.target.resource(), key->vault, id, version}};
        },
    };
});

const ServerKey &addedAt(const Situation &s) { return *serverKeyAt(s.estate(), s.target); }

const DeclaredAction protect([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.protect"),
        .text = Words::tr("Make it the protector"),
        .icon = QStringLiteral("document-encrypt"),
        .scope = serverKeyScope,
        .order = 20,
        .blades = {QStringLiteral("sql.keys")},
        .explanation = Words::tr("The data keys of all encrypted databases are wrapped by it instead. No page is "
                                 "touched, and connections stay."),
        .supported =
            [](const Situation &s) {
                const auto &binding = serverAt(s).binding;
                return !binding || !sameKeyVersion(*binding, addedAt(s));
            },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto &key = addedAt(s);
            const auto &binding = serverAt(s).binding;
            return Deed{.action = command::SetKey{s.target.resource(),
                                                  key.vault,
                                                  key.key,
                                                  key.version,
                                                  {},
                                                  s.random().id<JobId>(),
                                                  binding ? binding->identity : std::nullopt}};
        },
        .previews = true,
        .oneAtATime = true,
    };
});

const DeclaredAction removeKey([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.removeKey"),
        .text = Words::tr("Take off"),
        .icon = QStringLiteral("edit-delete"),
        .scope = serverKeyScope,
        .order = 80,
        .blades = {QStringLiteral("sql.keys")},
        .explanation = Words::tr("The key stays in its vault. This server cannot use it as its protector until it is "
                                 "added again."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::RemoveServerKey{s.target.resource(), addedAt(s).key, s.target.version()}};
        },
        .previews = true,
        .destructive = true,
    };
});

const DeclaredAction serviceManaged([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.serviceManaged"),
        .text = Words::tr("Go back to the platform's key"),
        .icon = QStringLiteral("edit-undo"),
        .scope = Scope::Resource,
        .order = 30,
        .blades = {QStringLiteral("resource.encryption")},
        .explanation = Words::tr("The data keys of all encrypted databases are wrapped by the platform's key instead, "
                                 "which you can neither rotate nor take away. No page is touched."),
        .supported = hasProtector,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::SetServiceManaged{s.target.resource()}};
        },
        .previews = true,
    };
});

// Access, and what was dropped

Result<Deed> checkOf(const Situation &s, const ResourceId &server)
{
    const auto name = nameOf(s.estate(), server);
    return Deed{
        .action = {},
        .errand = [server, name](engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
            KEYWARD_CHECK(serversOf(workplace).checkAccess(server));
            return Outcome{.sentence = Words::tr("%1 can use its key.").arg(text(name)),
                           .detail = Words::tr("The vault was asked just now."),
                           .target = Target::of(server)};
        },
        .title = Words::tr("Check whether %1 can use its key").arg(text(name)),
        .commandLine = text(s.workspace.lines().lineOf(
            engine::StoreDeed{.what = engine::StoreDeed::What::CheckProtector, .about = name}))};
}

const DeclaredAction check([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.check"),
        .text = Words::tr("Check access now"),
        .icon = QStringLiteral("view-refresh"),
        .scope = Scope::Resource,
        .order = 40,
        .blades = {QStringLiteral("sql.databases"), QStringLiteral("resource.health")},
        .explanation = Words::tr("Asks the vault whether this server may use its key, which is logged. Where it may "
                                 "not, its encrypted databases are closed; where it may again, they open."),
        .supported = hasProtector,
        .deed = [](const Situation &s, const Values &) { return checkOf(s, s.target.resource()); },
        .oneAtATime = true,
    };
});

const DeclaredAction rewrap([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.rewrap"),
        .text = Words::tr("Go on wrapping data keys"),
        .icon = QStringLiteral("view-refresh"),
        .scope = Scope::Resource,
        .order = 41,
        .blades = {QStringLiteral("resource.health")},
        .explanation = Words::tr("Data keys that are still under a former key are wrapped by the protector. No page is "
                                 "touched. It is done by itself, too, when schedules run."),
        .supported =
            [](const Situation &s) {
                return isSqlServer(s) && someWrappedOtherwise(s.estate(), serverAt(s)) &&
                       !rewrapRuns(s.estate(), serverAt(s));
            },
        .allowed = [](const Situation &s) -> Status {
            KEYWARD_CHECK(regionIsUp(s.estate(), serverAt(s).place.region));
            if (!serverAt(s).loss) return {};
            return refused(Words::tr("The server cannot use its key."), Words::tr("Give it access to its key first."));
        },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto server = s.target.resource();
            const auto name = nameOf(s.estate(), server);
            return Deed{.action = {},
                        .errand = [server, name, actor = s.workspace.actor()](
                                      engine::Workplace &workplace,
                                      const engine::ProgressCallback &progress) -> Result<Outcome> {
                            KEYWARD_CHECK(serversOf(workplace).rewrap(server, actor, progress));
                            return Outcome{
                                .sentence = Words::tr("All data keys of %1 are under its protector.").arg(text(name)),
                                .target = Target::of(server)};
                        },
                        .title = Words::tr("Wrap the data keys of %1").arg(text(name)),
                        .commandLine = QStringLiteral("keywardctl sql protector rewrap ") + text(name)};
        },
        .oneAtATime = true,
    };
});

const DeclaredAction checkOfDatabase([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.check"),
        .text = Words::tr("Check access now"),
        .icon = QStringLiteral("view-refresh"),
        .scope = databaseScope,
        .order = 40,
        .blades = {QStringLiteral("database.overview")},
        .explanation = Words::tr("Asks the vault whether the server of this database may use its key, which is "
                                 "logged."),
        .supported =
            [](const Situation &s) {
                return stateOf(s.estate(), *s.estate().database(databaseIdOf(s.target))) == DatabaseState::Inaccessible;
            },
        .deed = [](const Situation &s,
                   const Values &) { return checkOf(s, s.estate().database(databaseIdOf(s.target))->server); },
        .oneAtATime = true,
    };
});

/// The usual lengths, and the one that is set, whatever it is.
std::vector<Field::Option> lengths(Millis now)
{
    std::vector<Field::Option> out{{QStringLiteral("PT0S"), Words::tr("They are destroyed at once")}};
    const std::vector<Millis> usual{Days(1), Days(7), Days(14), Days(35), Days(90), Days(365)};
    const auto add = [&](Millis one) { out.push_back({text(isoDuration(one)), duration(one)}); };
    std::ranges::for_each(usual, add);
    if (now.count() && !std::ranges::contains(usual, now)) add(now);
    return out;
}

const DeclaredAction dropRule([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.dropRule"),
        .text = Words::tr("Keep dropped databases"),
        .icon = QStringLiteral("view-calendar"),
        .scope = Scope::Resource,
        .order = 50,
        .blades = {QStringLiteral("sql.databases")},
        .explanation = Words::tr("How long a dropped database can be recovered, also one that was dropped for want of "
                                 "its key. It is so of what is dropped from now on."),
        .supported = isSqlServer,
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto now = facetAt(s).keepDropped;
            return {{.id = QStringLiteral("keep"),
                     .label = Words::tr("Recoverable for"),
                     .kind = Field::Kind::Choice,
                     .value = now.count() ? text(isoDuration(now)) : QStringLiteral("PT0S"),
                     .options = lengths(now)}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            Millis keep{0};
            if (const auto value = stringOf(values, "keep"); value != QLatin1String("PT0S")) {
                KEYWARD_TRY(keep, parseDuration(utf8(value)));
            }
            return Deed{.action = command::SetDropRule{s.target.resource(), keep}};
        },
        .previews = true,
    };
});

} // namespace
} // namespace keyward::models
