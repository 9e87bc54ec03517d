// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-2: all data keys of a server from under what wrapped them to under its protector.

#include "backend/estate/services/preparation.h"
#include "backend/estate/services/sql_server/rewrap.h"
#include "backend/protection/sql_server/sql_service.h"

#include <algorithm>
#include <thread>

namespace keyward::protection {

using namespace estate;
using engine::systemActor;

namespace {

// Data keys that are noted together: many, as each note waits for the disk; fewer towards the end, where nobody else is
// left to use the processor meanwhile.
constexpr std::size_t largestBatch = 500;
constexpr std::size_t smallestBatch = 50;
constexpr std::size_t rewrapsAtATime = 3;
constexpr auto lookAgain = std::chrono::milliseconds(50);

} // namespace

Status SqlService::rewrap(const ResourceId &server, const Actor &actor, const ProgressCallback &progress)
{
    const auto estate = m_parts.console.snapshot();
    if (const auto *now = estate->resource(server); now && !someWrappedOtherwise(*estate, *now)) return {};
    const auto job = m_parts.context->id<JobId>();
    return m_jobs.run({.id = job, .begin = {command::StartRewrap{server, job}}, .actor = actor}, progress,
                      [&](const Job &running, auto &watch) { return rewrapAll(running, watch); });
}

Result<bool> SqlService::rewrapWhatIsLeft(const ResourceId &id, const ProgressCallback &progress)
{
    const auto estate = m_parts.console.snapshot();
    const auto *server = estate->resource(id);
    if (!server || server->loss || !someWrappedOtherwise(*estate, *server)) return false;
    return rewrap(id, systemActor, progress).transform([] { return true; });
}

/// What is done is noted as it goes, so that whoever goes on after a crash begins there. Several batches are under way
/// at a time: while one waits for the disk or the log, others use the processor.
Status SqlService::rewrapAll(const Job &job, engine::JobProgress &progress)
{
    progress.step("Wrapping data keys");
    Rewrap all{.server = job.resource, .working = rewrapsAtATime};
    const auto work = [&] {
        while (const auto some = nextBatch(all)) {
            const auto wrapped = rewrapSome(*some);
            const std::lock_guard lock(all.mutex);
            all.done += some->databases.size();
            if (!wrapped) all.failed = wrapped.error();
        }
        const std::lock_guard lock(all.mutex);
        --all.working;
        all.changed.notify_all();
    };
    std::vector<std::jthread> workers;
    workers.reserve(rewrapsAtATime);
    for (std::size_t i = 0; i < rewrapsAtATime; ++i) workers.emplace_back(work);
    {
        std::unique_lock lock(all.mutex);
        while (!all.changed.wait_for(lock, lookAgain, [&] { return all.working == 0; })) {
            const auto done = all.done;
            lock.unlock();
            const bool goOn = progress({.bytes = 0, .files = done});
            lock.lock();
            all.stop |= !goOn;
        }
    }
    if (all.failed) return std::unexpected(*all.failed);
    if (all.stop || !progress({.bytes = 0, .files = all.done})) return fail(Code::Cancelled);
    return enter(command::EndJob{job.id, JobState::Succeeded, {}, {}, false});
}

std::optional<SqlService::RewrapBatch> SqlService::nextBatch(Rewrap &all)
{
    const std::lock_guard lock(all.mutex);
    if (all.stop) return {};
    RewrapBatch out{.estate = m_parts.console.snapshot(), .server = nullptr, .databases = {}};
    out.server = out.estate->resource(all.server);
    if (!out.server) {
        all.failed = Error{Code::NotFound, all.server.text(), {"resource"}, {}};
        return {};
    }
    if (all.waiting.empty()) // all of them at first; then what came meanwhile
        for (const auto *database : wrappedOtherwise(*out.estate, *out.server))
            if (all.tried.insert(database->id).second) all.waiting.push_back(database->id);
    const auto batch = std::clamp(all.waiting.size() / (2 * rewrapsAtATime), smallestBatch, largestBatch);
    for (; !all.waiting.empty() && out.databases.size() < batch; all.waiting.pop_front()) {
        const auto *database = out.estate->database(all.waiting.front());
        if (database && database->encrypted) out.databases.push_back(database); // not dropped or converted meanwhile
    }
    return out.databases.empty() ? std::nullopt : std::optional(std::move(out));
}

/// Those that are under one key go together. The boot records are on the disk before the estate says so: what is in
/// doubt is still thought to need the former key.
Status SqlService::rewrapSome(const RewrapBatch &some)
{
    const auto &[estate, serverNow, databases] = some;
    const auto &server = *serverNow;
    const auto by = boundKey(*estate, server);
    std::optional<Error> failed;
    std::vector<std::filesystem::path> written;
    std::vector<DatabaseId> there; // also what an interrupted job wrote and did not note
    std::map<std::pair<std::optional<std::pair<KeyId, VersionId>>, WrapAlgorithm>, std::vector<NewBootRecord>> under;
    for (const auto *database : databases) {
        auto boot = readBootRecord(folderOf(*database), database->id);
        if (!boot) {
            failed = boot.error();
            continue;
        }
        if (sameKeyVersion(boot->by, by))
            there.push_back(database->id);
        else
            under[{boot->by ? std::optional(std::pair(boot->by->key, boot->by->version)) : std::nullopt,
                   boot->algorithm}]
                .push_back({folderOf(*database), *std::move(boot)});
    }
    for (auto &[from, records] : under) {
        engine::RewrapOrder order{.service = server.name.text(),
                                  .from = {},
                                  .to = {},
                                  .algorithm = WrapAlgorithm::RsaOaep256,
                                  .algorithmBefore = from.second,
                                  .wrapped = {}};
        if (const auto &before = records.front().record.by) {
            KEYWARD_TRY(order.from, keyRequest(*estate, server, *before));
        }
        if (by) {
            KEYWARD_CHECK(notExpired(*estate, server, m_parts.console.now()));
            KEYWARD_TRY(order.to, keyRequest(*estate, server, *by));
        }
        for (const auto &one : records) order.wrapped.push_back(one.record.wrapped);
        KEYWARD_TRY(auto wrapped, m_parts.keys.rewrap(order));
        std::vector<NewBootRecord> fresh;
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (!wrapped[i]) {
                failed = wrapped[i].error();
                continue;
            }
            records[i].record.by = by;
            records[i].record.algorithm = by ? WrapAlgorithm::RsaOaep256 : WrapAlgorithm::AesKw;
            records[i].record.wrapped = *std::move(wrapped[i]);
            fresh.push_back(std::move(records[i]));
        }
        std::erase_if(fresh, [](const NewBootRecord &one) { // dropped meanwhile
            std::error_code ignored;
            return !std::filesystem::exists(one.folder, ignored);
        });
        KEYWARD_CHECK(writeBootRecords(fresh, m_parts.folder));
        for (const auto &one : fresh) {
            there.push_back(one.record.database);
            written.push_back(one.folder);
        }
    }
    if (!there.empty()) KEYWARD_CHECK(enter(command::NoteRewrapped{server.id, there, by}));
    for (const auto &folder : written) KEYWARD_CHECK(forgetFormerRecord(folder));
    return failed ? Status(std::unexpected(*failed)) : Status{};
}

} // namespace keyward::protection
