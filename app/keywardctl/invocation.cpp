// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/invocation.h"

#include "backend/base/new_file.h"
#include "backend/estate/regions.h"
#include "backend/estate/scope.h"
#include "backend/service/agent.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace keyward::ctl {

using namespace estate;

namespace {

/// By the whole id or its first characters, as lists show it.
} // namespace

Invocation::Invocation(const Globals &globals, Surroundings around)
    : m_globals(globals), m_around(std::move(around)), m_out(globals.json, m_around.out, m_around.err),
      m_actor(estate::Actor::owner(m_around.owner)), m_workplace(m_around.workplace)
{}

Result<std::filesystem::path> Invocation::storePath() const
{
    if (!m_globals.store.empty()) return std::filesystem::path(m_globals.store);
    if (const char *store = std::getenv("KEYWARD_STORE"); store && *store) return std::filesystem::path(store);
    return fail(Code::Usage, {}, {"No keystore was named. Name it with --store FILE or KEYWARD_STORE."});
}

Result<StorePath> Invocation::store() const
{
    KEYWARD_TRY(const auto named, storePath());
    return StorePath::existing(named);
}

engine::Holding Invocation::held() const
{
    const auto waiting = [json = m_globals.json] { // from whichever thread waits; each would say the same
        static std::atomic_flag said;
        if (!json && !said.test_and_set())
            std::fputs("Waiting for another program that writes to the keystore …\n", stderr);
    };
    return {.lookOnly = dryRun(), .waiting = waiting};
}

Result<engine::Credential> Invocation::unlock(const StorePath &store, bool mayUseAgent)
{
    using By = engine::Credential::By;
    std::optional<Error> noAnswer; // of an agent that is there
    if (m_globals.passphrase.given()) {
        KEYWARD_TRY(auto read, readMarkedSecret(m_globals.passphrase));
        m_marked = read.marked;
        return engine::Credential::typed(std::move(read.secret));
    }
    if (mayUseAgent) {
        auto key = service::askAgentForKey(store);
        if (key) return engine::Credential{By::RootKey, std::move(*key)};
        if (key.error().code == Code::AgentBusy) noAnswer = key.error();
    }
    if (const char *file = std::getenv("KEYWARD_PASSPHRASE_FILE"); file && *file) {
        KEYWARD_TRY(auto read, readMarkedSecret({file, {}}));
        m_marked = read.marked;
        return engine::Credential::typed(std::move(read.secret));
    }
    if (m_globals.systemKeyring) return engine::Credential{.by = By::SystemKeyring};
    if (!terminalThere()) return noAnswer ? std::unexpected(*noAnswer) : fail(Code::StoreLocked, store.text());
    KEYWARD_TRY(auto secret, promptSecret("Passphrase or recovery key of " + store.text() + ": ", false));
    return engine::Credential::typed(std::move(secret));
}

template <class T>
Result<T> Invocation::unlocking(const StorePath &store, bool mayUseAgent,
                                const std::function<Result<T>(engine::Credential)> &open)
{
    using By = engine::Credential::By;
    KEYWARD_TRY(auto with, unlock(store, mayUseAgent));
    const auto by = with.by;
    crypto::SecretBytes marked; // until 0.1 the mark of a passphrase's file was part of the passphrase
    if (by == By::Typed && m_marked) {
        KEYWARD_TRY(marked, withMark(with.secret));
    }
    auto opened = open(std::move(with));
    if (opened || opened.error().code != Code::WrongPassphrase) return opened;
    if (by == By::RootKey) return unlocking(store, false, open); // from before a way to unlock was taken away
    return marked.empty() ? std::move(opened) : open(engine::Credential::typed(std::move(marked)));
}

Result<crypto::SecretBytes> Invocation::rootKey(const StorePath &store)
{
    return unlocking<crypto::SecretBytes>(store, false, [&](engine::Credential with) {
        return keystores().rootKey(store.file(), std::move(with), held());
    });
}

Result<crypto::SecretBytes> Invocation::newPassphrase(const SecretSource &source)
{
    if (source.given()) return readSecret(source);
    if (!terminalThere())
        return fail(
            Code::Usage, {},
            {"A new passphrase is needed and there is no terminal to ask on. Give it by file or file descriptor."});
    return promptSecret("New passphrase: ", true);
}

Result<engine::EstatePtr> Invocation::snapshot()
{
    return looking().transform([](const engine::Workplace *at) { return at->console().snapshot(); });
}

Result<Instant> Invocation::now()
{
    return looking().transform([](const engine::Workplace *at) { return at->console().now(); });
}

Result<const engine::Workplace *> Invocation::looking() { return opened(); }

Result<engine::Workplace *> Invocation::acting()
{
    if (dryRun()) return fail(Code::NotPreviewable, "this command", {"it does more than change the estate"});
    return opened();
}

