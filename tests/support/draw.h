// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/permissions.h"

#include <rapidcheck.h>

#include <vector>

/// Short ways to draw, for generators of commands.
namespace keyward::test {

inline bool maybe() { return *rc::gen::arbitrary<bool>(); }
/// Each as likely as the others, also in the first runs, which rapidcheck keeps small.
inline int below(int end) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end)); }
template <class T> T any(const std::vector<T> &of)
{
    return of[static_cast<std::size_t>(below(static_cast<int>(of.size())))];
}
estate::PermissionSet anyPermissions(); ///< never none

} // namespace keyward::test
