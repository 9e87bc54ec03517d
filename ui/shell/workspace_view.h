// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action_draft.h"
#include "models/navigation.h"
#include "models/search.h"
#include "models/session.h"
#include "models/wizards/wizard_draft.h"
#include "ui/host.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace keyward::ui {

class BladeRow;
struct DialogRequest;
class NoticePanel;
class Rail;
class SearchBox;
class Theme;
class Toast;

/// The window while a keystore is open: top bar, rail, blades or a wizard.
class WorkspaceView final : public QWidget, public Host
{
    Q_OBJECT
public:
    /// 'begin': another window, which shows this first and leaves what was open to the first one.
    WorkspaceView(models::Session &session, Theme &theme, QString settingsFile, QWidget *parent = nullptr,
                  const std::vector<models::Place> &begin = {});
    ~WorkspaceView() override;
    models::Navigation &navigation() { return m_navigation; }
    /// Asks first, where a wizard would be lost, and closes the window once that was answered; what a wizard is doing
    /// goes on.
    bool mayClose();
    void keepWizard(); ///< what stands in an unfinished one, to be continued later: nobody can be asked

Q_SIGNALS:
    void lockWanted();
    void windowWanted(const std::vector<keyward::models::Place> &places); ///< one more, of the same keystore
    void leaving(const QString &page, const QString &file); ///< for another keystore: as ActionRecord::leaves says

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildTopBar();
    void addShortcuts();
    void settingsMenu(QWidget *below);
    void addLanguages(QMenu *menu);
    void showHelp();
    void follow(const models::Hit &hit);
    void openWizard(const QString &id, const models::Target &target);
    void closeWizard();
    void askBeforeLeaving(bool closing);
    void openOwnDialog(const models::ActionRecord &record, const DialogRequest &request);
    void openDialog(std::unique_ptr<models::ActionDraft> draft, const QString &name);
    void doOrAsk(std::unique_ptr<models::ActionDraft> draft, const QString &id);

    models::Workspace &workspace() override { return *m_session.workspace(); }
    const QString &settingsFile() const override { return m_settingsFile; }
    void start(const QString &action, const models::Target &target) override { startWith(action, target, {}); }
    void startWith(const QString &action, const models::Target &target, const QString &file) override;
    void startMany(const QString &action, const std::vector<models::Target> &targets) override;
    void fix(const QString &title, const std::vector<estate::Action> &actions, const models::Target &target) override;
    void openBeside(int place, const models::Target &target, const QString &blade) override;
    void go(const models::Target &target, const QString &blade) override;
    void openWindow(const models::Target &target) override;
    void made(const models::Target &target) override;
    void leaveWizard() override;
    void openFile(const QString &file) override;
    void copyText(const QString &text) override;

    models::Session &m_session;
    Theme &m_theme;
    QString m_settingsFile;
    models::Navigation m_navigation;
    bool m_remembers;
    SearchBox *m_search = nullptr;
    QWidget *m_brandGap = nullptr;
    QWidget *m_who = nullptr;
    QPushButton *m_bell = nullptr;
    Rail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    BladeRow *m_blades = nullptr;
    NoticePanel *m_notices = nullptr;
    Toast *m_toast = nullptr;
    std::unique_ptr<models::WizardDraft> m_wizard;
    QWidget *m_wizardPage = nullptr;
};

} // namespace keyward::ui
