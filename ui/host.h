// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/workspace.h"

class QWidget;

namespace keyward::ui {

/// What a page may ask of the window around it.
class Host
{
public:
    virtual ~Host() = default;
    virtual models::Workspace &workspace() = 0;
    virtual const QString &settingsFile() const = 0;
    virtual void start(const QString &action,
                       const models::Target &target) = 0; ///< with dialog, preview or wizard as it needs
    /// … the same on several things; see models::forMany().
    virtual void startMany(const QString &action, const std::vector<models::Target> &targets) = 0;
    /// A file that was dropped on what an action is about.
    virtual void startWith(const QString &action, const models::Target &target, const QString &file) = 0;
    /// Commands that came from elsewhere, one after the other, once it was seen what they do.
    virtual void fix(const QString &title, const std::vector<estate::Action> &actions,
                     const models::Target &target) = 0;
    virtual void openBeside(int place, const models::Target &target, const QString &blade = {}) = 0;
    virtual void go(const models::Target &target, const QString &blade = {}) = 0;
    virtual void openWindow(const models::Target &target) = 0; ///< one more, with this in it
    virtual void made(
        const models::Target &target) = 0; ///< by a dialog: opened, or taken up by the wizard that asked for it
    virtual void leaveWizard() = 0;
    virtual void openFile(const QString &file) = 0;
    virtual void copyText(const QString &text) = 0;
};

/// Where a page stands.
struct PageContext {
    Host &host;
    int place = 0;      ///< number of its blade from the left
    QString blade = {}; ///< which it is
};

} // namespace keyward::ui
