// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/declared_table.h"

#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VaultSources)
};

using engine::Published;

std::string nameOf(const Vault &vault) { return folded(vault.name.text()); }
std::string nameOf(const Key &key) { return folded(key.name.text()); }

/// The vaults and keys that resources are bound to, before or after.
template <class Visit> void forEachBinding(const Published &before, const Published &after, Visit visit)
{
    Table<Resource>::compare(before.estate->resources(), after.estate->resources(),
                             [&](const ResourceId &, const Resource *was, const Resource *is) {
                                 for (const auto *one : {was, is})
                                     if (one && one->binding) visit(*one->binding);
                             });
}

Cell vaultStateCell(const Published &, const Vault &vault)
{
    const auto chip = chipOf(vault);
    return {chip.text,
            vault.deleted ? Words::tr("Will be purged on %1").arg(shortDate(vault.deleted->purgeAt)) : QString(),
            chip.state};
}

const std::vector<DeclaredColumn<Vault>> &vaultColumns()
{
    static const std::vector<DeclaredColumn<Vault>> columns{
        {.head = {Words::tr("Name"), 200, false, true},
         .cell = [](const Published &,
                    const Vault &v) { return Cell{text(v.name.text()), text(v.uri()), {}, false, false, true}; },
         .order = [](const Published &, const Vault &v) { return SortKey{0, nameOf(v)}; }},
        {.head = {Words::tr("Region"), 130},
         .cell =
             [](const Published &, const Vault &v) {
                 return Cell{regionTitle(v.place.region.text()), text(v.place.region.text()), {}};
             },
         .order = [](const Published &, const Vault &v) { return SortKey{0, v.place.region.text() + nameOf(v)}; }},
        {.head = {Words::tr("State"), 170, false, false, true},
         .cell = vaultStateCell,
         .order = [](const Published &,
                     const Vault &v) { return byNumber(static_cast<std::size_t>(chipOf(v).state), nameOf(v)); }},
        {.head = {Words::tr("Keys"), 70, true},
         .cell = [](const Published &m, const Vault &v) { return Cell{number(m.estate->keysOf(v.id).size()), {}, {}}; },
         .order = [](const Published &m,
                     const Vault &v) { return byNumber(m.estate->keysOf(v.id).size(), nameOf(v)); }},
        {.head = {Words::tr("Uses"), 70, true},
         .cell =
             [](const Published &m, const Vault &v) {
                 return Cell{
                     number(m.estate->dependantsOf(v.id).size()), Words::tr("Resources that depend on its keys"), {}};
             },
         .order = [](const Published &m,
                     const Vault &v) { return byNumber(m.estate->dependantsOf(v.id).size(), nameOf(v)); }}};
    return columns;
}

const std::vector<DeclaredColumn<Key>> &keyColumns()
{
    static const std::vector<DeclaredColumn<Key>> columns{
        {.head = {Words::tr("Name"), 170, false, true},
         .cell =
             [](const Published &m, const Key &k) {
                 return Cell{text(k.name.text()), text(keyPath(*m.estate, k)), {}, false, false, true};
             },
         .order = [](const Published &, const Key &k) { return SortKey{0, nameOf(k)}; }},
        {.head = {Words::tr("Kind"), 90},
         .cell = [](const Published &, const Key &k) { return Cell{text(k.spec.text()), {}, {}}; },
         .order =
             [](const Published &, const Key &k) {
                 return SortKey{static_cast<std::int64_t>(k.spec.kind) * 100'000 + k.spec.bits, nameOf(k)};
             }},
        {.head = {Words::tr("State"), 150, false, false, true},
         .cell =
             [](const Published &m, const Key &k) {
                 const auto chip = chipOf(k, k.latest(), m.now);
                 return Cell{chip.text, {}, chip.state};
             },
         .order =
             [](const Published &m, const Key &k) {
                 return byNumber(static_cast<std::size_t>(chipOf(k, k.latest(), m.now).state), nameOf(k));
             }},
        {.head = {Words::tr("Expires"), 110},
         .cell = [](const Published &m, const Key &k) { return dateCell(k.latest().expires, m.now); },
         .order = [](const Published &, const Key &k) { return SortKey{ticks(k.latest().expires), nameOf(k)}; }},
        {.head = {Words::tr("Uses"), 64, true},
         .cell =
             [](const Published &m, const Key &k) {
                 return Cell{number(m.estate->dependantsOf(k.id).size()), Words::tr("Resources that depend on it"), {}};
             },
         .order = [](const Published &m,
                     const Key &k) { return byNumber(m.estate->dependantsOf(k.id).size(), nameOf(k)); }},
        {.head = {Words::tr("Versions"), 80, true},
         .cell = [](const Published &, const Key &k) { return Cell{number(k.versions.size()), {}, {}}; },
         .order = [](const Published &, const Key &k) { return byNumber(k.versions.size(), nameOf(k)); }}};
    return columns;
}

/// Where keys of all vaults are listed, the vault stands second.
DeclaredColumn<Key> vaultOfKey()
{
    const auto vaultOf = [](const Published &m, const Key &key) {
        const auto *vault = m.estate->vault(key.vault);
        return vault ? vault->name.text() : std::string();
    };
    return {
        .head = {Words::tr("Vault"), 150},
        .cell = [vaultOf](const Published &m, const Key &k) { return Cell{text(vaultOf(m, k)), {}, {}, false, true}; },
        .order = [vaultOf](const Published &m,
                           const Key &k) { return SortKey{0, folded(vaultOf(m, k)) + "/" + nameOf(k)}; }};
}

} // namespace

TableSourcePtr vaultsSource()
{
    return declared<Vault>({
        .columns = vaultColumns(),
        .words = [](const Estate &, const Vault &v) { return v.name.text() + '\n' + v.place.region.text(); },
        .alsoChanged =
            [](const Published &before, const Published &after, std::set<RecordId> &out) {
                Table<Key>::compare(
                    before.estate->keys(), after.estate->keys(),
                    [&](const KeyId &, const Key *was, const Key *is) { out.insert(raw((is ? is : was)->vault)); });
                forEachBinding(before, after, [&](const Binding &binding) { out.insert(raw(binding.vault)); });
            },
        .target = [](const VaultId &id) { return Target::of(id); },
    });
}

TableSourcePtr keysSource(std::optional<VaultId> only)
{
    auto columns = keyColumns();
    if (!only) columns.insert(columns.begin() + 1, vaultOfKey());
    TableOf<Key> table{
        .columns = std::move(columns),
        .words =
            [only](const Estate &estate, const Key &key) {
                const auto *vault = only ? nullptr : estate.vault(key.vault);
                return vault ? key.name.text() + '\n' + vault->name.text() : key.name.text();
            },
        .alsoChanged =
            [only](const Published &before, const Published &after, std::set<RecordId> &out) {
                forEachBinding(before, after, [&](const Binding &binding) {
                    if (!only || binding.vault == *only) out.insert(raw(binding.key));
                });
            },
        .target = [](const KeyId &id) { return Target::of(id); },
    };
    if (only) {
        table.shows = [only](const Key &key) { return key.vault == *only; };
        table.among = [only](const Estate &estate, const std::function<void(const KeyId &)> &visit) {
            for (const auto &id : estate.keysOf(*only)) visit(id);
        };
    }
    return declared(std::move(table));
}

} // namespace keyward::models
