// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/files.h"

#include <string>
#include <sys/stat.h>
#include <vector>

namespace keyward::protection {

/// Something in a folder, as the walk came upon it.
struct Found {
    int folder = -1;  ///< descriptor of the folder it stands in; AT_FDCWD for the root
    std::string name; ///< there
    std::string path; ///< below the root; "." for the root itself
    struct stat info{};
};

/// One file under two names.
inline bool same(const struct stat &a, const struct stat &b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

/// What the walk tells. An error ends it.
class WalkVisitor
{
public:
    virtual ~WalkVisitor() = default;
    virtual bool wanted(const Found &found) = 0; ///< false: as if it were not there
    virtual Status folder(const Found &found,
                          const Descriptor &open) = 0; ///< before what is in it; closed where it cannot be opened
    virtual Status other(const Found &found) = 0;      ///< a file, a link, a device
    virtual Status unreadable(const std::string &path, int error) = 0; ///< it is left out
    virtual Status unlistable(const std::string &path, int error) = 0; ///< what is in this folder is left out
};

/// Visits a folder and all that is below it, each folder's names in their order, without following links. Everything is
/// reached from the folder it stands in, so that no path is too long and none can be exchanged on the way.
Status walk(const std::filesystem::path &root, WalkVisitor &visitor);

} // namespace keyward::protection
