// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/lines.h"
#include "app/keywardctl/output.h"
#include "app/keywardctl/secret_input.h"
#include "backend/base/store_path.h"
#include "backend/crypto/context.h"
#include "backend/engine/api/keystores.h"
#include "backend/estate/lookup.h"

#include <QJsonArray>

namespace keyward::ctl {

/// What may stand before or after any command.
struct Globals {
    std::string store;
    SecretSource passphrase;
    bool systemKeyring = false;
    bool json = false;
    bool dryRun = false;
    bool overrideClaims = false;
    bool yes = false;
};

/// What a run of the program has around it.
struct Surroundings {
    crypto::ContextPtr context;
    const Clock &clock;
    std::string owner;            ///< on whose behalf, as the log shows it
    engine::Keystores &keystores; ///< where the one that a line names is opened, by the first command that needs it
    engine::WorkplacePtr workplace = {}; ///< one that is open already, on which then everything is done
    std::FILE *out = stdout;
    std::FILE *err = stderr;
};

/// What there is to say of a change that was carried out, to people and to programs.
struct Told {
    std::string sentence;
    QJsonValue document;
    /// Of what is not there any more, and so has no document of its own.
    static Told gone(std::string sentence, const std::string &name, const char *how = "deleted");
};

/// One run of the program: how to reach the keystore, and what the commands share.
class Invocation
{
public:
    Invocation(const Globals &globals, Surroundings around);

    const Globals &globals() const { return m_globals; }
    Output &out() { return m_out; }
    const crypto::ContextPtr &context() const { return m_around.context; }
    const Clock &clock() const { return m_around.clock; }
    const estate::Actor &actor() const { return m_actor; }
    const engine::CommandLines &lines() const { return m_lines; }

    Result<std::filesystem::path> storePath() const; ///< as it was named
    Result<StorePath> store() const;                 ///< where it really is; it is there
    engine::Keystores &keystores() { return m_around.keystores; }
    engine::Holding held() const; ///< as the line asks for it
    /// The way to unlock that was given, else an agent, else a question on the terminal.
    Result<engine::Credential> unlock(const StorePath &store, bool mayUseAgent = true);
    Result<crypto::SecretBytes> rootKey(const StorePath &store); ///< for an agent, so not from one
    Result<crypto::SecretBytes> newPassphrase(const SecretSource &source);
    // What changes of the estate are worked out on; the first to be asked opens the keystore.
    Result<engine::EstatePtr> snapshot();
    Result<Instant> now();
    template <class Id> Result<Id> fresh() ///< for what a command makes
    {
        return looking().transform([](const engine::Workplace *at) { return at->random().template id<Id>(); });
    }
    /// To look at what a keystore has. Under a dry run it cannot be written to, whoever tries.
    Result<const engine::Workplace *> looking();
    /// To do what is no change of the estate (use a key, make a backup). Code::NotPreviewable under a dry run: commands
    /// do not get hold of anything that writes then.
    Result<engine::Workplace *> acting();
    /// New private files for what a command makes; refused like acting(). Codes of writeNewFile().
    Status newFile(const std::filesystem::path &file, std::initializer_list<ByteView> parts);
    Status newSecretFile(const std::filesystem::path &file, const crypto::SecretBytes &secret);

    // Names to things, with the refusal that names what was not found.
    Result<const estate::Vault *> vault(const std::string &name);
    Result<estate::KeyPath> key(const std::string &path); ///< VAULT/KEY[/VERSION] or the key's URI
    Result<const estate::Resource *> resource(const std::string &name);
    Result<const estate::Principal *> principal(const std::string &nameOrId);
    Result<const estate::RecoveryPoint *> point(const std::string &idOrPrefix);
    Result<const estate::Job *> job(const std::string &idOrPrefix);
    /// By its id, in groups or not, or by how that begins. Codes: NotFound ('what' is its kind), Ambiguous.
    template <class T> Result<const T *> byPrefix(const std::string &prefix, const char *what);
    Result<estate::Placement> placement(const std::string &region, const std::string &subscription,
                                        const std::string &group);

    /// Carries a command out, or with --dry-run prints what it would do. What cannot be undone waits for --yes.
    Result<engine::EstatePtr> change(const estate::Action &action, bool acknowledgedByFlag = false);
    /// As change(), and tells of what came of it; a dry run has told what would, and says no more.
    Status carryOut(const estate::Action &action, const std::function<Told(const estate::Estate &after)> &tell)
    {
        return carryOut(action, false, tell);
    }
    Status carryOut(const estate::Action &action, bool acknowledgedByFlag,
                    const std::function<Told(const estate::Estate &after)> &tell);
    bool dryRun() const { return m_globals.dryRun; }
    void printImpact(const estate::Estate &before, const estate::Action &action, const estate::Impact &impact);
    Result<const estate::Subscription *> subscription(const std::string &name); ///< empty: the keystore's own
    Result<estate::Scope> scope(const std::string &text);
    Result<estate::SubnetRef> subnet(const std::string &path); ///< NETWORK/SUBNET
    Result<Instant> timeFrom(const std::string &text);         ///< a point in time, or a length of time from now

private:
    template <class T>
    Result<T> unlocking(const StorePath &store, bool mayUseAgent,
                        const std::function<Result<T>(engine::Credential)> &open);
    Result<engine::Workplace *> opened();
    Result<const estate::Estate *> seen(); ///< as snapshot(), kept alive so that what was found in it stays valid
    std::vector<engine::EstatePtr> m_seen;
    Globals m_globals;
    Surroundings m_around;
    Output m_out;
    estate::Actor m_actor;
    KeywardctlLines m_lines;
    engine::WorkplacePtr m_workplace;
    bool m_marked = false; ///< the passphrase's file begins with a byte order mark
};

estate::Tags tagsFrom(const std::vector<std::string> &pairs);

template <class T> Result<const T *> Invocation::byPrefix(const std::string &prefix, const char *what)
{
    KEYWARD_TRY(const auto *estate, seen());
    const T *found = nullptr;
    std::string candidates, digits = prefix;
    std::erase(digits, '-'); // also as a directory writes them, in groups
    for (const auto &[id, entity] : estate->template all<T>()) {
        if (digits.empty() || !id.text().starts_with(digits)) continue;
        candidates += (candidates.empty() ? "" : ", ") + id.text();
        if (found) return fail(Code::Ambiguous, prefix, {candidates});
        found = entity.get();
    }
    if (!found) return fail(Code::NotFound, prefix, {what});
    return found;
}

} // namespace keyward::ctl
