// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/pickers.h"

#include "models/access_words.h"
#include "models/actions/fields.h"

#include "backend/base/display_name.h"
#include "backend/estate/describe.h"
#include "backend/estate/scope.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Pickers)
};

struct Prepared {
    Pickable entry;
    std::string name; ///< folded
    std::string ids;
};
struct All {
    std::vector<Prepared> byName;
    std::map<QString, std::size_t> byValue;
};

bool idBegins(std::string_view ids, std::string_view wanted)
{
    for (std::size_t at = 0; at < ids.size();) {
        if (ids.substr(at).starts_with(wanted)) return true;
        const auto line = ids.find('\n', at);
        at = line == std::string_view::npos ? ids.size() : line + 1;
    }
    return false;
}

Field::Picker::Found find(const All &all, const QString &words, const QString &kind, std::size_t most)
{
    const auto wanted = foldedBeyondAscii(utf8(words.trimmed()));
    std::vector<const Prepared *> first, then;
    for (const auto &one : all.byName) {
        if (!kind.isEmpty() && one.entry.kind != kind) continue;
        if (wanted.empty() || one.name.starts_with(wanted))
            first.push_back(&one);
        else if (one.name.contains(wanted) || idBegins(one.ids, wanted))
            then.push_back(&one);
    }
    first.insert(first.end(), then.begin(), then.end());
    Field::Picker::Found out{{}, first.size()};
    for (const auto *one : first) {
        if (out.items.size() == most) break;
        out.items.push_back(one->entry.item);
    }
    return out;
}

} // namespace

Field::Picker pickAmong(std::vector<Pickable> all, std::vector<Field::Option> kinds)
{
    auto prepared = std::make_shared<All>();
    prepared->byName.reserve(all.size());
    for (auto &one : all) {
        auto name = foldedBeyondAscii(utf8(one.item.text));
        auto ids = folded(utf8(one.item.value) + (one.ids.empty() ? "" : '\n' + one.ids));
        prepared->byName.push_back({std::move(one), std::move(name), std::move(ids)});
    }
    std::ranges::sort(prepared->byName, {}, &Prepared::name);
    for (std::size_t i = 0; i < prepared->byName.size(); ++i)
        prepared->byValue.emplace(prepared->byName[i].entry.item.value, i);
    return {.kinds = std::move(kinds),
            .find = [prepared](const QString &words, const QString &kind,
                               std::size_t most) { return find(*prepared, words, kind, most); },
            .at = [prepared](const QString &value) -> std::optional<Field::Picker::Item> {
                const auto found = prepared->byValue.find(value);
                if (found == prepared->byValue.end()) return {};
                return prepared->byName[found->second].entry.item;
            }};
}

QString principalDetail(const Principal &principal)
{
    return Words::tr("%1, %2…", "kind, beginning of an id")
        .arg(kindTitle(principal.kind), text(principal.id.text().substr(0, 8)));
}

Field::Picker principalPicker(const Situation &s, const TakesPrincipal &takes)
{
    std::vector<Pickable> all;
    std::set<PrincipalKind> there;
    for (const auto &[id, principal] : s.estate().principals()) {
        if (takes && !takes(*principal)) continue;
        there.insert(principal->kind);
        all.push_back({{text(id.text()), text(principal->name), principalDetail(*principal)},
                       text(kindText(principal->kind)),
                       principal->applicationId});
    }
    std::vector<Field::Option> options;
    for (const auto kind : principalKinds)
        if (there.contains(kind)) options.push_back({text(kindText(kind)), kindTitle(kind)});
    if (options.size() == 1) options.clear();
    return pickAmong(std::move(all), std::move(options));
}

Status somebodyThere(const Situation &s)
{
    if (s.estate().principals().size() > 0) return {};
    return refused(
        Words::tr("There is nobody yet."),
        Words::tr("Create an application, a group or an identity first, or turn on the identity of a resource."));
}

Field::Picker rolePicker(const Situation &s)
{
    const auto builtIn = QStringLiteral("builtIn"), own = QStringLiteral("own");
    std::vector<Pickable> all;
    for (const auto &role : s.estate().catalogue().platform().roles)
        all.push_back({{text(role.id.text()), text(role.name), described(role)}, builtIn});
    for (const auto &[id, role] : s.estate().roles())
        all.push_back({{text(id.text()), text(role->name), described(*role)}, own});
    if (s.estate().roles().size() == 0) return pickAmong(std::move(all));
    return pickAmong(std::move(all), {{builtIn, Words::tr("Built in")}, {own, Words::tr("Your own")}});
}

