// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <type_traits>
#include <variant>

/// Lists of types that are told in several places and put together in one.
namespace keyward::estate {

template <class... Types> struct TypeList {};

template <class... Lists> struct Joined;
template <class... Types> struct Joined<TypeList<Types...>> {
    using Any = std::variant<Types...>; ///< one of all of them
};
template <class... Some, class... Others, class... Rest>
struct Joined<TypeList<Some...>, TypeList<Others...>, Rest...> : Joined<TypeList<Some..., Others...>, Rest...> {};

/// Whether T is one of a variant's types.
template <class T, class Variant> constexpr bool isOneOf = false;
template <class T, class... Types>
constexpr bool isOneOf<T, std::variant<Types...>> = (std::is_same_v<T, Types> || ...);

/// Calls 'visit' with each as its template argument, in their order.
template <class... Types> void eachOf(TypeList<Types...>, auto visit) { (visit.template operator()<Types>(), ...); }

} // namespace keyward::estate
