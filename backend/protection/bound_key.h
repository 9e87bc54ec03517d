// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/key_operations.h"
#include "backend/estate/entities.h"

/// How services come to the keys that their resources are bound to.
namespace keyward::protection {

/// A use of a key version, asked for by the identity that the resource goes by. Code::IdentityMissing
Result<engine::KeyRequest> keyRequest(const estate::Estate &estate, const estate::Resource &resource,
                                      const estate::WrappedBy &by);
/// Of an error of a key operation: whether it means that whoever asked lost access to the key, and how. Anything else
/// (a full disk, no memory) says nothing about access, and has nothing dropped.
std::optional<estate::AccessLoss::Kind> lossIn(const Error &error);

/// As what a service tells whoever asks for something of a resource that its data key could not be had.
struct Refusals {
    Code inaccessible; ///< its identity lost access to the key
    Code damaged;      ///< the data key does not open
};
/// What the vault answers to the resource's identity, in the words of the service; another error as it is.
Error refusalOf(const estate::Resource &resource, const Error &error, const Refusals &codes);

/// A data key as it stands beside what it encrypts.
struct WrappedDataKey {
    std::optional<estate::WrappedBy> by; ///< absent: the platform's key
    WrapAlgorithm algorithm = WrapAlgorithm::AesKw;
    Bytes wrapped;
};
/// MOD-3: by what protects the resource now (its own key, or its store's), which the vault is asked for; by the
/// platform's key where nothing does.
Result<WrappedDataKey> wrapDataKey(engine::KeyOperations &keys, const estate::Estate &estate,
                                   const estate::Resource &resource, const crypto::SecretBytes &key);
Result<crypto::SecretBytes> unwrapDataKey(engine::KeyOperations &keys, const estate::Estate &estate,
                                          const estate::Resource &resource, const WrappedDataKey &wrapped);

} // namespace keyward::protection
