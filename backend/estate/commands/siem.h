// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Receivers of the log's entries.
namespace keyward::estate::command {

struct AddSiemReceiver {
    KEYWARD_COMMAND(AddSiemReceiver, "siem.add");
    SiemReceiverId id;
    DisplayName name;
    SiemTarget target;
    bool fromStart = false;
};

/// How far it was is forgotten with it.
struct RemoveSiemReceiver {
    KEYWARD_COMMAND(RemoveSiemReceiver, "siem.remove");
    SiemReceiverId receiver;
};

/// That it takes nothing any more, or again; said once each time, not for each attempt.
struct NoteSiemOutage {
    KEYWARD_COMMAND(NoteSiemOutage, "siem.outage");
    SiemReceiverId receiver;
    std::optional<SiemOutage> outage;
};

using SiemCommands = CommandList<AddSiemReceiver, RemoveSiemReceiver, NoteSiemOutage>;

} // namespace keyward::estate::command
