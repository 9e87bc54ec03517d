// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"
#include "backend/base/time.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

/// A value as text, to compare two and to show where they differ: whatever is a plain struct is taken apart.
namespace keyward::test {

namespace dumping {

struct Anything {
    template <class T> operator T() const; // NOLINT(google-explicit-constructor): only asked whether it would
};
template <class T, class... Some> constexpr std::size_t fieldCount()
{
    if constexpr (requires { T{Some{}..., Anything{}}; })
        return fieldCount<T, Some..., Anything>();
    else
        return sizeof...(Some);
}

template <class T> auto tied(const T &s)
{
    constexpr auto count = fieldCount<T>();
    static_assert(count <= 9, "give tied() a line for so many fields");
    if constexpr (count == 0) {
        return std::tuple<>();
    } else if constexpr (count == 1) {
        const auto &[a] = s;
        return std::tie(a);
    } else if constexpr (count == 2) {
        const auto &[a, b] = s;
        return std::tie(a, b);
    } else if constexpr (count == 3) {
        const auto &[a, b, c] = s;
        return std::tie(a, b, c);
    } else if constexpr (count == 4) {
        const auto &[a, b, c, d] = s;
        return std::tie(a, b, c, d);
    } else if constexpr (count == 5) {
        const auto &[a, b, c, d, e] = s;
        return std::tie(a, b, c, d, e);
    } else if constexpr (count == 6) {
        const auto &[a, b, c, d, e, f] = s;
        return std::tie(a, b, c, d, e, f);
    } else if constexpr (count == 7) {
        const auto &[a, b, c, d, e, f, g] = s;
        return std::tie(a, b, c, d, e, f, g);
    } else if constexpr (count == 8) {
        const auto &[a, b, c, d, e, f, g, h] = s;
        return std::tie(a, b, c, d, e, f, g, h);
    } else {
        const auto &[a, b, c, d, e, f, g, h, i] = s;
        return std::tie(a, b, c, d, e, f, g, h, i);
    }
}

} // namespace dumping

template <class T> std::string dump(const T &value)
{
    if constexpr (std::is_same_v<T, std::string>) {
        return "\"" + value + "\"";
    } else if constexpr (std::is_arithmetic_v<T>) {
        return std::to_string(value);
    } else if constexpr (std::is_enum_v<T>) {
        return std::to_string(static_cast<long long>(value));
    } else if constexpr (std::is_same_v<T, Instant>) {
        return isoTextMillis(value);
    } else if constexpr (requires { value.text(); }) {
        return value.text();
    } else if constexpr (requires { value.count(); }) {
        return std::to_string(value.count());
    } else if constexpr (requires {
                             *value;
                             value.has_value();
                         }) {
        return value ? "set to " + dump(*value) : "unset";
    } else if constexpr (requires {
                             value.first;
                             value.second;
                         }) {
        return dump(value.first) + "=" + dump(value.second);
    } else if constexpr (requires { value.valueless_by_exception(); }) {
        return std::to_string(value.index()) + std::visit([](const auto &held) { return dump(held); }, value);
    } else if constexpr (requires { value.begin(); }) {
        std::string out = "[";
        for (const auto &one : value) out += dump(one) + ",";
        return out + "]";
    } else {
        std::string out = "{";
        std::apply([&](const auto &...field) { ((out += dump(field) + "; "), ...); }, dumping::tied(value));
        return out + "}";
    }
}

} // namespace keyward::test
