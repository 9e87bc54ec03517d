// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/error.h"

#include <string>
#include <vector>

namespace keyward::models {

/// What fills a sentence, as people read it in the window's language.
std::vector<std::string> spokenArguments(const std::vector<Sentence::Argument> &arguments);

} // namespace keyward::models
