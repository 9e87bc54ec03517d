// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/high_water_mark.h"

#include "backend/base/system_error.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace keyward::keystore {
namespace {

constexpr std::size_t markSize = 8 + 32;

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

HighWaterMark::Seen seenIn(int descriptor)
{
    std::array<std::uint8_t, markSize> bytes{};
    HighWaterMark::Seen seen;
    if (::pread(descriptor, bytes.data(), markSize, 0) != static_cast<ssize_t>(markSize)) return seen;
    for (std::size_t i = 0; i < 8; ++i) seen.sequence = seen.sequence << 8 | bytes[i];
    std::copy(bytes.begin() + 8, bytes.end(), seen.auditHash.begin());
    return seen;
}

} // namespace

HighWaterMark::HighWaterMark(std::filesystem::path stateFolder, const StoreId &store)
    : m_file(stateFolder / (store.text() + ".seen"))
{
}

HighWaterMark::~HighWaterMark()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

HighWaterMark::Seen HighWaterMark::read() const
{
    const int descriptor = ::open(m_file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return {};
    Seen seen;
    {
        const Locked lock(descriptor, LOCK_SH);
        seen = seenIn(descriptor);
    }
    ::close(descriptor);
    return seen;
}

Status HighWaterMark::ready()
{
    if (m_descriptor >= 0) return {};
    std::error_code error;
    std::filesystem::create_directories(m_file.parent_path(), error);
    if (error) return failWith(error.value(), m_file.parent_path());
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_descriptor < 0) return failWith(errno, m_file);
    const Locked lock(m_descriptor, LOCK_EX);
    if (seenIn(m_descriptor).sequence != 0) return {};
    const std::array<std::uint8_t, markSize> nothing{}; // takes its room now, while nothing depends on it
    errno = EIO;
    if (::pwrite(m_descriptor, nothing.data(), markSize, 0) == static_cast<ssize_t>(markSize)) return {};
    const auto why = errno;
    ::close(std::exchange(m_descriptor, -1));
    return failWith(why, m_file);
}

template <class Wanted> Status HighWaterMark::write(const Head &head, Wanted wanted)
{
    KEYWARD_CHECK(ready());
    Bytes bytes;
    append(bytes, bigEndian(head.sequence));
    append(bytes, head.auditHash);
    const Locked lock(m_descriptor, LOCK_EX);
    if (!wanted(seenIn(m_descriptor))) return {};
    errno = EIO;
    if (::pwrite(m_descriptor, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return failWith(errno, m_file);
    return {};
}

Status HighWaterMark::raise(const Head &head)
{
    return write(head, [&](const Seen &seen) { return head.sequence > seen.sequence; });
}

Status HighWaterMark::replace(const Head &head)
{
    return write(head, [](const Seen &) { return true; });
}

} // namespace keyward::keystore
