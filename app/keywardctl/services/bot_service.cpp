// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/services/bot_service.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"
#include "app/keywardctl/service_commands.h"
#include "backend/base/files.h"
#include "backend/base/paths.h"
#include "backend/estate/describe.h"

#include <charconv>

namespace keyward::ctl {

using namespace estate;

namespace {

constexpr const char *usesKey = "it uses the key of the bot";

engine::Bots &botsOf(engine::Workplace &workplace) { return workplace.services().get<engine::Bots>(); }

Result<const Resource *> bot(Invocation &invocation, const std::string &name)
{
    return resourceOf<BotService>(invocation, name, "bot registration");
}

/// A file that the user names, whole.
Result<Bytes> contentsOf(const std::string &name, std::size_t most)
{
    KEYWARD_TRY(const auto file, realPath(name));
    KEYWARD_TRY(const auto descriptor, openRegular(file, Links::Follow));
    Bytes out(most + 1);
    KEYWARD_TRY(const auto size, readAt(descriptor.number(), out, 0, file));
    if (size > most) return fail(Code::FileTooLarge, file.string(), {said("it has more than {0} bytes", most)});
    out.resize(size);
    return out;
}

Result<std::map<std::string, std::optional<std::string>>> valuesFrom(const std::vector<std::string> &set,
                                                                     const std::vector<std::string> &unset)
{
    std::map<std::string, std::optional<std::string>> out;
    for (const auto &pair : set) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos) return fail(Code::ValueInvalid, pair, {"setting", "write it as NAME=VALUE"});
        if (!out.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second)
            return fail(Code::Usage, {}, {"Give each setting once."});
    }
    for (const auto &name : unset)
        if (!out.emplace(name, std::nullopt).second) return fail(Code::Usage, {}, {"Give each setting once."});
    return out;
}

struct ConfigureOptions {
    std::string name;
    std::vector<std::string> set, unset;
};
struct PaceOptions {
    std::string name, pace;
};

/// BOT-11: bytes a second; "0" or "none" for as fast as can be.
Result<std::uint64_t> paceFrom(const std::string &text)
{
    if (text == "none") return 0;
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    const std::string_view unit(end, text.data() + text.size());
    const unsigned shift = unit.empty() ? 0 : unit == "K" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : 64;
    if (error != std::errc() || shift == 64 || out > (UINT64_MAX >> 1U) >> shift)
        return fail(Code::ValueInvalid, text, {"pace", "bytes a second, as 500K or 4M, or none"});
    return out << shift;
}

Status configure(Invocation &invocation, const ConfigureOptions &o)
{
    KEYWARD_TRY(const auto *resource, bot(invocation, o.name));
    const auto id = resource->id;
    KEYWARD_TRY(const auto values, valuesFrom(o.set, o.unset));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(botsOf(*acting).configure(id, values, invocation.actor()));
    KEYWARD_TRY(const auto after, botsOf(*acting).configuration(id));
    invocation.out().line("Configured " + o.name + ".");
    invocation.out().document(reports::view(after));
    return {};
}

Status setPace(Invocation &invocation, const PaceOptions &o)
{
    KEYWARD_TRY(const auto *resource, bot(invocation, o.name));
    const auto id = resource->id;
    KEYWARD_TRY(const auto pace, paceFrom(o.pace));
    return invocation.carryOut(command::SetBotPace{id, pace}, [&](const Estate &after) {
        return Told{"The pace of " + o.name + " is set.", reports::view(after, *after.resource(id))};
    });
}

Status show(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, bot(invocation, name));
    const auto id = resource->id;
    KEYWARD_TRY(auto *acting, invocation.acting()); // it uses the key
    KEYWARD_TRY(const auto found, botsOf(*acting).configuration(id));
    auto &out = invocation.out();
    const auto *facet = facetOf<BotService>(*resource);
    out.field("Bot", name);
    for (const auto &[key, value] : found.settings) out.field("  " + key, printable(value));
    for (const auto &channel : found.channels)
        out.field("Channel", channel.kind.text() + (channel.hasSecret ? ", signs by its secret" : ""));
    out.field("Endpoint", found.endpoint ? found.endpoint->url + " (messages leave decrypted, over TLS)" : "-");
    if (facet->trouble) out.field("  takes none since", isoText(facet->trouble->since) + ": " + facet->trouble->reason);
    out.field("Conversations", std::to_string(found.conversations));
    out.field("Messages waiting", std::to_string(found.waiting));
    out.field("Answers waiting", std::to_string(found.answers));
    out.field("Inner layer", resource->binding ? "customer-managed key" : "service-managed key");
    out.field("Outer layer", "service-managed key");
    out.document(reports::view(found));
    return {};
}

