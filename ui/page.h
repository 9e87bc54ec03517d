// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presenter.h"
#include "models/registry.h"
#include "models/wizards/wizard_draft.h"
#include "ui/host.h"

#include <QWidget>

#include <cstdint>
#include <functional>

namespace keyward::ui {

/// The widget half of a blade: what stands below its command bar.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// The chosen rows, for the command bar.
    virtual std::vector<models::Target> selected(std::size_t /*most*/ = SIZE_MAX) const { return {}; }
    virtual std::size_t selectedCount() const { return 0; }
    /// Chosen too, and hidden by the filter: nothing acts on them.
    virtual std::size_t hiddenCount() const { return 0; }
    /// Actions that the page itself has a button for now, which the command bar need not offer again.
    virtual QStringList offered() const { return {}; }
    /// Some row, to tell which commands there are.
    virtual std::optional<models::Target> anyRow() const { return std::nullopt; }
    virtual models::TableModel *filtered() const { return nullptr; } ///< what the filter field narrows
    virtual QString filterable() const { return {}; }                ///< "9 keys"
    virtual bool framed() const { return true; }                     ///< with head and command bar of a blade

Q_SIGNALS:
    void selectionMoved();
};

/// A blade whose id is registered here has a widget of its own; all others are shown as the parts of their presenter.
struct PageRecord {
    QString blade;
    std::function<Page *(models::Presenter &, PageContext, QWidget *)> make;
};
using PageOf = models::Registered<PageRecord>;
Page *makePage(const QString &blade, models::Presenter &presenter, PageContext context, QWidget *parent);

/// The widget half of a wizard.
struct WizardPageRecord {
    QString wizard;
    std::function<QWidget *(models::WizardDraft &, Host &, QWidget *)> make;
};
using WizardPageOf = models::Registered<WizardPageRecord>;

} // namespace keyward::ui
