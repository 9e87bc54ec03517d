// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Applications, user-assigned identities and groups of principals.

#include "backend/base/display_name.h"
#include "backend/estate/commands/row.h"
#include "backend/estate/directory_names.h"
#include "backend/estate/regions.h"

#include <algorithm>

namespace keyward::estate {
namespace {

constexpr std::size_t mostSecrets = 20;
constexpr Millis longestSecret = Days(730);

Result<Principal> principalOf(const Estate &estate, const PrincipalId &id, PrincipalKind kind, const char *what)
{
    const auto *found = estate.principal(id);
    if (!found) return fail(Code::NotFound, id.text(), {what});
    if (found->kind != kind)
        return fail(Code::ValueInvalid, found->name, {what, said("it is of the kind {0}", kindText(found->kind))});
    return *found;
}

/// What a new application, identity or group is called: told apart from everybody there is.
Result<std::string> principalName(const Estate &estate, const DisplayName &given)
{
    KEYWARD_TRY(auto name, displayName(given.text(), "name"));
    KEYWARD_CHECK(freePrincipalName(estate, name));
    if (estate.resourceNamed(name)) // its system-assigned identity goes by its name
        return fail(Code::AlreadyExists, name, {"resource"});
    return name;
}

/// The user-assigned identity that a bound resource goes by.
Error stillInUse(const Resource &resource)
{
    const auto name = resource.name.text();
    return {Code::IdentityPermanent,
            name,
            {"its data"},
            "Let it go by another identity first: keywardctl cmk set-key " + name +
                " --key VAULT/KEY --identity NAME."};
}

/// Everything that was given to a principal goes with it: another one of the same name gets none of it.
void dropGrants(ChangeBuilder &draft, const PrincipalId &id)
{
    const auto vaults = draft.estate().access().policiesOf(id);
    for (const auto &vaultId : vaults) {
        Vault vault = *draft.estate().vault(vaultId);
        vault.policies.erase(id);
        draft.put(std::move(vault));
    }
    const auto assignments = draft.estate().access().assignmentsOf(id);
    for (const auto &assignment : assignments) draft.remove(assignment);
    const auto groups = draft.estate().access().groupsOf(id);
    for (const auto &groupId : groups) {
        Principal group = *draft.estate().principal(groupId);
        group.members.erase(id);
        draft.put(std::move(group));
    }
}

} // namespace

Status freePrincipalName(const Estate &estate, const std::string &name)
{
    const Guise guise(name);
    for (const auto &provider : estate.catalogue().platform().providers)
        if (!provider.firstParty.empty() && guise.like(provider.firstParty))
            return fail(Code::NameReserved, name, {said("the platform's own application of {0}", provider.name)});
    if (const auto *taken = estate.principalNamed(name)) return fail(Code::AlreadyExists, taken->name, {"principal"});
    const bool ascii = isAscii(name);
    const auto mistaken = [&](const std::string &other) { return (!ascii || !isAscii(other)) && guise.like(other); };
    const auto refuse = [&](const std::string &other) {
        return fail(Code::NameInvalid, name, {"name", said("it looks like '{0}', which exists", other)});
    };
    for (const auto &[id, one] : estate.principals())
        if (mistaken(one->name)) return refuse(one->name);
    if (ascii) return {}; // as the names of resources are
    for (const auto &[id, one] : estate.resources())
        if (mistaken(one->name.text())) return refuse(one->name.text());
    return {};
}

void removePrincipal(ChangeBuilder &draft, const PrincipalId &id)
{
    dropGrants(draft, id);
    draft.remove(id);
}

namespace command {

// Only user-assigned identities stand in a place; nothing else here is guarded by locks.

Facts factsOf(const Estate &estate, const CreateApplication &c)
{
    auto makes = made(estate, c.id); // whoever signs in is found by the client id
    makes.front().taken = makes.front().taken || c.applicationId.empty() || estate.application(c.applicationId);
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = {},
            .makes = std::move(makes),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const CreateApplication &c)
{
    return {.sentence = said("Create application '{0}'", c.name.text()), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateApplication &command)
{
    KEYWARD_TRY(auto name, principalName(draft.estate(), command.name));
    if (!draft.estate().tenantId(command.tenant)) return fail(Code::NotFound, command.tenant, {"tenant"});
    Principal app{command.id, std::move(name), PrincipalKind::Application, command.tenant};
    app.applicationId = command.applicationId;
    app.created = draft.now;
    draft.put(std::move(app));
    return {};
}

Facts factsOf(const Estate &estate, const CreateUserIdentity &c)
{
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = into(estate, c.place),
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const CreateUserIdentity &c)
{
    return {.sentence = said("Create user-assigned identity '{0}'", c.name.text()), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateUserIdentity &command)
{
    KEYWARD_TRY(auto name, principalName(draft.estate(), command.name));
    KEYWARD_CHECK(regionKnown(draft.estate().catalogue().platform(), command.place.region));
    KEYWARD_CHECK(placeExists(draft.estate(), command.place));
    Principal identity{command.id, std::move(name), PrincipalKind::UserAssigned, command.place.tenant};
    identity.place = command.place;
    identity.created = draft.now;
    draft.put(std::move(identity));
    return {};
}

Facts factsOf(const Estate &estate, const CreatePrincipalGroup &c)
{
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const CreatePrincipalGroup &c)
{
    return {.sentence = said("Create group '{0}'", c.name.text()), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreatePrincipalGroup &command)
{
    KEYWARD_TRY(auto name, principalName(draft.estate(), command.name));
    if (!draft.estate().tenantId(command.tenant)) return fail(Code::NotFound, command.tenant, {"tenant"});
    Principal group{command.id, std::move(name), PrincipalKind::Group, command.tenant};
    group.created = draft.now;
    draft.put(std::move(group));
    return {};
}

Facts factsOf(const Estate &estate, const SetMember &c) { return administrationOf(estate, c.group, {}); }
Words wordsOf(const Estate &estate, const SetMember &c)
{
    return {.sentence = c.in ? said("Add '{0}' to group '{1}'", nameOf(estate, c.member), nameOf(estate, c.group))
                             : said("Remove '{0}' from group '{1}'", nameOf(estate, c.member), nameOf(estate, c.group)),
            .irreversible = {},
            .undo = SetMember{.group = c.group, .member = c.member, .in = !c.in}};
}
Status applyTo(ChangeBuilder &draft, const SetMember &command)
{
    KEYWARD_TRY(auto group, principalOf(draft.estate(), command.group, PrincipalKind::Group, "group"));
    const auto *member = draft.estate().principal(command.member);
    if (!member) return fail(Code::NotFound, command.member.text(), {"principal"});
    if (!command.in) {
        if (group.members.erase(command.member) == 0) return fail(Code::NotFound, member->name, {"member"});
    } else {
        if (member->tenant != group.tenant) return fail(Code::ProfileTenant, member->name, {"The principal"});
        const bool circle = draft.estate().access().eachSelf(
            command.group, [&](const PrincipalId &self) { return self == command.member; });
        if (circle)
            return fail(Code::ValueInvalid, member->name,
                        {said("member of '{0}'", group.name), "it contains that group, or is that group"});
        if (!group.members.insert(command.member).second) return fail(Code::AlreadyExists, member->name, {"member"});
    }
    draft.put(std::move(group));
    return {};
}

/// A user-assigned identity is taken from the resources that have it.
Facts factsOf(const Estate &estate, const DeletePrincipal &c)
{
    Guards guarded;
    if (const auto *principal = estate.principal(c.principal); principal && principal->place) {
        guarded = into(estate, *principal->place, true);
        for (const auto &resource : estate.resourcesOf(c.principal)) guarded.push_back({scopeOf(resource)});
    }
    return administrationOf(estate, c.principal, std::move(guarded));
}
Words wordsOf(const Estate &estate, const DeletePrincipal &c)
{
    return {.sentence = said("Delete '{0}' with everything it was given", nameOf(estate, c.principal)),
            .irreversible = said("another one of the same name is another identity and gets none of its access"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DeletePrincipal &command)
{
    const auto *principal = draft.estate().principal(command.principal);
    if (!principal) return fail(Code::NotFound, command.principal.text(), {"principal"});
    if (principal->kind == PrincipalKind::SystemAssigned)
        return fail(Code::ValueInvalid, principal->name,
                    {"principal to delete", "a system-assigned identity ends with its resource"});
    if (principal->kind == PrincipalKind::FirstParty)
        return fail(Code::ValueInvalid, principal->name,
                    {"principal to delete", "it belongs to the platform; take its access away instead"});
    const auto users = draft.estate().resourcesOf(command.principal);
    for (const auto &id : users) // BKP-9: no override helps
        if (const auto *resource = draft.estate().resource(id);
            resource->binding && resource->binding->identity == command.principal)
            return std::unexpected(stillInUse(*resource));
    for (const auto &id : users) {
        Resource resource = *draft.estate().resource(id);
        resource.userIdentities.erase(command.principal);
        draft.put(std::move(resource));
    }
    removePrincipal(draft, command.principal);
    return {};
}

Facts factsOf(const Estate &estate, const AddClientSecret &c)
{
    const auto *app = estate.principal(c.application);
    return {.subject = nameOf(estate, c.application),
            .about = referenceTo(c.application),
            .dataCall = administration,
            .guarded = {},
            .makes = {{recordOf(c.secret.id), app && app->secret(c.secret.id)}},
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const AddClientSecret &c)
{
    return {.sentence = said("Add a client secret to '{0}' until {1}", nameOf(estate, c.application),
                             dateText(c.secret.expires)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const AddClientSecret &command)
{
    KEYWARD_TRY(auto app, principalOf(draft.estate(), command.application, PrincipalKind::Application, "application"));
    if (app.secrets.size() >= mostSecrets)
        return fail(Code::ValueInvalid, app.name, {"client secret", said("it has {0}; remove one first", mostSecrets)});
    if (command.secret.expires <= draft.now || command.secret.expires > draft.now + longestSecret)
        return fail(Code::ValueInvalid, dateText(command.secret.expires),
                    {"expiry of a client secret", "at most two years from now"});
    app.secrets.push_back(command.secret);
    app.secrets.back().created = draft.now;
    draft.put(std::move(app));
    return {};
}

Facts factsOf(const Estate &estate, const RemoveClientSecret &c) { return administrationOf(estate, c.application, {}); }
Words wordsOf(const Estate &estate, const RemoveClientSecret &c)
{
    return {.sentence = said("Remove a client secret of '{0}'", nameOf(estate, c.application)),
            .irreversible = said("whoever signs in with that secret is locked out"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RemoveClientSecret &command)
{
    KEYWARD_TRY(auto app, principalOf(draft.estate(), command.application, PrincipalKind::Application, "application"));
    if (std::erase_if(app.secrets, [&](const ClientSecret &secret) { return secret.id == command.secret; }) == 0)
        return fail(Code::NotFound, command.secret.text(), {"client secret"});
    draft.put(std::move(app));
    return {};
}

Facts factsOf(const Estate &estate, const AssignIdentity &c)
{
    return administrationOf(estate, c.resource, changes(c.resource));
}
Words wordsOf(const Estate &estate, const AssignIdentity &c)
{
    return {.sentence = said("Assign user-assigned identity '{0}' to {1}", nameOf(estate, c.identity),
                             nameOf(estate, c.resource)),
            .irreversible = {},
            .undo = UnassignIdentity{.resource = c.resource, .identity = c.identity}};
}
Status applyTo(ChangeBuilder &draft, const AssignIdentity &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.estate(), *before));
    KEYWARD_TRY(const auto identity,
                principalOf(draft.estate(), command.identity, PrincipalKind::UserAssigned, "user-assigned identity"));
    if (!std::ranges::contains(profile->identityKinds, PrincipalKind::UserAssigned))
        return fail(Code::ProfileIdentityKind, before->name.text(), {phrase(profile->title), "user-assigned"});
    if (identity.tenant != before->place.tenant) return fail(Code::ProfileTenant, identity.name, {"The identity"});
    Resource resource = *before;
    if (!resource.userIdentities.insert(command.identity).second)
        return fail(Code::AlreadyExists, identity.name, {said("user-assigned identity of {0}", resource.name.text())});
    draft.put(std::move(resource));
    return {};
}

Facts factsOf(const Estate &estate, const UnassignIdentity &c)
{
    return administrationOf(estate, c.resource, changes(c.resource));
}
Words wordsOf(const Estate &estate, const UnassignIdentity &c)
{
    return {.sentence = said("Take user-assigned identity '{0}' from {1}", nameOf(estate, c.identity),
                             nameOf(estate, c.resource)),
            .irreversible = {},
            .undo = AssignIdentity{.resource = c.resource, .identity = c.identity}};
}
Status applyTo(ChangeBuilder &draft, const UnassignIdentity &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    Resource resource = *before;
    const auto *identity = draft.estate().principal(command.identity);
    if (resource.userIdentities.erase(command.identity) == 0)
        return fail(Code::NotFound, identity ? identity->name : command.identity.text(),
                    {said("user-assigned identity of {0}", resource.name.text())});
    if (resource.binding && resource.binding->identity == command.identity)
        return std::unexpected(stillInUse(resource)); // BKP-9
    draft.put(std::move(resource));
    return {};
}

} // namespace command
} // namespace keyward::estate
