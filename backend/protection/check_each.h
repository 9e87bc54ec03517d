// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/service.h"

namespace keyward::protection {

/// Looks at each resource that has something stored, oldest first: what a service's verify() does. Code::Cancelled,
/// also where a look ends with it.
Result<std::vector<engine::DataCheck>> checkEach(const estate::Estate &estate,
                                                 const std::function<bool(const estate::Resource &)> &has,
                                                 const std::function<engine::DataCheck(const estate::Resource &)> &look,
                                                 const engine::ProgressCallback &progress);

} // namespace keyward::protection
