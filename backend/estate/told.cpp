// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/told.h"

#include "backend/estate/describe.h"

namespace keyward::estate {

Told told(const Estate &before, const Action &action)
{
    return {describe(before, action), undoOf(before, action), irreversible(before, action)};
}

} // namespace keyward::estate
