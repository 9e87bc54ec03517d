// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace keyward::models {

/// What a page is for, in a few sentences, for whoever asks on it (F1). Empty for a page that nobody described: a test
/// finds those.
QString pageHelp(const QString &blade);

} // namespace keyward::models
