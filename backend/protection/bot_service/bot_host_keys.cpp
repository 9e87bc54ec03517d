// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// BOT-11, BOT-12: what is stored of a bot, encrypted anew item by item when another key is set; and looked at, and
// destroyed. Meanwhile items of both kinds are read, and new ones go under the new key alone.

#include "backend/estate/apply.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/regions.h"
#include "backend/protection/bot_service/bot_host.h"
#include "backend/protection/check_each.h"

#include <algorithm>

namespace keyward::protection {

using namespace estate;
using engine::DataCheck;
using engine::systemActor;
using Kind = BotItems::Kind;

namespace {

constexpr std::uint64_t batch = 500; // items that change together, and between two questions to the vault

/// The keys of the inner layer that are left, as the estate has them now.
std::vector<BotKeyId> leftKeys(const Estate &estate, const ResourceId &bot)
{
    std::vector<BotKeyId> out;
    const auto *resource = estate.resource(bot);
    const auto *facet = resource ? facetOf<BotService>(*resource) : nullptr;
    if (!facet) return out;
    for (const auto *key : keysToEmpty(*facet)) out.push_back(key->id);
    return out;
}

} // namespace

void BotHost::settle(const ResourceId &bot)
{
    const auto estate = m_parts.console.snapshot();
    const auto *resource = estate->resource(bot);
    if (!resource || !awaitsReencryption(*resource)) return;
    [[maybe_unused]] const auto done = reencrypt(bot, {}); // what fails is among the jobs
}

/// The data key comes first, so that nothing new is sealed under the former one from here on.
Result<std::uint64_t> BotHost::itemsToReencrypt(const ResourceId &bot)
{
    KEYWARD_TRY(auto session, BotSession::open(m_parts, bot));
    std::uint64_t out = 0;
    for (const auto &key : leftKeys(*m_parts.console.snapshot(), bot)) {
        KEYWARD_TRY(const auto items, session.items().countUnder(key));
        out += items;
    }
    return out;
}

Status BotHost::reencrypt(const ResourceId &bot, const ProgressCallback &progress)
{
    const auto job = m_parts.context->id<JobId>();
    const auto estate = m_parts.console.snapshot();
    const auto *resource = estate->resource(bot);
    const auto *facet = resource ? facetOf<BotService>(*resource) : nullptr;
    if (!facet) return fail(Code::NotFound, bot.text(), {"bot registration"});
    const auto items = itemsToReencrypt(bot);
    const command::StartReencryption start{.bot = bot, .job = job, .items = items.value_or(0)};
    return m_jobs.run({.id = job, .begin = {start}, .actor = systemActor, .bytesPerSecond = facet->bytesPerSecond},
                      progress, [&](const Job &running, auto &watch) -> Status {
                          if (!items) return std::unexpected(items.error()); // told as the job's failure
                          return reencryptAll(running, watch);
                      });
}

/// Each batch is a session of its own, so that whoever revokes a key, or sets another, is obeyed by the next one. What
/// is done is durable as it goes: whoever goes on after a crash begins there.
Status BotHost::reencryptAll(const Job &job, engine::JobProgress &progress)
{
    const auto bot = job.resource;
    progress.step("Encrypting items anew");
    std::uint64_t items = 0, bytes = 0;
    for (;;) {
        KEYWARD_TRY(auto session, BotSession::open(m_parts, bot));
        const auto left = leftKeys(*m_parts.console.snapshot(), bot);
        if (left.empty()) break;
        std::uint64_t some = 0;
        const auto sealSome = [&]() -> Status {
            KEYWARD_TRY(const bool current, session.items().isCurrent(session.current()));
            if (!current) return {}; // another key was set just now
            KEYWARD_TRY(auto found, session.items().under(left.front(), batch));
            for (auto &item : found) {
                KEYWARD_CHECK(session.sealAnew(item));
                KEYWARD_CHECK(session.items().put(item));
                bytes += item.sealed.size();
            }
            some = found.size();
            return {};
        };
        KEYWARD_CHECK(session.items().together(sealSome));
        items += some;
        if (!progress({.bytes = bytes, .files = items})) return fail(Code::Cancelled);
        if (some > 0) continue;
        KEYWARD_TRY(const auto under, session.items().countUnder(left.front()));
        if (under > 0) continue;
        const auto noted = m_parts.console.execute({command::NoteReencrypted{bot, left.front()}}, systemActor);
        if (!noted && noted.error().code != Code::Conflict) return std::unexpected(noted.error());
        KEYWARD_CHECK(session.items().removeKey(left.front())); // nothing can be opened with it any more
    }
    return m_parts.console.execute({command::EndJob{job.id, JobState::Succeeded, {}, {}, false}}, systemActor)
        .transform([](const auto &) {});
}

Result<std::string> BotHost::resume(const JobId &id, const Actor &, const ProgressCallback &progress)
{
    const auto estate = m_parts.console.snapshot();
    const auto *job = estate->job(id);
    if (!job) return fail(Code::NotFound, id.text(), {"job"});
    if (!workOf<ReencryptionWork>(*job))
        return fail(Code::ValueInvalid, id.text().substr(0, 8),
                    {"job to resume", said("a {0} is simply run again", kindText(*job))});
    KEYWARD_CHECK(reencrypt(job->resource, progress));
    return "encrypted the data of " + nameOf(*estate, job->resource) + " anew";
}

void BotHost::runDue(engine::DueWork &out, const ProgressCallback &progress)
{
    std::vector<ResourceId> bots;
    const auto begun = m_parts.console.snapshot();
    for (const auto &[id, resource] : begun->resources())
        if (facetOf<BotService>(*resource)) bots.push_back(id);
    for (const auto &id : bots) {
        if (progress && !progress({})) return;
        const auto estate = m_parts.console.snapshot();
        const auto *bot = estate->resource(id);
        if (!bot || outageOf(*estate, bot->place.region)) continue;
        deliverWhatIsDue(id, out, progress);
        if (!awaitsReencryption(*bot)) continue;
        const auto done = reencrypt(id, progress);
        if (done)
            out.done.push_back("Encrypt the data of " + bot->name.text() + " anew");
        else if (done.error().code != Code::Busy) // another process is at it
            out.failed.push_back(done.error());
    }
}

DataCheck BotHost::look(const Resource &bot, engine::Depth depth, const ProgressCallback &progress)
{
    using State = DataCheck::State;
    const auto as = [&](State state, std::optional<Error> why = {}) {
        return DataCheck{.data = recordOf(bot.id), .state = state, .reason = std::move(why)};
    };
    const auto folder = m_parts.folder / facetOf<BotService>(bot)->folder;
    std::error_code error;
    for (const char *file : {"items", "outer"})
        if (!std::filesystem::is_regular_file(folder / file, error))
            return as(State::Damaged, Error{Code::BotDamaged, bot.name.text(), {said("its file is missing")}, {}});
    if (depth == engine::Depth::Presence) return as(State::Unopened);
    const auto failed = [&](const Error &why) {
        return as(why.code == Code::BotDamaged ? State::Damaged : State::Unopened, why);
    };
    auto outer = BotSession::openOuter(m_parts, bot.id);
    if (!outer) return failed(outer.error());
    if (const auto whole = outer->has_value() ? (*outer)->checkWhole() : Status{}; !whole)
        return as(State::Damaged, Error{Code::BotDamaged, bot.name.text(), {sentence(whole.error())}, {}});
    auto session = BotSession::open(m_parts, bot.id);
    if (!session) return failed(session.error());
    for (const auto kind : {Kind::Setting, Kind::Channel, Kind::ChannelSecret, Kind::Endpoint, Kind::Conversation}) {
        const auto items = session->items().all(kind);
        if (!items) return as(State::Damaged, items.error());
        for (const auto &item : *items) {
            if (progress && !progress({})) return as(State::Unopened, Error{Code::Cancelled, {}, {}, {}});
            if (const auto opens = session->check(item); !opens) return failed(opens.error());
        }
    }
    return as(State::Whole);
}

Result<std::vector<DataCheck>> BotHost::verify(engine::Depth depth, const ProgressCallback &progress)
{
    const auto has = [](const Resource &resource) {
        const auto *facet = facetOf<BotService>(resource);
        return facet && !facet->keys.empty();
    };
    return checkEach(
        *m_parts.console.snapshot(), has, [&](const Resource &bot) { return look(bot, depth, progress); }, progress);
}

Result<std::uint64_t> BotHost::deleteData(const ResourceId &bot, const Actor &actor)
{
    KEYWARD_CHECK(m_parts.console.execute({command::DeleteBotData{bot}}, actor).transform([](const auto &) {}));
    return 1;
}

} // namespace keyward::protection
