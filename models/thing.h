// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/registry.h"
#include "models/target.h"

#include <functional>

namespace keyward::models {

/// A kind of thing, declared once: what is said of one, where it belongs, how it is found. Titles, chips, search and
/// navigation read these records; nothing else tells kinds apart.
struct ThingRecord {
    using Estate = estate::Estate;
    using Found = std::function<void(const Target &, std::string_view name)>;

    Scope scope;
    std::function<bool(const Estate &, const Target &)> exists;
    std::function<QString(const Estate &, const Target &)> title;     ///< of one that exists, as all below
    std::function<QString(const Estate &, const Target &)> kind = {}; ///< Key vault, West Europe
    std::function<std::optional<Chip>(const Estate &, const estate::Assessment &, const Target &, Instant)> chip = {};
    std::function<Target(const Estate &, const Target &)> parent = {};      ///< none: the estate
    std::function<std::string(const Estate &, const Target &)> logged = {}; ///< by which the log names it
    QString list = {};   ///< the estate's blade that lists them; none: its first
    QString beside = {}; ///< the blade of its parent beside which it opens; none: alone
    QString icon = {};
    /// For search: each of them by the name people look for. With a slash in what they typed, by its path.
    std::function<void(const Estate &, bool byPath, const Found &)> each = {};
    std::function<QString(const Estate &, const Target &)> found = {}; ///< beside its name in search; none: its kind
};
using Thing = Registered<ThingRecord>;

const ThingRecord *thingOf(const Scope &scope); ///< null for the estate

} // namespace keyward::models
