// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/storage_account/entities.h"

#include "backend/estate/services/preparation.h"

namespace keyward::estate {

Status mayBeDeleted(const Estate &, const Resource &resource, const StorageAccount &facet)
{
    return mayBeDeleted(resource, facet.files);
}

Status mayRebind(const Estate &estate, const Resource &resource, const StorageAccount &facet, Instant now)
{
    return mayRebind(estate, resource, facet.files, now);
}

void settle(const Settling<StorageAccount> &of) { settleFiles(of.estate, of.resource); }

std::vector<Preparation> preparing(const Estate &, const Resource &, const StorageAccount &, const Key &,
                                   const KeyVersion &)
{
    return {};
}

std::vector<Parting> partings(const Estate &, const Resource &resource, const StorageAccount &facet, const KeyId &key)
{
    return partings(resource, facet.files, key);
}

void addFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource, const StorageAccount &)
{
    addFilesFindings(out, estate, resource);
}

void addDue(std::vector<Command> &, const Estate &, const Resource &, const StorageAccount &, Instant) {}

} // namespace keyward::estate
