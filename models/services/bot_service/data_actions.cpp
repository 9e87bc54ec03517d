// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The data of a bot as a whole: encrypted anew and how fast, back under the platform's key, deleted.

#include "models/services/bot_service/actions.h"

#include "backend/estate/describe_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BotServiceActions)
};

bool awaits(const Situation &s)
{
    if (!isBotRegistration(s) || !awaitsReencryption(botAt(s))) return false;
    const auto *job = reencryptionOf(s.estate(), s.target.resource());
    return !job || job->state != JobState::Running;
}

Result<Deed> goOnDeed(const Situation &s, const Values &)
{
    const auto bot = s.target.resource();
    const auto name = text(nameOf(s.estate(), s.target.resource()));
    const auto *job = reencryptionOf(s.estate(), bot);
    auto deed = deedOf(s, {.title = Words::tr("Encrypt the data of %1 anew").arg(name),
                           .told = {},
                           .line = {.what = engine::BotDeed::What::GoOn},
                           .work = {}});
    deed.errand = [=, last = job ? std::optional(job->id) : std::nullopt, actor = s.workspace.actor()](
                      engine::Workplace &workplace, const engine::ProgressCallback &progress) -> Result<Outcome> {
        if (last) {
            KEYWARD_CHECK(botsOf(workplace).resume(*last, actor, progress).transform([](const auto &) {}));
        } else {
            botsOf(workplace).settle(bot);
        }
        const auto estate = workplace.console().snapshot();
        const auto *now = estate->resource(bot);
        const bool done = !now || !awaitsReencryption(*now);
        return Outcome{.sentence = done ? Words::tr("The data of %1 is encrypted anew.").arg(name)
                                        : Words::tr("The data of %1 is not yet encrypted anew.").arg(name),
                       .detail = done ? Words::tr("Nothing is under the former key any more.")
                                      : Words::tr("Its jobs say why."),
                       .target = Target::of(bot),
                       .state = done ? State::Working : State::Warning};
    };
    return deed;
}

const DeclaredAction goOn([]() -> ActionRecord {
    return {
        .id = QStringLiteral("bot.goOn"),
        .text = Words::tr("Go on encrypting anew"),
        .icon = QStringLiteral("media-playback-start"),
        .scope = Scope::Resource,
        .order = 40,
        .blades = {QStringLiteral("resource.encryption")},
        .explanation = Words::tr("Begins where it stopped. The bot works meanwhile."),
        .supported = awaits,
        .allowed = usableNow,
        .deed = goOnDeed,
        .oneAtATime = true,
    };
});

/// The usual ones, and the one that is set, whatever it is.
std::vector<Field::Option> paces(std::uint64_t now)
{
    std::vector<Field::Option> out{{QStringLiteral("0"), Words::tr("As fast as can be")}};
    const auto add = [&](std::uint64_t bytes) {
        out.push_back({QString::number(bytes), Words::tr("%1 a second", "a size").arg(bytesText(bytes))});
    };
    constexpr std::uint64_t usual[] = {256U << 10U, 1U << 20U, 4U << 20U, 16U << 20U};
    std::ranges::for_each(usual, add);
    if (now && !std::ranges::contains(usual, now)) add(now);
    return out;
}

const DeclaredAction pace([]() -> ActionRecord {
    return {
        .id = QStringLiteral("bot.pace"),
        .text = Words::tr("Pace"),
        .icon = QStringLiteral("clock-large"),
        .scope = Scope::Resource,
        .order = 45,
        .blades = {QStringLiteral("resource.encryption")},
        .explanation =
            Words::tr("How fast its data is encrypted anew when another key is set. Slower leaves more of the "
                      "machine to others; the former key is needed for longer."),
        .supported = isBotRegistration,
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto now = facetOf<BotService>(botAt(s))->bytesPerSecond;
            return {{.id = QStringLiteral("pace"),
                     .label = Words::tr("At most"),
                     .kind = Field::Kind::Choice,
                     .value = QString::number(now),
                     .options = paces(now)}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            return Deed{.action = command::SetBotPace{s.target.resource(), stringOf(values, "pace").toULongLong()}};
        },
        .previews = true,
    };
});

const DeclaredAction serviceManaged([]() -> ActionRecord {
    return {
        .id = QStringLiteral("bot.serviceManaged"),
        .text = Words::tr("Go back to service-managed keys"),
        .icon = QStringLiteral("edit-undo"),
        .scope = Scope::Resource,
        .order = 30,
        .blades = {QStringLiteral("resource.encryption")},
        .explanation =
            Words::tr("All that is stored is encrypted anew under the platform's key, in both layers, and the "
                      "bot keeps working. Do it before its permission is taken away: afterwards its data "
                      "cannot be read, and so not be encrypted anew."),
        .supported = [](const Situation &s) { return isBotRegistration(s) && botAt(s).binding; },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::SetServiceManaged{s.target.resource()}};
        },
        .previews = true,
    };
});

const DeclaredAction deleteData([]() -> ActionRecord {
    return {
        .id = QStringLiteral("bot.deleteData"),
        .text = Words::tr("Delete its data"),
        .icon = QStringLiteral("edit-delete-shred"),
        .scope = Scope::Resource,
        .order = 85,
        .blades = {QStringLiteral("bot.configuration")},
        .explanation = Words::tr("Settings, channels with their secrets, conversations and messages on their way are "
                                 "destroyed with their data keys. The registration itself stays."),
        .supported = isBotRegistration,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::DeleteBotData{s.target.resource()}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
