// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/progress.h"
#include "backend/estate/command.h"

#include <optional>

namespace keyward::engine {

/// A file on its way to a resource that keeps files.
struct IncomingFile {
    std::string path; ///< below the place that was named
    PieceSource content;
};

/// A service whose resources keep files, whichever service gives them (BKP-17): they are encrypted as all that the
/// resource holds.
class FileKeeper
{
public:
    using Next = std::function<Result<std::optional<IncomingFile>>()>; ///< absent: that was the last
    virtual ~FileKeeper() = default;
    /// Why it cannot be a file's path there. Code::NameInvalid
    virtual Status mayKeep(const std::string &path) const = 0;
    /// All of them or none, below a path under which nothing is kept yet (empty: of a resource that keeps nothing yet);
    /// as one entry of the log. Codes: PathTaken, and those of the resource.
    virtual Status keepAll(const estate::ResourceId &resource, const std::string &below, const Next &next,
                           const estate::Actor &actor, const ProgressCallback &progress) = 0;
    /// All that is kept below a path, for good.
    virtual Status removeAll(const estate::ResourceId &resource, const std::string &below,
                             const estate::Actor &actor) = 0;
};

} // namespace keyward::engine
