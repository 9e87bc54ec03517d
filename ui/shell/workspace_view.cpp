// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/workspace_view.h"

#include "models/language.h"
#include "ui/dialogs/action_dialog.h"
#include "ui/dialogs/choice_dialog.h"
#include "ui/dialogs/help_dialog.h"
#include "ui/dialogs/own_dialog.h"
#include "ui/icons.h"
#include "ui/page.h"
#include "ui/shell/blade_row.h"
#include "ui/shell/estate_button.h"
#include "ui/shell/notices.h"
#include "ui/shell/rail.h"
#include "ui/shell/search_box.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace keyward::ui {

using namespace models;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WorkspaceView)
};

constexpr int narrowBelow = 1000; ///< the rail folds to its symbols

} // namespace

WorkspaceView::WorkspaceView(Session &session, Theme &theme, QString settingsFile, QWidget *parent,
                             const std::vector<Place> &begin)
    : QWidget(parent), m_session(session), m_theme(theme), m_settingsFile(std::move(settingsFile)),
      m_navigation(*session.workspace()), m_remembers(begin.empty())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTopBar());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_rail = new Rail(m_navigation, workspace(), this);
    m_stack = new QStackedWidget(this);
    m_blades = new BladeRow(m_navigation, *this, m_stack);
    m_stack->addWidget(m_blades);
    middle->addWidget(m_rail);
    middle->addWidget(m_stack, 1);
    column->addLayout(middle, 1);
    m_notices = new NoticePanel(workspace().notifications(), *this, this);
    m_toast = new Toast(workspace().notifications(), *this, this);
    connect(&m_navigation, &Navigation::changed, this, [this] {
        m_search->setHere(m_navigation.places().back().target);
        if (m_wizard) leaveWizard();
    });
    if (m_remembers) // of several windows, one
        connect(&workspace(), &Workspace::finished, this, [this](const QString &file) { openFile(file); });
    addShortcuts();
    m_navigation.reopen(m_remembers ? m_session.leftOpen() : begin);
    m_blades->setFocus();
}

WorkspaceView::~WorkspaceView()
{
    if (m_remembers) m_session.leaveOpen(m_navigation.places());
    delete m_wizardPage; // before what it shows
}

QWidget *WorkspaceView::buildTopBar()
{
    auto *bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("topBar"));
    bar->setFixedHeight(measure::topBar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(8);
    auto *brand = button(QStringLiteral("brand"), QStringLiteral(" Keyward"), Kind::Plain, bar);
    brand->setAccessibleName(Words::tr("Keyward, home"));
    brand->setFocusPolicy(Qt::TabFocus);
    brand->setIcon(brandIcon());
    brand->setIconSize({22, 22});
    connect(brand, &QPushButton::clicked, this, [this] { go({}, {}); });
    row->addWidget(brand);
    m_brandGap = new QWidget(bar);
    m_brandGap->setFixedWidth(84);
    row->addWidget(m_brandGap);
    m_search = new SearchBox(workspace(), this);
    connect(m_search, &SearchBox::chosen, this, &WorkspaceView::follow);
    row->addWidget(m_search, 3);
    row->addStretch(2);
    auto *estate = new EstateButton(m_session, *this, bar);
    connect(estate, &EstateButton::openWanted, this,
            [this](const QString &file) { Q_EMIT leaving(QStringLiteral("open"), file); });
    connect(estate, &EstateButton::lockWanted, this, &WorkspaceView::lockWanted);
    row->addWidget(estate);
    m_who = label(Words::tr("Signed in as %1").arg(text(workspace().actor().name)), fonts::body(), Tone::Muted, bar);
    row->addWidget(m_who);
    m_bell = button(QStringLiteral("notifications"), {}, Kind::Plain, bar);
    m_bell->setIcon(icon(QStringLiteral("notifications")));
    const auto refreshBell = [this] {
        const auto unseen = workspace().notifications().unseen();
        m_bell->setText(unseen ? QString::number(unseen) : QString());
        m_bell->setAccessibleName(unseen ? Words::tr("Notifications, %1 new").arg(unseen) : Words::tr("Notifications"));
        m_bell->setToolTip(m_bell->accessibleName());
    };
    connect(&workspace().notifications(), &Notifications::unseenChanged, m_bell, refreshBell);
    refreshBell();
    connect(m_bell, &QPushButton::clicked, this, [this] { m_notices->toggle(m_bell); });
    row->addWidget(m_bell);
    auto *settings = button(QStringLiteral("settings"), {}, Kind::Plain, bar);
    settings->setIcon(icon(QStringLiteral("configure")));
    settings->setAccessibleName(Words::tr("Settings"));
    settings->setToolTip(Words::tr("Light or dark, and when to lock"));
    connect(settings, &QPushButton::clicked, this, [this, settings] { settingsMenu(settings); });
    row->addWidget(settings);
    auto *lock = button(QStringLiteral("lock"), Words::tr("Lock"), Kind::Outline, bar);
    lock->setToolTip(Words::tr("Close the keystore (Ctrl+L)"));
    connect(lock, &QPushButton::clicked, this, &WorkspaceView::lockWanted);
    row->addWidget(lock);
    return bar;
}

