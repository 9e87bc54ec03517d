// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/store_applications.h"

#include "backend/crypto/kdf.h"

#include <algorithm>

namespace keyward::engine {
namespace {

using namespace estate;

constexpr std::size_t clientSecretSize = 32;
constexpr std::size_t hintSize = 3;

/// base64url, without leaving protected memory.
Result<crypto::SecretBytes> textOfSecret(const crypto::SecretBytes &raw)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    KEYWARD_TRY(auto out, crypto::SecretBytes::ofSize((raw.size() * 8 + 5) / 6));
    const auto bytes = raw.exposed();
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::size_t bit = i * 6, byte = bit / 8, shift = bit % 8;
        const unsigned pair = unsigned(bytes[byte]) << 8 | (byte + 1 < bytes.size() ? bytes[byte + 1] : 0u);
        out.writable()[i] = static_cast<std::uint8_t>(alphabet[(pair >> (10 - shift)) & 63]);
    }
    return out;
}

} // namespace

Result<Bytes> StoreApplications::verifierOf(const crypto::SecretBytes &secret, ByteView salt) const
{
    KEYWARD_TRY(const auto derived, crypto::hkdf(*m_engine.parts().context, secret, salt, "keyward client secret"));
    const auto view = derived.exposed();
    return Bytes(view.begin(), view.end());
}

Result<IssuedSecret> StoreApplications::addSecret(const PrincipalId &application, const std::string &label,
                                                  Millis lifetime, const Actor &actor)
{
    auto &random = m_engine.parts().random;
    KEYWARD_TRY(const auto raw, crypto::SecretBytes::random(clientSecretSize, random));
    KEYWARD_TRY(auto text, textOfSecret(raw));
    ClientSecret kept{random.id<SecretId>(),
                      label,
                      std::string(textOf(text.exposed().first(hintSize))),
                      {},
                      m_engine.now() + lifetime,
                      Bytes(16),
                      {}};
    random.fill(kept.salt);
    KEYWARD_TRY(kept.verifier, verifierOf(text, kept.salt));
    const auto id = kept.id;
    const auto expires = kept.expires;
    KEYWARD_TRY(const auto done, m_engine.execute({command::AddClientSecret{application, std::move(kept)}}, actor));
    return IssuedSecret{id, std::move(text), expires};
}

Result<PrincipalId> StoreApplications::recognise(const std::string &applicationId,
                                                 const crypto::SecretBytes &secret) const
{
    const auto snapshot = m_engine.snapshot();
    const auto *app = snapshot->application(applicationId);
    const auto failed = fail(Code::SignInFailed, applicationId);
    if (!app || secret.empty()) return failed;
    for (const auto &kept : app->secrets) {
        KEYWARD_TRY(const auto verifier, verifierOf(secret, kept.salt));
        KEYWARD_TRY(const auto mine, crypto::SecretBytes::copyOf(verifier));
        KEYWARD_TRY(const auto theirs, crypto::SecretBytes::copyOf(kept.verifier));
        if (!mine.sameAs(theirs)) continue;
        if (m_engine.now() >= kept.expires)
            return fail(Code::SecretExpired, app->name, {kept.label, isoText(kept.expires)});
        return app->id;
    }
    return failed;
}

Result<PrincipalId> StoreApplications::signIn(const std::string &applicationId, const crypto::SecretBytes &secret,
                                              const std::string &address)
{
    auto known = recognise(applicationId, secret);
    const auto snapshot = m_engine.snapshot();
    const auto *app = snapshot->application(applicationId);
    auto entry = entryBy(Actor::principal(app ? app->id : PrincipalId{}, app ? app->name : "unknown", address),
                         "application.signIn", applicationId);
    if (app)
        entry.subjectId = entry.principalId;
    else
        entry.principalId.reset();
    if (!known) {
        entry.result = AuditEntry::Result::Denied;
        entry.reason = message(known.error());
    }
    KEYWARD_CHECK(m_engine.note(entry)); // fail closed: no entry, no sign-in
    return known;
}

} // namespace keyward::engine
