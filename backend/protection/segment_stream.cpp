// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/segment_stream.h"

#include "backend/base/system_error.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::protection {
namespace {

constexpr std::size_t queueLimit = 4;
constexpr std::size_t headerSize = 8;
constexpr std::size_t sealedSize = segmentSize + crypto::SegmentCipher::tagSize;

std::string shortId(const StreamName &stream) { return stream.id.text().substr(0, 8); }

} // namespace

Bytes segmentAssociatedData(const StreamName &stream, std::uint64_t index, bool last)
{
    Bytes out(stream.id.bytes.begin(), stream.id.bytes.end());
    append(out, bigEndian(index));
    out.push_back(last ? 1 : 0);
    return out;
}

Result<std::unique_ptr<SegmentWriter>> SegmentWriter::create(const crypto::Context &context,
                                                             const std::filesystem::path &file,
                                                             const StreamName &stream, const crypto::SecretBytes &dek)
{
    KEYWARD_TRY(auto cipher, crypto::SegmentCipher::create(context, dek));
    Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!made.isOpen()) return failWith(errno, file);
    KEYWARD_CHECK(writeAll(made.number(), bytesOf(stream.header), file));
    std::unique_ptr<SegmentWriter> writer(new SegmentWriter(std::move(cipher), file, stream, std::move(made)));
    writer->m_stored = headerSize;
    return writer;
}

SegmentWriter::SegmentWriter(crypto::SegmentCipher cipher, std::filesystem::path file, const StreamName &stream,
                             Descriptor descriptor)
    : m_cipher(std::move(cipher)), m_file(std::move(file)), m_stream(stream), m_descriptor(std::move(descriptor)),
      m_thread([this] { run(); })
{
    m_current.reserve(segmentSize);
}

SegmentWriter::~SegmentWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool SegmentWriter::add(ByteView plain)
{
    while (!plain.empty()) {
        // A full segment waits for the byte after it: only then is it known not to be the last.
        if (m_current.size() == segmentSize) hand(false);
        const auto room = std::min(segmentSize - m_current.size(), plain.size());
        append(m_current, plain.first(room));
        plain = plain.subspan(room);
    }
    const std::lock_guard lock(m_mutex);
    return !m_failed;
}

void SegmentWriter::hand(bool last)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_queue.size() < queueLimit || m_failed; });
    m_queue.push_back({std::move(m_current), last});
    m_current = {};
    if (!m_spare.empty()) {
        m_current = std::move(m_spare.back());
        m_spare.pop_back();
    }
    m_current.clear();
    m_current.reserve(segmentSize);
    lock.unlock();
    m_changed.notify_all();
}

Status SegmentWriter::write(const Piece &piece)
{
    m_sealed.resize(piece.plain.size() + crypto::SegmentCipher::tagSize); // the same for all but the last
    if (!m_cipher.seal(m_count, piece.plain, segmentAssociatedData(m_stream, m_count, piece.last), m_sealed.data()))
        return fail(Code::CryptoFailed, {}, {"sealing a segment"});
    KEYWARD_CHECK(writeAll(m_descriptor.number(), m_sealed, m_file));
    ++m_count;
    m_stored += m_sealed.size();
    return {};
}

void SegmentWriter::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [&] { return !m_queue.empty() || m_ended; });
        if (m_queue.empty()) return;
        auto piece = std::move(m_queue.front());
        m_queue.pop_front();
        if (m_failed) continue;
        lock.unlock();
        auto status = write(piece);
        lock.lock();
        crypto::wipe(piece.plain);
        m_spare.push_back(std::move(piece.plain));
        if (!status) {
            m_failed = true;
            m_status = std::move(status);
        }
        m_changed.notify_all();
    }
}

Status SegmentWriter::finish()
{
    hand(true);
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_queue.empty() || m_failed; });
    }
    m_thread.join();
    m_thread = std::jthread([] {});
    if (m_failed) return m_status;
    KEYWARD_CHECK(syncFile(m_descriptor.number(), m_file));
    return m_descriptor.close(m_file);
}

namespace {

Result<Descriptor> openData(const std::filesystem::path &file, const StreamName &stream)
{
    auto opened = openRegular(file);
    std::error_code ignored;
    if (!opened && std::filesystem::symlink_status(file, ignored).type() == std::filesystem::file_type::not_found)
        return fail(Code::SegmentMissing, shortId(stream),
                    {"0", said("; its data is missing beside the keystore ({0})", file.string())});
    return opened;
}

} // namespace

Status SegmentReader::checkSize(const std::filesystem::path &file, const StreamName &stream, std::uint64_t segments,
                                std::uint64_t storedBytes)
{
    KEYWARD_TRY(const auto opened, openData(file, stream));
    struct stat info{};
    if (::fstat(opened.number(), &info) != 0) return failWith(errno, file);
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size == storedBytes) return {};
    if (size > storedBytes) return fail(Code::SegmentDamaged, shortId(stream), {said("after {0}", segments)});
    const auto whole = size < headerSize ? 0 : (size - headerSize) / sealedSize;
    return fail(Code::SegmentMissing, shortId(stream), {std::to_string(std::min(whole, segments))});
}

