// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/desk.h"

#include <thread>

namespace keyward::ctl {

Result<std::unique_ptr<Desk>> Desk::sit(std::unique_ptr<keystore::SqliteStore> store, const crypto::ContextPtr &context, const Clock &clock,
                                        const std::shared_ptr<const estate::Catalogue> &catalogue)
{
    std::unique_ptr<Desk> desk(new Desk);
    desk->m_context = context;
    desk->m_store = std::move(store);
    auto *raw = desk->m_store.get();
    desk->m_custody = std::make_unique<custody::SoftwareCustody>(context, [raw](const RecordId &id) { return raw->readSecret(id); });
    KEYWARD_TRY(desk->m_engine, engine::Engine::open({*raw, *desk->m_custody, clock, *context, context, catalogue, raw->folder(), false}));
    desk->m_commit = std::make_unique<engine::GroupCommit>(*desk->m_engine);
    const auto cores = static_cast<std::ptrdiff_t>(std::max(1u, std::thread::hardware_concurrency()));
    desk->m_keys = std::make_unique<engine::AuditedKeyOperations>(*desk->m_engine, *desk->m_commit, cores);
    desk->m_backups = std::make_unique<protection::BackupService>(protection::BackupService::Parts{*desk->m_engine, *desk->m_keys, context, raw->folder()});
    desk->m_signer = std::make_unique<engine::StoreSigner>(*desk->m_engine);
    desk->m_keyBackup = std::make_unique<engine::StoreKeyBackup>(*desk->m_engine);
    return desk;
}

} // namespace keyward::ctl
