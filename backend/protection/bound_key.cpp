// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/bound_key.h"

#include "backend/estate/estate.h"
#include "backend/estate/kept_files.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/stores.h"

namespace keyward::protection {

using namespace estate;

Result<engine::KeyRequest> keyRequest(const Estate &estate, const Resource &resource, const WrappedBy &by)
{
    const auto *identity = estate.identityOf(resource);
    if (!identity) return fail(Code::IdentityMissing, resource.name.text());
    return engine::KeyRequest{.principal = identity->id,
                              .vault = by.vault,
                              .key = by.key,
                              .version = by.version,
                              .address = resource.name.text(),
                              .correlation = {},
                              .origin = Origin::of(resource.type)};
}

Result<WrappedDataKey> wrapDataKey(engine::KeyOperations &keys, const Estate &estate, const Resource &resource,
                                   const crypto::SecretBytes &key)
{
    WrappedDataKey out{.by = boundKey(estate, resource), .algorithm = WrapAlgorithm::AesKw, .wrapped = {}};
    if (!out.by) {
        KEYWARD_TRY(out.wrapped, keys.wrapForPlatform(resource.name.text(), key));
        return out;
    }
    out.algorithm = WrapAlgorithm::RsaOaep256;
    KEYWARD_TRY(const auto asked, keyRequest(estate, keyHolder(estate, resource), *out.by));
    KEYWARD_TRY(out.wrapped, keys.wrap(asked, out.algorithm, key));
    return out;
}

Result<crypto::SecretBytes> unwrapDataKey(engine::KeyOperations &keys, const Estate &estate, const Resource &resource,
                                          const WrappedDataKey &wrapped)
{
    if (!wrapped.by) return keys.unwrapForPlatform(resource.name.text(), wrapped.wrapped);
    KEYWARD_TRY(const auto asked, keyRequest(estate, askedFor(estate, resource), *wrapped.by));
    return keys.unwrap(asked, wrapped.algorithm, wrapped.wrapped);
}

std::optional<AccessLoss::Kind> lossIn(const Error &error)
{
    switch (error.code) {
    case Code::FirewallDenied:
    case Code::RegionOut:
    case Code::VaultUnreachable: return AccessLoss::Kind::Unreachable;
    case Code::KeyExpired:
    case Code::ProtectorExpired: return AccessLoss::Kind::Expired;
    case Code::Unauthorized:
    case Code::AccessLost:
    case Code::IdentityMissing:
    case Code::NotFound:
    case Code::IsDeleted:
    case Code::KeyDeleted:
    case Code::KeyDisabled:
    case Code::KeyNotYetValid:
    case Code::KeyPending:
    case Code::OperationNotOnKey: return AccessLoss::Kind::Refused;
    default: return {};
    }
}

Error refusalOf(const Resource &resource, const Error &error, const Refusals &codes)
{
    if (error.code == Code::UnwrapFailed)
        return {codes.damaged, resource.name.text(), {said("its data key does not open")}, {}};
    if (!lossIn(error)) return error;
    return {codes.inaccessible, resource.name.text(), {sentence(error)}, remedy(error)};
}

} // namespace keyward::protection
