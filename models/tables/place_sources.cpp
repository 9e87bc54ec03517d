// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/place_sources.h"

#include "models/places.h"
#include "models/tables/declared_table.h"

#include "backend/estate/reach.h"

#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceSources)
};

using engine::Published;

std::string nameOf(const Subscription &one) { return folded(one.name); }
std::string nameOf(const ResourceGroup &group) { return folded(group.name.text()); }
std::string nameOf(const VirtualNetwork &network) { return folded(network.name.text()); }
std::string nameOf(const Lock &lock) { return folded(lock.name); }
std::string nameOf(const Vault &vault) { return folded(vault.name.text()); }
std::string nameOf(const Resource &resource) { return folded(resource.name.text()); }

/// The name of the thing itself, which every table begins with.
template <class T, class Name> DeclaredColumn<T> named(const QString &title, Name name)
{
    return {
        .head = {title, 190, false, true},
        .cell = [name](const Published &, const T &one) { return Cell{text(name(one)), {}, {}, false, false, true}; },
        .order = [](const Published &, const T &one) { return SortKey{0, nameOf(one)}; }};
}

/// What is only text, and sorts by it.
template <class T>
DeclaredColumn<T> worded(const Column &head, const std::function<QString(const Published &, const T &)> &words)
{
    return {.head = head,
            .cell = [words](const Published &m, const T &one) { return Cell{words(m, one), {}, {}}; },
            .order = [words](const Published &m,
                             const T &one) { return SortKey{0, folded(utf8(words(m, one))) + nameOf(one)}; }};
}

std::vector<DeclaredColumn<Subscription>> subscriptionColumns()
{
    return {
        named<Subscription>(Words::tr("Subscription"), [](const Subscription &s) { return s.name; }),
        worded<Subscription>(
            {Words::tr("Tenant"), 180},
            [](const Published &m, const Subscription &s) { return tenantTitle(*m.estate, s.tenant); }),
        {.head = {Words::tr("Resource providers"), 150, true},
         .cell = [](const Published &,
                    const Subscription &s) { return Cell{number(s.providers.size()), Words::tr("Registered"), {}}; },
         .order = [](const Published &, const Subscription &s) { return byNumber(s.providers.size(), nameOf(s)); }},
        {.head = {Words::tr("New resources"), 130},
         .cell =
             [](const Published &m, const Subscription &s) {
                 return s.guid == m.estate->settings().subscription
                            ? Cell{Words::tr("By default here"), Words::tr("Where nothing else is chosen"), {}}
                            : Cell{};
             },
         .order =
             [](const Published &m, const Subscription &s) {
                 return byNumber(s.guid != m.estate->settings().subscription, nameOf(s));
             }},
        {.head = {Words::tr("Id"), 290},
         .cell = [](const Published &,
                    const Subscription &s) { return Cell{text(s.guid), text(s.guid), {}, true, true}; },
         .order = [](const Published &, const Subscription &s) { return SortKey{0, s.guid}; }}};
}

QString tagsText(const Tags &tags)
{
    QStringList out;
    for (const auto &[name, value] : tags)
        out += value.empty() ? text(name) : text(name) + QStringLiteral(": ") + text(value);
    return out.join(QStringLiteral(", "));
}

std::vector<DeclaredColumn<ResourceGroup>> groupColumns(bool everywhere)
{
    std::vector<DeclaredColumn<ResourceGroup>> out{
        named<ResourceGroup>(Words::tr("Resource group"), [](const ResourceGroup &g) { return g.name.text(); })};
    if (everywhere)
        out.push_back(
            worded<ResourceGroup>({Words::tr("Subscription"), 190}, [](const Published &m, const ResourceGroup &g) {
                return subscriptionTitle(*m.estate, g.subscription);
            }));
    out.push_back(worded<ResourceGroup>({Words::tr("Region"), 150}, [](const Published &, const ResourceGroup &g) {
        return regionTitle(g.region.text());
    }));
    out.push_back(worded<ResourceGroup>({Words::tr("Tags"), 200},
                                        [](const Published &, const ResourceGroup &g) { return tagsText(g.tags); }));
    return out;
}

QString spaceText(const VirtualNetwork &network)
{
    QStringList out;
    for (const auto &range : network.space) out += text(range.text());
    return out.join(QStringLiteral(", "));
}

