// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <initializer_list>
#include <string>

namespace keyward::models {

/// The line of what is done to a server or a database beside its commands ("sql database export"): the words after
/// keywardctl, each as a shell reads it back as one.
QString plainLine(std::initializer_list<std::string> words);

} // namespace keyward::models