struct ChannelOptions {
    std::string name, kind;
    SecretSource secret;
    std::vector<std::string> set;
};

Status addChannel(Invocation &invocation, const ChannelOptions &o)
{
    KEYWARD_TRY(const auto *resource, bot(invocation, o.name));
    const auto id = resource->id;
    KEYWARD_TRY(auto kind, ChannelKind::from(o.kind));
    engine::BotChannel channel{.kind = std::move(kind), .settings = {}};
    KEYWARD_TRY(const auto values, valuesFrom(o.set, {}));
    for (const auto &[key, value] : values) channel.settings.emplace(key, *value);
    crypto::SecretBytes secret;
    if (o.secret.given()) {
        KEYWARD_TRY(secret, readSecret(o.secret));
        if (secret.empty()) return fail(Code::ValueInvalid, o.secret.file, {"secret", "it is empty"});
    }
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(botsOf(*acting).setChannel(id, channel, secret, invocation.actor()));
    channel.hasSecret = !secret.empty();
    invocation.out().line("Channel " + o.kind + " of " + o.name + " is set.");
    invocation.out().document(reports::view(channel));
    return {};
}

Status listChannels(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, bot(invocation, name));
    const auto id = resource->id;
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto found, botsOf(*acting).configuration(id));
    Listing listing({"CHANNEL", "SECRET", "SETTINGS", "ADDED"});
    for (const auto &one : found.channels) {
        std::string settings;
        for (const auto &[key, value] : one.settings) settings += (settings.empty() ? "" : ", ") + key;
        listing.add({one.kind.text(), one.hasSecret ? "yes" : "no", settings.empty() ? "-" : settings,
                     one.added == Instant{} ? "-" : isoText(one.added)},
                    reports::view(one));
    }
    return listing.tell(invocation, "There are no channels.");
}

Status removeChannel(Invocation &invocation, const ChannelOptions &o)
{
    KEYWARD_TRY(const auto *resource, bot(invocation, o.name));
    const auto id = resource->id;
    KEYWARD_TRY(const auto kind, ChannelKind::from(o.kind));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(botsOf(*acting).removeChannel(id, kind, invocation.actor()));
    const auto told = Told::gone("Channel " + o.kind + " of " + o.name + " is removed.", o.kind);
    invocation.out().line(told.sentence);
    invocation.out().document(told.document);
    return {};
}

struct EndpointOptions {
    std::string name, url, authorities;
    bool none = false;
};