void WorkspaceView::addShortcuts()
{
    const auto on = [this](const char *keys, auto act) {
        auto *shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on("Ctrl+K", [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    on("F1", [this] { showHelp(); });
    on("Ctrl+L", [this] { Q_EMIT lockWanted(); });
    on("Ctrl+Shift+N", [this] { Q_EMIT windowWanted(m_navigation.places()); });
    on("Ctrl+D", [this] {
        const auto &here = m_navigation.places().back().target;
        workspace().bookmarks().pin(here, !workspace().bookmarks().isPinned(here));
    });
    on("Alt+Left", [this] { m_navigation.back(); });
    on("Alt+Home", [this] { go({}, {}); });
    on("Escape", [this] {
        if (!m_wizard && m_navigation.places().size() > 1)
            m_navigation.close(static_cast<int>(m_navigation.places().size()) - 1);
    });
    on("Ctrl+F", [this] {
        for (auto *frame : m_blades->frames())
            if (auto *filter = frame->findChild<QLineEdit *>(QStringLiteral("filter")); filter && filter->isVisible())
                return filter->setFocus(Qt::ShortcutFocusReason);
    });
}

void WorkspaceView::settingsMenu(QWidget *below)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("settingsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto choice = [&](const QString &text, bool checked, auto act) {
        auto *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this, act);
    };
    choice(Words::tr("As the system"), m_theme.choice() == Theme::Choice::System,
           [this] { m_theme.choose(Theme::Choice::System); });
    choice(Words::tr("Light"), m_theme.choice() == Theme::Choice::Light,
           [this] { m_theme.choose(Theme::Choice::Light); });
    choice(Words::tr("Dark"), m_theme.choice() == Theme::Choice::Dark, [this] { m_theme.choose(Theme::Choice::Dark); });
    choice(Words::tr("High contrast"), m_theme.isContrast(), [this] { m_theme.chooseContrast(!m_theme.isContrast()); });
    addLanguages(menu);
    menu->addSeparator();
    for (const int minutes : {5, 10, 30, 60, 0})
        choice(minutes ? Words::tr("Lock after %1 minutes").arg(minutes) : Words::tr("Do not lock by itself"),
               m_session.lockAfterMinutes() == minutes, [this, minutes] { m_session.setLockAfterMinutes(minutes); });
    choice(Words::tr("Lock with the screen, and when the machine sleeps"), m_session.locksWithScreen(),
           [this] { m_session.setLocksWithScreen(!m_session.locksWithScreen()); });
    menu->addSeparator();
    connect(menu->addAction(Words::tr("New window (Ctrl+Shift+N)")), &QAction::triggered, this,
            [this] { Q_EMIT windowWanted(m_navigation.places()); });
    connect(menu->addAction(Words::tr("Help (F1)")), &QAction::triggered, this, &WorkspaceView::showHelp);
    menu->popup(below->mapToGlobal(QPoint(0, below->height() + 4)));
}

/// The words of blades and actions are made once; another language takes effect when the window is opened again.
void WorkspaceView::addLanguages(QMenu *menu)
{
    const auto known = languages();
    if (known.size() < 2) return;
    menu->addSeparator();
    const auto chosen = chosenLanguage(m_session.settingsFile());
    const auto add = [&](const QString &text, const QString &language) {
        auto *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen == language);
        connect(action, &QAction::triggered, this, [this, language, text] {
            chooseLanguage(m_session.settingsFile(), language);
            workspace().tell(State::Neutral, Words::tr("The window speaks %1 from its next start.").arg(text));
        });
    };
    add(Words::tr("The system's language"), {});
    for (const auto &language : known) add(ownName(language), language);
}

