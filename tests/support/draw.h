// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/permissions.h"

#include <rapidcheck.h>

#include <vector>

/// Short ways to draw, for generators of commands.
namespace keyward::test {

inline bool maybe() { return *rc::gen::arbitrary<bool>(); }
inline int below(int end) { return *rc::gen::inRange(0, end); }
template <class T> T any(const std::vector<T> &of) { return of[*rc::gen::inRange<std::size_t>(0, of.size())]; }
estate::PermissionSet anyPermissions(); ///< never none

} // namespace keyward::test
