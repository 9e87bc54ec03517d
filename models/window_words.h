// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/error.h"

#include <QString>

/// The rules give their remedies in words of the command line. In the window a remedy says what can be done there.
namespace keyward::models {

/// Without the lines of keywardctl and the options in it; what is left may be empty.
QString inWindowWords(std::string_view text);
QString windowRemedy(const Error &error);

} // namespace keyward::models
