// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action.h"
#include "models/navigation.h"
#include "ui/page.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QVBoxLayout;

namespace keyward::ui {

class ChipLabel;
class CommandBar;
class ElidedLabel;

/// Kinds of things whose blades are tabs beside each other rather than entries in the rail.
bool tabbed(models::Scope scope);

/// One blade: breadcrumb, title, state, tabs where its kind has them, commands, and a page.
class BladeFrame final : public QFrame
{
    Q_OBJECT
public:
    ~BladeFrame() override;
    BladeFrame(models::Place place, int at, models::Navigation &navigation, Host &host, QWidget *parent);
    const models::Place &place() const { return m_place; }
    Page *page() const { return m_page; }
    void show(const models::Place &place); ///< another blade of the same thing

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    const models::ActionRecord *takesFile() const; ///< the action that a file dropped here starts; null: none
    QWidget *buildHead();
    void buildTabs();
    void build();
    void dropPage();
    void refreshHead();
    void refreshPin();
    models::Workspace &workspace() const { return m_host.workspace(); }

    models::Place m_place;
    int m_at;
    models::Navigation &m_navigation;
    Host &m_host;
    std::unique_ptr<models::Presenter> m_presenter;
    QVBoxLayout *m_column;
    QWidget *m_head;
    QHBoxLayout *m_crumbs;
    ElidedLabel *m_title;
    ChipLabel *m_chip;
    QPushButton *m_pin;
    QLabel *m_subtitle;
    QFrame *m_tabs;
    CommandBar *m_commands = nullptr;
    Page *m_page = nullptr;
};

} // namespace keyward::ui
