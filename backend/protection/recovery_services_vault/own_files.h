// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/recovery_services_vault/folder_walk.h"

namespace keyward::protection {

/// Recognises a keystore's own files in a folder that is backed up: STORE, what SQLite keeps beside it, and STORE.d. A
/// backup that took them in would grow with every run. By identity, so that no other way to them hides them.
class OwnFiles
{
public:
    explicit OwnFiles(std::filesystem::path storeFolder);
    bool holds(const Found &found) const;

private:
    std::filesystem::path m_file; ///< STORE; empty: none
    struct stat m_folderIs{};     ///< STORE.d
    struct stat m_fileIs{};
};

} // namespace keyward::protection