std::vector<DeclaredColumn<VirtualNetwork>> networkColumns()
{
    return {
        named<VirtualNetwork>(Words::tr("Virtual network"), [](const VirtualNetwork &n) { return n.name.text(); }),
        {.head = {Words::tr("Addresses"), 210},
         .cell = [](const Published &, const VirtualNetwork &n) { return Cell{spaceText(n), spaceText(n), {}, true}; },
         .order = [](const Published &, const VirtualNetwork &n) { return SortKey{0, utf8(spaceText(n))}; }},
        {.head = {Words::tr("Subnets"), 90, true},
         .cell = [](const Published &, const VirtualNetwork &n) { return Cell{number(n.subnets.size()), {}, {}}; },
         .order = [](const Published &, const VirtualNetwork &n) { return byNumber(n.subnets.size(), nameOf(n)); }},
        worded<VirtualNetwork>(
            {Words::tr("Region"), 150},
            [](const Published &, const VirtualNetwork &n) { return regionTitle(n.place.region.text()); }),
        worded<VirtualNetwork>({Words::tr("Resource group"), 150},
                               [](const Published &, const VirtualNetwork &n) { return text(n.place.resourceGroup); })};
}

std::vector<DeclaredColumn<Lock>> lockColumns()
{
    return {named<Lock>(Words::tr("Lock"), [](const Lock &l) { return l.name; }),
            {.head = {Words::tr("Level"), 120},
             .cell = [](const Published &, const Lock &l) { return Cell{levelTitle(l.level), barred(l.level), {}}; },
             .order = [](const Published &,
                         const Lock &l) { return byNumber(static_cast<std::size_t>(l.level), nameOf(l)); }},
            worded<Lock>({Words::tr("Stands on"), 240},
                         [](const Published &m, const Lock &l) {
                             const auto on = targetOf(l.scope);
                             return Words::tr("%1 (%2)").arg(titleOf(*m.estate, on), kindOf(*m.estate, on));
                         }),
            worded<Lock>({Words::tr("Note"), 200}, [](const Published &, const Lock &l) { return text(l.note); }),
            {.head = {Words::tr("Created"), 120},
             .cell = [](const Published &m,
                        const Lock &l) { return Cell{relative(l.created, m.now), dateAndTime(l.created), {}}; },
             .order = [](const Published &,
                         const Lock &l) { return SortKey{l.created.time_since_epoch().count(), nameOf(l)}; }}};
}

std::optional<Instant> deletedAt(const Vault &vault)
{
    return vault.deleted ? std::optional(vault.deleted->at) : std::nullopt;
}
std::optional<Instant> purgeAt(const Vault &vault)
{
    return vault.deleted ? std::optional(vault.deleted->purgeAt) : std::nullopt;
}

std::vector<DeclaredColumn<Vault>> deletedVaultColumns()
{
    return {
        named<Vault>(Words::tr("Key vault"), [](const Vault &v) { return v.name.text(); }),
        {.head = {Words::tr("Deleted"), 130},
         .cell = [](const Published &m, const Vault &v) { return dateCell(deletedAt(v), m.now); },
         .order = [](const Published &, const Vault &v) { return SortKey{ticks(deletedAt(v)), nameOf(v)}; }},
        {.head = {Words::tr("Destroyed for good"), 150},
         .cell = [](const Published &m, const Vault &v) { return dateCell(purgeAt(v), m.now); },
         .order = [](const Published &, const Vault &v) { return SortKey{ticks(purgeAt(v)), nameOf(v)}; }},
        {.head = {Words::tr("Purge protection"), 140},
         .cell =
             [](const Published &, const Vault &v) {
                 return v.purgeProtection
                            ? Cell{Words::tr("On"), Words::tr("Cannot be purged before that day"), State::Working}
                            : Cell{Words::tr("Off"), Words::tr("Can be purged at once"), State::Warning};
             },
         .order = [](const Published &, const Vault &v) { return byNumber(v.purgeProtection, nameOf(v)); }},
        {.head = {Words::tr("Keys"), 64, true},
         .cell = [](const Published &m, const Vault &v) { return Cell{number(m.estate->keysOf(v.id).size()), {}, {}}; },
         .order = [](const Published &m,
                     const Vault &v) { return byNumber(m.estate->keysOf(v.id).size(), nameOf(v)); }},
        worded<Vault>({Words::tr("Region"), 140},
                      [](const Published &, const Vault &v) { return regionTitle(v.place.region.text()); })};
}

