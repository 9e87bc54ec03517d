// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Profiles of the customer's own.

#include "backend/estate/commands/row.h"
#include "backend/estate/profile_file.h"

namespace keyward::estate {
namespace {

/// What it is called, as far as it can be read.
std::string idIn(const std::string &text)
{
    const auto profile = ownProfile(bytesOf(text), nullptr);
    return profile ? profile->id : std::string("profile");
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const AddProfile &c)
{
    return {.subject = idIn(c.text),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const AddProfile &c)
{
    return {.sentence = said("Add profile {0} to the catalogue", idIn(c.text)),
            .irreversible = {},
            .undo = RemoveProfile{.profile = c.id}};
}
Status applyTo(ChangeBuilder &draft, const AddProfile &command)
{
    auto profile = ownProfile(bytesOf(command.text), &draft.estate().catalogue());
    if (!profile) return fail(Code::ProfileFaulty, idIn(command.text), {sentence(profile.error())});
    draft.put(
        OwnProfile{.id = command.id, .profile = std::move(profile->id), .text = command.text, .added = draft.now});
    return {};
}

Facts factsOf(const Estate &estate, const RemoveProfile &c) { return administrationOf(estate, c.profile, {}); }
Words wordsOf(const Estate &estate, const RemoveProfile &c)
{
    const auto *own = estate.ownProfile(c.profile);
    Words out{.sentence = said("Remove profile {0} from the catalogue", nameOf(estate, c.profile)),
              .irreversible = {},
              .undo = {}};
    if (own) out.undo = AddProfile{.id = {}, .text = own->text};
    return out;
}
Status applyTo(ChangeBuilder &draft, const RemoveProfile &command)
{
    const auto &estate = draft.estate();
    const auto *own = estate.ownProfile(command.profile);
    if (!own) return fail(Code::NotFound, command.profile.text(), {"profile of your own"});
    std::string users;
    for (const auto &[id, resource] : estate.resources())
        if (resource->type == own->profile) users += (users.empty() ? "" : ", ") + resource->name.text();
    if (!users.empty()) return fail(Code::ProfileInUse, own->profile, {users});
    draft.remove(command.profile);
    return {};
}

} // namespace command
} // namespace keyward::estate
