// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/files.h"

namespace keyward::protection {

/// Held by everybody who works with the pages of a database, in whatever process: together with others, or alone by
/// who puts other pages in their place. A connection that began before such a change would write into pages that are
/// gone.
class DatabaseUse
{
public:
    enum class Kind : std::uint8_t { Shared, Alone };
    static Status prepare(const std::filesystem::path &folder); ///< of a database that is made
    /// Waits for a few seconds; Code::Busy then, with 'name' as the target.
    static Result<DatabaseUse> of(const std::filesystem::path &folder, Kind kind, const std::string &name);

private:
    explicit DatabaseUse(Descriptor descriptor) : m_descriptor(std::move(descriptor)) {}
    Descriptor m_descriptor;
};

} // namespace keyward::protection
