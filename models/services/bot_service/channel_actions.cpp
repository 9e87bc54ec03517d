// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Channels of a bot: added, given another secret, removed. A secret is typed, and never shown again.

#include "models/services/bot_service/actions.h"

#include "models/actions/fields.h"
#include "models/secret_draft.h"

#include "backend/estate/describe_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BotServiceChannels)
};

/// Added, or there from the start and given something since.
bool isAdded(const Situation &s, const std::string &kind)
{
    const auto reading = BotReading::known(s.workspace, s.target.resource());
    const auto *channel = reading ? reading->channel(kind) : nullptr;
    return channel && (!channel->own || channel->added != Instant{});
}

std::vector<Field::Option> kindsToAdd(const Situation &s)
{
    std::vector<Field::Option> out;
    for (const auto known : knownChannels) {
        const auto kind = ChannelKind::from(std::string(known)).value();
        if (!isAdded(s, kind.text()) && !std::ranges::contains(ownChannels, known))
            out.push_back({text(kind.text()), channelTitle(kind)});
    }
    std::ranges::sort(out, {}, [](const Field::Option &one) { return one.text.toLower(); });
    return out;
}

Field secretField(const QString &hint)
{
    return {.id = QStringLiteral("secret"),
            .label = Words::tr("Secret"),
            .kind = Field::Kind::Secret,
            .value = QVariant::fromValue(std::make_shared<TypedSecret>()),
            .hint = hint,
            .optional = true};
}

Field settingsField(const QString &value)
{
    return {.id = QStringLiteral("settings"),
            .label = Words::tr("Settings"),
            .kind = Field::Kind::Passage,
            .value = value,
            .hint = Words::tr("One on each line: NAME=VALUE"),
            .error =
                [](const QVariant &lines) {
                    const auto read = settingsFrom(lines.toString());
                    return read ? QString() : refusalOf(read.error()).whole();
                },
            .optional = true};
}

bool hasTyped(const Values &values)
{
    const auto typed = values.value(QStringLiteral("secret")).value<TypedSecretPtr>();
    return typed && !typed->secret.empty();
}

QString signedText(const Situation &, const Values &values)
{
    return hasTyped(values)
               ? Words::tr("The endpoint knows by the secret that a message comes from here. It is never shown again.")
               : Words::tr("Without a secret the endpoint cannot tell whether a message comes from here.");
}

Result<Deed> channelDeed(const Situation &s, const std::string &name, const Values &values)
{
    KEYWARD_TRY(const auto kind, ChannelKind::from(name));
    KEYWARD_TRY(auto settings, settingsFrom(values.value(QStringLiteral("settings")).toString()));
    std::shared_ptr<const crypto::SecretBytes> secret = std::make_shared<const crypto::SecretBytes>();
    if (hasTyped(values)) {
        KEYWARD_TRY(secret, typedIn(values, "secret"));
    }
    std::map<std::string, std::optional<std::string>> told;
    for (const auto &[setting, value] : settings) told[setting] = value;
    const auto bot = s.target.resource();
    return deedOf(s, {.title = Words::tr("Set channel %1 of %2").arg(channelTitle(kind), text(nameOf(s.estate(), bot))),
                      .told = Words::tr("%1 reaches people by %2.", "a bot, a channel")
                                  .arg(text(nameOf(s.estate(), bot)), channelTitle(kind)),
                      .line = {.what = engine::BotDeed::What::SetChannel,
                               .settings = std::move(told),
                               .channel = kind.text(),
                               .secret = !secret->empty()},
                      .work = [bot, kind, settings = std::move(settings), secret,
                               actor = s.workspace.actor()](engine::Bots &bots) {
                          return bots.setChannel(bot, {.kind = kind, .settings = settings}, *secret, actor);
                      }});
}

const DeclaredAction add([]() -> ActionRecord {
    return {
        .id = QStringLiteral("channel.add"),
        .text = Words::tr("Add channel"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Resource,
        .order = 20,
        .blades = {QStringLiteral("bot.channels")},
        .primary = true,
        .explanation = Words::tr("People reach the bot by it. Its secret signs what goes to the endpoint."),
        .supported = isBotRegistration,
        .allowed = [](const Situation &s) -> Status {
            KEYWARD_CHECK(usableNow(s));
            return kindsToAdd(s).empty() ? refused(Words::tr("It has every channel that there is."), {}) : Status{};
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            auto kinds = kindsToAdd(s);
            const auto first = kinds.empty() ? QString() : kinds.front().value;
            return {{.id = QStringLiteral("kind"),
                     .label = Words::tr("Channel"),
                     .kind = Field::Kind::Choice,
                     .value = first,
                     .options = std::move(kinds)},
                    secretField(Words::tr("As the channel's provider gave it")),
                    settingsField({})};
        },
        .deed = [](const Situation &s,
                   const Values &values) { return channelDeed(s, utf8(stringOf(values, "kind")), values); },
        .oneAtATime = true,
        .statement = signedText,
    };
});

const DeclaredAction change([]() -> ActionRecord {
    return {
        .id = QStringLiteral("channel.change"),
        .text = Words::tr("Change"),
        .icon = QStringLiteral("document-edit"),
        .scope = botChannelScope,
        .order = 10,
        .blades = {QStringLiteral("bot.channels")},
        .explanation =
            Words::tr("Gets this secret and these settings instead of what it has. A secret that is stored is "
                      "not shown, so type it again, or another one."),
        .allowed = usableNow,
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto reading = BotReading::known(s.workspace, s.target.resource());
            const auto *channel = reading ? reading->channel(s.target.name) : nullptr;
            return {secretField(channel && channel->hasSecret ? Words::tr("Left empty, the one it has is taken away")
                                                              : Words::tr("It has none now")),
                    settingsField(channel ? linesOf(channel->settings) : QString())};
        },
        .deed = [](const Situation &s, const Values &values) { return channelDeed(s, s.target.name, values); },
        .oneAtATime = true,
        .statement = signedText,
    };
});

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("channel.remove"),
        .text = Words::tr("Remove"),
        .icon = QStringLiteral("edit-delete"),
        .scope = botChannelScope,
        .order = 80,
        .blades = {QStringLiteral("bot.channels")},
        .explanation =
            Words::tr("Its secret and its settings are destroyed. Nobody reaches the bot by it any more; what "
                      "is on its way by it stays."),
        .allowed = [](const Situation &s) -> Status {
            KEYWARD_CHECK(usableNow(s));
            if (isAdded(s, s.target.name) || !std::ranges::contains(ownChannels, s.target.name)) return {};
            return refused(Words::tr("This channel is there without being added, and has nothing to be removed."),
                           Words::tr("Give it a secret of its own instead."));
        },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            KEYWARD_TRY(const auto kind, ChannelKind::from(s.target.name));
            const auto bot = s.target.resource();
            return deedOf(s, {.title = Words::tr("Remove channel %1").arg(channelTitle(kind)),
                              .told = Words::tr("Channel %1 was removed.").arg(channelTitle(kind)),
                              .line = {.what = engine::BotDeed::What::RemoveChannel, .channel = kind.text()},
                              .work = [bot, kind, actor = s.workspace.actor()](engine::Bots &bots) {
                                  return bots.removeChannel(bot, kind, actor);
                              }});
        },
        .previews = true,
        .destructive = true,
        .oneAtATime = true,
    };
});

} // namespace
} // namespace keyward::models
