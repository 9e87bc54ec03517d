// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/key_tasks.h"
#include "backend/estate/describe_names.h"

/// CON-8: lines of keywardctl. The line of a command stands in the file that declares its grammar; what the lines
/// share stands here.
namespace keyward::ctl {

/// A line that runs as it is shown: the one place where such a line is put together and quoted.
class Line
{
public:
    explicit Line(std::string_view command) : m_command("keywardctl " + std::string(command)) {} ///< "key create"
    Line &word(const std::string &value);                          ///< what has no option of its own
    Line &option(std::string_view name, const std::string &value); ///< --name VALUE; may be repeated
    Line &mayBeEmpty(std::string_view name, const std::string &value);
    Line &flag(std::string_view name, bool on = true);
    Line &unless(bool untypable); ///< no line after all, where something cannot be typed
    /// Empty where a value cannot be typed: the parser takes no option's value that is empty or begins like an option.
    std::string text() const;

private:
    std::string m_command;
    std::vector<std::string> m_words;
    std::string m_options;
    bool m_dashed = false; ///< a word could be taken for an option
    bool m_typable = true;
};
using MaybeLine = std::optional<Line>;

constexpr std::nullopt_t nobodyTypesIt = std::nullopt; ///< what only the system does, or more than a line could say
constexpr std::nullopt_t notAsALine = std::nullopt;    ///< people type others of its kind, not this one

/// A command to be written as the line that people would type for it, and the estate on which it is worded. Each kind
/// of command has one function lineOf(), beside its grammar; a kind that has none does not link.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend" // it is meant: one function for each kind
template <class Command> struct Typed {
    const estate::Estate &estate;
    const Command &command;
    const Command *operator->() const { return &command; }
    friend MaybeLine lineOf(const Typed &typed);
};
#pragma GCC diagnostic pop
MaybeLine lineOf(const estate::Estate &estate, const engine::RestoreTask &task);
MaybeLine lineOf(const estate::Estate &estate, const engine::ImportTask &task);
MaybeLine lineOf(const estate::Estate &estate, const engine::TransferTask &task);
MaybeLine lineOf(const estate::Estate &estate, const engine::UseTask &task);

/// How a principal is named on a line, so that it is found again: by name, or by id where another has that name.
std::string lineName(const estate::Estate &estate, const estate::PrincipalId &id);
std::string subscriptionWord(const estate::Estate &estate, const std::string &guid); ///< by name, where it has its own
std::string tenantWord(const estate::Estate &estate, const std::string &guid);
template <class Tag> std::string shortened(const Id<Tag> &id) { return id.text().substr(0, 12); } ///< as lists show it

template <class Id> Line about(const estate::Estate &estate, std::string_view verb, const Id &id)
{
    Line line(verb);
    return line.word(nameOf(estate, id));
}
void addTags(Line &line, const estate::Tags &tags);
void replaceTags(Line &line, const std::optional<estate::Tags> &tags); ///< also by none
void addPlace(Line &line, const estate::Estate &estate, const estate::Placement &place);
/// Where something is moved to, in full.
void addMove(Line &line, const estate::Estate &estate, const std::string &subscription, const std::string &group);
/// Set, or set to none.
void addTime(Line &line, std::string_view name, std::string_view none,
             const std::optional<std::optional<Instant>> &time);

} // namespace keyward::ctl
