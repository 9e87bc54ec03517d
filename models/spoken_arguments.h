// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/error.h"

#include <string>
#include <vector>

namespace keyward::models {

/// What fills the sentences of an error, as people read it in the window's language.
std::vector<std::string> spokenArguments(const Error &error);

} // namespace keyward::models
