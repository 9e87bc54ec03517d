// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/memory_scan.h"

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>
#include <utility>

namespace keyward::test {

void MemoryScan::lookFor(const std::string &name, ByteView secret)
{
    if (secret.size() < length) return;
    // Byte by byte: a vector register with all of it would be spilled to the stack, and found there.
    const volatile std::uint8_t *middle = secret.data() + (secret.size() - length) / 2;
    Needle forward{name, {}}, backward{name + ", reversed", {}};
    for (std::size_t i = 0; i < length; ++i) {
        forward.masked[i] = static_cast<std::uint8_t>(middle[i] ^ mask);
        backward.masked[i] = static_cast<std::uint8_t>(middle[length - 1 - i] ^ mask);
    }
    for (auto &needle : {forward, backward}) {
        m_starts[startOf(needle.masked.data(), mask)] = true;
        m_needles.push_back(needle);
    }
}

std::vector<std::string> MemoryScan::found(pid_t pid, bool &readable) const
{
    const auto folder = "/proc/" + std::to_string(pid);
    const int memory = ::open((folder + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    readable = false;
    std::vector<std::string> out;
    if (memory < 0) return out;
    Bytes chunk(1u << 20);
    for (const auto &mapping : unprotected(folder + "/smaps")) {
        for (auto at = mapping.from; at < mapping.to; at += chunk.size() - length) {
            const auto got = ::pread(memory, chunk.data(), std::min<std::size_t>(chunk.size(), mapping.to - at),
                                     static_cast<off_t>(at));
            if (got <= 0) break;
            readable = true;
            search(ByteView(chunk).first(static_cast<std::size_t>(got)), mapping.name, out);
        }
    }
    crypto::wipe(chunk); // it holds what was found
    ::close(memory);
    return out;
}

std::size_t MemoryScan::startOf(const std::uint8_t *bytes, std::uint8_t under)
{
    return static_cast<std::size_t>((bytes[0] ^ under) << 8 | (bytes[1] ^ under));
}

std::vector<MemoryScan::Mapping> MemoryScan::unprotected(const std::string &smaps)
{
    std::ifstream in(smaps);
    std::vector<Mapping> out;
    Mapping current;
    bool writable = false;
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string range, permissions, skipped;
        words >> range >> permissions >> skipped >> skipped >> skipped;
        if (const auto dash = range.find('-'); dash != std::string::npos && permissions.size() == 4) {
            current = {std::stoull(range.substr(0, dash), nullptr, 16),
                       std::stoull(range.substr(dash + 1), nullptr, 16), "memory without a name"};
            words >> current.name;
            writable = permissions.starts_with("rw");
        } else if (range == "VmFlags:" && writable && !(line + " ").contains(" dd ")) {
            out.push_back(current);
        }
    }
    return out;
}

void MemoryScan::search(ByteView bytes, const std::string &where, std::vector<std::string> &out) const
{
    for (std::size_t i = 0; i + length <= bytes.size(); ++i) {
        if (!m_starts[startOf(bytes.data() + i, 0)]) continue;
        for (const auto &needle : m_needles)
            if (std::equal(needle.masked.begin(), needle.masked.end(), bytes.data() + i,
                           [](std::uint8_t a, std::uint8_t b) { return (a ^ mask) == b; }))
                out.push_back(needle.name + " in " + where);
    }
}

std::vector<ByteView> rsaNumbersIn(ByteView pkcs8)
{
    std::size_t at = 0;
    const auto header = [&]() -> std::pair<std::uint8_t, std::size_t> {
        const auto tag = pkcs8[at++];
        std::size_t size = pkcs8[at++];
        if (size > 127)
            for (auto more = std::exchange(size, 0) & 127; more > 0; --more) size = size << 8 | pkcs8[at++];
        return {tag, size};
    };
    header();              // PrivateKeyInfo
    at += header().second; // version
    at += header().second; // algorithm
    header();              // OCTET STRING
    header();              // RSAPrivateKey
    std::vector<ByteView> out;
    while (out.size() < 9) {
        const auto size = header().second;
        out.push_back(pkcs8.subspan(at, size));
        at += size;
    }
    return out;
}

void lookForKey(MemoryScan &scan, ByteView pkcs8)
{
    const auto numbers = rsaNumbersIn(pkcs8);
    for (std::size_t i = 3; i < numbers.size(); ++i) scan.lookFor(rsaNames[i], numbers[i]);
}

} // namespace keyward::test
