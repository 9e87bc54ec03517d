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

/// Whose key protects what a service keeps (MOD-24, MOD-16).
enum class KeySource : std::uint8_t {
    OwnKey,     ///< one that the resource is bound to
    Store,      ///< that of a store of the customer's, in which it keeps its data
    None,       ///< it keeps no data, so it takes no key
    ClientSide, ///< the application's, which encrypts before the service sees anything
};
std::string_view keySourceText(KeySource source); ///< own-key, own-store, no-data, client-side

/// Why a key cannot be used; services take each differently (P16).
enum class LossEvent : std::uint8_t { Disabled, Deleted, Expired, Unreachable };
std::string_view lossEventText(LossEvent event); ///< disabled, deleted, expired, unreachable

/// What one of these does to what a service keeps.
struct LossEffect {
    std::string what;
    bool goesOn = false; ///< what runs goes on running meanwhile
};

/// What one service demands of a customer-managed key, as data (resources/catalogue/profiles.json, or a file of an
/// administrator's own). Adding a service is adding a row there; no rule asks for a service by name.
struct ServiceProfile {
    std::string id;
    std::string service; ///< the same for all editions of its rules
    std::string title;
    std::string edition = "default"; ///< default, newer, own
    ServiceWords words;
    KeySource keySource = KeySource::OwnKey;
    std::string noKeyBecause;        ///< of a service that takes none: why
    std::vector<std::string> stores; ///< services that can keep its data; empty: all that take a key of their own
    bool storeBeside = false;        ///< … of its own region and subscription
    std::vector<KeyKind> keyKinds;
    bool hsmKeys = true;            ///< the -HSM variants of these as well
    bool managedHsm = false;        ///< keys of a managed HSM as well (MOD-19)
    std::vector<unsigned> keySizes; ///< bits; empty: any
    bool sameRegion = true;
    bool sameTenant = true;
    PermissionSet permissions; ///< its identity needs
    bool needsSoftDelete = true;
    bool needsPurgeProtection = true;
    unsigned retentionAtLeast = 0;            ///< days for which its vault keeps what is deleted
    bool onlyBeforeFirstUse = false;          ///< BKP-2
    bool firstKeyByUserAssigned = false;      ///< its first key is set while it is made, so it has no own identity yet
    bool revertible = false;                  ///< BKP-3
    bool boundKeyNeverDeleted = false;        ///< not even by override (TDE-8)
    bool deletionNeedsKey = false;            ///< a resource of it can only be deleted while its key works
    bool movable = true;                      ///< BKP-6: with a customer-managed key
    bool movesWithinSubscription = true;      ///< … to another resource group at least (TDE-12)
    bool takesVersions = false;               ///< a key is given by its version, and stays on it (TDE-16)
    bool refusesVersions = false;             ///< a key is given without its version
    bool refusesExpiry = false;               ///< a key with an expiry date (TDE-9)
    bool advisesNoExpiry = false;             ///< takes one, and is better off without (P17)
    unsigned longestKeyName = 0;              ///< characters of vault and key name together; 0: as many as there are
    bool olderKeyForm = false;                ///< scripts from before 2021-04 save its key in a form of theirs (BKP-22)
    bool identityPermanent = false;           ///< its own is never turned off (BKP-9)
    bool advisesEscrow = false;               ///< a copy of its key should be kept elsewhere (TDE-17)
    Millis checksAccessEvery{0};              ///< asks its vault whether it still may; 0: only when it works
    Millis dropsAfter{0};                     ///< what it encrypted is dropped without access; 0: never (TDE-6)
    bool followsNewVersions = false;          ///< a key given without version is followed (BKP-13)
    Millis followsWithin{0};                  ///< … so long after it was made: it looks for new ones by time
    Millis oldVersionFor{0};                  ///< a former key is needed so long after another one was set
    bool keepsPrevious = false;               ///< … and the last one until the next (P3, P4)
    bool serviceManagedByDefault = true;      ///< MOD-2
    std::vector<PrincipalKind> identityKinds; ///< system-assigned, user-assigned, first-party
    std::string provider; ///< of resources, registered where the key vault stands; first-party: its application (BOT-7)
    std::string creationFeature; ///< registered in subscriptions where it may be created with its key; empty: in all
    std::string trustedService;  ///< the row of the platform's list it is; empty: it is not on it
    bool userAssignedNeedsOpenNetwork = false; ///< BKP-10
    bool vaultMovable = true;                  ///< its key vault may move to another subscription or group
    std::string onLoss;                        ///< what stops when the key cannot be used
    std::map<LossEvent, LossEffect> losses;    ///< where it depends on why
    Millis lossWithin{0};                      ///< how soon it stops; 0: at once, or not known
    std::string recovery;                      ///< how it works again once the key does
    std::vector<std::string> limits;           ///< what else is to be known before a key is set
    std::string source;                        ///< where these facts come from
    std::string confidence;                    ///< A, B or C

    /// Its resources come to a vault as the platform's application of their provider, which nobody assigns.
    bool goesByFirstParty() const;
    /// Of an event, or of any.
    LossEffect lossBy(LossEvent event) const;
};

/// How a service of the list takes keys of a vault or a managed HSM.
enum class Support : std::uint8_t { No, Yes, NotApplicable };
std::string_view supportText(Support support); ///< no, yes, not applicable

/// MOD-17: a service that may take customer-managed keys, as the vendor lists it.
struct ListedService {
    std::string id;
    std::string title;
    std::vector<std::string> groups; ///< one, or more where it is listed more than once
    Support vault = Support::No;
    Support managedHsm = Support::No;
    std::string note;
    std::string keyNote;               ///< a constraint on its keys, as the list has it
    std::vector<std::string> profiles; ///< by which resources of it go
};

class Catalogue
{
public:
    /// From the two files of resources/catalogue. Code::Internal with the place: they ship with the program.
    static Result<std::shared_ptr<const Catalogue>> parse(ByteView profiles, ByteView platform);
    /// The same one and a profile of the customer's own, which takes the place of one with the same id.
    std::shared_ptr<const Catalogue> with(std::shared_ptr<const ServiceProfile> own) const;
    std::shared_ptr<const Catalogue> without(std::string_view own) const;

    const ServiceProfile *find(std::string_view id) const;
    std::vector<const ServiceProfile *> all() const;
    bool isOwn(std::string_view id) const { return m_own.contains(id); }
    const std::vector<ListedService> &services() const { return m_services; }
    const ListedService *service(std::string_view id) const;
    /// That resources of a profile are of.
    std::vector<const ListedService *> servicesOf(std::string_view profile) const;
    const Platform &platform() const { return *m_platform; }

private:
    using Profiles = std::map<std::string, std::shared_ptr<const ServiceProfile>, std::less<>>;
    Profiles m_profiles, m_own;
    std::vector<ListedService> m_services;
    std::shared_ptr<const Platform> m_platform = std::make_shared<const Platform>();
};

} // namespace keyward::estate
