// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/read_beside.h"

#include "models/text.h"

#include "backend/estate/describe.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReadBeside)
};

} // namespace

Status keyUsable(const engine::Published &moment, const ResourceId &id, Code code)
{
    const auto *health = moment.assessment.bindings.find(id);
    const auto *resource = moment.estate->resource(id);
    if (!resource || !health || health->health != Health::Lost) return {};
    const auto why = std::ranges::find(health->reasons, Health::Lost, &Reason::weight);
    return fail(code, resource->name.text(),
                {why == health->reasons.end() ? Sentence::Argument(std::string()) : sentence(why->what)});
}

CalloutsPart::Callout keyRefusal(const engine::Published &moment, const ResourceId &id, const Error &error, Code code)
{
    const auto refusal = refusalOf(error);
    CalloutsPart::Callout out{.state = State::Lost, .text = refusal.reason, .detail = refusal.remedy};
    const auto *health = moment.assessment.bindings.find(id);
    if (error.code != code || !health) return out;
    const auto mends = [](const Reason &reason) { return reason.weight == Health::Lost && reason.fix; };
    const auto reason = std::ranges::find_if(health->reasons, mends);
    if (reason == health->reasons.end()) return out;
    out.button = Words::tr("Fix…");
    out.fix = reason->fix;
    out.detail += (out.detail.isEmpty() ? QString() : QStringLiteral("\n")) +
                  sentence(spoken(describe(*moment.estate, *reason->fix)));
    return out;
}

bool isOtherwise(const engine::Published &before, const engine::Published &after, const ResourceId &id)
{
    if (before.estate->resource(id) != after.estate->resource(id)) return true;
    const auto *was = before.assessment.bindings.find(id), *is = after.assessment.bindings.find(id);
    return (was != nullptr) != (is != nullptr) || (was && *was != *is);
}

QString ago(Instant at, Instant moment) { return relative(at, std::max(at, moment)); }

} // namespace keyward::models
