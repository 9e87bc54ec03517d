// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/unfinished.h"

#include "backend/estate/describe_names.h"

namespace keyward::estate {

std::optional<RecordId> recordOf(const WizardDraft &draft)
{
    if (!draft.resource.isNull()) return recordOf(draft.resource);
    const auto found = draft.values.find(aboutValue);
    if (found == draft.values.end()) return std::nullopt;
    const auto id = RecordId::from(found->second);
    return id ? std::optional(*id) : std::nullopt;
}

std::optional<Reference> aboutOf(const Estate &estate, const WizardDraft &draft)
{
    const auto id = recordOf(draft);
    if (!id) return std::nullopt;
    const auto at = [&](EntityKind kind, bool there) {
        return there ? std::optional(Reference{.kind = kind, .id = *id}) : std::nullopt;
    };
    if (!draft.resource.isNull()) return at(EntityKind::Resource, estate.resource(draft.resource));
    if (estate.key(KeyId{id->bytes})) return at(EntityKind::Key, true);
    if (estate.vault(VaultId{id->bytes})) return at(EntityKind::Vault, true);
    return at(EntityKind::Subscription, estate.subscription(SubscriptionId{id->bytes}));
}

std::string subjectOf(const Estate &estate, const WizardDraft &draft)
{
    const auto about = aboutOf(estate, draft);
    if (!about) return nameOf(estate, draft.resource);
    switch (about->kind) {
    case EntityKind::Key: return nameOf(estate, KeyId{about->id.bytes});
    case EntityKind::Vault: return nameOf(estate, VaultId{about->id.bytes});
    case EntityKind::Subscription: return nameOf(estate, SubscriptionId{about->id.bytes});
    default: return nameOf(estate, draft.resource);
    }
}

} // namespace keyward::estate
