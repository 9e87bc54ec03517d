// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/fields.h"

/// The form of "Try the key": what can be tried, on what.
namespace keyward::models {

struct Trial {
    std::string_view id; ///< as the command line names it
    estate::Permission permission;
    QString verb;
    QString done; ///< a sentence: as %1 with %2
    bool signs() const { return permission == estate::Permission::Sign || verifies(); }
    bool verifies() const { return permission == estate::Permission::Verify; }
    bool opens() const ///< gives back what was encrypted
    {
        return permission == estate::Permission::Decrypt || permission == estate::Permission::UnwrapKey;
    }
};
const std::vector<Trial> &trials();
const Trial &trialIn(const Values &values);     ///< the one that is chosen
bool onFile(const Values &values);              ///< instead of on a text
const char *algorithmField(const Trial &trial); ///< which field names the algorithm

std::vector<Field> trialFields(const Situation &s, const KeySpec &spec);

/// Line breaks and blanks do not count. Absent where it is no Base64.
std::optional<QByteArray> fromBase64(const QString &typed);

} // namespace keyward::models
