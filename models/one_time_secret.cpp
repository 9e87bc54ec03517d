// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/one_time_secret.h"

namespace keyward::models {

QChar OneTimeSecret::at(std::size_t place) const { return QLatin1Char(static_cast<char>(text.exposed()[place])); }

} // namespace keyward::models
