// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/owned.h"
#include "backend/protection/recovery_services_vault/progress.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

/// Private to this protection: owners for libarchive's handles, for the files that work with it.
namespace keyward::protection {

using ReadArchive = std::unique_ptr<archive, Freer<archive_read_free>>;
using WriteArchive = std::unique_ptr<archive, Freer<archive_write_free>>;
using MatchArchive = std::unique_ptr<archive, Freer<archive_match_free>>;
using EntryPtr = std::unique_ptr<archive_entry, Freer<archive_entry_free>>;
using LinkResolver = std::unique_ptr<archive_entry_linkresolver, Freer<archive_entry_linkresolver_free>>;

} // namespace keyward::protection