/// Of the page that was opened last.
void WorkspaceView::showHelp()
{
    if (const auto *shown = findChild<QDialog *>(QStringLiteral("dialog.help")); shown && shown->isVisible()) return;
    if (const auto *page = bladeById(m_navigation.places().back().blade)) (new HelpDialog(*page, this))->open();
}

void WorkspaceView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_rail->setNarrow(width() < narrowBelow);
    m_brandGap->setVisible(width() >= narrowBelow);
    m_who->setVisible(width() >= narrowBelow);
    if (m_toast->isVisible()) m_toast->place();
}

void WorkspaceView::follow(const Hit &hit)
{
    if (!hit.action.isEmpty())
        start(hit.action, hit.target);
    else
        go(hit.target, hit.blade);
}

void WorkspaceView::startWith(const QString &id, const Target &target, const QString &file)
{
    const auto *record = actionById(id);
    if (!record) return;
    const auto state = stateOf(*record, {workspace(), workspace().moment(), target});
    if (!state.supported) return;
    if (!state.enabled) return workspace().tell(State::Warning, state.why.reason, state.why.remedy, target);
    if (!record->leaves.isEmpty()) return Q_EMIT leaving(record->leaves, text(target.name));
    if (!record->wizard.isEmpty()) return openWizard(record->wizard, target);
    if (!record->dialog.isEmpty()) return openOwnDialog(*record, {target, file});
    auto draft = std::make_unique<ActionDraft>(*record, workspace(), target);
    draft->take(file);
    if (record->fields || record->previews) return openDialog(std::move(draft), id);
    doOrAsk(std::move(draft), id);
}

void WorkspaceView::startMany(const QString &id, const std::vector<Target> &given)
{
    constexpr std::size_t most = 500; // more than one can look at before it is done
    const auto *record = actionById(id);
    if (!record) return;
    auto ofItsKind = given;
    std::erase_if(ofItsKind, [&](const Target &one) { return one.scope != record->scope; });
    if (ofItsKind.size() > most)
        return workspace().tell(State::Warning,
                                Words::tr("%1 are selected; at most %2 at once.")
                                    .arg(models::number(ofItsKind.size()), models::number(most)),
                                Words::tr("Narrow the list with the filter, or select fewer."));
    std::vector<Target> targets; // each once
    for (const auto &one : ofItsKind)
        if (!std::ranges::contains(targets, one)) targets.push_back(one);
    if (targets.empty()) return;
    if (targets.size() == 1) return start(id, targets.front());
    if (!forMany(*record)) return;
    openDialog(std::make_unique<ActionDraft>(*record, workspace(), targets),
               id); // never without a look at what it does
}

/// Nothing to fill in: done at once, unless what it would do needs a word first.
void WorkspaceView::doOrAsk(std::unique_ptr<ActionDraft> draft, const QString &id)
{
    auto *waiting = draft.release();
    waiting->setParent(this);
    const auto decide = [this, waiting, id] {
        if (waiting->impact().pending()) return;
        disconnect(waiting, &ActionDraft::changed, this, nullptr);
        if (waiting->asksForMore()) {
            waiting->setParent(nullptr);
            return openDialog(std::unique_ptr<ActionDraft>(waiting), id);
        }
        connect(waiting, &ActionDraft::done, waiting, &QObject::deleteLater);
        connect(waiting, &ActionDraft::changed, this, [this, waiting] {
            if (waiting->failure().empty()) return;
            workspace().tell(State::Lost, waiting->failure().reason, waiting->failure().remedy, waiting->target());
            waiting->deleteLater();
        });
        waiting->commit();
    };
    connect(waiting, &ActionDraft::changed, this, decide);
    decide();
}

void WorkspaceView::fix(const QString &title, const std::vector<estate::Action> &actions, const Target &target)
{
    openDialog(std::make_unique<ActionDraft>(title, actions, workspace(), target), QStringLiteral("fix"));
}

void WorkspaceView::openDialog(std::unique_ptr<ActionDraft> draft, const QString &name)
{
    auto *dialog = new ActionDialog(std::move(draft), *this, name, this);
    dialog->open();
}

