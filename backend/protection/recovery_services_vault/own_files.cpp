// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/own_files.h"

namespace keyward::protection {
namespace {

bool is(const struct stat &info, const std::filesystem::path &path)
{
    struct stat other{};
    return ::stat(path.c_str(), &other) == 0 && same(info, other);
}

} // namespace

OwnFiles::OwnFiles(std::filesystem::path storeFolder)
{
    if (storeFolder.extension() != ".d" || ::stat(storeFolder.c_str(), &m_folderIs) != 0) return;
    m_file = storeFolder.replace_extension();
    if (::stat(m_file.c_str(), &m_fileIs) != 0) m_fileIs = {};
}

bool OwnFiles::holds(const Found &found) const
{
    if (m_file.empty()) return false;
    if (S_ISDIR(found.info.st_mode)) return same(found.info, m_folderIs);
    if (!S_ISREG(found.info.st_mode)) return false;
    if (same(found.info, m_fileIs)) return true;            // also by another name
    for (const char *suffix : {"-wal", "-shm", "-journal"}) // they come and go
        if (found.name == m_file.filename().string() + suffix && is(found.info, m_file.string() + suffix)) return true;
    return false;
}

} // namespace keyward::protection
