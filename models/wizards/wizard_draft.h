// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/registry.h"
#include "models/workspace.h"

namespace keyward::models {

/// What a wizard works on, without its widgets. Nothing is done before commit().
class WizardDraft : public QObject
{
    Q_OBJECT
public:
    WizardDraft(Workspace &workspace, Target target) : m_workspace(workspace), m_target(std::move(target)) {}
    Workspace &workspace() const { return m_workspace; }
    const Target &target() const { return m_target; }

    virtual QString title() const = 0;
    virtual QString subtitle() const = 0;
    virtual QStringList pages() const = 0;
    int page() const { return m_page; }
    void goTo(int page);
    virtual QString blocker(int page) const = 0; ///< what is missing before the next page; empty: nothing
    virtual QString doIt() const = 0;            ///< the verb on the last page's button
    virtual bool committing() const = 0;
    virtual bool finished() const = 0;
    virtual bool dirty() const = 0;       ///< something would be lost by closing
    virtual QString standing() const = 0; ///< what was changed so far, and what was not
    virtual void commit() = 0;
    virtual void save() = 0;               ///< to be continued later
    virtual void takeUp(const Target &) {} ///< something made on the way, by a dialog of the wizard

Q_SIGNALS:
    void changed();
    void pageChanged(int page);
    void saved();
    void ended(); ///< carried out completely

protected:
    Workspace &m_workspace;

private:
    Target m_target;
    int m_page = 0;
};

struct WizardRecord {
    QString id;
    QString title;
    std::function<std::unique_ptr<WizardDraft>(Workspace &, const Target &)> make;
};
using Wizard = Registered<WizardRecord>;
const WizardRecord *wizardById(const QString &id);

} // namespace keyward::models
