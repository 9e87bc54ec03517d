// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/high_water_mark.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace keyward::keystore {
namespace {

// The file has two places for a mark, written in turn, each with a sum: a mark that a full disk or a crash tore is no
// mark, and the one before it still stands in the other place. The first format was one mark without a sum.
constexpr std::size_t markSize = 8 + 32;
constexpr std::size_t placeSize = markSize + 8;
constexpr std::size_t places = 2;

/// FNV-1a: against accidents only; who can write to the file can delete it, too.
std::uint64_t sumOf(ByteView bytes)
{
    std::uint64_t sum = 0xcbf29ce484222325;
    for (const auto byte : bytes) sum = (sum ^ byte) * 0x100000001b3;
    return sum;
}

std::uint64_t numberIn(ByteView bytes)
{
    std::uint64_t out = 0;
    for (const auto byte : bytes.first(8)) out = out << 8 | byte;
    return out;
}

/// flock() is per open file, so it also keeps threads apart that have a store each.
class Locked
{
public:
    Locked(int descriptor, int how) : m_descriptor(descriptor)
    {
        while (::flock(descriptor, how) != 0 && errno == EINTR) {}
    }
    ~Locked() { ::flock(m_descriptor, LOCK_UN); }
    Locked(const Locked &) = delete;
    Locked &operator=(const Locked &) = delete;

private:
    int m_descriptor;
};

HighWaterMark::Seen markIn(ByteView place)
{
    HighWaterMark::Seen seen{numberIn(place), {}};
    std::ranges::copy(place.subspan(8, seen.auditHash.size()), seen.auditHash.begin());
    return seen;
}

struct Marks {
    std::array<HighWaterMark::Seen, places> of{}; ///< zero where a place holds none, or a torn one
    bool whole = false;                           ///< both have their room
    std::size_t highest() const { return of[1].sequence > of[0].sequence ? 1 : 0; }
};

/// Fails where the disk does: what cannot be read must not be taken for nothing, and lowered.
Result<Marks> marksIn(int descriptor, const std::filesystem::path &file)
{
    std::array<std::uint8_t, places * placeSize> bytes{};
    KEYWARD_TRY(const auto size, readAt(descriptor, bytes, 0, file));
    Marks marks{.whole = size == bytes.size()};
    if (size >= markSize && size < placeSize) marks.of[0] = markIn(bytes);
    for (std::size_t i = 0; i < places && (i + 1) * placeSize <= size; ++i) {
        const auto place = ByteView(bytes).subspan(i * placeSize, placeSize);
        if (sumOf(place.first(markSize)) == numberIn(place.last(8))) marks.of[i] = markIn(place);
    }
    return marks;
}

Status put(int descriptor, std::size_t place, const HighWaterMark::Seen &mark, const std::filesystem::path &file)
{
    Bytes bytes;
    append(bytes, bigEndian(mark.sequence));
    append(bytes, mark.auditHash);
    append(bytes, bigEndian(sumOf(bytes)));
    if (::lseek(descriptor, static_cast<off_t>(place * placeSize), SEEK_SET) < 0) return failWith(errno, file);
    return writeAll(descriptor, bytes, file);
}

} // namespace

HighWaterMark::HighWaterMark(std::filesystem::path stateFolder, const StoreId &store)
    : m_file(stateFolder / (store.text() + ".seen"))
{}

HighWaterMark::~HighWaterMark()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

HighWaterMark::Seen HighWaterMark::read() const
{
    const Descriptor file(::open(m_file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen()) return {};
    const Locked lock(file.number(), LOCK_SH);
    const auto marks = marksIn(file.number(), m_file);
    return marks ? marks->of[marks->highest()] : Seen{};
}

Status HighWaterMark::ready()
{
    if (m_descriptor >= 0) return {};
    std::error_code error;
    std::filesystem::create_directories(m_file.parent_path(), error);
    if (error) return failWith(error.value(), m_file.parent_path());
    Descriptor file(::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!file.isOpen()) return failWith(errno, m_file);
    const Locked lock(file.number(), LOCK_EX);
    KEYWARD_TRY(const auto marks, marksIn(file.number(), m_file));
    for (std::size_t i = 0; i < places && !marks.whole; ++i) // takes its room now, while nothing depends on it
        KEYWARD_CHECK(put(file.number(), i, marks.of[i], m_file));
    m_descriptor = file.release();
    return {};
}

Status HighWaterMark::raise(const Head &head)
{
    KEYWARD_CHECK(ready());
    const Locked lock(m_descriptor, LOCK_EX);
    KEYWARD_TRY(const auto marks, marksIn(m_descriptor, m_file));
    const auto highest = marks.highest();
    if (head.sequence <= marks.of[highest].sequence) return {};
    return put(m_descriptor, 1 - highest, {head.sequence, head.auditHash}, m_file);
}

Status HighWaterMark::replace(const Head &head)
{
    KEYWARD_CHECK(ready());
    const Locked lock(m_descriptor, LOCK_EX);
    KEYWARD_TRY(const auto marks, marksIn(m_descriptor, m_file));
    const auto highest = marks.highest();
    for (const auto place : {1 - highest, highest})
        KEYWARD_CHECK(put(m_descriptor, place, {head.sequence, head.auditHash}, m_file));
    return {};
}

} // namespace keyward::keystore
