// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/custody/software_custody.h"
#include "backend/engine/audited_key_operations.h"
#include "backend/engine/store_keys.h"
#include "backend/keystore/sqlite_store.h"
#include "backend/protection/recovery_services_vault/backup_service.h"

namespace keyward::ctl {

/// An open keystore with everything that works on it, put together in one place.
class Desk
{
public:
    static Result<std::unique_ptr<Desk>> sit(std::unique_ptr<keystore::SqliteStore> store, const crypto::ContextPtr &context, const Clock &clock,
                                             const std::shared_ptr<const estate::Catalogue> &catalogue);

    keystore::SqliteStore &store() { return *m_store; }
    engine::Engine &engine() { return *m_engine; }
    engine::KeyOperations &keys() { return *m_keys; }
    protection::BackupService &backups() { return *m_backups; }
    engine::DocumentSigner &signer() { return *m_signer; }
    engine::KeyBackup &keyBackup() { return *m_keyBackup; }
    engine::EstatePtr snapshot() const { return m_engine->snapshot(); }
    Random &random() { return *m_context; }

private:
    Desk() = default;
    crypto::ContextPtr m_context;
    std::unique_ptr<keystore::SqliteStore> m_store;
    std::unique_ptr<custody::SoftwareCustody> m_custody;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<engine::GroupCommit> m_commit;
    std::unique_ptr<engine::AuditedKeyOperations> m_keys;
    std::unique_ptr<protection::BackupService> m_backups;
    std::unique_ptr<engine::StoreSigner> m_signer;
    std::unique_ptr<engine::StoreKeyBackup> m_keyBackup;
};

} // namespace keyward::ctl
