// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/error.h"

#include <expected>
#include <utility>

namespace keyward {

/// What every function that can be refused or fail returns. Programmer's mistakes are asserts, not Results.
template <class T> using Result = std::expected<T, Error>;

using Status = Result<void>;

inline std::unexpected<Error> fail(Code code, std::string target = {}, std::vector<Sentence::Argument> arguments = {})
{
    return std::unexpected(Error{code, std::move(target), std::move(arguments), {}});
}

} // namespace keyward

#define KEYWARD_JOIN2(a, b) a##b
#define KEYWARD_JOIN(a, b) KEYWARD_JOIN2(a, b)

/// KEYWARD_TRY(auto key, open()): declares what a Result holds, or returns its error to the caller.
#define KEYWARD_TRY(declaration, ...) KEYWARD_TRY_AS(KEYWARD_JOIN(keywardTry, __LINE__), declaration, __VA_ARGS__)
#define KEYWARD_TRY_AS(name, declaration, ...)                                                                         \
    auto name = (__VA_ARGS__);                                                                                         \
    if (!name) return std::unexpected(std::move(name).error());                                                        \
    declaration = *std::move(name)

/// KEYWARD_CHECK(step()): goes on where a Status is good, or returns its error to the caller.
#define KEYWARD_CHECK(...)                                                                                             \
    if (auto keywardCheck = (__VA_ARGS__); !keywardCheck) return std::unexpected(std::move(keywardCheck).error())
