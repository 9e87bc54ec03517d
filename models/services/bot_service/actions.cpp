// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bot as a whole: made, configured, written to; its endpoint.

#include "models/services/bot_service/actions.h"

#include "models/actions/fields.h"
#include "models/actions/place_fields.h"

#include "backend/engine/api/siem.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>
#include <QUrl>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BotServiceActions)
};

std::string nameAt(const Situation &s) { return nameOf(s.estate(), s.target.resource()); }

} // namespace

Deed deedOf(const Situation &s, BotWork what)
{
    what.line.bot = nameAt(s);
    return Deed{.action = {},
                .errand = [work = std::move(what.work), told = what.told, detail = what.detail,
                           about = Target::of(s.target.resource())](
                              engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(work(botsOf(workplace)));
                    return Outcome{.sentence = told, .detail = detail, .target = about};
                },
                .title = what.title,
                .commandLine = text(s.workspace.lines().lineOf(what.line))};
}

Result<std::map<std::string, std::string>> settingsFrom(const QString &lines)
{
    std::map<std::string, std::string> out;
    for (const auto &line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty()) continue;
        const auto at = line.indexOf(QLatin1Char('='));
        const auto name = line.left(at).trimmed();
        if (at <= 0) return refused(Words::tr("'%1' has no name and value.").arg(line), Words::tr("Write NAME=VALUE."));
        KEYWARD_CHECK(SettingName::from(utf8(name)).transform([](const auto &) {}));
        if (!out.emplace(utf8(name), utf8(line.mid(at + 1).trimmed())).second)
            return refused(Words::tr("%1 is written twice.").arg(name), Words::tr("Write each name once."));
    }
    return out;
}

QString linesOf(const std::map<std::string, std::string> &settings)
{
    QStringList out;
    for (const auto &[name, value] : settings) out += text(name) + QLatin1Char('=') + text(value);
    return out.join(QLatin1Char('\n'));
}

namespace {

const DeclaredAction create([]() -> ActionRecord {
    return {
        .id = QStringLiteral("bot.create"),
        .text = Words::tr("Create bot registration"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 22,
        .blades = {QStringLiteral("resources")},
        .explanation = Words::tr("Keeps a bot's settings, its channels with their secrets and the record of its "
                                 "conversations, all of it in two layers. The inner one is under the platform's key, "
                                 "until you set one of yours."),
        .fields = [](const Situation &s) { return newResourceFields(s, BotService::service); },
        .deed = newResource,
    };
});

// Settings

Result<Deed> setting(const Situation &s, const QString &typed, const std::optional<std::string> &value)
{
    KEYWARD_TRY(const auto name, SettingName::from(utf8(typed)));
    const auto bot = s.target.resource();
    const std::map<std::string, std::optional<std::string>> values{{name.text(), value}};
    return deedOf(s,
                  {.title = Words::tr("Configure %1").arg(text(nameAt(s))),
                   .told = value ? Words::tr("%1 of %2 is set.", "a setting, a bot").arg(typed, text(nameAt(s)))
                                 : Words::tr("%1 of %2 was removed.", "a setting, a bot").arg(typed, text(nameAt(s))),
                   .line = {.what = engine::BotDeed::What::Configure, .settings = values},
                   .work = [bot, values, actor = s.workspace.actor()](engine::Bots &bots) {
                       return bots.configure(bot, values, actor);
                   }});
}

const DeclaredAction configure([]() -> ActionRecord {
    return {
        .id = QStringLiteral("bot.configure"),
        .text = Words::tr("Add setting"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Resource,
        .order = 20,
        .blades = {QStringLiteral("bot.configuration")},
        .primary = true,
        .explanation = Words::tr("The bot's code finds it under its name. One that is there already gets this value."),
        .supported = isBotRegistration,
        .allowed = usableNow,
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("name"),
                     .label = Words::tr("Name"),
                     .hint = Words::tr("Letters, digits, hyphens, underscores and points, beginning with a letter"),
                     .error = nameError<SettingName>},
                    {.id = QStringLiteral("value"), .label = Words::tr("Value"), .optional = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            return setting(s, stringOf(values, "name"), utf8(values.value(QStringLiteral("value")).toString()));
        },
        .oneAtATime = true,
    };
});

const DeclaredAction change([]() -> ActionRecord {
    return {
        .id = QStringLiteral("setting.change"),
        .text = Words::tr("Change"),
        .icon = QStringLiteral("document-edit"),
        .scope = botSettingScope,
        .order = 10,
        .blades = {QStringLiteral("bot.configuration")},
        .allowed = usableNow,
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto reading = BotReading::known(s.workspace, s.target.resource());
            const auto *what = reading ? reading->configuration() : nullptr;
            const auto found =
                what ? what->settings.find(s.target.name) : std::map<std::string, std::string>::const_iterator{};
            return {{.id = QStringLiteral("value"),
                     .label = Words::tr("Value"),
                     .value = what && found != what->settings.end() ? text(found->second) : QString(),
                     .optional = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            return setting(s, text(s.target.name), utf8(values.value(QStringLiteral("value")).toString()));
        },
        .oneAtATime = true,
    };
});

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("setting.remove"),
        .text = Words::tr("Remove"),
        .icon = QStringLiteral("edit-delete"),
        .scope = botSettingScope,
        .order = 80,
        .blades = {QStringLiteral("bot.configuration")},
        .explanation = Words::tr("The bot's code does not find it any more."),
        .allowed = usableNow,
        .deed = [](const Situation &s, const Values &) { return setting(s, text(s.target.name), std::nullopt); },
        .previews = true,
        .destructive = true,
        .oneAtATime = true,
    };
});

