// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/services.h"
#include "backend/custody/software_custody.h"
#include "backend/engine/api/key_usage.h"
#include "backend/engine/api/workplace.h"
#include "backend/engine/audited_key_operations.h"
#include "backend/engine/scheduler.h"
#include "backend/engine/store_applications.h"
#include "backend/engine/store_import.h"
#include "backend/engine/store_keys.h"
#include "backend/keystore/read_only_store.h"
#include "backend/keystore/sqlite_store.h"
#include "backend/reports/report_service.h"

/// What the programs share: an open keystore put together from its parts.
namespace keyward::app {

class Desk final : public engine::Workplace, private engine::StoreAdministration
{
public:
    enum class Access : std::uint8_t {
        Full,
        Look, ///< a preview: nothing that works on this desk can write to the keystore or beside it
    };
    static Result<std::unique_ptr<Desk>> sit(std::unique_ptr<keystore::SqliteStore> store,
                                             const crypto::ContextPtr &context, const Clock &clock,
                                             const std::shared_ptr<const estate::Catalogue> &catalogue,
                                             Access access = Access::Full);

    engine::Console &console() override { return *m_engine; }
    engine::AuditLog &log() override { return *m_engine; }
    engine::KeyBackup &keyBackup() override { return *m_keyBackup; }
    engine::Services &services() override { return m_services; }
    engine::AuditReports &reports() override { return *m_reports; }
    engine::StoreAdministration &administration() override { return *this; }
    Random &random() override { return *m_context; }

    // To look at; all that a desk held as const gives.
    engine::EstatePtr snapshot() const { return m_engine->snapshot(); }
    const engine::Engine &engine() const { return *m_engine; }
    engine::AuditLog &log() const { return *m_engine; }
    const keystore::SqliteStore &store() const { return *m_store; }
    /// Guarded as the access says.
    keystore::Store &records() const { return m_guard ? static_cast<keystore::Store &>(*m_guard) : *m_store; }
    const engine::DocumentSigner &signer() const { return *m_signer; }
    engine::KeyUsage &usage() const { return *m_usage; }
    Random &random() const { return *m_context; }
    /// Of all services. What is opened for it is logged; where nothing can be, it stays unopened.
    Result<std::vector<engine::DataCheck>> verifyData(engine::Depth depth,
                                                      const engine::ProgressCallback &progress) const;
    Result<estate::command::ImportKey> lookAtImport(const engine::ImportRequest &request,
                                                    const estate::Actor &actor) const
    {
        return m_keyImport->look(request, actor);
    }

    // For the composition roots themselves.
    keystore::SqliteStore &store() { return *m_store; }
    engine::Engine &engine() { return *m_engine; }
    engine::KeyOperations &keys() { return *m_keys; }
    engine::DocumentSigner &signer() { return *m_signer; }
    engine::KeyImport &keyImport() { return *m_keyImport; }
    engine::Applications &applications() { return *m_applications; }
    engine::Scheduler &scheduler() { return *m_scheduler; }

private:
    Desk() = default;
    engine::StoreFacts facts() override;
    Result<engine::RecoveryKey> newRecoveryKey() override;
    Status enrol(const engine::RecoveryKey &key, const estate::Actor &actor) override;
    Status copyTo(const std::filesystem::path &file) override { return m_store->copyTo(file); }

    crypto::ContextPtr m_context;
    std::unique_ptr<keystore::SqliteStore> m_store;
    std::unique_ptr<keystore::ReadOnlyStore> m_guard; ///< where only looking is allowed
    std::unique_ptr<custody::SoftwareCustody> m_custody;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<engine::GroupCommit> m_commit;
    std::unique_ptr<engine::AuditedKeyOperations> m_keys;
    std::vector<std::unique_ptr<engine::Service>> m_owned;
    engine::Services m_services;
    std::unique_ptr<engine::StoreSigner> m_signer;
    std::unique_ptr<engine::StoreKeyBackup> m_keyBackup;
    std::unique_ptr<engine::StoreKeyImport> m_keyImport;
    std::unique_ptr<engine::StoreApplications> m_applications;
    std::unique_ptr<engine::KeyUsage> m_usage;
    std::unique_ptr<reports::ReportService> m_reports;
    std::unique_ptr<engine::Scheduler> m_scheduler; ///< ends before everything it works with
};

/// The log entry of something done to the keystore itself.
Bytes auditPayload(Random &random, const estate::Actor &actor, Instant now, const std::string &operation,
                   const std::string &reason);

std::filesystem::path stateFolder(); ///< of this user, for the high-water mark
std::string userName();
Result<std::shared_ptr<const estate::Catalogue>> loadCatalogue(); ///< the one that ships with the program

} // namespace keyward::app
