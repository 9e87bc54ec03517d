// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/place_fields.h"

#include "models/actions/fields.h"
#include "models/actions/key_fields.h"
#include "models/actions/pickers.h"
#include "models/places.h"

#include "backend/estate/stores.h"

#include <algorithm>
#include <QCoreApplication>
#include <QRegularExpression>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceFields)
};

/// Groups by name, the subscription beside it.
template <class Wanted> std::vector<Pickable> groupsThat(const Estate &estate, Wanted wanted)
{
    std::vector<Pickable> out;
    for (const auto &[id, group] : estate.groups())
        if (wanted(*group))
            out.push_back({{text(id.text()), text(group->name.text()),
                            Words::tr("in subscription %1").arg(subscriptionTitle(estate, group->subscription))},
                           {},
                           {}});
    std::ranges::sort(out, {}, [](const Pickable &one) { return one.item.text.toLower(); });
    return out;
}

bool isBeside(const Estate &estate, const ResourceGroup &group, const Placement &from)
{
    const auto owner = estate.subscriptionId(group.subscription);
    return owner && estate.subscription(*owner)->tenant == from.tenant && !standsIn(from, group);
}

std::vector<Pickable> placesBeside(const Estate &estate, const Placement &from)
{
    return groupsThat(estate, [&](const ResourceGroup &group) { return isBeside(estate, group, from); });
}

QString firstOf(const std::vector<Pickable> &all) { return all.empty() ? QString() : all.front().item.value; }

} // namespace

Field regionField(const Situation &s, const QString &hint)
{
    std::vector<Field::Option> options;
    for (const auto &region : s.estate().catalogue().platform().regions)
        options.push_back({text(region.name), regionTitle(region.name)});
    std::ranges::sort(options, {}, &Field::Option::text);
    return {.id = QStringLiteral("region"),
            .label = Words::tr("Region"),
            .kind = Field::Kind::Choice,
            .value = QStringLiteral("westeurope"),
            .hint = hint,
            .options = std::move(options)};
}

Field groupField(const Situation &s)
{
    const auto &settings = s.estate().settings();
    auto all = groupsThat(s.estate(), [](const ResourceGroup &) { return true; });
    const auto usual = s.estate().groupId(settings.subscription, "default");
    const auto value = usual ? text(usual->text()) : firstOf(all);
    return {.id = QStringLiteral("group"),
            .label = Words::tr("Resource group"),
            .kind = Field::Kind::Pick,
            .value = value,
            .picker = pickAmong(std::move(all))};
}

namespace {

bool withKey(const Values &values) { return values.value(QStringLiteral("withKey")).toBool(); }

/// BKP-18: the identity is there before the resource, so it is none of its own.
bool mayHaveKeyAtCreation(const ServiceProfile *profile)
{
    return profile->keySource == KeySource::OwnKey &&
           std::ranges::contains(profile->identityKinds, PrincipalKind::UserAssigned);
}

void addKeyFields(std::vector<Field> &fields, const Situation &s)
{
    fields.push_back({.id = QStringLiteral("withKey"),
                      .label = Words::tr("Give it a customer-managed key at once"),
                      .kind = Field::Kind::Check,
                      .value = false});
    fields.push_back({.id = QStringLiteral("key"),
                      .label = Words::tr("Key"),
                      .kind = Field::Kind::Pick,
                      .hint = Words::tr("New versions of it are followed, where the service follows any"),
                      .picker = keyPicker(s),
                      .when = withKey});
    const auto userAssigned = [](const Principal &one) { return one.kind == PrincipalKind::UserAssigned; };
    fields.push_back({.id = QStringLiteral("identity"),
                      .label = Words::tr("User-assigned identity"),
                      .kind = Field::Kind::Pick,
                      .hint = Words::tr("It asks for the key, and has its permission already"),
                      .picker = principalPicker(s, userAssigned),
                      .when = withKey});
}

std::vector<Pickable> pickable(const std::vector<const Resource *> &stores)
{
    std::vector<Pickable> out;
    for (const auto *store : stores)
        out.push_back({.item = {.value = text(store->id.text()),
                                .text = text(store->name.text()),
                                .detail = regionTitle(store->place.region.text())}});
    return out;
}

/// BKP-18
Result<std::optional<command::KeyAtCreation>> keyAtCreation(const Situation &s, const Values &values)
{
    if (!withKey(values)) return std::nullopt;
    KEYWARD_TRY(const auto id, KeyId::from(utf8(stringOf(values, "key"))));
    KEYWARD_TRY(const auto identity, PrincipalId::from(utf8(stringOf(values, "identity"))));
    const auto *key = s.estate().key(id);
    if (!key) return fail(Code::NotFound, id.text(), {"key"});
    const auto *profile = s.estate().catalogue().find(utf8(stringOf(values, "type")));
    const bool follows = profile && profile->followsNewVersions;
    return command::KeyAtCreation{.vault = key->vault,
                                  .key = id,
                                  .version = follows ? std::nullopt : std::optional(key->latest().id),
                                  .identity = identity,
                                  .job = s.random().id<JobId>()};
}

} // namespace

