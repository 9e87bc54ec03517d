// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/sentence.h"

#include <cstddef>

namespace keyward {
namespace {

/// What fills a slot may be a sentence of its own, with its own full stop.
bool stopsAlready(std::string_view text)
{
    return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("…");
}

template <class T> std::vector<std::string> eachText(const std::vector<T> &all)
{
    std::vector<std::string> out;
    out.reserve(all.size());
    for (const auto &one : all) out.push_back(one.text());
    return out;
}

} // namespace

Sentence::Sentence(std::string pattern, std::vector<Argument> arguments, std::string target)
    : m_pattern(std::move(pattern)), m_arguments(std::move(arguments)), m_target(std::move(target))
{}

std::string Sentence::text() const { return filled(m_pattern, m_target, textsOf(m_arguments)); }

std::vector<std::string> textsOf(const std::vector<Sentence> &sentences) { return eachText(sentences); }
std::vector<std::string> textsOf(const std::vector<Sentence::Argument> &arguments) { return eachText(arguments); }

std::string filled(std::string_view pattern, std::string_view target, const std::vector<std::string> &arguments)
{
    std::string out;
    bool afterSlot = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        if (!slot) {
            if (!(pattern[i] == '.' && afterSlot && stopsAlready(out))) out += pattern[i];
            afterSlot = false;
            continue;
        }
        const char what = pattern[i + 1];
        const auto index = static_cast<std::size_t>(what - '0');
        if (what == 't')
            out += target;
        else if (index < arguments.size())
            out += arguments[index];
        i += 2;
        afterSlot = true;
    }
    return out;
}

} // namespace keyward
