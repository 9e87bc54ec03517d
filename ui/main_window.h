// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace keyward::ui {

class StartPage;
class StatusBar;
class Theme;
class WorkspaceView;

/// The window: the start pages, or an open keystore. More windows of that are its own: they close with it.
class MainWindow final : public QWidget
{
    Q_OBJECT
public:
    MainWindow(models::Session &session, Theme &theme, QString settingsFile);
    ~MainWindow() override;

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void openAnother(const std::vector<models::Place> &places);
    void attach(WorkspaceView &view);
    void closeOthers();
    void lock();
    void leaveFor(const QString &page, const QString &file);
    void chooseAnother();
    QWidget *asking();                          ///< the window that a question belongs to
    std::vector<WorkspaceView *> views() const; ///< of this window and the others
    void leave(const QString &why, std::function<void()> then);

    models::Session &m_session;
    Theme &m_theme;
    QString m_settingsFile;
    QStackedWidget *m_stack;
    StartPage *m_start;
    WorkspaceView *m_view = nullptr;
    StatusBar *m_status;
    std::vector<QPointer<QWidget>> m_others; ///< more windows of the keystore that is open
};

} // namespace keyward::ui