Status endpoint(Invocation &invocation, const EndpointOptions &o)
{
    if (o.none == !o.url.empty()) return fail(Code::Usage, {}, {"Give either --url or --none."});
    KEYWARD_TRY(const auto *resource, bot(invocation, o.name));
    const auto id = resource->id;
    std::optional<engine::BotEndpoint> to;
    if (!o.none) to = engine::BotEndpoint{.url = o.url};
    if (!o.authorities.empty()) {
        if (!to) return fail(Code::Usage, {}, {"--ca goes with --url."});
        KEYWARD_TRY(const auto pem, contentsOf(o.authorities, 65'536));
        to->authorities = std::string(textOf(pem));
    }
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(botsOf(*acting).setEndpoint(id, to, invocation.actor()));
    invocation.out().line(to ? "Messages of " + o.name + " go to " + o.url + ", decrypted, over TLS."
                             : "Messages of " + o.name + " wait until there is an endpoint.");
    invocation.out().document(QJsonObject{{QLatin1String("bot"), reports::text(o.name)},
                                          {QLatin1String("endpoint"), to ? reports::text(o.url) : QJsonValue()}});
    return {};
}

struct SendOptions {
    std::string name, conversation, text, channel = "directline";
    std::vector<std::string> attached;
};

Status send(Invocation &invocation, const SendOptions &o)
{
    KEYWARD_TRY(const auto *resource, bot(invocation, o.name));
    const auto id = resource->id;
    KEYWARD_TRY(const auto conversation, ConversationName::from(o.conversation));
    KEYWARD_TRY(const auto channel, ChannelKind::from(o.channel));
    engine::BotMessage message{.id = {}, .text = o.text};
    for (const auto &file : o.attached) {
        KEYWARD_TRY(auto content, contentsOf(file, std::size_t(4) << 20U));
        message.attachments.push_back(
            {.name = std::filesystem::path(file).filename().string(), .content = std::move(content)});
    }
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto sent, botsOf(*acting).send(id, conversation, channel, message, invocation.actor()));
    invocation.out().line(sent.state == engine::BotDelivery::State::Delivered
                              ? "Delivered; " + counted(sent.answers, "answer") + " came back."
                              : "Kept, and sent again by the scheduler: " + sent.reason + ".");
    invocation.out().document(reports::view(sent));
    return {};
}

struct ReceiveOptions {
    std::string name, conversation, wait;
};

Status receive(Invocation &invocation, const ReceiveOptions &o)
{
    KEYWARD_TRY(const auto *resource, bot(invocation, o.name));
    const auto id = resource->id;
    KEYWARD_TRY(const auto conversation, ConversationName::from(o.conversation));
    Millis wait{0};
    if (!o.wait.empty()) {
        KEYWARD_TRY(wait, parseDuration(o.wait));
    }
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto found, withProgress(invocation, "Waiting", [&](const auto &progress) {
                    return botsOf(*acting).receive(id, conversation, wait, [&] { return progress({}); });
                }));
    Listing listing({"AT", "TEXT"}, Listing::Order::AsAdded);
    for (const auto &one : found) listing.add({isoText(one.at), printable(one.text)}, reports::view(one));
    return listing.tell(invocation, "The bot said nothing since.");
}

Status conversations(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, bot(invocation, name));
    const auto id = resource->id;
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto found, botsOf(*acting).conversations(id));
    Listing listing({"CONVERSATION", "CHANNEL", "BEGUN", "LAST ACTIVE", "SENT", "RECEIVED"}, Listing::Order::AsAdded);
    for (const auto &one : found)
        listing.add({one.name.text(), one.channel.text(), isoText(one.begun), isoText(one.lastActive),
                     std::to_string(one.sent), std::to_string(one.received)},
                    reports::view(one));
    return listing.tell(invocation,
                        "There are no conversations yet. Begin one: keywardctl bot send BOT --conversation C --text T");
}

void addChannelCommands(Commands &commands, CLI::App *group)
{
    auto o = options<ChannelOptions>();
    auto *addApp = commands.act(group, "add", "Add a channel, or set another secret and settings of one", usesKey,
                                [o](Invocation &s) { return addChannel(s, *o); });
    addApp->add_option("BOT", o->name)->required();
    addApp->add_option("--kind", o->kind, std::string(ChannelKindRule::rule))->required();
    addApp->add_option("--secret-file", o->secret.file, "Its first line is the secret, which signs what is sent");
    addApp->add_option("--set", o->set, "A setting of the channel, NAME=VALUE; may be repeated");
    auto listed = options<std::string>();
    commands
        .act(group, "list", "List the channels of a bot", usesKey,
             [listed](Invocation &s) { return listChannels(s, *listed); })
        ->add_option("BOT", *listed)
        ->required();
    auto r = options<ChannelOptions>();
    auto *removeApp = commands.act(group, "remove", "Remove a channel with its secret", usesKey,
                                   [r](Invocation &s) { return removeChannel(s, *r); });
    removeApp->add_option("BOT", r->name)->required();
    removeApp->add_option("--kind", r->kind)->required();
}

