// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"

#include <compare>
#include <cstring>
#include <functional>

namespace keyward {

/// 128 random bits that name one thing of one kind; the tag keeps kinds apart at compile time.
template <class Tag> struct Id {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Id &) const = default;
    bool isNull() const { return *this == Id{}; }
    std::string text() const { return toHex(bytes); } ///< 32 hexadecimal digits

    static Result<Id> from(std::string_view hex)
    {
        KEYWARD_TRY(const Bytes raw, fromHex(hex));
        if (raw.size() != 16) return fail(Code::ValueInvalid, std::string(hex), {"id", "32 hexadecimal digits"});
        Id id;
        std::memcpy(id.bytes.data(), raw.data(), 16);
        return id;
    }
};

using RecordId = Id<struct RecordTag>;           ///< a sealed record of the keystore
using CorrelationId = Id<struct CorrelationTag>; ///< joins the audit entries of one request

/// Where random bytes come from; production uses OpenSSL's generator, tests a repeatable one.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0; ///< aborts the process when the system has no randomness

    template <class T> T id()
    {
        T out;
        fill(out.bytes);
        return out;
    }
};

} // namespace keyward

template <class Tag> struct std::hash<keyward::Id<Tag>> {
    std::size_t operator()(const keyward::Id<Tag> &id) const noexcept
    {
        std::size_t out = 0; // the bits are random already
        std::memcpy(&out, id.bytes.data(), sizeof out);
        return out;
    }
};
