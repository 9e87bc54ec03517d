// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/high_water_mark.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace keyward::keystore {
namespace {

constexpr std::size_t markSize = 8 + 32;

}

HighWaterMark::HighWaterMark(std::filesystem::path stateFolder, const StoreId &store) : m_file(stateFolder / (store.text() + ".seen"))
{
    std::error_code ignored;
    std::filesystem::create_directories(stateFolder, ignored);
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

HighWaterMark::~HighWaterMark()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

HighWaterMark::Seen HighWaterMark::read() const
{
    std::array<std::uint8_t, markSize> bytes{};
    Seen seen;
    if (m_descriptor < 0 || ::pread(m_descriptor, bytes.data(), markSize, 0) != static_cast<ssize_t>(markSize)) return seen;
    for (std::size_t i = 0; i < 8; ++i) seen.sequence = seen.sequence << 8 | bytes[i];
    std::copy(bytes.begin() + 8, bytes.end(), seen.auditHash.begin());
    return seen;
}

void HighWaterMark::raise(const Head &head)
{
    Bytes bytes;
    append(bytes, bigEndian(head.sequence));
    append(bytes, head.auditHash);
    if (m_descriptor >= 0) [[maybe_unused]]
        const auto written = ::pwrite(m_descriptor, bytes.data(), bytes.size(), 0);
}

} // namespace keyward::keystore
