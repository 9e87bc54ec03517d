// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/display_name.h"

#include "backend/base/names.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <utility>

namespace keyward {
namespace {

constexpr UChar32 brailleBlank = 0x2800; // a symbol, and yet empty

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside ICU's macro
#pragma GCC diagnostic ignored "-Wsign-conversion"
/// Negative where it is not UTF-8.
UChar32 nextCharacter(std::string_view text, std::int32_t &at)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    return c;
}
#pragma GCC diagnostic pop

template <class Each> void eachCharacter(std::string_view text, Each each) ///< each(character, its bytes)
{
    for (std::int32_t at = 0; std::cmp_less(at, text.size());) {
        const auto begin = at;
        const auto c = nextCharacter(text, at);
        each(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
    }
}

bool unseen(UChar32 c)
{
    const bool ignorable = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    return ignorable || u_charType(c) == U_FORMAT_CHAR || c == brailleBlank;
}

bool mark(UChar32 c) { return (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0; }

std::string nameOf(UChar32 c)
{
    std::array<char, 128> name{};
    UErrorCode error = U_ZERO_ERROR;
    u_charName(c, U_EXTENDED_CHAR_NAME, name.data(), static_cast<std::int32_t>(name.size()), &error);
    return std::format("U+{:04X}", static_cast<std::uint32_t>(c)) +
           (U_SUCCESS(error) && name[0] != '<' ? " " + std::string(name.data()) : "");
}

/// Why a character may not stand in a name; empty where it may.
Sentence objection(UChar32 c)
{
    if (c < 0) return said("it is not valid UTF-8");
    const auto type = u_charType(c);
    if (type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR)
        return said("it holds {0}, a control character", nameOf(c));
    if (unseen(c)) return said("it holds {0}, which cannot be seen", nameOf(c));
    if (type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE)
        return said("it holds {0}, to which no character is assigned", nameOf(c));
    return {};
}

bool readsAsId(std::string_view text)
{
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    return std::ranges::all_of(text, [&](char c) { return hex(c) || c == '-'; }) &&
           std::ranges::count_if(text, hex) == 32;
}

/// Any space becomes a plain one, several one, and none stays at the ends (RFC 8266, 2.1).
std::string plainSpaces(std::string_view text)
{
    std::string out;
    eachCharacter(text, [&](UChar32 c, std::string_view bytes) {
        if (u_charType(c) != U_SPACE_SEPARATOR)
            out += bytes;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    });
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string normalised(const icu::Normalizer2 *by, std::string_view text, UErrorCode &error)
{
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    if (U_SUCCESS(error)) by->normalizeUTF8(0, piece, sink, nullptr, error);
    return out;
}

bool validUtf8(std::string_view text)
{
    bool valid = true;
    eachCharacter(text, [&](UChar32 c, std::string_view) { valid &= c >= 0; });
    return valid;
}

std::string skeletonOf(const std::string &folded)
{
    struct Close {
        void operator()(USpoofChecker *checker) const { uspoof_close(checker); }
    };
    static const std::unique_ptr<USpoofChecker, Close> checker = [] {
        UErrorCode error = U_ZERO_ERROR;
        return std::unique_ptr<USpoofChecker, Close>(uspoof_open(&error));
    }();
    if (!validUtf8(folded)) return folded;
    std::string out(folded.size() * 2 + 16, '\0');
    for (int attempt = 0; attempt < 2; ++attempt) {
        UErrorCode error = U_ZERO_ERROR;
        const auto size =
            uspoof_getSkeletonUTF8(checker.get(), 0, folded.data(), static_cast<std::int32_t>(folded.size()),
                                   out.data(), static_cast<std::int32_t>(out.size()), &error);
        const auto length = static_cast<std::size_t>(std::max(size, std::int32_t(0)));
        const bool tooSmall = error == U_BUFFER_OVERFLOW_ERROR;
        if (U_FAILURE(error) && !tooSmall) return folded;
        out.resize(length);
        if (!tooSmall) break;
    }
    return out;
}

} // namespace

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string visible(std::string_view text)
{
    std::string out;
    eachCharacter(text, [&](UChar32 c, std::string_view bytes) {
        if (c < 0)
            for (const char byte : bytes) out += std::format("\\x{:02x}", static_cast<unsigned char>(byte));
        else
            out +=
                objection(c).empty() ? std::string(bytes) : std::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    });
    return out;
}

std::string foldedBeyondAscii(std::string_view text)
{
    UErrorCode error = U_ZERO_ERROR;
    static const auto *fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
    auto out = validUtf8(text) && fold ? normalised(fold, text, error) : std::string();
    if (!out.empty() && U_SUCCESS(error)) return out;
    out = text;
    for (char &c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    return out;
}

Result<std::string> displayName(const std::string &text, const char *what)
{
    const auto refuse = [&](Sentence::Argument why) {
        return fail(Code::NameInvalid, visible(text), {what, std::move(why)});
    };
    Sentence why;
    eachCharacter(text, [&](UChar32 c, std::string_view) {
        if (why.empty()) why = objection(c);
    });
    if (!why.empty()) return refuse(std::move(why));
    UErrorCode error = U_ZERO_ERROR;
    static const auto *compose = icu::Normalizer2::getNFCInstance(error);
    auto out = normalised(compose, plainSpaces(text), error);
    if (U_FAILURE(error) || !DisplayNameRule::holds(out)) return refuse(DisplayNameRule::rule);
    std::int32_t begin = 0;
    if (const auto first = nextCharacter(out, begin); mark(first))
        return refuse(said("it begins with {0}, which would join what stands before it", nameOf(first)));
    if (readsAsId(out)) return refuse("it reads as an id, and ids are looked up first");
    return out;
}

Guise::Guise(std::string_view name)
    : m_folded(folded(name)), m_small(skeletonOf(m_folded)), m_asWritten(folded(skeletonOf(std::string(name)))),
      m_ascii(isAscii(name))
{}

bool Guise::like(std::string_view other) const
{
    const auto small = folded(other);
    if (m_ascii && isAscii(other)) return small == m_folded;
    // A Cyrillic capital Ve looks like B, and in small letters like nothing of Latin: both forms are looked at.
    return skeletonOf(small) == m_small || folded(skeletonOf(std::string(other))) == m_asWritten;
}

} // namespace keyward