Field::Picker scopePicker(const Situation &s)
{
    using Kind = estate::Scope::Kind;
    const auto &estate = s.estate();
    std::vector<Pickable> all;
    std::vector<Field::Option> options;
    const auto add = [&](Kind kind, const RecordId &id, const QString &title, const QString &detail) {
        const auto value = text(scopeText(estate, {kind, id}));
        if (std::ranges::find(options, text(kindText(kind)), &Field::Option::value) == options.end())
            options.push_back({text(kindText(kind)), detail});
        all.push_back({{value, title, detail}, text(kindText(kind))});
    };
    for (const auto &[id, one] : estate.tenants())
        add(Kind::Tenant, recordOf(id), one->name.empty() ? text(one->directory) : text(one->name),
            Words::tr("Tenant"));
    for (const auto &[id, one] : estate.subscriptions())
        add(Kind::Subscription, recordOf(id), one->name.empty() ? text(one->guid) : text(one->name),
            Words::tr("Subscription"));
    for (const auto &[id, one] : estate.groups())
        add(Kind::Group, recordOf(id), text(one->name.text()), Words::tr("Resource group"));
    for (const auto &[id, one] : estate.vaults())
        if (!one->deleted) add(Kind::Vault, recordOf(id), text(one->name.text()), Words::tr("Key vault"));
    return pickAmong(std::move(all), std::move(options));
}

Field::Picker keyPicker(const Situation &s, const std::optional<VaultId> &only, DeletedKeys deleted)
{
    const auto moment = s.moment;
    const auto item = [moment](const Key &key) {
        return Field::Picker::Item{text(key.id.text()), text(keyPath(*moment->estate, key)), text(key.spec.text())};
    };
    const auto offered = [moment, deleted](const Key &key) {
        const auto *vault = moment->estate->vault(key.vault);
        return vault && !vault->deleted && (!key.deleted || deleted == DeletedKeys::Offered);
    };
    // A hundred thousand keys are looked through at each letter rather than prepared when the form opens.
    const auto find = [moment, item, offered, only](const QString &words, const QString &, std::size_t most) {
        const auto wanted = folded(utf8(words.trimmed()));
        std::vector<const Key *> first, then;
        std::size_t total = 0;
        const auto look = [&](const Key &key) {
            bool early = wanted.empty();
            if (!early) {
                const auto path = folded(keyPath(*moment->estate, key));
                const auto name = std::string_view(path).substr(path.find('/') + 1);
                early = path.starts_with(wanted) || name.starts_with(wanted);
                if (!early && !path.contains(wanted) && !key.id.text().starts_with(wanted)) return;
            }
            if (!offered(key)) return;
            ++total;
            if (auto &into = early ? first : then; into.size() < most) into.push_back(&key);
        };
        if (only) {
            for (const auto &id : moment->estate->keysOf(*only)) look(*moment->estate->key(id));
        } else {
            for (const auto &[id, key] : moment->estate->keys()) look(*key);
        }
        first.insert(first.end(), then.begin(), then.end());
        if (first.size() > most) first.resize(most);
        Field::Picker::Found out{{}, total};
        for (const auto *key : first) out.items.push_back(item(*key));
        if (total <= most) std::ranges::sort(out.items, {}, &Field::Picker::Item::text);
        return out;
    };
    const auto at = [moment, item](const QString &value) -> std::optional<Field::Picker::Item> {
        const auto id = KeyId::from(utf8(value));
        const auto *key = id ? moment->estate->key(*id) : nullptr;
        return key ? std::optional(item(*key)) : std::nullopt;
    };
    return {.kinds = {}, .find = find, .at = at};
}

Field::Picker following(Workspace &workspace, const PickerOf &make)
{
    struct Kept {
        engine::EstatePtr of;
        Field::Picker picker;
    };
    const auto kept = std::make_shared<Kept>();
    const auto now = [kept, &workspace, make]() -> const Field::Picker & {
        if (kept->of != workspace.moment()->estate)
            *kept = {workspace.moment()->estate, make({workspace, workspace.moment(), {}})};
        return kept->picker;
    };
    return {.kinds = now().kinds,
            .find = [now](const QString &words, const QString &kind,
                          std::size_t most) { return now().find(words, kind, most); },
            .at = [now](const QString &value) { return now().at(value); }};
}

Field::Picker userIdentityPicker(const Situation &s, const ResourceId &resource)
{
    const auto &estate = s.estate();
    const auto *has = estate.resource(resource);
    std::vector<Pickable> all;
    std::vector<Field::Option> subscriptions;
    for (const auto &[id, one] : estate.principals()) {
        if (one->kind != PrincipalKind::UserAssigned || !one->place || has->userIdentities.contains(id)) continue;
        const auto guid = text(one->place->subscription);
        const auto *subscription = estate.subscriptionNamed(one->place->subscription);
        if (std::ranges::find(subscriptions, guid, &Field::Option::value) == subscriptions.end())
            subscriptions.push_back(
                {guid, subscription && !subscription->name.empty() ? text(subscription->name) : guid});
        all.push_back({{text(id.text()), text(one->name),
                        Words::tr("%1, %2…", "resource group, beginning of an id")
                            .arg(text(one->place->resourceGroup), text(id.text().substr(0, 8)))},
                       guid,
                       one->place->resourceGroup});
    }
    return pickAmong(std::move(all), std::move(subscriptions));
}

} // namespace keyward::models
