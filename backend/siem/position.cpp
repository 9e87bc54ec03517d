// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/siem/position.h"

#include "backend/base/new_file.h"
#include "backend/base/system_error.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::siem {
namespace {

constexpr unsigned currentEdition = 1;
constexpr Millis longestPause = std::chrono::minutes(15);
constexpr std::size_t largest = 16 * 1024;

std::filesystem::path folderOf(const std::filesystem::path &storeFolder, const estate::SiemReceiverId &id)
{
    return storeFolder / estate::siemFolder(id);
}

} // namespace

Bytes encodePosition(const Position &position)
{
    Encoder out;
    out(currentEdition, position);
    return out.take();
}

std::optional<Position> positionIn(ByteView kept)
{
    unsigned edition = 0;
    Position out;
    Decoder in(kept);
    in(edition);
    if (edition != currentEdition) return std::nullopt;
    in(out);
    return in.ok() && in.atEnd() ? std::optional(std::move(out)) : std::nullopt;
}

Millis pauseAfter(std::uint32_t failures)
{
    if (failures < 2) return Millis(0);
    return std::min<Millis>(std::chrono::minutes(1) * (1u << std::min(failures - 2, 10u)), longestPause);
}

Result<PositionKeeper> PositionKeeper::acquire(const std::filesystem::path &storeFolder,
                                               const estate::SiemReceiverId &id)
{
    auto folder = folderOf(storeFolder, id);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failWith(errno, folder);
    const auto file = folder / "lock"; // it stays: were it removed, two processes could hold two files of that name
    Descriptor lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock.isOpen()) return failWith(errno, file);
    if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0)
        return fail(Code::Busy, file.string(), {"another process sends to this receiver"});
    return PositionKeeper(std::move(folder), std::move(lock));
}

std::optional<Position> PositionKeeper::read(const std::filesystem::path &storeFolder, const estate::SiemReceiverId &id)
{
    const auto file = folderOf(storeFolder, id) / "position";
    const auto opened = openRegular(file);
    if (!opened) return std::nullopt;
    Bytes bytes(largest);
    const auto size = readAt(opened->number(), bytes, 0, file);
    if (!size) return std::nullopt;
    return positionIn(ByteView(bytes).first(*size));
}

Status PositionKeeper::keep(const Position &position) const
{
    const auto fresh = m_folder / "position.new";
    ::unlink(fresh.c_str()); // of a process that was killed here
    KEYWARD_CHECK(writeNewFile(fresh, {encodePosition(position)}));
    if (::rename(fresh.c_str(), (m_folder / "position").c_str()) != 0) return failWith(errno, fresh);
    return syncFolder(m_folder);
}

} // namespace keyward::siem
