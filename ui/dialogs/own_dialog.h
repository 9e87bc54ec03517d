// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/registry.h"
#include "ui/host.h"

#include <functional>

class QDialog;

namespace keyward::ui {

/// What an action asks for: about what, and with which file where one was dropped.
struct DialogRequest {
    models::Target target;
    QString file = {};
};

/// A dialog that an action names instead of having its fields asked for.
struct DialogRecord {
    QString dialog;
    /// Its object name is "dialog." and the action's id, which comes as 'name'.
    std::function<QDialog *(Host &, const DialogRequest &, const QString &name, QWidget *)> make;
};
using DialogOf = models::Registered<DialogRecord>;

} // namespace keyward::ui
