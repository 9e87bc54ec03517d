// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/receiver_section.h"

#include "backend/base/names.h"
#include "backend/reports/siem_views.h"
#include "backend/reports/sorted.h"

namespace keyward::reports {

using namespace estate;

namespace {

auto sortedReceivers(const Estate &estate)
{
    return sorted(estate.siemReceivers(), [](const SiemReceiver *one) { return folded(one->name); });
}

} // namespace

Section receiverSection(const ReportInput &input)
{
    Section out{"receivers",
                "Receivers of the log",
                "The log goes nowhere else.",
                {{"Receiver", 1.2},
                 {"Goes to", 2.4},
                 {"Since", 1.4},
                 {"Has entries up to", 1, true},
                 {"Waiting", .7, true},
                 {"State", .7},
                 {"Why", 2.4}},
                {}};
    for (const auto *one : sortedReceivers(*input.estate)) {
        const auto found = input.receivers.find(one->id);
        const auto *standing = found == input.receivers.end() ? nullptr : &found->second;
        const auto &outage = one->outage;
        out.rows.push_back({one->name, targetText(one->target), isoText(one->created),
                            standing ? std::to_string(standing->sent) : "–",
                            standing ? std::to_string(standing->waiting) : "–",
                            standing ? stateText(*standing)
                            : outage ? "down"
                                     : "–",
                            outage ? "since " + isoText(outage->since) + ": " + outage->reason : "–"});
    }
    return out;
}

QJsonArray receiversJson(const ReportInput &input)
{
    QJsonArray out;
    for (const auto *one : sortedReceivers(*input.estate)) {
        const auto found = input.receivers.find(one->id);
        out.append(found == input.receivers.end() ? view(*one) : view(*one, found->second));
    }
    return out;
}

} // namespace keyward::reports
