// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/invocation.h"
#include "backend/estate/plan.h"

/// What the commands that go along a plan share.
namespace keyward::ctl {

/// The plan on an estate, made anew after each step.
using Planned = std::function<Result<estate::Plan>(const estate::Estate &estate, Instant now)>;

void printPlan(Invocation &invocation, const estate::Estate &estate, const estate::Plan &plan);
/// What is needed, in order; stops at the first refusal, says where, and can be run again. Nothing is begun that cannot
/// be ended: codes of a blocked step; AcknowledgeNeeded without --yes; OverrideNeeded without --override.
Result<engine::EstatePtr> carryOutPlan(Invocation &invocation, const std::string &about, const Planned &planned);

} // namespace keyward::ctl
