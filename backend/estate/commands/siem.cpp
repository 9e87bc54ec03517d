// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Receivers of the log's entries.

#include "backend/base/display_name.h"
#include "backend/estate/commands/row.h"
#include "backend/estate/overloaded.h"

namespace keyward::estate {
namespace {

constexpr const char *what = "SIEM receiver";
constexpr std::size_t longestTrusted = 256 * 1024; ///< of a list of authorities; the system's own has as much

Result<SiemReceiver> receiverThere(const Estate &estate, const SiemReceiverId &id)
{
    if (const auto *found = estate.siemReceiver(id)) return *found;
    return fail(Code::NotFound, id.text(), {what});
}

Status mayGoTo(const SiemTarget &target)
{
    return std::visit(
        Overloaded{[](const SiemFile &file) -> Status {
                       if (file.path.starts_with('/') && !file.path.ends_with('/')) return {};
                       return fail(Code::ValueInvalid, file.path, {"file", "a path from the root"});
                   },
                   [](const SiemTcp &tcp) { return hostPortFrom(hostPortText(tcp.at)).transform([](const auto &) {}); },
                   [](const SiemTls &tls) -> Status {
                       KEYWARD_CHECK(hostPortFrom(hostPortText(tls.at)));
                       if (!tls.serverName.empty())
                           KEYWARD_CHECK(hostPortFrom(hostPortText(HostPort{.host = tls.serverName, .port = 1})));
                       if (tls.trusted.size() > longestTrusted)
                           return fail(Code::ValueInvalid, hostPortText(tls.at),
                                       {"list of authorities", "at most 256 KiB"});
                       return {};
                   }},
        target);
}

/// Two that write to one file would each take the other's lines for its own.
const SiemReceiver *sameFile(const Estate &estate, const SiemTarget &target)
{
    const auto *file = std::get_if<SiemFile>(&target);
    if (!file) return nullptr;
    for (const auto &[id, other] : estate.siemReceivers())
        if (other->target == target) return other.get();
    return nullptr;
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const AddSiemReceiver &c)
{
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const AddSiemReceiver &c)
{
    return {.sentence =
                c.fromStart
                    ? said("Send the log from its first entry on to '{0}' ({1})", c.name.text(), targetText(c.target))
                    : said("Send the log from now on to '{0}' ({1})", c.name.text(), targetText(c.target)),
            .irreversible = {},
            .undo = RemoveSiemReceiver{.receiver = c.id}};
}
Status applyTo(ChangeBuilder &draft, const AddSiemReceiver &command)
{
    KEYWARD_TRY(auto name, displayName(command.name.text(), "name of a SIEM receiver"));
    if (draft.estate().siemReceiverNamed(name)) return fail(Code::AlreadyExists, name, {what});
    KEYWARD_CHECK(mayGoTo(command.target));
    if (const auto *other = sameFile(draft.estate(), command.target))
        return fail(Code::ValueInvalid, placeText(command.target),
                    {"file", said("SIEM receiver '{0}' writes to it", other->name)});
    draft.put(SiemReceiver{.id = command.id,
                           .name = std::move(name),
                           .target = command.target,
                           .fromStart = command.fromStart,
                           .created = draft.now});
    return {};
}

Facts factsOf(const Estate &estate, const RemoveSiemReceiver &c) { return administrationOf(estate, c.receiver, {}); }
Words wordsOf(const Estate &estate, const RemoveSiemReceiver &c)
{
    return {.sentence = said("Send the log no longer to '{0}'", nameOf(estate, c.receiver)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RemoveSiemReceiver &command)
{
    KEYWARD_CHECK(receiverThere(draft.estate(), command.receiver));
    draft.remove(command.receiver);
    draft.change.effects.push_back(effect::RemoveFolder{siemFolder(command.receiver)});
    return {};
}

Facts factsOf(const Estate &estate, const NoteSiemOutage &c) { return administrationOf(estate, c.receiver, {}); }
Words wordsOf(const Estate &estate, const NoteSiemOutage &c)
{
    const auto name = nameOf(estate, c.receiver);
    return {.sentence = c.outage ? said("'{0}' takes no entries of the log: {1}", name, c.outage->reason)
                                 : said("'{0}' takes the entries of the log again", name),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteSiemOutage &command)
{
    KEYWARD_TRY(auto receiver, receiverThere(draft.estate(), command.receiver));
    receiver.outage = command.outage;
    draft.put(std::move(receiver));
    return {};
}

} // namespace command
} // namespace keyward::estate
