// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/custody/software_custody.h"
#include "backend/engine/audited_key_operations.h"
#include "backend/engine/engine.h"
#include "backend/engine/store_keys.h"
#include "backend/keystore/sqlite_store.h"
#include "tests/support/folders.h"

/// What tests share: a clock moved by hand, a real keystore in a temporary folder, an estate to start from.
namespace keyward::test {

class ManualClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    bool synchronised() const override { return m_synchronised; }
    void advance(Millis by) { m_now += by; }
    void set(Instant to) { m_now = to; }
    void setSynchronised(bool on) { m_synchronised = on; }

private:
    Instant m_now = *parseInstant("2026-11-21T12:00:00Z");
    bool m_synchronised = true;
};

crypto::ContextPtr context(); ///< one for the process
std::shared_ptr<const estate::Catalogue> catalogue();
Bytes resource(const char *name); ///< of the program, as ":/keyward/…"
crypto::SecretBytes secret(std::string_view text);
keystore::Unlock typed(std::string_view passphrase);
const auto owner = estate::Actor::owner("owner");

template <class T> T id() { return context()->id<T>(); }

/// Takes the value out of a Result, or ends the test program with the error's sentence.
[[noreturn]] void giveUp(const Error &error);
template <class T> T must(Result<T> result)
{
    if (!result) giveUp(result.error());
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

/// A keystore with an engine on it, as one process has it.
class Desk
{
public:
    static constexpr const char *passphrase = "correct horse battery staple";

    Desk(const std::filesystem::path &folder, const Clock &clock); ///< opens s.keyward there, or creates it
    ~Desk();
    engine::Engine &engine() { return *m_engine; }
    keystore::SqliteStore &store() { return *m_store; }
    custody::SoftwareCustody &custody() { return *m_custody; }
    engine::AuditedKeyOperations &keys() { return *m_keys; }
    engine::EstatePtr estate() const { return m_engine->snapshot(); }
    keystore::StoreEnvironment environment() const { return {context(), m_folder / "state"}; }
    std::filesystem::path file() const { return m_folder / "s.keyward"; }

    Result<engine::EstatePtr> run(const estate::Action &action, bool overriding = false);

    // Short ways to objects; each is a real command.
    estate::VaultId vault(const std::string &name, bool purgeProtection = true,
                          const std::string &region = "westeurope");
    estate::KeyId key(const estate::VaultId &vault, const std::string &name, KeySpec spec = {});
    estate::ResourceId resource(const std::string &name, const std::string &region = "westeurope");
    estate::PrincipalId identity(const estate::ResourceId &resource);
    void grant(const estate::VaultId &vault, const estate::PrincipalId &principal,
               std::string_view permissions = "get,list,wrapKey,unwrapKey");
    struct Bound {
        estate::VaultId vault;
        estate::KeyId key;
        estate::ResourceId resource;
        estate::PrincipalId principal;
    };
    Bound bound(const std::string &name = "rsv1"); ///< a Recovery Services vault under a customer-managed key
    estate::command::RotateKey rotation(const estate::KeyId &key);
    engine::KeyRequest request(const Bound &bound) const;

private:
    std::filesystem::path m_folder;
    std::unique_ptr<keystore::SqliteStore> m_store;
    std::unique_ptr<custody::SoftwareCustody> m_custody;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<engine::GroupCommit> m_commit;
    std::unique_ptr<engine::AuditedKeyOperations> m_keys;
};

/// The pure estate with the same short ways, without store or keys: for rules.
class Model
{
public:
    Model();
    estate::Estate estate;
    Instant now = *parseInstant("2026-11-21T12:00:00Z");

    Status run(const estate::Action &action, bool overriding = false);
    estate::VaultId vault(const std::string &name, bool purgeProtection = true,
                          const std::string &region = "westeurope");
    estate::KeyId key(const estate::VaultId &vault, const std::string &name, KeySpec spec = {});
    estate::ResourceId resource(const std::string &name, const std::string &region = "westeurope",
                                const std::string &type = "recovery-services-vault");
    estate::PrincipalId identity(const estate::ResourceId &resource);
    void grant(const estate::VaultId &vault, const estate::PrincipalId &principal,
               std::string_view permissions = "get,list,wrapKey,unwrapKey");
    estate::command::SetKey binding(const estate::ResourceId &resource, const estate::VaultId &vault,
                                    const estate::KeyId &key, bool pinned = false);
    Desk::Bound bound(const std::string &name = "rsv1");
    estate::PointId point(const estate::ResourceId &resource); ///< a finished backup job
    estate::PrincipalId application(const std::string &name);
    estate::PrincipalId group(const std::string &name, std::initializer_list<estate::PrincipalId> members = {});
    estate::PrincipalId userIdentity(const std::string &name);
    estate::AssignmentId assign(std::string_view role, const estate::PrincipalId &principal,
                                const std::string &scope); ///< as in vault:kv1
    estate::Placement place(const std::string &region = "westeurope") const;
    /// As it is now: a copy, which the next command does not take down.
    estate::Key keyOf(const estate::KeyId &id) const { return *estate.key(id); }
};

/// Compares a refusal's code, with the sentence in the failure message.
#define KW_REFUSED(expression, wanted)                                                                                 \
    do {                                                                                                               \
        auto &&kwResult = (expression);                                                                                \
        QVERIFY2(!kwResult, "was not refused");                                                                        \
        QVERIFY2(kwResult.error().code == (wanted), message(kwResult.error()).c_str());                                \
    } while (false)
#define KW_OK(expression)                                                                                              \
    do {                                                                                                               \
        auto &&kwResult = (expression);                                                                                \
        QVERIFY2(kwResult.has_value(), kwResult ? "" : message(kwResult.error()).c_str());                             \
    } while (false)

} // namespace keyward::test
