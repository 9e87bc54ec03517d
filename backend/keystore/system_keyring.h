// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"
#include "backend/keystore/format.h"

namespace keyward::keystore {

/// The keyring of the desktop session (Secret Service, KWallet) as a place for an unlock secret, through QtKeychain.
/// Waits for it on an event loop of its own, so call it from the command line or a worker, not from a window.
/// Where there is none every call gives Code::SystemKeyringUnavailable with what the keyring said.
Status keepInSystemKeyring(const StoreId &store, const crypto::SecretBytes &secret);
Result<crypto::SecretBytes> readSystemKeyring(const StoreId &store);
Status removeFromSystemKeyring(const StoreId &store);

} // namespace keyward::keystore
