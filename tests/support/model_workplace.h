// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/recovery_services_vault.h"
#include "backend/engine/api/services/sql_server.h"
#include "backend/engine/api/siem.h"
#include "backend/engine/api/workplace.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/services/sql_server/access.h"
#include "tests/support/fixture.h"
#include "tests/support/no_administration.h"

namespace keyward::test {

/// A model behind the door of engine/api. What is done through the door is done to the model, and remembered as the
/// command that it comes to. There is no log, and nothing to report.
class ModelWorkplace final : public engine::Workplace,
                             engine::Console,
                             engine::KeyBackup,
                             engine::FolderBackups,
                             NoAdministration
{
public:
    explicit ModelWorkplace(Model model) : m_model(std::move(model))
    {
        m_services.add(*this);
        m_services.add(m_servers);
        consistOf({.console = this,
                   .keyBackup = this,
                   .services = &m_services,
                   .siem = &m_receivers,
                   .administration = this,
                   .random = context().get()});
    }
    std::vector<estate::Command> commands; ///< also those that were refused

    engine::EstatePtr snapshot() const override { return std::make_shared<const estate::Estate>(m_model.estate); }
    estate::Assessment assessment() const override { return estate::assess(m_model.estate, m_model.now); }
    engine::Published published() const override { return {snapshot(), assessment(), now()}; }
    Instant now() const override { return m_model.now; }
    Result<engine::EstatePtr> execute(const estate::Command &command, const estate::Actor &,
                                      std::vector<engine::MaterialWrite>) override
    {
        commands.push_back(command);
        KEYWARD_CHECK(m_model.run(command.action, command.overrideClaims));
        std::vector<estate::ResourceId> all;
        for (const auto &[id_, resource] : m_model.estate.resources()) all.push_back(id_);
        for (const auto &id_ : all) settleIn(m_model.estate, id_); // as services do
        return snapshot();
    }
    Status refresh() override { return {}; }
    Status note(const engine::AuditEntry &) override { return {}; }
    engine::Listening listen(std::function<void(engine::EstatePtr)>) override { return engine::Listening(nullptr); }

    Result<Bytes> backUp(const estate::KeyId &, const estate::Actor &) override { return fail(Code::Internal); }
    Status backUpTo(const estate::KeyId &key, const std::filesystem::path &file, const estate::Actor &who) override
    {
        return execute({estate::command::NoteKeyBackup{key, file.string()}}, who, {}).transform([](const auto &) {});
    }
    Result<estate::KeyId> restore(const estate::VaultId &, ByteView, const estate::Actor &) override
    {
        return fail(Code::Internal);
    }

    Result<estate::PointId> backUp(const engine::BackupRequest &request, const estate::Actor &who,
                                   const engine::ProgressCallback &) override
    {
        const estate::command::StartBackup start{
            request.resource,        id<estate::JobId>(),    id<estate::PointId>(), {},
            request.source.string(), request.skipUnreadable, request.scheduled,     request.kind};
        KEYWARD_CHECK(execute({start}, who, {}).transform([](const auto &) {}));
        return m_model.point(request.resource);
    }
    std::string_view name() const override { return estate::RecoveryServicesVault::service; }
    void runDue(engine::DueWork &, const engine::ProgressCallback &) override {}
    void settle(const estate::ResourceId &) override {}
    Result<std::string> resume(const estate::JobId &job, const estate::Actor &who,
                               const engine::ProgressCallback &) override
    {
        const estate::command::ResumeBackup again{job, id<estate::PointId>(), {}};
        KEYWARD_CHECK(execute({again}, who, {}).transform([](const auto &) {}));
        return "made recovery point " + again.point.text();
    }
    Result<std::vector<engine::DataCheck>> verify(engine::Depth, const engine::ProgressCallback &) override
    {
        return fail(Code::Internal);
    }
    Result<std::uint64_t> deleteData(const estate::ResourceId &, const estate::Actor &) override
    {
        return fail(Code::Internal);
    }
    Status check(const estate::PointId &) override { return fail(Code::Internal); }
    Result<engine::RestoreOutcome> restore(const engine::RestoreRequest &request, const estate::Actor &who,
                                           const engine::ProgressCallback &) override
    {
        const auto job = id<estate::JobId>();
        KEYWARD_CHECK(execute({estate::command::StartRestore{job, request.point, request.target.string(),
                                                             request.includes, request.intoRegion, request.into}},
                              who, {})
                          .transform([](const auto &) {}));
        return engine::RestoreOutcome{job, {}};
    }
    Result<std::vector<engine::ArchivedFile>> list(const estate::PointId &) override { return fail(Code::Internal); }

    Status copyTo(const std::filesystem::path &) override { return {}; } // the command says where

private:
    /// What is asked of SQL servers, as the commands that it begins with.
    class Servers final : public engine::SqlServers
    {
    public:
        explicit Servers(ModelWorkplace &all) : m_all(all) {}
        std::string_view name() const override { return estate::SqlServer::service; }
        void runDue(engine::DueWork &, const engine::ProgressCallback &) override {}
        void settle(const estate::ResourceId &) override {}
        Result<std::string> resume(const estate::JobId &, const estate::Actor &,
                                   const engine::ProgressCallback &) override
        {
            return fail(Code::Internal);
        }
        Result<std::vector<engine::DataCheck>> verify(engine::Depth, const engine::ProgressCallback &) override
        {
            return fail(Code::Internal);
        }
        Result<std::uint64_t> deleteData(const estate::ResourceId &, const estate::Actor &) override
        {
            return fail(Code::Internal);
        }
        Result<estate::DatabaseId> create(const engine::NewDatabase &what, const estate::Actor &who,
                                          const engine::ProgressCallback &) override
        {
            const estate::command::StartDatabase start{.server = what.server,
                                                       .job = id<estate::JobId>(),
                                                       .database = id<estate::DatabaseId>(),
                                                       .name = what.name,
                                                       .folder = {},
                                                       .source = what.file.string(),
                                                       .script = what.source == engine::NewDatabase::Source::Script,
                                                       .encrypted = what.encrypted};
            KEYWARD_CHECK(m_all.execute({start}, who, {}).transform([](const auto &) {}));
            const estate::command::FinishDatabase finish{
                start.job,
                {.id = start.database,
                 .server = what.server,
                 .name = what.name,
                 .encrypted = what.encrypted,
                 .wrappedBy = what.encrypted ? protector(what.server) : std::nullopt,
                 .job = start.job,
                 .folder = {}}};
            KEYWARD_CHECK(m_all.m_model.run(finish, true));
            return start.database;
        }
        Result<estate::DatabaseId> replicate(const estate::DatabaseId &primary, const estate::ResourceId &server,
                                             const estate::Actor &who, const engine::ProgressCallback &) override
        {
            const estate::command::StartReplica start{.primary = primary,
                                                      .server = server,
                                                      .job = id<estate::JobId>(),
                                                      .replica = id<estate::DatabaseId>(),
                                                      .folder = {}};
            KEYWARD_CHECK(m_all.execute({start}, who, {}).transform([](const auto &) {}));
            const auto &database = *m_all.m_model.estate.database(primary);
            const estate::command::FinishReplica finish{
                start.job,
                {.id = start.replica,
                 .server = server,
                 .name = database.name,
                 .encrypted = database.encrypted,
                 .wrappedBy = database.encrypted ? protector(server) : std::nullopt,
                 .job = start.job,
                 .folder = {},
                 .dropped = {},
                 .replication = estate::Replication{.primary = primary, .asOf = m_all.m_model.now}}};
            KEYWARD_CHECK(m_all.m_model.run(finish, true));
            return start.replica;
        }
        Result<std::uint64_t> syncReplica(const estate::DatabaseId &, const engine::ProgressCallback &) override
        {
            return std::uint64_t(0);
        }
        Status failOver(const estate::DatabaseId &replica, bool, const estate::Actor &who,
                        const engine::ProgressCallback &) override
        {
            const auto &estate = m_all.m_model.estate;
            const auto *one = estate.database(replica);
            const bool complete =
                one && one->replication && estate::mayBeOpened(estate, one->replication->primary).has_value();
            return m_all.execute({estate::command::FailOver{.replica = replica, .complete = complete}}, who, {})
                .transform([](const auto &) {});
        }
        Status setEncryption(const estate::DatabaseId &database, bool encrypted, const estate::Actor &who,
                             const engine::ProgressCallback &) override
        {
            const estate::command::StartConversion start{
                .database = database, .job = id<estate::JobId>(), .encrypted = encrypted, .folder = {}};
            return m_all.execute({start}, who, {}).transform([](const auto &) {});
        }
        Status exportPlain(const estate::DatabaseId &, const std::filesystem::path &, const estate::Actor &,
                           const engine::ProgressCallback &) override
        {
            return fail(Code::Internal);
        }
        Result<estate::DatabaseBackupId> backUp(const estate::DatabaseId &database, const estate::Actor &who,
                                                const engine::ProgressCallback &) override
        {
            const estate::command::StartDatabaseBackup start{.database = database,
                                                             .job = id<estate::JobId>(),
                                                             .backup = id<estate::DatabaseBackupId>(),
                                                             .folder = {}};
            KEYWARD_CHECK(m_all.execute({start}, who, {}).transform([](const auto &) {}));
            const auto &from = *m_all.m_model.estate.database(database);
            KEYWARD_CHECK(m_all.m_model.run(estate::command::FinishDatabaseBackup{start.job,
                                                                                  {.id = start.backup,
                                                                                   .server = from.server,
                                                                                   .database = database,
                                                                                   .databaseName = from.name.text(),
                                                                                   .made = m_all.m_model.now,
                                                                                   .encrypted = from.encrypted,
                                                                                   .wrappedBy = from.wrappedBy,
                                                                                   .bytes = 0,
                                                                                   .digest = {},
                                                                                   .job = start.job,
                                                                                   .folder = {}}},
                                            true));
            return start.backup;
        }
        Result<estate::DatabaseId> restore(const engine::DatabaseRestore &what, const estate::Actor &who,
                                           const engine::ProgressCallback &) override
        {
            const estate::command::StartDatabaseRestore start{.backup = what.backup,
                                                              .server = what.server,
                                                              .name = what.name,
                                                              .job = id<estate::JobId>(),
                                                              .database = id<estate::DatabaseId>(),
                                                              .folder = {}};
            KEYWARD_CHECK(m_all.execute({start}, who, {}).transform([](const auto &) {}));
            const bool encrypted = m_all.m_model.estate.databaseBackup(what.backup)->encrypted;
            KEYWARD_CHECK(m_all.m_model.run(
                estate::command::FinishDatabase{start.job,
                                                {.id = start.database,
                                                 .server = what.server,
                                                 .name = what.name,
                                                 .encrypted = encrypted,
                                                 .wrappedBy = encrypted ? protector(what.server) : std::nullopt,
                                                 .job = start.job,
                                                 .folder = {}}},
                true));
            return start.database;
        }
        Result<std::unique_ptr<engine::SqlConnection>> connect(const estate::DatabaseId &) override
        {
            return fail(Code::Internal);
        }
        Status rewrap(const estate::ResourceId &, const estate::Actor &, const engine::ProgressCallback &) override
        {
            return fail(Code::Internal);
        }
        Status checkAccess(const estate::ResourceId &) override { return fail(Code::Internal); }
        std::size_t connections(const estate::ResourceId &) const override { return 0; }

    private:
        std::optional<estate::WrappedBy> protector(const estate::ResourceId &server) const
        {
            const auto &binding = m_all.m_model.estate.resource(server)->binding;
            if (!binding) return {};
            return estate::WrappedBy{binding->vault, binding->key, binding->version, {}};
        }
        ModelWorkplace &m_all;
    };

    /// Receivers that take everything at once.
    class Receivers final : public engine::Siem
    {
    public:
        Result<engine::SiemStanding> standing(const estate::SiemReceiverId &) const override
        {
            return engine::SiemStanding{};
        }
        Result<Sentence> test(const estate::SiemReceiverId &, const estate::Actor &,
                              const engine::ProgressCallback &) override
        {
            return said("It was read");
        }
        void forward(engine::DueWork &, const engine::ProgressCallback &) override {}
        Result<std::string> trustFrom(const std::filesystem::path &) const override { return "PEM"; }
    };

    Model m_model;
    Receivers m_receivers;
    Servers m_servers{*this};
    engine::Services m_services;
};

} // namespace keyward::test