/// What stands in a group, with what tells it from its neighbours.
template <class T>
TableSourcePtr within(const ResourceGroup &group, const QString &title, const Column &second,
                      const std::function<QString(const Published &, const T &)> &words)
{
    return declared<T>({
        .columns = {named<T>(title, [](const T &one) { return one.name.text(); }), worded<T>(second, words),
                    worded<T>({Words::tr("Region"), 150},
                              [](const Published &, const T &one) { return regionTitle(one.place.region.text()); })},
        .words = [](const Estate &, const T &one) { return one.name.text(); },
        .shows = [group](const T &one) { return standsIn(one.place, group); },
        .target = [](const IdOf<T> &id) { return Target::of(id); },
    });
}

// Who reaches what

const Vault *vaultOf(const Estate &estate, const Resource &resource)
{
    return resource.binding ? estate.vault(resource.binding->vault) : nullptr;
}

/// How an identity of that kind would come through; absent where the service knows none of the kind.
std::optional<Passage> passage(const Estate &estate, const Resource &resource, PrincipalKind kind)
{
    const auto *vault = vaultOf(estate, resource);
    const auto *profile = estate.catalogue().find(resource.type);
    if (!vault || !profile || !std::ranges::contains(profile->identityKinds, kind)) return std::nullopt;
    Principal example;
    example.kind = kind;
    return passes(estate, *vault, Origin::of(resource.type), &example);
}

std::optional<PrincipalKind> kindInUse(const Estate &estate, const Resource &resource)
{
    const auto *used = estate.identityOf(resource);
    return used ? std::optional(used->kind) : std::nullopt;
}

DeclaredColumn<Resource> reachColumn(PrincipalKind kind, const QString &title)
{
    return {.head = {title, 125},
            .cell =
                [kind](const Published &m, const Resource &r) {
                    const auto found = passage(*m.estate, r, kind);
                    if (!found)
                        return Cell{QStringLiteral("–"), Words::tr("Not known to this service"), {}, false, true};
                    const bool used = kindInUse(*m.estate, r) == kind;
                    const auto words = found->allowed() ? (used ? Words::tr("Yes, in use") : Words::tr("Yes"))
                                                        : (used ? Words::tr("No, in use") : Words::tr("No"));
                    return Cell{words, models::sentence(spoken(estate::sentence(*found))),
                                found->allowed() ? State::Working : (used ? State::Lost : State::Disabled)};
                },
            .order =
                [kind](const Published &m, const Resource &r) {
                    const auto found = passage(*m.estate, r, kind);
                    return byNumber(!found ? 2U : found->allowed() ? 1U : 0U, nameOf(r));
                }};
}

/// By the identity that is in use, else by the first that the service knows.
QString whyText(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    if (!profile || profile->identityKinds.empty()) return {};
    const auto found = passage(estate, resource, kindInUse(estate, resource).value_or(profile->identityKinds.front()));
    return found ? models::sentence(spoken(estate::sentence(*found))) : QString();
}

QString sourceText(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    return profile ? models::sentence(spokenOf(profile->source)) : QString();
}

std::vector<DeclaredColumn<Resource>> reachColumns(bool everywhere)
{
    std::vector<DeclaredColumn<Resource>> out{
        named<Resource>(Words::tr("Resource"), [](const Resource &r) { return r.name.text(); })};
    if (everywhere)
        out.push_back(worded<Resource>({Words::tr("Key vault"), 130}, [](const Published &m, const Resource &r) {
            const auto *vault = vaultOf(*m.estate, r);
            return vault ? text(vault->name.text()) : QString();
        }));
    out.push_back(reachColumn(PrincipalKind::SystemAssigned, Words::tr("System-assigned")));
    out.push_back(reachColumn(PrincipalKind::UserAssigned, Words::tr("User-assigned")));
    out.push_back(reachColumn(PrincipalKind::FirstParty, Words::tr("Platform's application")));
    const auto told = [](const Column &head, QString (*words)(const Estate &, const Resource &)) {
        return DeclaredColumn<Resource>{
            .head = head,
            .cell = [words](const Published &m,
                            const Resource &r) { return Cell{words(*m.estate, r), words(*m.estate, r), {}}; },
            .order = [words](const Published &m,
                             const Resource &r) { return SortKey{0, utf8(words(*m.estate, r)) + nameOf(r)}; }};
    };
    out.push_back(told({Words::tr("Why"), 230}, whyText));
    out.push_back(told({Words::tr("According to"), 200}, sourceText));
    return out;
}

} // namespace

