// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/engine.h"

#include "backend/crypto/asymmetric.h"
#include "backend/estate/describe.h"
#include "backend/estate/records.h"
#include "backend/estate/row.h"
#include "backend/estate/services/list.h"

#include <algorithm>

namespace keyward::engine {
namespace {

using namespace estate;

constexpr int conflictTries = 50;
constexpr Millis suspiciousJump = Days(1);

AuditEntry entryFor(const Estate &estate, const Command &command, const Actor &actor, Instant at, Random &random)
{
    auto entry = entryAbout(estate, command, actor, at, random);
    entry.reason = describe(estate, command.action).text() +
                   (command.overrideClaims && actor.kind != Actor::Kind::System ? " (overriding live claims)" : "");
    return entry;
}

/// Under which ids secrets stand only the store knows: nothing is ever written over one.
Status newIdsFreeIn(keystore::Store &store, const NewIds &ids)
{
    for (const auto &made : ids) {
        const auto there = store.readSecret(made.id);
        if (there || there.error().code == Code::RecordTampered)
            return fail(Code::IdTaken, made.id.text()); // a secret, or a record of another purpose
        if (there.error().code != Code::StoreDamaged) return std::unexpected(there.error()); // damaged: "is missing"
    }
    return {};
}

/// Under which id a secret is to be made; none for effects of another kind.
std::optional<RecordId> materialOf(const Effect &effect)
{
    if (const auto *key = std::get_if<effect::MakeKey>(&effect)) return key->material;
    if (const auto *secret = std::get_if<effect::MakeSecret>(&effect)) return secret->material;
    return std::nullopt;
}

std::uint64_t microsSince(std::chrono::steady_clock::time_point start)
{
    return static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
}

} // namespace

Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(Parts parts)
{
    std::unique_ptr<Engine> engine(new Engine(std::move(parts)));
    KEYWARD_CHECK(engine->load());
    if (engine->m_parts.lookOnly && engine->snapshot()->initialised()) return engine;
    if (!engine->snapshot()->initialised()) KEYWARD_CHECK(engine->initialise());
    KEYWARD_CHECK(engine->adoptPlaces());
    KEYWARD_CHECK(engine->reapJobs());
    return engine;
}

/// What to name in the refusal of a record: the keystore where a newer Keyward wrote it.
std::string Engine::unreadable(const Error &why, const RecordId &id) const
{
    if (why.code != Code::StoreNewer) return id.text();
    return std::filesystem::path(m_parts.folder).replace_extension().string();
}

Status Engine::load()
{
    std::array<std::vector<Entity>, 2> parts;
    Status status;
    for (int attempt = 0; attempt < conflictTries; ++attempt) {
        for (auto &part : parts) part.clear();
        status = m_parts.store.load([&](unsigned part, const RecordId &id, ByteView plain) -> Status {
            auto entity = decode(plain);
            if (!entity) return fail(entity.error().code, unreadable(entity.error(), id), entity.error().arguments);
            parts[part].push_back(std::move(*entity));
            return {};
        });
        if (status || status.error().code != Code::Conflict) break;
    }
    if (!status) return status;
    Estate estate(m_parts.catalogue);
    for (auto &part : parts)
        for (auto &entity : part) put(estate, std::move(entity));
    takeUpFacets(estate);
    m_assessment = assess(estate, now());
    m_snapshot.store(std::make_shared<const Estate>(std::move(estate)));
    return {};
}

Status Engine::initialise()
{
    auto &random = m_parts.random;
    const command::Initialise action{random.id<SettingsId>(),         guidText(random.id<RecordId>()),
                                     guidText(random.id<RecordId>()), random.id<RecordId>(),
                                     random.id<RecordId>(),           random.id<RecordId>()};
    const auto done = execute({action}, Actor::owner("owner")); // whoever creates the file
    return done ? Status{} : std::unexpected(done.error());
}

/// Keystores of the first edition name their tenant, subscription and groups without listing them.
Status Engine::adoptPlaces()
{
    auto missing = missingPlaces(*snapshot(), [this] { return m_parts.random.id<RecordId>(); });
    if (missing.tenants.empty() && missing.subscriptions.empty() && missing.groups.empty()) return {};
    const auto done = execute({std::move(missing)}, Actor::system());
    if (done || done.error().code == Code::ReadOnly || done.error().code == Code::NoSpace)
        return {}; // it can still be looked at
    return std::unexpected(done.error());
}

Assessment Engine::assessment() const
{
    const std::lock_guard lock(m_assessmentMutex);
    return m_assessment;
}

Published Engine::published() const
{
    const auto at = now();
    const std::lock_guard lock(m_assessmentMutex);
    return {snapshot(), m_assessment, at};
}

void Engine::tell(const EstatePtr &changed)
{
    std::vector<std::shared_ptr<Listener>> listeners;
    {
        const std::lock_guard lock(m_listenersMutex);
        listeners.assign(m_listeners.begin(), m_listeners.end());
    }
    for (const auto &listener : listeners) {
        const std::lock_guard lock(listener->mutex);
        if (!listener->ended) listener->changed(changed);
    }
}

Instant Engine::now() const { return m_time.now(m_parts.clock.now(), m_parts.store.head().lastTime); }

/// Keys are made before the writer's lock is taken and folders removed after it was let go: what takes long must not
/// hold up an unwrap. Which keys, only the rules can say, so the lock is taken once to ask and once more with what was
/// made.
Result<EstatePtr> Engine::execute(const Command &command, const Actor &actor, std::vector<MaterialWrite> materials)
{
    const auto start = std::chrono::steady_clock::now();
    MadeMap made; // a write that lost a race uses again what was made for it
    for (;;) {
        EstatePtr published;
        Outside outside;
        {
            const std::lock_guard lock(m_writer);
            KEYWARD_TRY(outside, executeLocked(command, actor, materials, made, start));
            published = snapshot();
        }
        if (outside.toMake.empty()) {
            std::error_code ignored;
            for (const auto &folder : outside.toRemove) std::filesystem::remove_all(folder, ignored);
            tell(published);
            if (!m_settle || outside.toSettle.empty()) return published;
            for (const auto &resource : outside.toSettle) m_settle(resource);
            return snapshot();
        }
        KEYWARD_CHECK(makeAll(outside.toMake, made));
    }
}

Result<Engine::Outside> Engine::executeLocked(const Command &command, const Actor &actor,
                                              const std::vector<MaterialWrite> &materials, const MadeMap &made,
                                              Started start)
{
    if (snapshot()->initialised()) KEYWARD_CHECK(watchClock());
    for (int attempt = 0; attempt < conflictTries; ++attempt) {
        const auto before = snapshot();
        const auto at = now();
        auto change = apply(*before, command, actor, at);
        if (change) {
            if (const auto trusted = guardClock(*change); !trusted)
                change = std::unexpected(trusted.error());
            else if (const auto own = newIdsFreeIn(m_parts.store, factsOf(*before, command.action).makes); !own)
                change = std::unexpected(own.error());
        }
        if (!change) {
            logRefusal(command, actor, change.error(), at);
            return std::unexpected(change.error());
        }
        Outside outside;
        for (const auto &effect : change->effects)
            if (const auto material = materialOf(effect); material && !made.contains(*material))
                outside.toMake.push_back(effect);
        if (!outside.toMake.empty()) return outside;
        for (const auto &effect : change->effects)
            if (const auto material = materialOf(effect)) complete(*change, effect, made.at(*material).result);
        KEYWARD_TRY(auto batch, batchOf(*change, made, materials, at));
        auto entry = entryFor(*before, command, actor, at, m_parts.random);
        entry.durationMicros = microsSince(start);
        batch.audit.push_back(encodeEntry(entry));
        if (auto saved = m_parts.store.commit(batch); !saved) {
            if (saved.error().code != Code::Conflict) return std::unexpected(saved.error());
            KEYWARD_CHECK(refreshLocked());
            continue;
        }
        return publish(std::move(*change), at);
    }
    return fail(Code::Conflict);
}

Result<Engine::Made> Engine::make(const Effect &effect)
{
    if (const auto *key = std::get_if<effect::MakeKey>(&effect)) {
        KEYWARD_TRY(auto fresh, m_parts.custody.generate(key->spec));
        return Made{std::move(fresh.material), {std::move(fresh.spki)}};
    }
    const auto &secret = std::get<effect::MakeSecret>(effect);
    KEYWARD_TRY(auto bytes, crypto::SecretBytes::random(secret.size, m_parts.random));
    EffectResult result;
    if (secret.signer) {
        KEYWARD_TRY(result.publicPart, crypto::ed25519PublicKey(*m_parts.context, bytes));
    }
    return Made{std::move(bytes), std::move(result)};
}

Status Engine::makeAll(const std::vector<Effect> &effects, MadeMap &made)
{
    for (const auto &effect : effects) {
        KEYWARD_TRY(auto fresh, make(effect));
        made.emplace(*materialOf(effect), std::move(fresh));
    }
    return {};
}

Result<keystore::WriteBatch> Engine::batchOf(const Change &change, const MadeMap &made,
                                             const std::vector<MaterialWrite> &materials, Instant at)
{
    keystore::WriteBatch batch;
    batch.now = at;
    std::map<RecordId, Touched> last; // each record once, as it ends up
    for (const auto &touched : change.touched) last.insert_or_assign(touched.id, touched);
    for (const auto &[id, touched] : last) {
        if (touched.removed) {
            batch.erases.push_back(id);
            ++batch.erasedMetadata;
        } else {
            batch.puts.push_back({id, keystore::Purpose::Metadata, encode(change.next, touched), {}});
        }
    }
    for (const auto &effect : change.effects)
        if (const auto *gone = std::get_if<effect::DestroyMaterial>(&effect)) batch.erases.push_back(gone->material);
    for (const auto &[id, what] : made) {
        KEYWARD_TRY(auto secret, what.secret.clone());
        batch.puts.push_back({id, keystore::Purpose::KeyMaterial, {}, std::move(secret)});
    }
    for (const auto &material : materials) {
        KEYWARD_TRY(auto secret, material.secret.clone());
        batch.puts.push_back({material.id, keystore::Purpose::KeyMaterial, {}, std::move(secret)});
    }
    return batch;
}

Engine::Outside Engine::publish(Change change, Instant at)
{
    const auto before = snapshot();
    auto outside = finishEffects(change);
    forgetRevoked(*before, change);
    const std::lock_guard lock(m_assessmentMutex);
    m_assessment = assess(std::move(m_assessment), *before, change, at);
    m_snapshot.store(std::make_shared<const Estate>(std::move(change.next)));
    return outside;
}

Engine::Outside Engine::finishEffects(const Change &change)
{
    Outside out;
    for (const auto &effect : change.effects) {
        if (const auto *folder = std::get_if<effect::RemoveFolder>(&effect); folder && !folder->folder.empty())
            out.toRemove.push_back(m_parts.folder / folder->folder);
        if (const auto *settle = std::get_if<effect::Settle>(&effect)) out.toSettle.push_back(settle->resource);
        if (const auto *gone = std::get_if<effect::DestroyMaterial>(&effect)) m_parts.custody.forget(gone->material);
    }
    return out;
}

/// Parsed keys must not outlive a disable, a delete or a purge.
void Engine::forgetRevoked(const Estate &before, const Change &change)
{
    for (const auto &touched : change.touched) {
        if (touched.kind != EntityKind::Key) continue;
        const KeyId id{touched.id.bytes};
        const auto *key = touched.removed ? before.key(id) : change.next.key(id);
        if (!key) continue;
        for (const auto &version : key->versions)
            if (touched.removed || key->deleted || !version.enabled) m_parts.custody.forget(version.material);
    }
}

Status Engine::refresh()
{
    const auto before = snapshot();
    {
        const std::lock_guard lock(m_writer);
        KEYWARD_CHECK(refreshLocked());
    }
    const bool older = reassessIfDue();
    if (const auto after = snapshot(); after != before || older) tell(after);
    return {};
}

/// Verdicts that time alone changed.
bool Engine::reassessIfDue()
{
    const auto at = now();
    const std::lock_guard lock(m_assessmentMutex);
    const auto due = m_assessment.validUntil();
    if (!due || at < *due) return false;
    const auto current = snapshot();
    m_assessment = assess(std::move(m_assessment), *current, {*current, {}, {}, false}, at);
    return true;
}

/// Takes over what others wrote, in proportion to what they changed.
Status Engine::refreshLocked()
{
    KEYWARD_TRY(const auto records, m_parts.store.refresh());
    if (records.empty()) return {};
    const auto before = snapshot();
    Change change{*before, {}, {}, false};
    for (const auto &record : records) // first, as names may have passed on
        if (record.erased)
            if (const auto gone = removeRecord(change.next, record.id)) change.touched.push_back(*gone);
    for (const auto &record : records) {
        if (record.erased) continue;
        auto entity = decode(record.plain);
        if (!entity) return fail(entity.error().code, unreadable(entity.error(), record.id), entity.error().arguments);
        change.touched.push_back(put(change.next, std::move(*entity)));
    }
    publish(std::move(change), now());
    return {};
}

/// Once the listening has ended, nobody is told any more: whoever ends it on another thread waits for a call under
/// way.
Listening Engine::listen(std::function<void(EstatePtr)> changed)
{
    auto listener = std::make_shared<Listener>();
    listener->changed = std::move(changed);
    const std::lock_guard lock(m_listenersMutex);
    const auto place = m_listeners.insert(m_listeners.end(), listener);
    return Listening([this, place, listener] {
        {
            const std::lock_guard inner(m_listenersMutex);
            m_listeners.erase(place);
        }
        const std::lock_guard inner(listener->mutex);
        listener->ended = true;
    });
}

ClockState Engine::clockState() const
{
    ClockState out;
    out.behind = behind(m_parts.clock.now(), m_parts.store.head().lastTime);
    const auto current = snapshot();
    const auto doubt = current->initialised() ? current->settings().clockDoubt : std::nullopt;
    if (doubt && !out.behind && !m_parts.clock.synchronised()) out.ahead = now() - *doubt;
    return out;
}

/// Before anything is committed at a time far ahead of the last one, the doubt is: what is committed moves that time. A
/// clock
/// behind the last one is doubted too, however it is synchronised: then it was ahead before, and so is what was
/// committed.
Status Engine::watchClock()
{
    for (int attempt = 0; attempt < conflictTries; ++attempt) {
        const auto before = snapshot();
        const auto at = now();
        const auto last = m_parts.store.head().lastTime;
        const auto &doubt = before->settings().clockDoubt;
        const bool trusted = m_parts.clock.synchronised();
        const auto clock = m_parts.clock.now();
        const bool isBehind = behind(clock, last).has_value();
        const bool jumped = !doubt && (isBehind || (!trusted && at - last > suspiciousJump));
        const bool back = doubt && clock >= *doubt && clock - *doubt < suspiciousJump; // where it was before all that
        if (!jumped && !(doubt && !isBehind && (trusted || back))) return {};
        const auto system = Actor::system();
        const Command command{command::NoteClock{jumped ? std::optional(last) : std::nullopt}};
        KEYWARD_TRY(auto change, apply(*before, command, system, at));
        KEYWARD_TRY(auto batch, batchOf(change, {}, {}, at));
        batch.audit.push_back(encodeEntry(entryFor(*before, command, system, at, m_parts.random)));
        const auto saved = m_parts.store.commit(batch);
        if (saved) {
            publish(std::move(change), at);
            return {};
        }
        if (saved.error().code != Code::Conflict) return saved;
        KEYWARD_CHECK(refreshLocked());
    }
    return fail(Code::Conflict);
}

Status Engine::guardClock(const Change &change) const
{
    const auto state = clockState();
    if (!change.destroys || state.trusted()) return {};
    return fail(Code::ClockUntrusted, {}, {state.text()});
}

Status Engine::acceptClock(const Actor &actor)
{
    const std::lock_guard lock(m_writer);
    KEYWARD_CHECK(refreshLocked());
    const auto at = m_parts.clock.now();
    const auto committed = m_parts.store.head().lastTime;
    const Command command{command::NoteClock{}};
    const auto before = snapshot();
    KEYWARD_TRY(auto change, apply(*before, command, actor, at));
    KEYWARD_TRY(auto batch, batchOf(change, {}, {}, at));
    auto entry = entryFor(*before, command, actor, at, m_parts.random);
    entry.operation = "clock.accept";
    entry.reason = "The owner accepted " + isoText(at) + "; the last committed time was " + isoText(committed);
    batch.audit.push_back(encodeEntry(entry));
    KEYWARD_CHECK(m_parts.store.commit(batch));
    publish(std::move(change), at);
    return {};
}

Status Engine::refusalOf(const Command &due) const
{
    KEYWARD_TRY(const auto change, apply(*snapshot(), due, Actor::system(), now()));
    return guardClock(change);
}

Engine::Due Engine::runDue()
{
    Due out;
    {
        const std::lock_guard lock(m_writer);
        if (const auto watched = watchClock(); !watched) out.refused.push_back(watched.error());
    }
    for (auto &command : dueCommands(*snapshot(), now())) {
        auto *follow = std::get_if<command::FollowNewVersion>(&command.action);
        if (follow) follow->job = m_parts.random.id<JobId>();
        const auto before = snapshot();
        auto refusal = refusalOf(command);
        if (refusal) refusal = execute(command, Actor::system()).transform([](const auto &) {});
        if (refusal)
            out.done.push_back(describe(*before, command.action).text());
        else
            out.refused.push_back(refusal.error());
    }
    return out;
}

} // namespace keyward::engine