void addMessageCommands(Commands &commands, CLI::App *group)
{
    auto o = options<SendOptions>();
    auto *sendApp = commands.act(group, "send", "Send a message to a bot, as somebody in a conversation would", usesKey,
                                 [o](Invocation &s) { return send(s, *o); });
    sendApp->add_option("BOT", o->name)->required();
    sendApp->add_option("--conversation", o->conversation)->required();
    sendApp->add_option("--text", o->text);
    sendApp->add_option("--channel", o->channel, "directline unless another is named");
    sendApp->add_option("--attach", o->attached, "A file; may be repeated, 4 MiB together");
    auto r = options<ReceiveOptions>();
    auto *receiveApp = commands.act(group, "receive", "Tell what a bot said since the last time", usesKey,
                                    [r](Invocation &s) { return receive(s, *r); });
    receiveApp->add_option("BOT", r->name)->required();
    receiveApp->add_option("--conversation", r->conversation)->required();
    receiveApp->add_option("--wait", r->wait, "How long to wait for the first of it, as 30s");
    auto c = options<std::string>();
    commands
        .act(group, "conversations", "List the conversations of a bot, the last active first", usesKey,
             [c](Invocation &s) { return conversations(s, *c); })
        ->add_option("BOT", *c)
        ->required();
}

} // namespace

MaybeLine lineOf(const Typed<command::OpenBotStore> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::AddBotKey> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::StartReencryption> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::NoteReencrypted> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::NoteEndpoint> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::SetBotPace> &c)
{
    return about(c.estate, "bot pace", c->bot).word(c->bytesPerSecond > 0 ? std::to_string(c->bytesPerSecond) : "none");
}
MaybeLine lineOf(const Typed<command::DeleteBotData> &c) { return about(c.estate, "bot forget", c->bot); }

void addCommands(const ServiceCommands<BotService> &of)
{
    auto &commands = of.commands;
    auto *group = commands.group("bot", "Bot registrations: configuration, channels, messages");
    auto o = options<ConfigureOptions>();
    auto *configureApp = commands.act(group, "configure", "Set or take away settings of a bot", usesKey,
                                      [o](Invocation &s) { return configure(s, *o); });
    configureApp->add_option("BOT", o->name)->required();
    configureApp->add_option("--set", o->set, "NAME=VALUE; may be repeated");
    configureApp->add_option("--unset", o->unset, "NAME; may be repeated");
    configureApp->footer("Example: keywardctl bot configure support --set displayName='Support' --unset icon");
    auto p = options<PaceOptions>();
    auto *paceApp = commands.change(group, "pace", "Limit how fast the data of a bot is encrypted anew",
                                    [p](Invocation &s) { return setPace(s, *p); });
    paceApp->add_option("BOT", p->name)->required();
    paceApp->add_option("PACE", p->pace, "Bytes a second, as 500K or 4M, or none")->required();
    auto shown = options<std::string>();
    commands
        .act(group, "show", "Show the configuration of a bot", usesKey,
             [shown](Invocation &s) { return show(s, *shown); })
        ->add_option("BOT", *shown)
        ->required();
    addChannelCommands(commands, group->add_subcommand("channel", "Channels of a bot")->require_subcommand(1));
    auto e = options<EndpointOptions>();
    auto *endpointApp = commands.act(group, "endpoint", "Set where messages go: decrypted, over TLS", usesKey,
                                     [e](Invocation &s) { return endpoint(s, *e); });
    endpointApp->add_option("BOT", e->name)->required();
    endpointApp->add_option("--url", e->url, "https://HOST:PORT/api/messages");
    endpointApp->add_option("--ca", e->authorities, "Certificates to trust instead of the system's, PEM");
    endpointApp->add_flag("--none", e->none, "Messages wait");
    addMessageCommands(commands, group);
    auto forgotten = options<std::string>();
    commands
        .change(group, "forget", "Delete settings, channels and conversations of a bot, for good",
                [forgotten](Invocation &s) -> Status {
                    KEYWARD_TRY(const auto *resource, bot(s, *forgotten));
                    return s.carryOut(command::DeleteBotData{resource->id}, [&](const Estate &) {
                        return Told::gone("The data of " + *forgotten + " is deleted.", *forgotten);
                    });
                })
        ->add_option("BOT", *forgotten)
        ->required();
}

} // namespace keyward::ctl
