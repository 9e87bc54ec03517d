// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/wizards/wizard_draft.h"
#include "ui/host.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace keyward::ui {

/// The frame around every wizard: title, steps, the page, what it means beside it, and the buttons. Pages are added by
/// the wizard's own half.
class WizardFrame : public QWidget
{
    Q_OBJECT
public:
    WizardFrame(models::WizardDraft &draft, Host &host, const QString &name, QWidget *parent);
    models::WizardDraft &draft() const { return m_draft; }

protected:
    QWidget *addPage(); ///< the widget to fill, in the order of the draft's pages
    QVBoxLayout *aside() const { return m_aside; }
    void refreshFrame();
    void resizeEvent(QResizeEvent *event) override;
    Host &m_host;

private:
    QWidget *buildFoot();
    void buildSteps();

    models::WizardDraft &m_draft;
    QHBoxLayout *m_outer;
    bool m_narrow = false;
    QLabel *m_title;
    QLabel *m_subtitle;
    QFrame *m_stepsBox;
    QFrame *m_asideBox;
    QVBoxLayout *m_steps;
    QStackedWidget *m_pages;
    QVBoxLayout *m_aside;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QLabel *m_blocker = nullptr;
};

} // namespace keyward::ui
