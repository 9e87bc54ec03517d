// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/keystore/store.h"

namespace keyward::keystore {

/// The highest log entry of a store seen on this machine, kept outside the store: the only thing by which a whole file
/// put back from an older copy can be told. It can be deleted by whoever can write to the user's state folder.
///
/// Several processes share it, so every access is under a lock on its file. A writer raises it after its commit; so a
/// reader that takes the mark first and the store's head afterwards never sees a mark ahead of an honest head.
class HighWaterMark
{
public:
    struct Seen {
        std::uint64_t sequence = 0;
        crypto::Digest auditHash{};
    };
    HighWaterMark(std::filesystem::path stateFolder, const StoreId &store);
    ~HighWaterMark();
    HighWaterMark(const HighWaterMark &) = delete;
    HighWaterMark &operator=(const HighWaterMark &) = delete;

    Seen read() const;                ///< zero where nothing was seen, or the file cannot be read
    Status ready();                   ///< that it can be written, before a commit relies on it; as failWith()
    Status raise(const Head &head);   ///< leaves a higher one as it is
    Status replace(const Head &head); ///< also by a lower one: a copy put back on purpose

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace keyward::keystore
