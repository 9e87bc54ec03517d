// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/siem.h"

#include "models/text.h"
#include "models/thing.h"

#include "backend/estate/overloaded.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Siem)
};

const SiemReceiver *receiverAt(const Estate &estate, const Target &target)
{
    return estate.siemReceiver(siemReceiverIn(target));
}

const Thing receiverThing([]() -> ThingRecord {
    return {
        .scope = siemScope,
        .exists = [](const Estate &e, const Target &t) { return receiverAt(e, t) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(receiverAt(e, t)->name); },
        .kind = [](const Estate &e,
                   const Target &t) { return Words::tr("SIEM receiver, %1").arg(goesTo(receiverAt(e, t)->target)); },
        .logged = [](const Estate &e, const Target &t) { return receiverAt(e, t)->name; },
        .list = QStringLiteral("siem"),
        .icon = QStringLiteral("document-export"),
        .each =
            [](const Estate &e, bool, const ThingRecord::Found &found) {
                for (const auto &[id, receiver] : e.siemReceivers()) found(targetOf(id), receiver->name);
            },
    };
});

} // namespace

QString transportTitle(const SiemTarget &target)
{
    return std::visit(Overloaded{[](const SiemFile &) { return Words::tr("File of JSON lines"); },
                                 [](const SiemTcp &) { return Words::tr("Syslog over TCP"); },
                                 [](const SiemTls &) { return Words::tr("Syslog over TLS"); }},
                      target);
}

QString goesTo(const SiemTarget &target)
{
    const auto place = text(placeText(target));
    return std::visit(Overloaded{[&](const SiemFile &) { return place; },
                                 [&](const SiemTcp &) { return Words::tr("%1, over TCP").arg(place); },
                                 [&](const SiemTls &) { return Words::tr("%1, over TLS").arg(place); }},
                      target);
}

} // namespace keyward::models
