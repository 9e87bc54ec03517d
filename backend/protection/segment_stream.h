// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/files.h"
#include "backend/crypto/segment_cipher.h"
#include "backend/estate/entities.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>

namespace keyward::protection {

/// The stored form of a recovery point, a blob, a file: eight bytes of header, then segments of one mebibyte (the last
/// one shorter), each sealed with AES-256-GCM under a data key of this stream alone. Associated data: stream, number,
/// whether it is the last.
inline constexpr std::size_t segmentSize = 1u << 20;

/// Which stream it is.
struct StreamName {
    RecordId id;
    std::string_view header; ///< eight bytes: of which kind it is; literals only
};
inline StreamName streamOf(const estate::PointId &point) { return {estate::recordOf(point), {"KWRPNT\x01\n", 8}}; }

Bytes segmentAssociatedData(const StreamName &stream, std::uint64_t index, bool last);

/// Takes plaintext of any size, seals and writes it on a thread of its own. A full disk is reported by the next call.
class SegmentWriter
{
public:
    static Result<std::unique_ptr<SegmentWriter>> create(const crypto::Context &context,
                                                         const std::filesystem::path &file, const StreamName &stream,
                                                         const crypto::SecretBytes &dek);
    ~SegmentWriter();
    SegmentWriter(const SegmentWriter &) = delete;
    SegmentWriter &operator=(const SegmentWriter &) = delete;

    bool add(ByteView plain); ///< false once writing failed; finish() says why
    Status finish();          ///< seals the last segment; returns when all is on the disk
    std::uint64_t segments() const { return m_count; }
    std::uint64_t storedBytes() const { return m_stored; }

private:
    struct Piece {
        Bytes plain;
        bool last = false;
    };
    SegmentWriter(crypto::SegmentCipher cipher, std::filesystem::path file, const StreamName &stream,
                  Descriptor descriptor);
    void hand(bool last);
    void run();
    Status write(const Piece &piece);

    crypto::SegmentCipher m_cipher;
    std::filesystem::path m_file;
    StreamName m_stream;
    Descriptor m_descriptor;
    Bytes m_current;
    Bytes m_sealed; ///< of the thread alone
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Piece> m_queue;
    std::vector<Bytes> m_spare;
    bool m_failed = false;
    bool m_ended = false;
    Status m_status;
    std::uint64_t m_count = 0;
    std::uint64_t m_stored = 0;
    std::jthread m_thread;
};

/// Reads, checks and opens segments on a thread of its own, ahead of the consumer. Plaintext of a segment is handed out
/// only after its check. Codes: SegmentDamaged, SegmentMissing (also where the whole file is), SegmentMisplaced,
/// NotRegularFile, and those of the disk.
class SegmentReader
{
public:
    static Result<std::unique_ptr<SegmentReader>> open(const crypto::Context &context,
                                                       const std::filesystem::path &file, const StreamName &stream,
                                                       const crypto::SecretBytes &dek, std::uint64_t expectedSegments);
    /// What can be told without the key: a regular file of the right size. Codes as those of open().
    static Status checkSize(const std::filesystem::path &file, const StreamName &stream, std::uint64_t segments,
                            std::uint64_t storedBytes);
    ~SegmentReader();
    SegmentReader(const SegmentReader &) = delete;
    SegmentReader &operator=(const SegmentReader &) = delete;

    /// The next piece, valid until the next call; empty at the end.
    Result<ByteView> next();
    Status drain(); ///< checks whatever the consumer did not need

private:
    SegmentReader(crypto::SegmentCipher cipher, std::filesystem::path file, const StreamName &stream,
                  std::uint64_t expected, Descriptor descriptor);
    void run();
    Result<Bytes> readSegment(std::uint64_t index, bool &last);
    Error diagnose(std::uint64_t index, ByteView sealed, bool last);

    crypto::SegmentCipher m_cipher;
    std::filesystem::path m_file;
    StreamName m_stream;
    std::uint64_t m_expected;
    Descriptor m_descriptor;
    std::uint64_t m_size = 0;
    Bytes m_sealed;
    Bytes m_shown;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Bytes> m_queue;
    bool m_ended = false;
    bool m_stop = false;
    Status m_status;
    std::jthread m_thread;
};

} // namespace keyward::protection
