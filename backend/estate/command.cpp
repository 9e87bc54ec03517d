// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/command.h"

#include "backend/estate/kinds.h"

namespace keyward::estate {

Action::Action() = default;
Action::~Action() = default;
Action::Action(const Action &) = default;
Action::Action(Action &&) noexcept = default;
Action &Action::operator=(const Action &) = default;
Action &Action::operator=(Action &&) noexcept = default;

Actor::Actor(Kind kind_, std::string name_, std::string address_, std::optional<Reference> id_)
    : kind(kind_), name(std::move(name_)), address(std::move(address_)), id(id_)
{}

Actor Actor::owner(std::string name) { return {Kind::Owner, std::move(name), "local"}; }
Actor Actor::system() { return {Kind::System, "system", "local"}; }
Actor Actor::service(std::string name) { return {Kind::System, std::move(name), "platform"}; }

Actor Actor::person(std::string name, std::string address)
{
    return {Kind::Operator, std::move(name), std::move(address)};
}

Actor Actor::principal(const PrincipalId &id, std::string name, std::string address)
{
    return {Kind::Principal, std::move(name), std::move(address), referenceTo(id)};
}

std::string_view kindText(Actor::Kind kind)
{
    switch (kind) {
    case Actor::Kind::Owner: return "owner";
    case Actor::Kind::System: return "system";
    case Actor::Kind::Operator: return "operator";
    case Actor::Kind::Principal: return "principal";
    }
    return "";
}

} // namespace keyward::estate