TableSourcePtr subscriptionsSource()
{
    return declared<Subscription>({
        .columns = subscriptionColumns(),
        .words = [](const Estate &e, const Subscription &s) { return s.name + '\n' + utf8(tenantTitle(e, s.tenant)); },
        .target = [](const SubscriptionId &id) { return Target::of(id); },
    });
}

TableSourcePtr groupsSource(std::optional<std::string> subscription)
{
    TableOf<ResourceGroup> table{
        .columns = groupColumns(!subscription),
        .words =
            [](const Estate &e, const ResourceGroup &g) {
                return g.name.text() + '\n' + utf8(subscriptionTitle(e, g.subscription)) + '\n' +
                       utf8(tagsText(g.tags));
            },
        .target = [](const GroupId &id) { return Target::of(id); },
    };
    if (subscription)
        table.shows = [in = *subscription](const ResourceGroup &group) { return group.subscription == in; };
    return declared(std::move(table));
}

TableSourcePtr networksSource()
{
    return declared<VirtualNetwork>({
        .columns = networkColumns(),
        .words =
            [](const Estate &, const VirtualNetwork &n) {
                return n.name.text() + '\n' + utf8(spaceText(n)) + '\n' + n.place.region.text();
            },
        .target = [](const NetworkId &id) { return Target::of(id); },
    });
}

TableSourcePtr vaultsIn(const ResourceGroup &group)
{
    return within<Vault>(group, Words::tr("Name"), {Words::tr("State"), 170},
                         [](const Published &, const Vault &vault) { return chipOf(vault).text; });
}

TableSourcePtr resourcesIn(const ResourceGroup &group)
{
    return within<Resource>(group, Words::tr("Name"), {Words::tr("Kind"), 220},
                            [](const Published &m, const Resource &resource) {
                                const auto *profile = m.estate->catalogue().find(resource.type);
                                return profile ? spokenOf(profile->title) : text(resource.type);
                            });
}

TableSourcePtr networksIn(const ResourceGroup &group)
{
    return within<VirtualNetwork>(group, Words::tr("Name"), {Words::tr("Addresses"), 200},
                                  [](const Published &, const VirtualNetwork &network) { return spaceText(network); });
}

TableSourcePtr locksSource()
{
    return declared<Lock>({
        .columns = lockColumns(),
        .words = [](const Estate &e, const Lock &l) { return l.name + '\n' + l.note + '\n' + describe(e, l.scope); },
        .target = [](const LockId &id) { return Target::of(id); },
    });
}

TableSourcePtr deletedVaultsSource()
{
    return declared<Vault>({
        .columns = deletedVaultColumns(),
        .words = [](const Estate &, const Vault &v) { return v.name.text() + '\n' + v.place.region.text(); },
        .shows = [](const Vault &vault) { return vault.deleted.has_value(); },
        .target = [](const VaultId &id) { return Target::of(id); },
        .sortedBy = 2,
    });
}

TableSourcePtr reachSource(std::optional<VaultId> only)
{
    TableOf<Resource> table{
        .columns = reachColumns(!only),
        .words =
            [](const Estate &e, const Resource &r) {
                const auto *vault = vaultOf(e, r);
                return r.name.text() + '\n' + (vault ? vault->name.text() : std::string());
            },
        .shows = [only](const Resource &r) { return r.binding && (!only || r.binding->vault == *only); },
        .alsoChanged =
            [only](const Published &before, const Published &after, std::set<RecordId> &out) {
                Table<Vault>::compare(before.estate->vaults(), after.estate->vaults(),
                                      [&](const VaultId &id, const Vault *, const Vault *) {
                                          if (only && id != *only) return;
                                          for (const auto &resource : after.estate->dependantsOf(id))
                                              out.insert(raw(resource));
                                      });
            },
        .target = [](const ResourceId &id) { return Target::of(id); },
    };
    if (only)
        table.among = [only](const Estate &estate, const std::function<void(const ResourceId &)> &visit) {
            for (const auto &id : estate.dependantsOf(*only)) visit(id);
        };
    return declared(std::move(table));
}

} // namespace keyward::models
