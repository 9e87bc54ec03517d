// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/source_support.h"

namespace keyward::models {

namespace {

class Vaults final : public TableSource
{
public:
    const std::vector<Column> &columns() const override
    {
        static const std::vector<Column> all{{QStringLiteral("Name"), 200, false, true},
                                             {QStringLiteral("Region"), 130},
                                             {QStringLiteral("State"), 170},
                                             {QStringLiteral("Keys"), 70, true},
                                             {QStringLiteral("Uses"), 70, true}};
        return all;
    }
    void forEach(const Estate &estate, const std::function<void(const RecordId &)> &visit) const override
    {
        for (const auto &[id, vault] : estate.vaults()) visit(raw(id));
    }
    bool holds(const Estate &estate, const RecordId &id) const override { return estate.vault(as<VaultId>(id)); }
    Cell cell(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto &estate = *moment.estate;
        const auto *vault = estate.vault(as<VaultId>(id));
        if (!vault) return {};
        switch (column) {
        case 0: return {text(vault->name.text()), text(vault->uri()), {}, false, false, true};
        case 1: return {regionTitle(vault->place.region.text()), text(vault->place.region.text()), {}};
        case 2: {
            const auto chip = chipOf(*vault);
            return {chip.text,
                    vault->deleted ? QStringLiteral("Purged on ") + shortDate(vault->deleted->purgeAt) : QString(),
                    chip.state};
        }
        case 3: return {number(estate.keysOf(vault->id).size()), {}, {}};
        default:
            return {
                number(estate.dependantsOf(vault->id).size()), QStringLiteral("Resources that depend on its keys"), {}};
        }
    }
    SortKey sortKey(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto *vault = moment.estate->vault(as<VaultId>(id));
        const auto name = folded(vault->name.text());
        switch (column) {
        case 1: return {0, vault->place.region.text() + name};
        case 2: return {static_cast<std::int64_t>(chipOf(*vault).state), name};
        case 3: return {static_cast<std::int64_t>(moment.estate->keysOf(vault->id).size()), name};
        case 4: return {static_cast<std::int64_t>(moment.estate->dependantsOf(vault->id).size()), name};
        default: return {0, name};
        }
    }
    std::string searchText(const Estate &estate, const RecordId &id) const override
    {
        const auto *vault = estate.vault(as<VaultId>(id));
        return folded(vault->name.text() + '\n' + vault->place.region.text());
    }
    Target target(const RecordId &id) const override { return Target::of(as<VaultId>(id)); }
    std::vector<RecordId> changes(const engine::Published &before, const engine::Published &after) const override
    {
        std::set<RecordId> out;
        forEachDifference(before.estate->vaults(), after.estate->vaults(),
                          [&](const VaultId &id, const auto &, const auto &) { out.insert(raw(id)); });
        forEachDifference(
            before.estate->keys(), after.estate->keys(),
            [&](const KeyId &, const Ptr<Key> *was, const Ptr<Key> *is) { out.insert(raw((is ? *is : *was)->vault)); });
        forEachDifference(before.estate->resources(), after.estate->resources(),
                          [&](const ResourceId &, const Ptr<Resource> *was, const Ptr<Resource> *is) {
                              for (const auto *one : {was, is})
                                  if (one && (*one)->binding) out.insert(raw((*one)->binding->vault));
                          });
        return listed(out);
    }
};

class Keys final : public TableSource
{
public:
    explicit Keys(std::optional<VaultId> only) : m_only(only) {}
    const std::vector<Column> &columns() const override
    {
        static const std::vector<Column> ofVault{{QStringLiteral("Name"), 170, false, true},
                                                 {QStringLiteral("Kind"), 90},
                                                 {QStringLiteral("State"), 150},
                                                 {QStringLiteral("Expires"), 110},
                                                 {QStringLiteral("Uses"), 64, true},
                                                 {QStringLiteral("Versions"), 80, true}};
        static const std::vector<Column> all{{QStringLiteral("Name"), 170, false, true},
                                             {QStringLiteral("Vault"), 150},
                                             {QStringLiteral("Kind"), 90},
                                             {QStringLiteral("State"), 150},
                                             {QStringLiteral("Expires"), 110},
                                             {QStringLiteral("Uses"), 64, true},
                                             {QStringLiteral("Versions"), 80, true}};
        return m_only ? ofVault : all;
    }
    void forEach(const Estate &estate, const std::function<void(const RecordId &)> &visit) const override
    {
        if (m_only) {
            for (const auto &id : estate.keysOf(*m_only)) visit(raw(id));
        } else {
            for (const auto &[id, key] : estate.keys()) visit(raw(id));
        }
    }
    bool holds(const Estate &estate, const RecordId &id) const override
    {
        const auto *key = estate.key(as<KeyId>(id));
        return key && (!m_only || key->vault == *m_only);
    }
    Cell cell(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto &estate = *moment.estate;
        const auto *key = estate.key(as<KeyId>(id));
        if (!key) return {};
        const auto &latest = key->latest();
        switch (meaningOf(column)) {
        case 0: return {text(key->name.text()), text(keyPath(estate, *key)), {}, false, false, true};
        case 1: return {text(key->spec.text()), {}, {}};
        case 2: {
            const auto chip = chipOf(*key, latest, moment.now);
            return {chip.text, {}, chip.state};
        }
        case 3: return dateCell(latest.expires, moment.now);
        case 4: return {number(estate.dependantsOf(key->id).size()), QStringLiteral("Resources that depend on it"), {}};
        case 5: return {number(key->versions.size()), {}, {}};
        default: {
            const auto *vault = estate.vault(key->vault);
            return {vault ? text(vault->name.text()) : QString(), {}, {}, false, true};
        }
        }
    }
    SortKey sortKey(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto *key = moment.estate->key(as<KeyId>(id));
        auto name = folded(key->name.text());
        switch (meaningOf(column)) {
        case 1: return {static_cast<std::int64_t>(key->spec.kind) * 100'000 + key->spec.bits, std::move(name)};
        case 2: return {static_cast<std::int64_t>(chipOf(*key, key->latest(), moment.now).state), std::move(name)};
        case 3: return {ticks(key->latest().expires), std::move(name)};
        case 4: return {static_cast<std::int64_t>(moment.estate->dependantsOf(key->id).size()), std::move(name)};
        case 5: return {static_cast<std::int64_t>(key->versions.size()), std::move(name)};
        case 6: {
            const auto *vault = moment.estate->vault(key->vault);
            return {0, (vault ? folded(vault->name.text()) : std::string()) + "/" + name};
        }
        default: return {0, std::move(name)};
        }
    }
    std::string searchText(const Estate &estate, const RecordId &id) const override
    {
        const auto *key = estate.key(as<KeyId>(id));
        const auto *vault = m_only ? nullptr : estate.vault(key->vault);
        return folded(vault ? key->name.text() + '\n' + vault->name.text() : key->name.text());
    }
    Target target(const RecordId &id) const override { return Target::of(as<KeyId>(id)); }
    std::vector<RecordId> changes(const engine::Published &before, const engine::Published &after) const override
    {
        std::set<RecordId> out;
        forEachDifference(before.estate->keys(), after.estate->keys(),
                          [&](const KeyId &id, const Ptr<Key> *was, const Ptr<Key> *is) {
                              if (!m_only || (is ? *is : *was)->vault == *m_only) out.insert(raw(id));
                          });
        forEachDifference(before.estate->resources(), after.estate->resources(),
                          [&](const ResourceId &, const Ptr<Resource> *was, const Ptr<Resource> *is) {
                              for (const auto *one : {was, is})
                                  if (one && (*one)->binding && (!m_only || (*one)->binding->vault == *m_only))
                                      out.insert(raw((*one)->binding->key));
                          });
        return listed(out);
    }

private:
    /// Columns as numbered in a vault's own list; 6 is the vault, which stands second where keys of all vaults are
    /// listed.
    int meaningOf(int column) const { return m_only || column == 0 ? column : column == 1 ? 6 : column - 1; }
    std::optional<VaultId> m_only;
};

} // namespace

TableSourcePtr vaultsSource() { return std::make_shared<Vaults>(); }
TableSourcePtr keysSource(std::optional<VaultId> only) { return std::make_shared<Keys>(only); }

} // namespace keyward::models
