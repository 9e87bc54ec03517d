// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"

#include <filesystem>
#include <span>
#include <utility>

/// Files at the level of the system, where every failure is seen. Codes: those of failWith() (system_error.h).
namespace keyward {

/// Owns an open file descriptor.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor();

    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }
    int release() { return std::exchange(m_number, -1); }
    /// What a network or a quota has to say only now is a failure too.
    Status close(const std::filesystem::path &file);

private:
    int m_number = -1;
};

enum class Links : bool { Refuse, Follow };

/// Opens for reading what has to be a regular file. Never waits, whatever stands in its place: a pipe, a device and a
/// folder are refused with Code::NotRegularFile, and so is a link unless it is to be followed.
Result<Descriptor> openRegular(const std::filesystem::path &file, Links links = Links::Refuse);

/// Reads from 'offset' on until the buffer is full or the file ends, however little the system gives at a time; returns
/// how many bytes those are. The file's own position stays.
Result<std::size_t> readAt(int descriptor, std::span<std::uint8_t> into, std::uint64_t offset,
                           const std::filesystem::path &file);
/// Writes all of it, however little the system takes at a time.
Status writeAll(int descriptor, ByteView bytes, const std::filesystem::path &file);
/// … from 'offset' on. The file's own position stays.
Status writeAt(int descriptor, ByteView bytes, std::uint64_t offset, const std::filesystem::path &file);
Status syncFile(int descriptor, const std::filesystem::path &file);
Status syncFolder(const std::filesystem::path &folder); ///< makes names in it durable

/// Removes a folder with all that is in it, also folders that lack the right to be emptied.
Status removeTree(const std::filesystem::path &folder);

/// Whether a path, which need not exist yet, is a folder or lies inside it. By identity of the folders on the way, so
/// that neither links nor mounts hide it.
bool liesWithin(const std::filesystem::path &path, const std::filesystem::path &folder);

} // namespace keyward
