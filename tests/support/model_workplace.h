// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/recovery_services_vault.h"
#include "backend/engine/api/workplace.h"
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
        consistOf({.console = this,
                   .keyBackup = this,
                   .services = &m_services,
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
                                                             request.includes, request.intoRegion}},
                              who, {})
                          .transform([](const auto &) {}));
        return engine::RestoreOutcome{job, {}};
    }
    Result<std::vector<engine::ArchivedFile>> list(const estate::PointId &) override { return fail(Code::Internal); }

    Status copyTo(const std::filesystem::path &) override { return {}; } // the command says where

private:
    Model m_model;
    engine::Services m_services;
};

} // namespace keyward::test
