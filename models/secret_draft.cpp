// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/secret_draft.h"

#include "backend/crypto/passphrase_strength.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SecretDraft)
};

constexpr std::size_t bytesPerCharacter = 4;

} // namespace

void SecretDraft::type(QStringView characters)
{
    if (m_bytes.empty()) {
        auto room = crypto::SecretBytes::ofSize(longest * bytesPerCharacter);
        if (!room) return;
        m_bytes = std::move(*room);
    }
    for (const auto point : characters.toUcs4()) {
        if (m_length == longest || point < 0x20) continue;
        const auto out = m_bytes.writable().subspan(m_used);
        const auto put = [&, i = std::size_t{0}](std::uint32_t byte) mutable {
            out[i++] = static_cast<std::uint8_t>(byte);
        };
        auto at = put;
        if (point < 0x80)
            at(point), m_used += 1;
        else if (point < 0x800)
            at(0xc0 | point >> 6), at(0x80 | (point & 0x3f)), m_used += 2;
        else if (point < 0x10000)
            at(0xe0 | point >> 12), at(0x80 | (point >> 6 & 0x3f)), at(0x80 | (point & 0x3f)), m_used += 3;
        else
            at(0xf0 | point >> 18), at(0x80 | (point >> 12 & 0x3f)), at(0x80 | (point >> 6 & 0x3f)),
                at(0x80 | (point & 0x3f)), m_used += 4;
        ++m_length;
    }
}

void SecretDraft::eraseLast()
{
    if (m_length == 0) return;
    const auto bytes = m_bytes.writable();
    do bytes[--m_used] &= 0xff;
    while (m_used > 0 && (bytes[m_used] & 0xc0) == 0x80);
    crypto::wipe(bytes.subspan(m_used));
    --m_length;
}

void SecretDraft::clear()
{
    m_bytes = {};
    m_used = 0;
    m_length = 0;
}

Result<crypto::SecretBytes> SecretDraft::copy() const
{
    auto out = crypto::SecretBytes::ofSize(m_used);
    if (out) std::ranges::copy(m_bytes.exposed().first(m_used), out->writable().begin());
    return out;
}

bool SecretDraft::sameAs(const SecretDraft &other) const
{
    const auto mine = copy();
    const auto theirs = other.copy();
    return mine && theirs && mine->sameAs(*theirs);
}

Result<crypto::SecretBytes> SecretDraft::take()
{
    auto out = copy();
    clear();
    return out;
}

SecretDraft::Strength SecretDraft::strength() const
{
    static const QString words[] = {Words::tr("Guessed at once"), Words::tr("Weak"), Words::tr("Fair"),
                                    Words::tr("Good"), Words::tr("Strong")};
    if (empty()) return {};
    const auto secret = copy();
    const auto score = secret ? crypto::passphraseStrength(*secret).score : 0;
    return {score, words[score]};
}

QString newSecretError(const TypedSecret &typed)
{
    const auto &[secret, again] = typed;
    if (!secret.empty() && secret.length() < leastPassphrase)
        return Words::tr("At least %1 characters; several unrelated words are best.").arg(leastPassphrase);
    if (!again.empty() && !again.sameAs(secret)) return Words::tr("The two passphrases differ.");
    return {};
}

} // namespace keyward::models
