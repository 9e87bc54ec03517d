// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/read_beside.h"
#include "models/service_parts.h"
#include "models/services/bot_service/layers.h"
#include "models/thing.h"
#include "models/window_words.h"

#include "backend/base/files.h"
#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BotServiceThings)
};

const Thing settingThing([]() -> ThingRecord {
    return {
        .scope = botSettingScope,
        .exists = isBot,
        .title = [](const Estate &, const Target &t) { return text(t.name); },
        .kind = [](const Estate &e,
                   const Target &t) { return Words::tr("Setting of %1").arg(text(nameOf(e, t.resource()))); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.resource()); },
        .beside = QStringLiteral("bot.configuration"),
    };
});

const Thing channelThing([]() -> ThingRecord {
    return {
        .scope = botChannelScope,
        .exists = isBot,
        .title =
            [](const Estate &, const Target &t) {
                const auto kind = ChannelKind::from(t.name);
                return kind ? channelTitle(*kind) : text(t.name);
            },
        .kind = [](const Estate &e,
                   const Target &t) { return Words::tr("Channel of %1").arg(text(nameOf(e, t.resource()))); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.resource()); },
        .beside = QStringLiteral("bot.channels"),
    };
});

QString jobTitleOf(const Job &job)
{
    const auto *work = workOf<ReencryptionWork>(job);
    if (!work) return {};
    return Words::tr("Encrypt %Ln items of a bot anew", nullptr, countOf(work->items));
}

KeyWords keyWords(const QString &key)
{
    return {.protects = Words::tr("Settings, channels and conversations are sealed under one data key, which %1 wraps. "
                                  "Around them lies a second layer, under a key of the platform's.")
                            .arg(key),
            .afterwards =
                Words::tr("All that is stored is encrypted anew under a data key that %1 wraps. That may take "
                          "up to 24 hours; the bot works meanwhile. What is on its way stays under two keys "
                          "of the platform's.")
                    .arg(key),
            .inUse = Words::tr("Its settings, channels and conversations are encrypted anew under it; the bot works "
                               "meanwhile.")};
}

void addFacts(std::vector<FactsPart::Fact> &out, const engine::Published &moment, const Resource &bot)
{
    const auto *facet = facetOf<BotService>(bot);
    if (!facet) return;
    out.push_back({.label = Words::tr("Layers"), .value = layersText(bot), .wraps = true});
    if (facet->trouble)
        out.push_back({.label = Words::tr("Messaging endpoint"),
                       .value = Words::tr("Takes no messages since %1: %2", "when, why")
                                    .arg(relative(facet->trouble->since, moment.now), text(facet->trouble->reason)),
                       .chip = Chip{State::Warning, Words::tr("They wait")},
                       .wraps = true});
}

const ServiceFacts serviceFacts([]() -> ServiceFactsRecord {
    return {.service = BotService::service,
            .add = addFacts,
            .next = QStringLiteral("bot.configure"),
            .jobTitle = jobTitleOf,
            .keyWords = keyWords,
            .encryption = [](Workspace &workspace, const Target &target) -> std::unique_ptr<AddedParts> {
                return std::make_unique<BotLayers>(workspace, target);
            }};
});

} // namespace

engine::Bots &botsOf(engine::Workplace &workplace) { return workplace.services().get<engine::Bots>(); }

bool isBot(const Estate &estate, const Target &target) { return isOf<BotService>(estate, target.resource()); }
bool isBotRegistration(const Situation &s) { return isBot(s.estate(), s.target); }

Status mayBeUsed(const engine::Published &moment, const ResourceId &id)
{
    return keyUsable(moment, id, Code::BotInaccessible);
}

CalloutsPart::Callout refusalCallout(const engine::Published &moment, const ResourceId &id, const Error &error)
{
    return keyRefusal(moment, id, error, Code::BotInaccessible);
}

QString botKeyText(const Estate &estate, const BotKey &key)
{
    if (!key.by) return Words::tr("The platform's key");
    const auto *known = estate.key(key.by->key);
    return known ? text(keyPath(estate, *known) + "/" + key.by->version.text().substr(0, 8)) + QStringLiteral("…")
                 : text(key.by->uri);
}

const Job *reencryptionOf(const Estate &estate, const ResourceId &bot)
{
    const Job *out = nullptr;
    for (const auto &[id, job] : estate.jobs())
        if (job->resource == bot && workOf<ReencryptionWork>(*job) && (!out || job->started > out->started))
            out = job.get();
    return out;
}

QString channelTitle(const ChannelKind &kind)
{
    static constexpr std::pair<std::string_view, std::string_view> names[] = {{"alexa", "Alexa"},
                                                                              {"directline", "Direct Line"},
                                                                              {"facebook", "Facebook"},
                                                                              {"groupme", "GroupMe"},
                                                                              {"line", "LINE"},
                                                                              {"slack", "Slack"},
                                                                              {"telegram", "Telegram"},
                                                                              {"sms", "SMS"},
                                                                              {"msteams", "Microsoft Teams"}};
    const auto named =
        std::ranges::find(names, std::string_view(kind.text()), &std::pair<std::string_view, std::string_view>::first);
    if (named != std::end(names)) return text(named->second);
    return kind.text() == "email"     ? Words::tr("E-mail")
           : kind.text() == "webchat" ? Words::tr("Web chat")
                                      : text(kind.text());
}

Result<engine::BotAttachment> attachmentFrom(const std::filesystem::path &file)
{
    constexpr std::size_t mostOfIt = (std::size_t(4) << 20U) + 1; // more is refused by whoever gets it
    KEYWARD_TRY(const auto open, openRegular(file, Links::Follow));
    engine::BotAttachment out{.name = file.filename().string(), .content = Bytes(mostOfIt)};
    KEYWARD_TRY(const auto size, readAt(open.number(), out.content, 0, file));
    out.content.resize(size);
    return out;
}

QString hostOf(const std::string &url)
{
    const QUrl address(text(url));
    if (address.host().isEmpty()) return text(url);
    return address.port() < 0 ? address.host() : address.host() + QLatin1Char(':') + QString::number(address.port());
}

} // namespace keyward::models
