// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

#include <QString>

namespace keyward::models {

/// A secret that work makes and that can never be shown again. It stays in protected memory; whoever shows it paints it
/// from there. Filled by the work, read when that has ended.
struct OneTimeSecret {
    QString label;                     ///< Client secret
    QString note;                      ///< until when it is valid
    crypto::SecretBytes text;          ///< ASCII; empty: not made
    QChar at(std::size_t place) const; ///< to be painted, character by character: no text of it is ever made
};
/// To whoever pastes it: from there it is out of our hands.
QByteArray handedOut(const crypto::SecretBytes &secret);

} // namespace keyward::models
