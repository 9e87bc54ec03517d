// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/command.h"

namespace keyward::estate {

Action::Action() = default;
Action::~Action() = default;
Action::Action(const Action &) = default;
Action::Action(Action &&) noexcept = default;
Action &Action::operator=(const Action &) = default;
Action &Action::operator=(Action &&) noexcept = default;

} // namespace keyward::estate
