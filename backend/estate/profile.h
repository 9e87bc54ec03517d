// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"
#include "backend/base/key_spec.h"
#include "backend/estate/permissions.h"

#include <map>
#include <memory>

namespace keyward::estate {

/// What one service demands of a customer-managed key, as data (resources/catalogue/profiles.json). Adding a service is
/// adding a row there; no rule asks for a service by name.
struct ServiceProfile {
    std::string id;                 ///< recovery-services-vault
    std::string title;              ///< Recovery Services vault
    std::vector<KeyKind> keyKinds;
    std::vector<unsigned> keySizes; ///< bits; empty: any
    bool sameRegion = false;
    bool sameTenant = true;
    PermissionSet permissions;      ///< its identity needs
    bool needsSoftDelete = true;
    bool needsPurgeProtection = true;
    bool onlyBeforeFirstUse = false; ///< BKP-2
    bool revertible = true;          ///< BKP-3
    bool movable = true;             ///< BKP-6
    bool followsNewVersions = false; ///< a key given without version is followed (BKP-13)
    bool serviceManagedByDefault = true; ///< MOD-2
    std::string onLoss;              ///< what stops when the key cannot be used
    std::string source;              ///< where these facts come from
    std::string confidence;          ///< A, B or C
};

class Catalogue
{
public:
    /// From the catalogue's JSON. Code::Internal with the place: the file ships with the program.
    static Result<std::shared_ptr<const Catalogue>> parse(ByteView json);
    const ServiceProfile *find(std::string_view id) const;
    std::vector<const ServiceProfile *> all() const;

private:
    std::map<std::string, ServiceProfile, std::less<>> m_profiles;
};

} // namespace keyward::estate
