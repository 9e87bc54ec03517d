// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/desk.h"
#include "app/keywardctl/lines.h"
#include "app/keywardctl/output.h"
#include "app/keywardctl/secret_input.h"

#include "backend/estate/lookup.h"

#include <QJsonArray>

namespace keyward::ctl {

using app::Desk;

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
    /// One that is open already, on which then everything is done that goes through engine/api. Otherwise the keystore
    /// that the line names is opened, by the first command that needs it.
    engine::WorkplacePtr workplace = {};
    std::FILE *out = stdout;
    std::FILE *err = stderr;
};

/// One run of the program: how to reach the keystore, and what the commands share.
class Session
{
public:
    Session(const Globals &globals, Surroundings around);

    const Globals &globals() const { return m_globals; }
    Output &out() { return m_out; }
    const crypto::ContextPtr &context() const { return m_around.context; }
    const Clock &clock() const { return m_around.clock; }
    const estate::Actor &actor() const { return m_actor; }
    const engine::CommandLines &lines() const { return m_lines; }

    Result<std::filesystem::path> storePath() const; ///< as it was named
    Result<StorePath> store() const;                 ///< where it really is; it is there
    keystore::StoreEnvironment environment() const;
    Result<std::shared_ptr<const estate::Catalogue>> catalogue();
    /// The way to unlock that was given, else an agent, else a question on the terminal.
    Result<keystore::Unlock> unlock(const StorePath &store, bool mayUseAgent = true);
    Result<std::unique_ptr<keystore::SqliteStore>> open(const StorePath &store, bool mayUseAgent = true);
    Result<crypto::SecretBytes> newPassphrase(const SecretSource &source);
    // What changes of the estate are worked out on; the first to be asked opens the keystore.
    Result<engine::EstatePtr> snapshot();
    Result<Instant> now();
    template <class Id> Result<Id> fresh() ///< for what a command makes
    {
        return ground().transform([](engine::Workplace *at) { return at->random().id<Id>(); });
    }
    /// To look at all that a keystore in a file has. Under a dry run it cannot be written to, whoever tries.
    Result<const Desk *> desk();
    /// To do what is no change of the estate (use a key, make a backup). Code::NotPreviewable under a dry run: commands
    /// do not get hold of anything that writes then.
    Result<Desk *> acting();
    Result<engine::Workplace *> workplace(); ///< as acting(), for what goes through engine/api alone
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
    Result<estate::Placement> placement(const std::string &region, const std::string &subscription,
                                        const std::string &group);

    /// Carries a command out, or with --dry-run prints what it would do. What cannot be undone waits for --yes.
    Result<engine::EstatePtr> change(const estate::Action &action, bool acknowledgedByFlag = false);
    bool dryRun() const { return m_globals.dryRun; }
    void printImpact(const estate::Estate &before, const estate::Action &action, const estate::Impact &impact);
    Result<const estate::Subscription *> subscription(const std::string &name); ///< empty: the keystore's own
    Result<estate::Scope> scope(const std::string &text);
    Result<estate::SubnetRef> subnet(const std::string &path); ///< NETWORK/SUBNET
    Result<Instant> timeFrom(const std::string &text);         ///< a point in time, or a length of time from now

private:
    Result<Desk *> opened();
    Result<engine::Workplace *> ground();
    Result<const estate::Estate *> seen(); ///< as snapshot(), kept alive so that what was found in it stays valid
    std::vector<engine::EstatePtr> m_seen;
    Globals m_globals;
    Surroundings m_around;
    Output m_out;
    estate::Actor m_actor;
    KeywardctlLines m_lines;
    std::shared_ptr<const estate::Catalogue> m_catalogue;
    std::unique_ptr<Desk> m_desk;
    bool m_marked = false; ///< the passphrase's file begins with a byte order mark
};

estate::Tags tagsFrom(const std::vector<std::string> &pairs);

} // namespace keyward::ctl
