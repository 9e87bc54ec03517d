// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Receivers of the log's entries: TDE-19.

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"
#include "app/keywardctl/listing.h"

#include "backend/base/paths.h"
#include "backend/engine/api/siem.h"
#include "backend/reports/json.h"
#include "backend/reports/siem_views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

struct AddOptions {
    std::string name, file, tcp, tls, ca, serverName;
    bool fromStart = false;
};

Result<SiemTarget> targetOf(Invocation &invocation, const AddOptions &o)
{
    if (!o.file.empty()) {
        KEYWARD_TRY(const auto path, absolutePath(o.file));
        return SiemFile{.path = path.string()};
    }
    if (!o.tcp.empty()) {
        KEYWARD_TRY(auto at, hostPortFrom(o.tcp));
        return SiemTcp{.at = std::move(at)};
    }
    if (o.tls.empty())
        return fail(Code::Usage, {}, {"Say where the log goes: --file PATH, --tls HOST:PORT or --tcp HOST:PORT."});
    KEYWARD_TRY(auto at, hostPortFrom(o.tls));
    SiemTls out{.at = std::move(at), .serverName = o.serverName, .trusted = {}};
    if (!o.ca.empty()) {
        KEYWARD_TRY(const auto *looking, invocation.looking());
        KEYWARD_TRY(out.trusted, looking->siem().trustFrom(o.ca));
    }
    return out;
}

Status add(Invocation &invocation, const AddOptions &o)
{
    KEYWARD_TRY(auto target, targetOf(invocation, o));
    KEYWARD_TRY(auto name, DisplayName::from(o.name));
    KEYWARD_TRY(const auto id, invocation.fresh<SiemReceiverId>());
    const command::AddSiemReceiver action{
        .id = id, .name = std::move(name), .target = std::move(target), .fromStart = o.fromStart};
    return invocation.carryOut(action, [&](const Estate &after) {
        const auto &added = *after.siemReceiver(id);
        return Told{"The log goes to '" + added.name + "' (" + targetText(added.target) +
                        "), each minute by an agent or an open window, or with 'keywardctl schedule run'. To see "
                        "whether it gets there: keywardctl siem test '" +
                        added.name + "'",
                    reports::view(added)};
    });
}

Status list(Invocation &invocation)
{
    KEYWARD_TRY(const auto *looking, invocation.looking());
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"NAME", "TO", "SENT", "WAITING", "STATE", "TROUBLE"});
    for (const auto &[id, receiver] : snapshot->siemReceivers()) {
        KEYWARD_TRY(const auto standing, looking->siem().standing(id));
        const auto &trouble = standing.trouble;
        listing.add({receiver->name, targetText(receiver->target), std::to_string(standing.sent),
                     std::to_string(standing.waiting), reports::stateText(standing),
                     trouble ? message(*trouble) + " " + remedy(*trouble) : std::string()},
                    reports::view(*receiver, standing));
    }
    return listing.tell(invocation,
                        "The log goes nowhere else yet. Send it on: keywardctl siem add NAME --tls HOST:PORT");
}

Result<SiemReceiver> receiverNamed(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    if (const auto *found = snapshot->siemReceiverNamed(name)) return *found;
    return fail(Code::NotFound, name, {"SIEM receiver"});
}

Status remove(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto receiver, receiverNamed(invocation, name));
    return invocation.carryOut(command::RemoveSiemReceiver{receiver.id}, [&](const Estate &) {
        return Told::gone("The log goes no longer to '" + receiver.name + "'.", receiver.name, "removed");
    });
}

Status test(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto receiver, receiverNamed(invocation, name));
    KEYWARD_TRY(const auto told,
                acting->siem().test(receiver.id, invocation.actor(), [](const auto &) { return !interrupted(); }));
    invocation.out().line(told.text() + ".");
    invocation.out().document(QJsonObject{{QLatin1String("name"), reports::text(receiver.name)},
                                          {QLatin1String("delivered"), true},
                                          {QLatin1String("text"), reports::text(told.text())}});
    return {};
}

Line lineOfAdding(const command::AddSiemReceiver &add)
{
    Line line("siem add");
    line.word(add.name.text());
    line.option("--" + std::string(transportText(add.target)), placeText(add.target));
    const auto *tls = std::get_if<SiemTls>(&add.target);
    if (tls && !tls->serverName.empty()) line.option("--server-name", tls->serverName);
    return line.flag("--from-start", add.fromStart);
}

} // namespace

MaybeLine lineOf(const Typed<command::AddSiemReceiver> &c)
{
    const auto *tls = std::get_if<SiemTls>(&c->target);
    if (tls && !tls->trusted.empty()) return notAsALine; // they came from a file that nobody may have any more
    return lineOfAdding(c.command);
}
std::string KeywardctlLines::lineOf(const engine::TrustDeed &deed) const
{
    return lineOfAdding(deed.receiver).option("--ca", deed.file).text();
}
MaybeLine lineOf(const Typed<command::RemoveSiemReceiver> &c) { return about(c.estate, "siem remove", c->receiver); }
MaybeLine lineOf(const Typed<command::NoteSiemOutage> &) { return nobodyTypesIt; }

void addSiemCommands(Commands &commands)
{
    auto *group = commands.group("siem", "Where the audit log goes besides, entry by entry");
    group->footer(
        "Each entry arrives at least once and in order; what arrived twice has the same store, number and leaf. An "
        "entry "
        "counts as delivered only when the receiver has it: a file is on the disk, and a receiver on the network has "
        "read the connection to its end. Over TLS it says so itself (close_notify). Over TCP its system does, which "
        "cannot know whether a program that died just then had kept what it read; nor is anything hidden on the way.");
    auto a = options<AddOptions>();
    auto *addApp =
        commands.change(group, "add", "Send the log to one more receiver", [a](Invocation &s) { return add(s, *a); });
    addApp->add_option("NAME", a->name)->required();
    auto *file = addApp->add_option("--file", a->file, "JSON, one line for each entry, at the end of this file");
    auto *tcp = addApp->add_option("--tcp", a->tcp, "HOST:PORT, RFC 5424 in frames that tell their length (RFC 6587)");
    auto *tls = addApp->add_option("--tls", a->tls, "HOST:PORT, the same within TLS 1.2 or later (RFC 5425)");
    excludeEach(file, {tcp, tls});
    excludeEach(tcp, {tls});
    addApp->add_option("--ca", a->ca, "PEM file with the authorities to trust; default: those that the system trusts")
        ->needs(tls);
    addApp->add_option("--server-name", a->serverName, "What its certificate is for, if not for its host")->needs(tls);
    addApp->add_flag("--from-start", a->fromStart, "From the log's first entry on, not from now on");
    addApp->footer("Example: keywardctl siem add soc --tls siem.example.org:6514");

    commands.reads(group, "list", "List the receivers, how far each is and what keeps it", list);
    auto removed = options<std::string>();
    commands
        .change(group, "remove", "Send the log no longer to a receiver; what waits for it is not sent",
                [removed](Invocation &s) { return remove(s, *removed); })
        ->add_option("NAME", *removed)
        ->required();
    auto tested = options<std::string>();
    commands
        .act(group, "test", "Send one message now that is no entry of the log, and tell what the receiver did",
             "it sends a message", [tested](Invocation &s) { return test(s, *tested); })
        ->add_option("NAME", *tested)
        ->required();
}

} // namespace keyward::ctl
