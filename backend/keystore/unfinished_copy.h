// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/ids.h"
#include "backend/base/store_path.h"

namespace keyward::keystore {

/// A copy of a keystore while it is being written: an empty file of a name of its own beside the target (0600), noted
/// in STORE.d under a lock, so that the next to hold the store can remove it should this process be killed.
/// Removed with this object, unless it was finished.
class UnfinishedCopy
{
public:
    static Result<UnfinishedCopy> begin(const StorePath &store, const std::filesystem::path &target,
                                        Random &random); ///< codes of failWith()
    /// Durable, under the target's name, which must not be taken. Codes: FileExists, and of failWith().
    Status finish();
    void forget(); ///< its file was moved away by the caller
    const std::filesystem::path &part() const { return m_part; }
    ~UnfinishedCopy();
    UnfinishedCopy(UnfinishedCopy &&other) noexcept;
    UnfinishedCopy &operator=(UnfinishedCopy &&) = delete;

    /// Removes what killed processes left of theirs; returns what that was.
    static std::vector<std::filesystem::path> clear(const StorePath &store);

private:
    UnfinishedCopy(std::filesystem::path target, std::filesystem::path part, std::filesystem::path note, int lock);
    std::filesystem::path m_target, m_part, m_note;
    int m_lock;
};

} // namespace keyward::keystore