// Endpoint

QString addressError(const QVariant &value)
{
    const QUrl url(value.toString().trimmed(), QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() && url.userInfo().isEmpty()
               ? QString()
               : Words::tr("Write an address that begins with https://, as messages leave decrypted.");
}

std::vector<Field> endpointFields(const Situation &s)
{
    const auto reading = BotReading::known(s.workspace, s.target.resource());
    const auto *what = reading ? reading->configuration() : nullptr;
    const bool there = what && what->endpoint;
    const auto isSet = [](const Values &values) { return stringOf(values, "to") == QLatin1String("address"); };
    return {{.id = QStringLiteral("to"),
             .label = Words::tr("Messages go"),
             .kind = Field::Kind::Choice,
             .value = QStringLiteral("address"),
             .options = {{QStringLiteral("address"), Words::tr("To an address")},
                         {QStringLiteral("none"), Words::tr("Nowhere: they wait, for less than a day")}}},
            {.id = QStringLiteral("url"),
             .label = Words::tr("Address of the bot's code"),
             .value = there ? text(what->endpoint->url) : QString(),
             .hint = Words::tr("https://HOST/PATH; TLS 1.2 or later"),
             .error = addressError,
             .when = isSet},
            {.id = QStringLiteral("authorities"),
             .label = Words::tr("Certificates to trust"),
             .kind = Field::Kind::OldFile,
             .hint = Words::tr("PEM; empty: those that this system trusts"),
             .error = existingFileError,
             .optional = true,
             .suffix = QStringLiteral("pem"),
             .when = isSet}};
}

Result<Deed> endpointDeed(const Situation &s, const Values &values)
{
    const auto bot = s.target.resource();
    const auto name = text(nameAt(s));
    const bool none = stringOf(values, "to") == QLatin1String("none");
    const auto url = none ? QString() : stringOf(values, "url");
    const auto file = none ? QString() : stringOf(values, "authorities");
    if (!none)
        if (const auto wrong = addressError(url); !wrong.isEmpty()) return refused(wrong, {});
    const auto path = pathOf(file);
    auto deed =
        deedOf(s, {.title = Words::tr("Set the endpoint of %1").arg(name),
                   .told = {},
                   .line = {.what = engine::BotDeed::What::SetEndpoint, .url = utf8(url), .file = path.string()},
                   .work = {}});
    deed.errand = [=, actor = s.workspace.actor(), address = utf8(url)](
                      engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
        std::optional<engine::BotEndpoint> endpoint;
        if (!none) endpoint = engine::BotEndpoint{.url = address};
        if (!file.isEmpty()) {
            KEYWARD_TRY(endpoint->authorities, workplace.siem().trustFrom(path));
        }
        KEYWARD_CHECK(botsOf(workplace).setEndpoint(bot, endpoint, actor));
        return Outcome{.sentence = none ? Words::tr("%1 has no endpoint now: messages wait.").arg(name)
                                        : Words::tr("Messages of %1 go to %2.").arg(name, hostOf(address)),
                       .detail = none ? QString() : Words::tr("They leave decrypted, over TLS 1.2 or later."),
                       .target = Target::of(bot)};
    };
    return deed;
}

const DeclaredAction endpoint([]() -> ActionRecord {
    return {
        .id = QStringLiteral("bot.endpoint"),
        .text = Words::tr("Set endpoint"),
        .icon = QStringLiteral("network-connect"),
        .scope = Scope::Resource,
        .order = 30,
        .blades = {QStringLiteral("bot.configuration"), QStringLiteral("bot.chat")},
        .explanation = Words::tr("Where the bot's code listens. Messages are handed over to it decrypted: what it does "
                                 "with them is beyond these keys."),
        .supported = isBotRegistration,
        .allowed = usableNow,
        .fields = endpointFields,
        .deed = endpointDeed,
        .oneAtATime = true,
        .statement =
            [](const Situation &, const Values &values) {
                const auto url = stringOf(values, "url");
                if (stringOf(values, "to") == QLatin1String("none"))
                    return Words::tr("What is sent to the bot waits, and is gone after a day.");
                return addressError(url).isEmpty()
                           ? Words::tr("Messages leave decrypted, over TLS 1.2 or later, to %1.").arg(hostOf(utf8(url)))
                           : QString();
            },
    };
});

// Messages

std::vector<Field> messageFields(const Situation &s)
{
    const auto reading = BotReading::known(s.workspace, s.target.resource());
    const auto *what = reading ? reading->configuration() : nullptr;
    std::vector<Field::Option> channels;
    if (what)
        for (const auto &one : what->channels) channels.push_back({text(one.kind.text()), channelTitle(one.kind)});
    else
        for (const auto kind : ownChannels)
            channels.push_back({text(kind), channelTitle(ChannelKind::from(std::string(kind)).value())});
    return {{.id = QStringLiteral("conversation"),
             .label = Words::tr("Conversation"),
             .value = QStringLiteral("test-chat"),
             .hint = Words::tr("One that is not there yet begins with it"),
             .error = nameError<ConversationName>},
            {.id = QStringLiteral("channel"),
             .label = Words::tr("Channel"),
             .kind = Field::Kind::Choice,
             .value = QStringLiteral("webchat"),
             .options = std::move(channels)},
            {.id = QStringLiteral("text"), .label = Words::tr("Message"), .kind = Field::Kind::Passage},
            {.id = QStringLiteral("file"),
             .label = Words::tr("Attachment"),
             .kind = Field::Kind::OldFile,
             .hint = Words::tr("4 MiB at most"),
             .error = existingFileError,
             .optional = true}};
}

Result<Deed> messageDeed(const Situation &s, const Values &values)
{
    KEYWARD_TRY(const auto conversation, ConversationName::from(utf8(stringOf(values, "conversation"))));
    KEYWARD_TRY(const auto channel, ChannelKind::from(utf8(stringOf(values, "channel"))));
    const auto what = utf8(stringOf(values, "text"));
    const auto file = stringOf(values, "file").isEmpty() ? std::filesystem::path() : pathOf(stringOf(values, "file"));
    const auto bot = s.target.resource();
    const auto name = text(nameAt(s));
    auto deed = deedOf(s, {.title = Words::tr("Send a message to %1").arg(name),
                           .told = {},
                           .line = {.what = engine::BotDeed::What::Send,
                                    .channel = channel.text(),
                                    .file = file.string(),
                                    .conversation = conversation.text(),
                                    .text = what},
                           .work = {}});
    deed.errand = [=, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                   const engine::ProgressCallback &) -> Result<Outcome> {
        engine::BotMessage message{.id = {}, .text = what};
        if (!file.empty()) {
            KEYWARD_TRY(auto attachment, attachmentFrom(file));
            message.attachments.push_back(std::move(attachment));
        }
        KEYWARD_TRY(const auto delivery, botsOf(workplace).send(bot, conversation, channel, message, actor));
        const bool delivered = delivery.state == engine::BotDelivery::State::Delivered;
        return Outcome{
            .sentence = delivered ? Words::tr("The endpoint of %1 took the message.").arg(name)
                                  : Words::tr("The message to %1 waits: %2.").arg(name, text(delivery.reason)),
            .detail = delivered ? Words::tr("%Ln answers can be received.", nullptr, countOf(delivery.answers))
                                : Words::tr("It is sent again by itself, for less than a day."),
            .target = Target::of(bot),
            .state = delivered ? State::Working : State::Warning};
    };
    return deed;
}

const DeclaredAction send([]() -> ActionRecord {
    return {
        .id = QStringLiteral("bot.send"),
        .text = Words::tr("Send a message"),
        .icon = QStringLiteral("document-send"),
        .scope = Scope::Resource,
        .order = 40,
        .blades = {QStringLiteral("bot.conversations")},
        .explanation = Words::tr("It is handed to the endpoint, with those that wait. On its way it lies under two "
                                 "service-managed layers, for less than a day."),
        .supported = isBotRegistration,
        .allowed = usableNow,
        .fields = messageFields,
        .deed = messageDeed,
        .oneAtATime = true,
    };
});

} // namespace
} // namespace keyward::models
