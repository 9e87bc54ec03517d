// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <variant>

/// By which numbers records know the alternatives of a variant: each by the one that it says of itself, for good, in
/// 'recordedAs', so that they may stand in any order; by its place where it says none.
namespace keyward {

template <class T> consteval std::uint64_t recordedAs(std::uint64_t place)
{
    if constexpr (requires { T::recordedAs; })
        return T::recordedAs;
    else
        return place;
}

consteval bool allDiffer(const auto &numbers)
{
    for (std::size_t i = 0; i < numbers.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (numbers[i] == numbers[j]) return false;
    return true;
}

template <class Variant> struct Alternatives;
template <class... T> struct Alternatives<std::variant<T...>> {
    static constexpr auto numbers = [] {
        std::uint64_t place = 0;
        return std::array<std::uint64_t, sizeof...(T)>{recordedAs<T>(place++)...};
    }();
    static_assert(allDiffer(numbers), "two alternatives with the same number cannot be told apart in records");
};

} // namespace keyward
