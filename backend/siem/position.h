// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/codec.h"
#include "backend/base/files.h"
#include "backend/crypto/digest.h"
#include "backend/estate/siem_receivers.h"

namespace keyward::siem {

/// How far a receiver is, and how the last attempts went. Kept beside the keystore and not in it: a record would be
/// changed with each batch, and each change is an entry of the log, which would be one more to send. It holds no
/// secret. Its hash has to be that of the log's entry with that number; whoever can write here may still choose a later
/// one, and the receiver sees the gap in the numbers.
struct Position {
    std::uint64_t start = 0;    ///< entries up to this one never were for it
    std::uint64_t number = 0;   ///< it has those up to this one
    crypto::Digest hash{};      ///< of that entry; zeros before the first
    Instant delivered{};        ///< when it last took some; the beginning of time: never
    std::uint32_t failures = 0; ///< since then
    Instant tried{};            ///< when the last one was
    std::string code = {};      ///< name of its error, with what it is about and what fills it
    std::string about = {};
    std::vector<std::string> arguments = {};
};
KEYWARD_FIELDS(Position, s.start, s.number, s.hash, s.delivered, s.failures, s.tried, s.code, s.about, s.arguments)

/// What is kept of one, and what that says: absent where it makes no sense, or is of a newer edition.
Bytes encodePosition(const Position &position);
std::optional<Position> positionIn(ByteView kept);

/// After so many failures in a row: none after the first, then twice as long each time, a quarter of an hour at most.
Millis pauseAfter(std::uint32_t failures);

/// The one process that sends to a receiver, while it does; the system lets go of it when the process dies.
class PositionKeeper
{
public:
    /// Code::Busy: another one is at it; and those of failWith().
    static Result<PositionKeeper> acquire(const std::filesystem::path &storeFolder, const estate::SiemReceiverId &id);
    /// Absent: nothing was kept yet, or it makes no sense any more.
    static std::optional<Position> read(const std::filesystem::path &storeFolder, const estate::SiemReceiverId &id);
    /// Durably and whole, or the former one stays. Codes of failWith().
    Status keep(const Position &position) const;

private:
    PositionKeeper(std::filesystem::path folder, Descriptor lock) : m_folder(std::move(folder)), m_lock(std::move(lock))
    {}
    std::filesystem::path m_folder;
    Descriptor m_lock;
};

} // namespace keyward::siem