Status Invocation::newFile(const std::filesystem::path &file, std::initializer_list<ByteView> parts)
{
    if (dryRun()) return fail(Code::NotPreviewable, "this command", {"it writes a file"});
    return writeNewFile(file, parts);
}

Status Invocation::newSecretFile(const std::filesystem::path &file, const crypto::SecretBytes &secret)
{
    if (dryRun()) return fail(Code::NotPreviewable, "this command", {"it writes a file"});
    return writeSecretFile(file, secret);
}

Result<engine::Workplace *> Invocation::opened()
{
    if (m_workplace) return m_workplace.get();
    KEYWARD_TRY(const auto path, this->store());
    KEYWARD_CHECK(keystores().inspect(path.file())); // before anybody is asked for a passphrase
    KEYWARD_TRY(m_workplace, unlocking<engine::WorkplacePtr>(path, true, [&](engine::Credential with) {
                    return keystores().open(path.file(), std::move(with), held());
                }));
    return m_workplace.get();
}

Result<const Estate *> Invocation::seen()
{
    KEYWARD_TRY(auto now, snapshot());
    if (m_seen.empty() || m_seen.back() != now) m_seen.push_back(std::move(now));
    return m_seen.back().get();
}

Result<const Vault *> Invocation::vault(const std::string &name)
{
    KEYWARD_TRY(const auto *estate, seen());
    if (const auto *found = estate->vaultNamed(name)) return found;
    return fail(Code::NotFound, name, {"vault"});
}

Result<KeyPath> Invocation::key(const std::string &path)
{
    KEYWARD_TRY(const auto *estate, seen());
    return keyAt(*estate, path);
}

Result<const Resource *> Invocation::resource(const std::string &name)
{
    KEYWARD_TRY(const auto *estate, seen());
    if (const auto *found = estate->resourceNamed(name)) return found;
    return fail(Code::NotFound, name, {"resource"});
}

Result<const Principal *> Invocation::principal(const std::string &nameOrId)
{
    KEYWARD_TRY(const auto *estate, seen());
    if (const auto *found = estate->principalNamed(nameOrId)) return found;
    Error error{Code::NotFound, nameOrId, {"principal"}, {}};
    if (estate->resourceNamed(nameOrId))
        error.remedy = "That resource has no identity yet: keywardctl identity enable " + nameOrId;
    return std::unexpected(std::move(error));
}

Result<const RecoveryPoint *> Invocation::point(const std::string &prefix)
{
    return byPrefix<RecoveryPoint>(prefix, "recovery point");
}

Result<const Job *> Invocation::job(const std::string &prefix) { return byPrefix<Job>(prefix, "job"); }

Result<Placement> Invocation::placement(const std::string &region, const std::string &subscription,
                                        const std::string &group)
{
    KEYWARD_TRY(const auto *within, this->subscription(subscription));
    KEYWARD_TRY(const auto *estate, seen());
    KEYWARD_TRY(auto checked, regionFrom(estate->catalogue().platform(), region));
    return Placement{std::move(checked), within->tenant, within->guid, group};
}

Result<const Subscription *> Invocation::subscription(const std::string &name)
{
    KEYWARD_TRY(const auto *estate, seen());
    if (const auto *found = estate->subscriptionNamed(name.empty() ? estate->settings().subscription : name))
        return found;
    return fail(Code::NotFound, name, {"subscription"});
}

Result<Scope> Invocation::scope(const std::string &text)
{
    KEYWARD_TRY(const auto *estate, seen());
    return scopeFrom(*estate, text);
}

Result<SubnetRef> Invocation::subnet(const std::string &path)
{
    KEYWARD_TRY(const auto *estate, seen());
    const auto slash = path.find('/');
    const auto *network = estate->networkNamed(path.substr(0, slash));
    if (!network) return fail(Code::NotFound, path.substr(0, slash), {"virtual network"});
    if (slash == std::string::npos || !network->subnet(path.substr(slash + 1)))
        return fail(Code::NotFound, path, {"subnet"});
    return SubnetRef{network->id, path.substr(slash + 1)};
}

Result<Instant> Invocation::timeFrom(const std::string &text)
{
    if (const auto time = parseInstant(text)) return *time;
    const auto length = parseDuration(text);
    if (!length) return fail(Code::TimeInvalid, text);
    return now().transform([&](Instant from) { return from + *length; });
}

Tags tagsFrom(const std::vector<std::string> &pairs)
{
    Tags out;
    for (const auto &pair : pairs) {
        const auto equals = pair.find('=');
        out[pair.substr(0, equals)] = equals == std::string::npos ? "" : pair.substr(equals + 1);
    }
    return out;
}

} // namespace keyward::ctl
