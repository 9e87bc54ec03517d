// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace keyward {

/// A sentence for people: a pattern in English with {0}, {1} … and what fills them, {t} by a target's name. Programs
/// and the log read it as it is; the window has the pattern in its own language.
class Sentence
{
public:
    struct Argument;
    Sentence() = default;
    Sentence(std::string pattern, std::vector<Argument> arguments, std::string target = {});

    bool empty() const { return m_pattern.empty(); }
    const std::string &pattern() const { return m_pattern; }
    const std::vector<Argument> &arguments() const { return m_arguments; }
    const std::string &target() const { return m_target; }
    std::string text() const; ///< in English
    bool operator==(const Sentence &other) const { return text() == other.text(); }

private:
    std::string m_pattern;
    std::vector<Argument> m_arguments;
    std::string m_target;
};

/// A std::string is a thing's name, which no language changes; a literal or a view, as the words of kinds and states
/// are, is language, and so is a sentence.
struct Sentence::Argument {
    Argument(std::string name) : plain(std::move(name)) {}
    Argument(std::string_view words) : said{Sentence(std::string(words), {})} {}
    Argument(const char *words) : Argument(std::string_view(words)) {}
    template <std::integral T> Argument(T number) : plain(std::to_string(number)) {}
    Argument(Sentence piece) : said{std::move(piece)} {}
    std::string text() const { return said.empty() ? plain : said.front().text(); }
    bool operator==(const Argument &other) const { return text() == other.text(); }

    std::string plain;
    std::vector<Sentence> said; ///< one, where the argument is language
};

std::vector<std::string> textsOf(const std::vector<Sentence> &sentences);
std::vector<std::string> textsOf(const std::vector<Sentence::Argument> &arguments);

/// said("Rotate key {0}", path). The pattern is a literal, so that packaging/translations finds it.
template <class... Arguments> Sentence said(const char *pattern, Arguments &&...arguments)
{
    return {pattern, {Sentence::Argument(std::forward<Arguments>(arguments))...}};
}

/// Words that are no literal, as a service's profile has them.
inline Sentence phrase(std::string_view words) { return {std::string(words), {}}; }

/// The pattern with its slots filled: {t} by the target, {0} … by the arguments. A full stop after a slot that ends
/// with one is not doubled.
std::string filled(std::string_view pattern, std::string_view target, const std::vector<std::string> &arguments);

} // namespace keyward
