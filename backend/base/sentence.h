// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/error.h"

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace keyward {

/// A sentence for people: a pattern in English with {0}, {1} … and what fills them. Programs and the log read it as it
/// is; the window has the pattern in its own language. A thing's name is plain; a piece of language is said, too.
class Sentence
{
public:
    struct Argument;
    Sentence() = default;
    Sentence(std::string pattern, std::vector<Argument> arguments);

    bool empty() const { return m_pattern.empty(); }
    const std::string &pattern() const { return m_pattern; }
    const std::vector<Argument> &arguments() const { return m_arguments; }
    std::string text() const; ///< in English
    bool operator==(const Sentence &other) const { return text() == other.text(); }

private:
    std::string m_pattern;
    std::vector<Argument> m_arguments;
};

struct Sentence::Argument {
    template <class T>
        requires std::convertible_to<T, std::string_view>
    Argument(const T &name) : plain(std::string_view(name))
    {}
    template <std::integral T> Argument(T number) : plain(std::to_string(number)) {}
    Argument(Sentence piece) : said{std::move(piece)} {}
    std::string text() const { return said.empty() ? plain : said.front().text(); }

    std::string plain;
    std::vector<Sentence> said; ///< one, where the argument is language
};

std::vector<std::string> textsOf(const std::vector<Sentence> &sentences);

/// said("Rotate key {0}", path). The pattern is a literal, so that packaging/translations finds it.
template <class... Arguments> Sentence said(const char *pattern, Arguments &&...arguments)
{
    return {pattern, {Sentence::Argument(std::forward<Arguments>(arguments))...}};
}

/// The pattern with its slots filled: {t} by the target, {0} … by the arguments. A full stop after a slot that ends
/// with one is not doubled.
std::string filled(std::string_view pattern, std::string_view target, const std::vector<std::string> &arguments);

// What the catalogue says of a code, unfilled.
std::string_view sentencePattern(Code code);
std::string_view remedyPattern(Code code);

} // namespace keyward
