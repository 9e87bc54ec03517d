// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/keystore/store.h"

namespace keyward::keystore {

/// The highest log entry of a store seen on this machine, kept outside the store: the only thing by which a whole file
/// put back from an older copy can be told. It can be deleted by whoever can write to the user's state folder.
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

    Seen read() const;           ///< zero where nothing was seen
    void raise(const Head &head); ///< best effort: a lost mark loses only the warning

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace keyward::keystore