Result<std::unique_ptr<SegmentReader>> SegmentReader::open(const crypto::Context &context,
                                                           const std::filesystem::path &file, const StreamName &stream,
                                                           const crypto::SecretBytes &dek,
                                                           std::uint64_t expectedSegments)
{
    KEYWARD_TRY(auto cipher, crypto::SegmentCipher::create(context, dek));
    KEYWARD_TRY(auto opened, openData(file, stream));
    std::array<char, headerSize> magic{};
    struct stat info{};
    if (::fstat(opened.number(), &info) != 0 ||
        ::pread(opened.number(), magic.data(), magic.size(), 0) != static_cast<ssize_t>(magic.size()) ||
        std::string_view(magic.data(), magic.size()) != stream.header)
        return fail(Code::SegmentDamaged, shortId(stream), {"0, its header,"});
    std::unique_ptr<SegmentReader> reader(
        new SegmentReader(std::move(cipher), file, stream, expectedSegments, std::move(opened)));
    reader->m_size = static_cast<std::uint64_t>(info.st_size) - headerSize;
    reader->m_thread = std::jthread([raw = reader.get()] { raw->run(); });
    return reader;
}

SegmentReader::SegmentReader(crypto::SegmentCipher cipher, std::filesystem::path file, const StreamName &stream,
                             std::uint64_t expected, Descriptor descriptor)
    : m_cipher(std::move(cipher)), m_file(std::move(file)), m_stream(stream), m_expected(expected),
      m_descriptor(std::move(descriptor)), m_sealed(sealedSize)
{}

SegmentReader::~SegmentReader()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

/// Says what is wrong with a segment that did not open: cut short, another one in its place, or altered.
Error SegmentReader::diagnose(std::uint64_t index, ByteView sealed, bool last)
{
    Bytes scratch(sealed.size());
    if (last && m_cipher.open(index, sealed, segmentAssociatedData(m_stream, index, false), scratch.data()))
        return {Code::SegmentMissing, shortId(m_stream), {std::to_string(index + 1)}, {}};
    for (std::uint64_t other = 0; other < m_expected; ++other) {
        if (other == index) continue;
        for (const bool asLast : {false, true})
            if (m_cipher.open(other, sealed, segmentAssociatedData(m_stream, other, asLast), scratch.data()))
                return {Code::SegmentMisplaced, shortId(m_stream), {std::to_string(index + 1)}, {}};
    }
    return {Code::SegmentDamaged, shortId(m_stream), {std::to_string(index + 1)}, {}};
}

Result<Bytes> SegmentReader::readSegment(std::uint64_t index, bool &last)
{
    const auto begin = index * sealedSize;
    if (begin >= m_size)
        return std::unexpected(Error{Code::SegmentMissing, shortId(m_stream), {std::to_string(index)}, {}});
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(sealedSize, m_size - begin));
    last = begin + size == m_size;
    KEYWARD_TRY(const auto got,
                readAt(m_descriptor.number(), std::span(m_sealed).first(size), headerSize + begin, m_file));
    if (got < size) return fail(Code::Io, m_file.string(), {"it became shorter"});
    const ByteView sealed(m_sealed.data(), size);
    if (size < crypto::SegmentCipher::tagSize)
        return std::unexpected(Error{Code::SegmentDamaged, shortId(m_stream), {std::to_string(index + 1)}, {}});
    Bytes plain(size - crypto::SegmentCipher::tagSize);
    if (!m_cipher.open(index, sealed, segmentAssociatedData(m_stream, index, last), plain.data()))
        return std::unexpected(diagnose(index, sealed, last));
    if (last && index + 1 != m_expected)
        return std::unexpected(Error{Code::SegmentMissing, shortId(m_stream), {std::to_string(index + 1)}, {}});
    return plain;
}

void SegmentReader::run()
{
    bool last = false;
    for (std::uint64_t index = 0; !last; ++index) {
        auto segment = readSegment(index, last);
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_queue.size() < queueLimit || m_stop; });
        if (m_stop) return;
        if (!segment) {
            m_status = std::unexpected(segment.error());
            break;
        }
        if (!segment->empty()) m_queue.push_back(std::move(*segment));
        lock.unlock();
        m_changed.notify_all();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
}

Result<ByteView> SegmentReader::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return !m_queue.empty() || m_ended; });
    if (m_queue.empty()) {
        if (!m_status) return std::unexpected(m_status.error());
        return ByteView{};
    }
    m_shown = std::move(m_queue.front());
    m_queue.pop_front();
    lock.unlock();
    m_changed.notify_all();
    return ByteView(m_shown);
}

Status SegmentReader::drain()
{
    while (true) {
        KEYWARD_TRY(const auto piece, next());
        if (piece.empty()) return {};
    }
}

} // namespace keyward::protection
