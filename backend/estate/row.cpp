// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/row.h"

namespace keyward::estate {

Facts factsOf(const Estate &estate, const Action &action)
{
    return std::visit([&](const auto &command) { return factsOf(estate, command); }, action);
}

Words wordsOf(const Estate &estate, const Action &action)
{
    return std::visit([&](const auto &command) { return wordsOf(estate, command); }, action);
}

} // namespace keyward::estate
