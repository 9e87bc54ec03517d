// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-6: what is deleted stands here until it is recovered, or its retention ends and it is destroyed.

#include "models/presenter.h"
#include "models/tables/declared_table.h"

#include <QCoreApplication>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DeletedKeys)
};

using engine::Published;

std::string vaultOf(const Published &moment, const Key &key)
{
    const auto *vault = moment.estate->vault(key.vault);
    return vault ? vault->name.text() : std::string();
}

std::optional<Instant> purgeOf(const Key &key)
{
    return key.deleted ? std::optional(key.deleted->purgeAt) : std::nullopt;
}
std::optional<Instant> deletionOf(const Key &key)
{
    return key.deleted ? std::optional(key.deleted->at) : std::nullopt;
}

std::vector<DeclaredColumn<Key>> columns(bool ofAllVaults)
{
    std::vector<DeclaredColumn<Key>> out{
        {.head = {Words::tr("Name"), 170, false, true},
         .cell =
             [](const Published &m, const Key &k) {
                 return Cell{text(k.name.text()), text(keyPath(*m.estate, k)), {}, false, false, true};
             },
         .order = [](const Published &, const Key &k) { return SortKey{0, folded(k.name.text())}; }},
        {.head = {Words::tr("Purged for good"), 130},
         .cell = [](const Published &m, const Key &k) { return dateCell(purgeOf(k), m.now); },
         .order = [](const Published &, const Key &k) { return SortKey{ticks(purgeOf(k)), folded(k.name.text())}; }},
        {.head = {Words::tr("Deleted"), 120},
         .cell = [](const Published &m, const Key &k) { return dateCell(deletionOf(k), m.now); },
         .order = [](const Published &, const Key &k) { return SortKey{ticks(deletionOf(k)), folded(k.name.text())}; }},
        {.head = {Words::tr("Uses"), 64, true},
         .cell =
             [](const Published &m, const Key &k) {
                 return Cell{number(m.estate->dependantsOf(k.id).size()), Words::tr("Resources that depend on it"), {}};
             },
         .order = [](const Published &m,
                     const Key &k) { return byNumber(m.estate->dependantsOf(k.id).size(), folded(k.name.text())); }},
        {.head = {Words::tr("Kind"), 90},
         .cell = [](const Published &, const Key &k) { return Cell{text(k.spec.text()), {}, {}}; },
         .order =
             [](const Published &, const Key &k) {
                 return SortKey{static_cast<std::int64_t>(k.spec.kind) * 100'000 + k.spec.bits, folded(k.name.text())};
             }}};
    if (ofAllVaults)
        out.insert(
            out.begin() + 1,
            {.head = {Words::tr("Vault"), 150},
             .cell = [](const Published &m, const Key &k) { return Cell{text(vaultOf(m, k)), {}, {}, false, true}; },
             .order = [](const Published &m,
                         const Key &k) { return SortKey{0, folded(vaultOf(m, k)) + "/" + folded(k.name.text())}; }});
    return out;
}

TableSourcePtr deletedKeysSource(std::optional<VaultId> only)
{
    TableOf<Key> table{
        .columns = columns(!only),
        .words =
            [only](const Estate &estate, const Key &key) {
                const auto *vault = only ? nullptr : estate.vault(key.vault);
                return vault ? key.name.text() + '\n' + vault->name.text() : key.name.text();
            },
        .shows = [only](const Key &key) { return key.deleted && (!only || key.vault == *only); },
        .target = [](const KeyId &id) { return Target::of(id); },
        .sortedBy = only ? 1 : 2,
    };
    if (only)
        table.among = [only](const Estate &estate, const std::function<void(const KeyId &)> &visit) {
            for (const auto &id : estate.keysOf(*only)) visit(id);
        };
    return declared(std::move(table));
}

class DeletedKeys final : public Presenter
{
public:
    DeletedKeys(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        const auto only = target.scope == Scope::Vault ? std::optional(target.vault()) : std::nullopt;
        auto *table = addTable(QStringLiteral("deletedKeys"), {}, deletedKeysSource(only));
        table->fills = true;
        table->counted = [](int n) { return Words::tr("%Ln keys", nullptr, n); };
        table->emptyTitle = Words::tr("No deleted keys");
        table->emptyText = Words::tr("A deleted key stands here with all its versions. It can be recovered until the "
                                     "retention of its vault ends; then it is destroyed.");
        start();
    }

protected:
    void update(const Published &) override {}
};

const Blade ofEstate([]() -> BladeRecord {
    return {.id = QStringLiteral("deletedKeys"),
            .title = Words::tr("Deleted keys"),
            .icon = QStringLiteral("user-trash"),
            .order = 34,
            .make = makePresenter<DeletedKeys>};
});
const Blade ofVault([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.deletedKeys"),
            .title = Words::tr("Deleted keys"),
            .icon = QStringLiteral("user-trash"),
            .scope = Scope::Vault,
            .order = 12,
            .make = makePresenter<DeletedKeys>};
});

} // namespace
} // namespace keyward::models
