// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/local_workplace.h"

#include "app/desk/catalogue.h"
#include "backend/service/agent.h"

#include <algorithm>
#include <thread>

namespace keyward::app {
namespace {

/// What the last one to hold the store may have left: an older format, copies half written. Both are noted in its log;
/// where that cannot be written, the store can still be looked at.
void settle(keystore::SqliteStore &store, engine::Engine &engine, Random &random)
{
    const auto note = [&](const char *operation, std::string reason) {
        auto entry = engine::entryBy(estate::Actor::system(), operation, "keystore");
        entry.reason = std::move(reason);
        entry.correlation = random.id<CorrelationId>();
        [[maybe_unused]] const auto noted = engine.note(entry);
    };
    if (store.needsForward())
        note("store.forward", "Bring the keystore to format " + std::to_string(keystore::currentFormat) +
                                  ": its head covers unlock slots and header, and each entry from here on has a hash "
                                  "of its own contents");
    for (const auto &path : store.clearLeftovers())
        note("store.clear",
             "Remove " + path.string() + ", a copy of the keystore left half written by a process that was ended");
}

Result<Millis> agentTime(const StorePath &store)
{
    return service::askAgentForStatus(store).transform(
        [](const service::AgentStatus &status) { return Millis(status.left); });
}

} // namespace

Result<std::unique_ptr<LocalWorkplace>> LocalWorkplace::open(Needs needs)
{
    std::unique_ptr<LocalWorkplace> at(new LocalWorkplace);
    const auto &context = at->m_context = std::move(needs.context);
    at->m_store = std::move(needs.store);
    auto *raw = at->m_store.get();
    if (needs.lookOnly) at->m_guard = std::make_unique<keystore::ReadOnlyStore>(*raw);
    auto &records = at->m_guard ? static_cast<keystore::Store &>(*at->m_guard) : *raw;
    at->m_custody =
        std::make_unique<custody::SoftwareCustody>(context, [raw](const RecordId &id) { return raw->readSecret(id); });
    KEYWARD_TRY(at->m_engine, engine::Engine::open({records, *at->m_custody, needs.clock, *context, context,
                                                    needs.catalogue, raw->folder(), false, needs.lookOnly}));
    auto &engine = *at->m_engine;
    if (!needs.lookOnly) settle(*raw, engine, *context);
    at->m_commit = std::make_unique<engine::GroupCommit>(engine);
    const auto cores = static_cast<std::ptrdiff_t>(std::max(1u, std::thread::hardware_concurrency()));
    at->m_keys = std::make_unique<engine::AuditedKeyOperations>(engine, *at->m_commit, cores);
    at->m_owned = makeServices({engine, *at->m_keys, context, raw->folder(), &at->m_services});
    for (const auto &service : at->m_owned) at->m_services.add(*service);
    engine.settleBy([workplace = at.get()](const estate::ResourceId &id) {
        if (auto *service = workplace->m_services.of(*workplace->m_engine->snapshot(), id)) service->settle(id);
    });
    at->m_signer = std::make_unique<engine::StoreSigner>(engine);
    at->m_keyBackup = std::make_unique<engine::StoreKeyBackup>(engine);
    at->m_keyImport = std::make_unique<engine::StoreKeyImport>(engine);
    at->m_applications = std::make_unique<engine::StoreApplications>(engine);
    KEYWARD_TRY(auto prices, loadPrices());
    at->m_usage = std::make_unique<engine::KeyUsage>(engine, std::move(prices));
    at->m_forwarder = std::make_unique<siem::LogForwarder>(siem::LogForwarder::Parts{.engine = engine});
    at->m_reports = std::make_unique<reports::ReportService>(reports::ReportService::Parts{
        engine, engine, *at->m_usage, *at->m_signer, raw->id().text(), *context, *at->m_forwarder});
    at->m_administrator = std::make_unique<engine::StoreAdministrator>(
        engine::StoreAdministrator::Parts{*raw, records, engine, at->m_services, service::askAgentToLock, agentTime});
    at->m_scheduler = std::make_unique<engine::Scheduler>(
        engine::Scheduler::Parts{engine, at->m_services, *raw, at->m_forwarder.get()});
    at->consistOf({.console = &engine,
                   .log = &engine,
                   .usage = at->m_usage.get(),
                   .keys = at->m_keys.get(),
                   .keyBackup = at->m_keyBackup.get(),
                   .keyImport = at->m_keyImport.get(),
                   .applications = at->m_applications.get(),
                   .services = &at->m_services,
                   .jobs = &engine,
                   .schedules = at->m_scheduler.get(),
                   .siem = at->m_forwarder.get(),
                   .reports = at->m_reports.get(),
                   .administration = at->m_administrator.get(),
                   .random = context.get()});
    return at;
}

} // namespace keyward::app
