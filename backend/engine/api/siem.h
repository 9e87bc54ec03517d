// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/service.h"

#include <filesystem>

namespace keyward::engine {

/// How a receiver stands, as this machine knows it.
struct SiemStanding {
    std::uint64_t sent = 0;                ///< it has every entry up to this one that it is to have
    std::uint64_t waiting = 0;             ///< entries of the log that are not sent yet
    std::optional<Instant> delivered = {}; ///< when it last took some
    std::optional<Error> trouble = {};     ///< why the last attempt failed
    std::optional<Instant> nextTry = {};   ///< after failures: not before then
};

/// TDE-19: the log's entries on their way to receivers, each at least once and in their order. A position is kept
/// durably only after the receiver has what lies before it: a file is synced, and of a connection the receiver closed
/// its end in good order after it read everything. So nothing is lost that a receiver did not read; what it read twice
/// has the same store id, number and leaf. Blocks for as long as receivers take; thread-safe.
class Siem
{
public:
    virtual ~Siem() = default;
    /// Code::NotFound
    virtual Result<SiemStanding> standing(const estate::SiemReceiverId &receiver) const = 0;
    /// Sends one message now that is no entry of the log, and says what the receiver did with it. Entries that wait
    /// after failures then go with the next run. Codes: NotFound; Busy while another process sends to it; Siem….
    virtual Result<Sentence> test(const estate::SiemReceiverId &receiver, const estate::Actor &actor,
                                  const ProgressCallback &progress) = 0;
    /// Sends what is new, to each receiver by itself: what fails at one goes on to the next.
    virtual void forward(DueWork &out, const ProgressCallback &progress) = 0;
    /// Certificates of authorities, as a record keeps them (PEM). Codes: Io, NotRegularFile, SiemTrustUnreadable.
    virtual Result<std::string> trustFrom(const std::filesystem::path &file) const = 0;
};

} // namespace keyward::engine
