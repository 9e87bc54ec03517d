// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/paths.h"

#include "backend/base/system_error.h"

#include <cstdint>

namespace keyward {
namespace {

/// Length of the well-formed UTF-8 sequence at the start of text; 0 if there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const auto first = at(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xf0 && first < 0xf5   ? 4
                               : first >= 0xe0 && first < 0xf0 ? 3
                               : first >= 0xc2 && first < 0xe0 ? 2
                                                               : 0;
    if (length == 0 || length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((at(i) & 0xc0) != 0x80) return 0;
    const bool overlong = (first == 0xe0 && at(1) < 0xa0) || (first == 0xf0 && at(1) < 0x90);
    const bool surrogateOrBeyond = (first == 0xed && at(1) >= 0xa0) || (first == 0xf4 && at(1) >= 0x90);
    return overlong || surrogateOrBeyond ? 0 : length;
}

} // namespace

bool pathExists(const std::filesystem::path &path)
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

bool isFolder(const std::filesystem::path &path)
{
    std::error_code error;
    return std::filesystem::is_directory(path, error);
}

Result<std::filesystem::path> absolutePath(const std::filesystem::path &path)
{
    if (path.empty()) return fail(Code::ValueInvalid, {}, {"path", "it is empty"});
    std::error_code error;
    const auto whole = std::filesystem::absolute(path, error);
    if (error) return fail(Code::Io, path.string(), {error.message()});
    return whole.lexically_normal();
}

Result<std::filesystem::path> realPath(const std::filesystem::path &given)
{
    std::error_code error;
    const auto whole = given.empty() ? given : std::filesystem::absolute(given, error);
    if (given.empty()) return fail(Code::ValueInvalid, "", {"folder", "it needs a path"});
    if (error) return failWith(error.value(), given);
    auto real = std::filesystem::weakly_canonical(whole, error); // resolves what exists, and keeps the rest
    if (error) real = whole;
    real = real.lexically_normal();
    return real.has_filename() || real == real.root_path() ? real : real.parent_path();
}

std::string printable(std::string_view path)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    while (!path.empty()) {
        const auto length = sequenceLength(path);
        auto code = static_cast<std::uint8_t>(path[0]);
        // U+0080 to U+009F are controls too, and some terminals obey them. Their second byte is their number.
        const bool upper = length == 2 && code == 0xc2 && static_cast<std::uint8_t>(path[1]) < 0xa0;
        if (upper) code = static_cast<std::uint8_t>(path[1]);
        if (length == 0 || code < 0x20 || code == 0x7f || upper) {
            out += {'\\', 'x', digits[code >> 4], digits[code & 15]};
            path.remove_prefix(upper ? 2 : 1);
        } else {
            out += path.substr(0, length);
            path.remove_prefix(length);
        }
    }
    return out;
}

} // namespace keyward
