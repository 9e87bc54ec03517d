// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/line.h"

#include <algorithm>
#include <cctype>

namespace keyward::ctl {

using namespace estate;

namespace {

/// As a shell reads it back as one word.
std::string quoted(const std::string &word)
{
    const auto plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("/._-+:,@%=").contains(c) ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    if (!word.empty() && std::ranges::all_of(word, plain)) return word;
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

bool likeAnOption(const std::string &value) { return value.size() > 2 && value.starts_with("--"); }

} // namespace

Line &Line::word(const std::string &value)
{
    m_words.push_back(quoted(value));
    m_dashed |= value.starts_with('-');
    return *this;
}

Line &Line::option(std::string_view name, const std::string &value)
{
    m_typable &= !value.empty();
    return mayBeEmpty(name, value);
}

Line &Line::mayBeEmpty(std::string_view name, const std::string &value)
{
    m_typable &= !likeAnOption(value);
    m_options += std::string(m_options.empty() ? "" : " ") + std::string(name) + (value.starts_with('-') ? "=" : " ") +
                 quoted(value);
    return *this;
}

Line &Line::flag(std::string_view name, bool on)
{
    if (on) m_options += std::string(m_options.empty() ? "" : " ") + std::string(name);
    return *this;
}

Line &Line::unless(bool untypable)
{
    m_typable &= !untypable;
    return *this;
}

std::string Line::text() const
{
    if (!m_typable) return {};
    std::string words;
    for (const auto &word : m_words) words += " " + word;
    const auto options = m_options.empty() ? std::string() : " " + m_options;
    return m_dashed ? m_command + options + " --" + words : m_command + words + options;
}

std::string lineName(const Estate &estate, const PrincipalId &id)
{
    const auto *principal = estate.principal(id);
    const bool byName = principal && estate.principalNamed(principal->name) == principal;
    return byName && !likeAnOption(principal->name) ? principal->name : id.text();
}

std::string subscriptionWord(const Estate &estate, const std::string &guid)
{
    const auto id = estate.subscriptionId(guid);
    const auto *one = id ? estate.subscription(*id) : nullptr;
    return one && estate.subscriptionNamed(one->name) == one && !likeAnOption(one->name) ? one->name : guid;
}

std::string tenantWord(const Estate &estate, const std::string &guid)
{
    const auto id = estate.tenantId(guid);
    const auto *one = id ? estate.tenant(*id) : nullptr;
    return one && estate.tenantNamed(one->name) == one && !likeAnOption(one->name) ? one->name : guid;
}

void addTags(Line &line, const Tags &tags)
{
    for (const auto &[name, value] : tags) line.unless(name.contains('=')).option("--tag", name + "=" + value);
}

void replaceTags(Line &line, const std::optional<Tags> &tags)
{
    if (!tags) return;
    line.flag("--no-tags", tags->empty());
    addTags(line, *tags);
}

void addPlace(Line &line, const Estate &estate, const Placement &place)
{
    line.option("--region", place.region.text());
    if (place.subscription != estate.settings().subscription)
        line.option("--subscription", subscriptionWord(estate, place.subscription));
    if (place.resourceGroup != "default") line.option("--resource-group", place.resourceGroup);
}

void addMove(Line &line, const Estate &estate, const std::string &subscription, const std::string &group)
{
    line.option("--subscription", subscriptionWord(estate, subscription)).option("--resource-group", group);
}

void addTime(Line &line, std::string_view name, std::string_view none,
             const std::optional<std::optional<Instant>> &time)
{
    if (time && *time)
        line.option(name, isoText(**time));
    else
        line.flag(none, time.has_value());
}

} // namespace keyward::ctl
