// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/services.h"
#include "backend/custody/software_custody.h"
#include "backend/engine/api/key_usage.h"
#include "backend/engine/api/workplace.h"
#include "backend/engine/audited_key_operations.h"
#include "backend/engine/scheduler.h"
#include "backend/engine/store_administration.h"
#include "backend/engine/store_applications.h"
#include "backend/engine/store_import.h"
#include "backend/engine/store_keys.h"
#include "backend/keystore/read_only_store.h"
#include "backend/keystore/sqlite_store.h"
#include "backend/reports/report_service.h"
#include "backend/siem/log_forwarder.h"

namespace keyward::app {

/// A keystore in a file of this machine, put together from its parts.
class LocalWorkplace final : public engine::Workplace
{
public:
    struct Needs {
        std::unique_ptr<keystore::SqliteStore> store;
        crypto::ContextPtr context;
        const Clock &clock;
        std::shared_ptr<const estate::Catalogue> catalogue;
        bool lookOnly = false; ///< as in engine::Holding
    };
    static Result<std::unique_ptr<LocalWorkplace>> open(Needs needs);
    /// From now on what is due is carried out by itself, first after 'every'.
    void runSchedules(Millis every) { m_scheduler->start(every); }

private:
    LocalWorkplace() = default;

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
    std::unique_ptr<engine::StoreAdministrator> m_administrator;
    std::unique_ptr<siem::LogForwarder> m_forwarder;
    std::unique_ptr<engine::Scheduler> m_scheduler; ///< ends before everything it works with
};

} // namespace keyward::app
