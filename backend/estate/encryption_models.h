// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

/// MOD-1, MOD-20: the four ways in which a service's data can be encrypted, what each gives and asks, and which of them
/// a resource can have.
namespace keyward::estate {

/// Whether the resource may be given a customer-managed key at all: Code::CmkAfterProtection (BKP-2).
Status mayTakeKey(const Resource &resource, const ServiceProfile &profile);
/// … and may do without the one it has again: Code::CmkIrreversible (BKP-3).
Status mayLeaveKey(const Resource &resource, const ServiceProfile &profile);

enum class EncryptionModel : std::uint8_t { ServiceManaged, VaultKey, OwnHardware, ClientSide };
std::string_view codeOf(EncryptionModel model); ///< service-managed, vault-key, own-hardware, client-side

struct ComparedModel {
    EncryptionModel model = EncryptionModel::ServiceManaged;
    bool inUse = false;        ///< by the resource
    Sentence unavailable = {}; ///< why the resource cannot have it; empty: it can
    Sentence title;
    Sentence encrypts;      ///< who does
    Sentence holds;         ///< … the key
    Sentence functionality; ///< what of the service remains
    std::vector<Sentence> advantages, drawbacks;
};

/// All four, the simplest first. Without a resource none is in use and nothing stands in the way.
std::vector<ComparedModel> comparedModels(const Estate &estate, const Resource *resource);
Sentence howToChooseAModel();

} // namespace keyward::estate
