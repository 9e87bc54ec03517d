// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-13: the outage of a region, rehearsed.

#include "models/actions/action.h"
#include "models/places.h"
#include "models/text.h"
#include "models/window_words.h"

#include "backend/estate/describe_names.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/sql_server/replication.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RegionOutageActions)
};

std::optional<Region> regionAt(const Situation &s)
{
    auto region = Region::from(s.target.name);
    return region ? std::optional(*std::move(region)) : std::nullopt;
}
bool isOut(const Situation &s)
{
    const auto region = regionAt(s);
    return region && outageOf(s.estate(), *region);
}

/// TDE-13: before it is done, what stays readable and what does not.
QString readabilityText(const Estate &estate, const Region &region)
{
    const auto all = readableWithout(estate, regionsOut(estate, region));
    if (all.empty()) return Words::tr("No database stands there or has its key there.");
    constexpr std::size_t most = 12;
    QStringList lines;
    for (const auto &one : all) {
        QStringList where;
        for (const auto &copy : one.copies)
            if (copy.readable) where += text(nameOf(estate, copy.database->id));
        const auto name = text(nameOf(estate, one.primary->id));
        lines += where.isEmpty()
                     ? Words::tr("%1 cannot be read: %2", "a database, why").arg(name, spoken(one.copies.back().why))
                     : Words::tr("%1 stays readable as %2", "a database, its replicas")
                           .arg(name, where.join(QStringLiteral(", ")));
        if (lines.size() == static_cast<qsizetype>(most) && all.size() > most) {
            lines += Words::tr("and %Ln more", nullptr, models::countOf(all.size() - most));
            break;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

Result<Deed> outageOfRegion(const Situation &s, bool out)
{
    const auto region = regionAt(s);
    if (!region) return fail(Code::NotFound, s.target.name, {"region"});
    const command::SetRegionOutage action{*region, out};
    return Deed{.action = action,
                .errand = [action, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(workplace.console().execute({action}, actor).transform([](const auto &) {}));
                    const auto name = regionTitle(action.region.text());
                    return action.out
                               ? Outcome{.sentence = Words::tr("%1 is out.").arg(name),
                                         .detail = Words::tr(
                                             "Nothing is destroyed for it. End it on the page Tenants and regions.")}
                               : Outcome{.sentence = Words::tr("The outage of %1 is over.").arg(name),
                                         .detail = Words::tr("Replication goes on by itself.")};
                }};
}

const DeclaredAction outage([]() -> ActionRecord {
    return {
        .id = QStringLiteral("region.outage"),
        .text = Words::tr("Rehearse an outage"),
        .icon = QStringLiteral("network-disconnect"),
        .scope = regionScope,
        .order = 10,
        .explanation = Words::tr("All that stands in this region works no longer, until you end it: vaults answer "
                                 "nobody, servers are down. Nothing is destroyed or dropped for it."),
        .supported = [](const Situation &s) { return !isOut(s); },
        .deed = [](const Situation &s, const Values &) { return outageOfRegion(s, true); },
        .previews = true,
        .oneAtATime = true,
        .statement =
            [](const Situation &s, const Values &) {
                const auto region = regionAt(s);
                return region ? readabilityText(s.estate(), *region) : QString();
            },
    };
});

const DeclaredAction outageEnd([]() -> ActionRecord {
    return {
        .id = QStringLiteral("region.outageEnd"),
        .text = Words::tr("End the outage"),
        .icon = QStringLiteral("network-connect"),
        .scope = regionScope,
        .order = 10,
        .explanation = Words::tr("What stands there works again. Replicas carry over what they missed."),
        .supported = isOut,
        .deed = [](const Situation &s, const Values &) { return outageOfRegion(s, false); },
        .oneAtATime = true,
    };
});

} // namespace
} // namespace keyward::models
