// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

#include <QMetaType>
#include <QString>

#include <memory>

namespace keyward::models {

/// A secret while it is typed: character by character into protected memory, in no text that could be copied elsewhere.
class SecretDraft
{
public:
    static constexpr int longest = 256; ///< characters

    void type(QStringView characters);
    void eraseLast();
    void clear();
    int length() const { return m_length; } ///< characters
    bool empty() const { return m_length == 0; }
    bool sameAs(const SecretDraft &other) const;
    Result<crypto::SecretBytes> take(); ///< UTF-8; empties the draft
    Result<crypto::SecretBytes> copy() const;

    struct Strength {
        int score = 0; ///< 0 useless to 4 strong
        QString word;
    };
    Strength strength() const;

private:
    crypto::SecretBytes m_bytes;
    std::size_t m_used = 0;
    int m_length = 0;
};

/// What a form holds of a secret field: where it is typed, never what. Shared between the field and its form; wiped
/// with the last of them.
struct TypedSecret {
    SecretDraft secret;
    SecretDraft again; ///< of a new one, which is typed twice
};
using TypedSecretPtr = std::shared_ptr<TypedSecret>;
constexpr int leastPassphrase = 8; ///< characters
/// What is wrong with a new passphrase as far as it was typed, as a sentence; empty: nothing.
QString newSecretError(const TypedSecret &typed);

} // namespace keyward::models
Q_DECLARE_METATYPE(keyward::models::TypedSecretPtr)
