// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"
#include "backend/base/key_spec.h"
#include "backend/base/time.h"
#include "backend/estate/permissions.h"
#include "backend/estate/platform.h"

#include <map>
#include <memory>

namespace keyward::estate {

/// How a service speaks of what it protects, so that no sentence elsewhere is about one service alone.
struct ServiceWords {
    std::string protects;   ///< "its backups": what its key protects
    std::string piece;      ///< "recovery point": what is encrypted as one piece; counted as English does
    std::string opened;     ///< "restored": what needs the key to be done with it
    std::string kept;       ///< "backup": what needs a key until it is deleted; the same where that is all there is
    std::string keptOpened; ///< "restored": what needs the key to be done with that
    std::string untilNext;  ///< "one more backup succeeded": what ends the need for a former version
    std::string next;       ///< "the next backup that succeeds"
    std::string afterEnd;   ///< "backups fail from then on, restores still work": of a version that expired
    std::string unused;     ///< "Nothing was ever protected in": before it may be bound, where that matters
    std::string bindBefore; ///< "an item is protected": what bars a key for good, where something does
};

/// What one service demands of a customer-managed key, as data (resources/catalogue/profiles.json). Adding a service is
/// adding a row there; no rule asks for a service by name.
struct ServiceProfile {
    std::string id;
    std::string service; ///< the same for all editions of its rules
    std::string title;
    ServiceWords words;
    std::vector<KeyKind> keyKinds;
    bool hsmKeys = true;            ///< the -HSM variants of these as well
    std::vector<unsigned> keySizes; ///< bits; empty: any
    bool sameRegion = false;
    bool sameTenant = true;
    PermissionSet permissions; ///< its identity needs
    bool needsSoftDelete = true;
    bool needsPurgeProtection = true;
    bool onlyBeforeFirstUse = false;           ///< BKP-2
    bool revertible = true;                    ///< BKP-3
    bool boundKeyNeverDeleted = false;         ///< not even by override (TDE-8)
    bool movable = true;                       ///< BKP-6: with a customer-managed key
    bool movesWithinSubscription = true;       ///< … to another resource group at least (TDE-12)
    bool takesVersions = false;                ///< a key is given by its version, and stays on it (TDE-16)
    bool refusesExpiry = false;                ///< a key with an expiry date (TDE-9)
    unsigned longestKeyName = 0;               ///< characters of vault and key name together; 0: as many as there are
    bool identityPermanent = true;             ///< its own is never turned off (BKP-9)
    bool advisesEscrow = false;                ///< a copy of its key should be kept elsewhere (TDE-17)
    Millis checksAccessEvery{0};               ///< asks its vault whether it still may; 0: only when it works
    Millis dropsAfter{0};                      ///< what it encrypted is dropped without access; 0: never (TDE-6)
    bool followsNewVersions = false;           ///< a key given without version is followed (BKP-13)
    bool serviceManagedByDefault = true;       ///< MOD-2
    std::vector<PrincipalKind> identityKinds;  ///< system-assigned, user-assigned
    std::string trustedService;                ///< the row of the platform's list it is; empty: it is not on it
    bool userAssignedNeedsOpenNetwork = false; ///< BKP-10
    bool vaultMovable = true;                  ///< its key vault may move to another subscription or group
    std::string onLoss;                        ///< what stops when the key cannot be used
    std::string source;                        ///< where these facts come from
    std::string confidence;                    ///< A, B or C
};

class Catalogue
{
public:
    /// From the two files of resources/catalogue. Code::Internal with the place: they ship with the program.
    static Result<std::shared_ptr<const Catalogue>> parse(ByteView profiles, ByteView platform);
    const ServiceProfile *find(std::string_view id) const;
    std::vector<const ServiceProfile *> all() const;
    const Platform &platform() const { return m_platform; }

private:
    std::map<std::string, ServiceProfile, std::less<>> m_profiles;
    Platform m_platform;
};

} // namespace keyward::estate