void WorkspaceView::openOwnDialog(const ActionRecord &record, const DialogRequest &request)
{
    for (const auto *one : DialogOf::all())
        if (one->dialog == record.dialog) one->make(*this, request, record.id, this)->open();
}

void WorkspaceView::openWizard(const QString &id, const Target &target)
{
    const auto *record = wizardById(id);
    if (!record) return;
    closeWizard();
    m_wizard = record->make(workspace(), target);
    for (const auto *page : WizardPageOf::all())
        if (page->wizard == id) m_wizardPage = page->make(*m_wizard, *this, m_stack);
    m_stack->addWidget(m_wizardPage);
    m_stack->setCurrentWidget(m_wizardPage);
    m_wizardPage->setFocusPolicy(Qt::ClickFocus);
    m_wizardPage->setAccessibleName(m_wizard->title());
    m_wizardPage->setFocus();
    m_toast->setLeft(true);
    if (m_toast->isVisible()) m_toast->place();
}

void WorkspaceView::closeWizard()
{
    if (!m_wizard) return;
    m_stack->setCurrentWidget(m_blades);
    m_toast->setLeft(false);
    m_blades->setFocus();
    if (m_toast->isVisible()) m_toast->place();
    auto *page = std::exchange(m_wizardPage, nullptr);
    page->hide();
    // The page goes when nobody is inside one of its slots any more, and its draft with it.
    auto draft = std::shared_ptr<WizardDraft>(std::move(m_wizard));
    connect(page, &QObject::destroyed, this, [draft] {});
    page->deleteLater();
}

void WorkspaceView::leaveWizard()
{
    if (!m_wizard || m_wizard->committing()) return;
    if (m_wizard->dirty())
        askBeforeLeaving(false);
    else
        closeWizard();
}

bool WorkspaceView::mayClose()
{
    if (!m_wizard || !m_wizard->dirty() || m_wizard->committing()) return true;
    askBeforeLeaving(true);
    return false;
}

void WorkspaceView::keepWizard()
{
    if (m_wizard && (m_wizard->dirty() || m_wizard->committing())) m_wizard->save();
}

void WorkspaceView::askBeforeLeaving(bool closing)
{
    const auto *asked = findChild<QDialog *>(QStringLiteral("dialog.leaveWizard"));
    if (asked && asked->isVisible()) return;
    auto *dialog = new ChoiceDialog(
        QStringLiteral("leaveWizard"), Words::tr("Leave the wizard?"),
        m_wizard->standing() + QLatin1Char(' ') +
            (m_wizard->target().scope == models::Scope::Resource
                 ? Words::tr("What you chose can be kept and continued later from the resource's Encryption page.")
                 : Words::tr("What you chose can be kept and continued later from the home page.")),
        this);
    const auto leave = [this, closing] {
        if (closing) QMetaObject::invokeMethod(window(), &QWidget::close, Qt::QueuedConnection);
    };
    dialog->add(QStringLiteral("discard"), Words::tr("Discard"), Kind::Outline, [this, leave] {
        closeWizard();
        leave();
    });
    dialog->add(QStringLiteral("save"), Words::tr("Save and continue later"), Kind::Primary, [this, leave] {
        connect(m_wizard.get(), &WizardDraft::saved, this, leave, Qt::SingleShotConnection);
        m_wizard->save();
    });
    dialog->open();
}

void WorkspaceView::openBeside(int place, const Target &target, const QString &blade)
{
    m_navigation.openBeside(place, target, blade);
}

void WorkspaceView::go(const Target &target, const QString &blade)
{
    if (target.scope == Scope::Estate)
        m_navigation.go(Place{blade.isEmpty() ? bladesOf(workspace().estate(), {}).front()->id : blade, {}});
    else
        m_navigation.go(target, blade);
}

void WorkspaceView::openWindow(const Target &target) { Q_EMIT windowWanted(m_navigation.placesOf(target)); }

void WorkspaceView::made(const Target &target)
{
    if (m_wizard)
        m_wizard->takeUp(target);
    else
        go(target, {});
}

void WorkspaceView::openFile(const QString &file) { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); }

void WorkspaceView::copyText(const QString &what)
{
    QApplication::clipboard()->setText(what);
    workspace().tell(State::Neutral, Words::tr("Copied."), what);
}

} // namespace keyward::ui