std::vector<const Resource *> storesOf(const Estate &estate, const std::vector<const ServiceProfile *> &profiles)
{
    std::vector<const Resource *> out;
    for (const auto &[id, resource] : estate.resources()) {
        const auto *kind = estate.catalogue().find(resource->type);
        const auto serves = [&](const ServiceProfile *profile) { return kind && canServe(*kind, *profile); };
        if (std::ranges::any_of(profiles, serves)) out.push_back(resource.get());
    }
    std::ranges::sort(out, {}, [](const Resource *one) { return text(one->name.text()).toLower(); });
    return out;
}

std::vector<Field> newResourceFields(const Situation &s, std::string_view service, const QString &regionHint)
{
    auto profiles = s.estate().catalogue().all();
    std::erase_if(profiles, [&](const ServiceProfile *profile) { return profile->service != service; });
    return newResourceFields(s, profiles, text(service), regionHint);
}

std::vector<Field> newResourceFields(const Situation &s, const std::vector<const ServiceProfile *> &profiles,
                                     const QString &usual, const QString &regionHint)
{
    std::vector<Field::Option> types;
    for (const auto *profile : profiles) types.push_back({text(profile->id), spokenOf(profile->title)});
    std::vector<Field> fields{{.id = QStringLiteral("name"),
                               .label = Words::tr("Name"),
                               .hint = Words::tr("2 to 50 letters, digits and hyphens"),
                               .error = nameError<ResourceName>},
                              {.id = QStringLiteral("type"),
                               .label = Words::tr("Rules of", "a service"),
                               .kind = Field::Kind::Choice,
                               .value = usual,
                               .options = std::move(types)},
                              regionField(s, regionHint),
                              groupField(s),
                              tagsField({})};
    if (std::ranges::any_of(profiles, mayHaveKeyAtCreation)) addKeyFields(fields, s);
    if (const auto stores = storesOf(s.estate(), profiles); !stores.empty())
        fields.push_back({.id = QStringLiteral("store"),
                          .label = Words::tr("Store"),
                          .kind = Field::Kind::Pick,
                          .hint = Words::tr("Its key protects it from the start; empty: the platform's key does"),
                          .optional = true,
                          .picker = pickAmong(pickable(stores))});
    return fields;
}

Result<Deed> newResource(const Situation &s, const Values &values)
{
    KEYWARD_TRY(auto name, ResourceName::from(utf8(stringOf(values, "name"))));
    KEYWARD_TRY(auto place, placement(s, values));
    KEYWARD_TRY(const auto key, keyAtCreation(s, values));
    command::CreateResource create{s.random().id<ResourceId>(),
                                   utf8(stringOf(values, "type")),
                                   std::move(name),
                                   std::move(place),
                                   tagsFrom(stringOf(values, "tags")),
                                   key};
    if (const auto store = utf8(stringOf(values, "store")); !store.empty()) {
        KEYWARD_TRY(create.store, ResourceId::from(store));
    }
    return Deed{.action = create, .made = Target::of(create.id)};
}

Field moveField(const Situation &s, const Placement &from)
{
    auto all = placesBeside(s.estate(), from);
    const auto value = firstOf(all);
    return {.id = QStringLiteral("group"),
            .label = Words::tr("To resource group"),
            .kind = Field::Kind::Pick,
            .value = value,
            .hint = Words::tr("It stands in %1 of subscription %2 now")
                        .arg(text(from.resourceGroup), subscriptionTitle(s.estate(), from.subscription)),
            .picker = pickAmong(std::move(all))};
}

Status somewhereElse(const Situation &s, const Placement &from)
{
    for (const auto &[id, group] : s.estate().groups())
        if (isBeside(s.estate(), *group, from)) return {};
    return refused(Words::tr("There is no other resource group in its tenant."),
                   Words::tr("Create another resource group first."));
}

Result<const ResourceGroup *> groupFrom(const Situation &s, const Values &values)
{
    KEYWARD_TRY(const auto id, GroupId::from(utf8(stringOf(values, "group"))));
    if (const auto *group = s.estate().group(id)) return group;
    return fail(Code::NotFound, id.text(), {"resource group"});
}

Result<std::vector<IpRange>> rangesFrom(const QString &typed)
{
    std::vector<IpRange> out;
    const auto words = typed.split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts);
    for (const auto &word : words) {
        KEYWARD_TRY(auto range, IpRange::from(utf8(word)));
        out.push_back(std::move(range));
    }
    return out;
}

QString addressError(const QVariant &value)
{
    const auto checked = IpAddress::from(utf8(value.toString().trimmed()));
    return checked ? QString() : refusalOf(checked.error()).whole();
}

QString rangesError(const QVariant &value)
{
    const auto checked = rangesFrom(value.toString());
    return checked ? QString() : refusalOf(checked.error()).whole();
}

QString rangeError(const QVariant &value)
{
    const auto checked = IpRange::from(utf8(value.toString().trimmed()));
    return checked ? QString() : refusalOf(checked.error()).whole();
}

} // namespace keyward::models
