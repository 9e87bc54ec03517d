// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/archive_reader.h"

#include "backend/base/bytes.h"

#include <algorithm>
#include <map>

namespace keyward::protection {
namespace {

/// As the pax format of libarchive escapes names of attributes.
std::string escaped(std::string_view name)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte < 33 || byte > 126 || c == '%' || c == '=')
            out += {'%', digits[byte >> 4], digits[byte & 15]};
        else
            out += c;
    }
    return out;
}

} // namespace

ArchiveReader::ArchiveReader(PieceSource source) : m_source(std::move(source)), m_archive(archive_read_new())
{
    archive_read_support_format_tar(m_archive.get());
    archive_read_support_filter_zstd(m_archive.get());
}

Status ArchiveReader::open()
{
    if (archive_read_open(m_archive.get(), this, nullptr, readCallback, nullptr) != ARCHIVE_OK) return failure();
    return {};
}

Result<archive_entry *> ArchiveReader::next()
{
    archive_entry *entry = nullptr;
    const int got = archive_read_next_header(m_archive.get(), &entry);
    if (got == ARCHIVE_EOF) return nullptr;
    if (got < ARCHIVE_WARN) return failure();
    return entry;
}

Status ArchiveReader::drain()
{
    while (true) {
        KEYWARD_TRY(const auto piece, m_source());
        if (piece.empty()) return {};
    }
}

std::unexpected<Error> ArchiveReader::failure() const
{
    if (m_error) return std::unexpected(*m_error);
    const auto *text = archive_error_string(m_archive.get());
    return fail(Code::PointUnreadable, {}, {text ? text : "its archive is malformed"});
}

la_ssize_t ArchiveReader::readCallback(archive *, void *self, const void **data)
{
    auto &reader = *static_cast<ArchiveReader *>(self);
    const auto piece = reader.m_source();
    if (!piece) {
        reader.m_error = piece.error();
        return -1;
    }
    *data = piece->data();
    return static_cast<la_ssize_t>(piece->size());
}

void dropDoubledAttributes(archive_entry *entry)
{
    std::map<std::string, Bytes> attributes;
    const char *name = nullptr;
    const void *value = nullptr;
    std::size_t size = 0;
    archive_entry_xattr_reset(entry);
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK) {
        const auto *bytes = static_cast<const std::uint8_t *>(value);
        attributes.insert_or_assign(name, Bytes(bytes, bytes + size));
    }
    std::vector<std::string> doubled;
    for (const auto &[plain, contents] : attributes) {
        const auto other = escaped(plain);
        const auto found = attributes.find(other);
        if (other != plain && found != attributes.end() && found->second == contents) doubled.push_back(other);
    }
    if (doubled.empty()) return;
    archive_entry_xattr_clear(entry);
    for (const auto &[plain, contents] : attributes)
        if (!std::ranges::contains(doubled, plain))
            archive_entry_xattr_add_entry(entry, plain.c_str(), contents.data(), contents.size());
}

} // namespace keyward::protection
