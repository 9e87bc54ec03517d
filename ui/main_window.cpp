// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/main_window.h"

#include "models/text.h"
#include "ui/dialogs/choice_dialog.h"
#include "ui/icons.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/workspace_view.h"
#include "ui/start/start_page.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MainWindow)
};

/// One more window of the same keystore.
class MoreWindow final : public QWidget
{
public:
    void shows(WorkspaceView &view) { m_view = &view; }
    WorkspaceView *view() const { return m_view; }

protected:
    void closeEvent(QCloseEvent *event) override { event->setAccepted(!m_view || m_view->mayClose()); }

private:
    QPointer<WorkspaceView> m_view;
};

} // namespace

using models::Session;

MainWindow::MainWindow(Session &session, Theme &theme, QString settingsFile)
    : m_session(session), m_theme(theme), m_settingsFile(std::move(settingsFile)), m_stack(new QStackedWidget(this)),
      m_start(new StartPage(session, m_stack)), m_status(new StatusBar(session, this))
{
    setObjectName(QStringLiteral("keyward"));
    setWindowTitle(Words::tr("Keyward"));
    setWindowIcon(brandIcon());
    setMinimumSize(720, 460);           // all of it is there on 1280 by 800 at one and a half times its size
    constexpr QSize decoration(16, 48); // about what the desktop draws around a window
    resize(QSize(1440, 900).boundedTo(screen()->availableGeometry().size() - decoration));
    const auto kept = QSettings(m_settingsFile, QSettings::IniFormat).value(QStringLiteral("geometry")).toByteArray();
    if (!kept.isEmpty()) restoreGeometry(kept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack->addWidget(m_start);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
    connect(&session, &Session::stageChanged, this, &MainWindow::follow);
    connect(&session, &Session::closing, this, [this] {
        for (auto *view : views()) view->keepWizard();
        m_status->watch(nullptr);
        closeOthers();
        m_stack->setCurrentWidget(m_start);
        delete std::exchange(m_view, nullptr);
    });
    qApp->installEventFilter(this);
    follow();
}

MainWindow::~MainWindow()
{
    closeOthers();
    delete m_view;
}

void MainWindow::follow()
{
    const bool open = m_session.stage() == Session::Stage::Open && m_session.workspace();
    if (open && !m_view) {
        m_view = new WorkspaceView(m_session, m_theme, m_settingsFile, m_stack);
        m_stack->addWidget(m_view);
        attach(*m_view);
        m_status->watch(m_session.workspace());
        m_stack->setCurrentWidget(m_view);
    }
}

void MainWindow::attach(WorkspaceView &view)
{
    connect(&view, &WorkspaceView::lockWanted, this, &MainWindow::lock);
    connect(&view, &WorkspaceView::leaving, this, &MainWindow::leaveFor);
    connect(&view, &WorkspaceView::windowWanted, this, &MainWindow::openAnother);
}

/// The same keystore once more, to look at two things at once; what is done in one is seen in all.
void MainWindow::openAnother(const std::vector<models::Place> &places)
{
    if (!m_session.workspace()) return;
    auto *window = new MoreWindow;
    window->setObjectName(QStringLiteral("keyward.more"));
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowIcon(brandIcon());
    window->setMinimumSize(minimumSize());
    auto *column = new QVBoxLayout(window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *view = new WorkspaceView(m_session, m_theme, m_settingsFile, window, places);
    window->shows(*view);
    auto *status = new StatusBar(m_session, window);
    status->watch(m_session.workspace());
    column->addWidget(view, 1);
    column->addWidget(status);
    attach(*view);
    const auto name = [this, window, view] {
        const auto about = models::titleOf(m_session.workspace()->estate(), view->navigation().places().back().target);
        window->setWindowTitle(about.isEmpty() ? Words::tr("Keyward") : Words::tr("%1 – Keyward").arg(about));
    };
    connect(&view->navigation(), &models::Navigation::changed, window, name);
    name();
    constexpr QPoint aside(36, 36);
    const auto room = screen()->availableGeometry();
    window->resize(size());
    const auto last = m_others.empty() || !m_others.back() ? pos() : m_others.back()->pos();
    const auto at = last + aside;
    window->move(room.contains(QRect(at, QSize(200, 200))) ? at : room.topLeft() + aside);
    window->show();
    std::erase_if(m_others, [](const auto &other) { return !other; });
    m_others.emplace_back(window);
}

void MainWindow::closeOthers()
{
    for (const auto &other : std::exchange(m_others, {})) delete other.data();
}

std::vector<WorkspaceView *> MainWindow::views() const
{
    std::vector<WorkspaceView *> out;
    if (m_view) out.push_back(m_view);
    for (const auto &other : m_others)
        if (auto *more = static_cast<MoreWindow *>(other.data()); more && more->view()) out.push_back(more->view());
    return out;
}

/// The one that somebody works in.
QWidget *MainWindow::asking()
{
    for (const auto &other : m_others)
        if (other && other->isActiveWindow()) return other;
    return this;
}

/// Before what is under way is given up, one is asked.
void MainWindow::leave(const QString &why, std::function<void()> then)
{
    if (!m_session.workspace() || !m_session.workspace()->errands().running()) return then();
    auto *dialog = new ChoiceDialog(
        QStringLiteral("cancelJobs"), why,
        Words::tr("A job is running. It is cancelled first; nothing is left half done, and it can be run again."),
        asking());
    dialog->add(QStringLiteral("go"), Words::tr("Cancel the job and go on"), Kind::Danger, std::move(then));
    dialog->open();
}

void MainWindow::lock()
{
    // Not from within a button that goes with the view.
    leave(Words::tr("Lock now?"),
          [this] { QMetaObject::invokeMethod(&m_session, &Session::lock, Qt::QueuedConnection); });
}

/// Another keystore instead of this one, which is closed for it.
void MainWindow::leaveFor(const QString &page, const QString &file)
{
    if (page == QLatin1String("open") && file.isEmpty()) return chooseAnother();
    const auto &facts = m_session.workspace()->facts();
    const auto store = facts && !m_session.sample() ? models::text(facts->file.string()) : QString();
    leave(Words::tr("Close this keystore?"), [this, page, file, store] {
        const auto next = [this, page, file, store] {
            m_session.lock();
            if (page == QLatin1String("sample"))
                m_session.openSample();
            else
                m_start->begin(page, file, store);
        };
        QMetaObject::invokeMethod(this, next, Qt::QueuedConnection); // not from within a button that goes with the view
    });
}

void MainWindow::chooseAnother()
{
    auto *dialog = new QFileDialog(asking(), Words::tr("Open another keystore"), QDir::homePath(),
                                   Words::tr("Keystores (*.keyward);;All files (*)"));
    dialog->setObjectName(QStringLiteral("chooseKeystore"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (m_session.workspace()) leaveFor(QStringLiteral("open"), file);
    });
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_session.workspace() && m_session.workspace()->errands().running()) {
        event->ignore();
        leave(Words::tr("Close Keyward?"), [this] {
            m_session.workspace()->errands().cancelAll();
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
        return;
    }
    for (auto *view : views()) {
        if (view->mayClose()) continue;
        view->window()->raise(); // where it asks
        view->window()->activateWindow();
        event->ignore();
        return;
    }
    for (auto *view : views()) view->keepWizard(); // one that is at work
    QSettings(m_settingsFile, QSettings::IniFormat).setValue(QStringLiteral("geometry"), saveGeometry());
    closeOthers();
    event->accept();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress ||
        event->type() == QEvent::MouseMove || event->type() == QEvent::Wheel)
        m_session.userIsThere();
    return QWidget::eventFilter(watched, event);
}

} // namespace keyward::ui
