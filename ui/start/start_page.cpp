// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/start/start_page.h"

#include "ui/start/restore_page.h"
#include "ui/start/start_support.h"

#include "models/text.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/secret_edit.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace keyward::ui {

using models::Session;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StartPage)
};

class BrandMark final : public QWidget
{
public:
    explicit BrandMark(QWidget *parent) : QWidget(parent) { setFixedSize(28, 28); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        brandIcon().paint(&painter, rect());
    }
};

} // namespace

StartPage::StartPage(Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("start"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *inside = new QWidget(this);
    m_scroll = scrolling(inside, this); // a small screen has no room for the longest of the forms
    whole->addWidget(m_scroll);
    auto *outer = new QVBoxLayout(inside);
    outer->addStretch(2);
    auto *brand = new QWidget(inside);
    auto *row = new QHBoxLayout(brand);
    row->setContentsMargins(0, 0, 0, 8);
    row->setSpacing(10);
    auto *mark = new BrandMark(brand);
    auto font = fonts::title();
    font.setWeight(QFont::Bold);
    row->addStretch();
    row->addWidget(mark);
    row->addWidget(label(Words::tr("Keyward"), font, Tone::Normal, brand));
    row->addStretch();
    outer->addWidget(brand);
    auto *card = frame("card", inside);
    card->setFixedWidth(cardWidth);
    m_pages = new QVBoxLayout(card); // as high as the one page that is shown
    m_pages->setContentsMargins(0, 0, 0, 0);
    auto *across = new QHBoxLayout; // gives the card its own width to be as high as its words need
    across->addStretch();
    across->addWidget(card);
    across->addStretch();
    outer->addLayout(across);
    outer->addStretch(3);
    m_asked = m_session.recent().isEmpty() ? Welcome : Unlock;
    connect(&session, &Session::stageChanged, this, &StartPage::follow);
    connect(&session, &Session::failed, this, &StartPage::follow);
    follow();
}

/// Pages are built when they are first shown: the first window must not wait for those that may never be.
QWidget *StartPage::ensure(Page page)
{
    static constexpr QWidget *(StartPage::*builders[])() = {&StartPage::buildWelcome, &StartPage::buildUnlock,
                                                            &StartPage::buildCreate,  &StartPage::buildRecovery,
                                                            &StartPage::buildBusy,    &StartPage::buildRestore};
    auto *&built = m_built[page];
    if (!built) {
        built = (this->*builders[page])();
        built->hide();
        m_pages->addWidget(built);
    }
    return built;
}

void StartPage::drop(Page page)
{
    auto *gone = std::exchange(m_built[page], nullptr);
    if (!gone) return;
    if (m_shown == gone) m_shown = nullptr;
    gone->hide();
    gone->deleteLater(); // perhaps from within one of its buttons
}

void StartPage::begin(const QString &page, const QString &file, const QString &store)
{
    if (page == QLatin1String("create")) return go(Create);
    if (page == QLatin1String("restore")) return restore(file, store);
    ensure(Unlock);
    if (!file.isEmpty()) m_file->setText(file);
    go(Unlock);
}

void StartPage::restore(const QString &copy, const QString &store)
{
    m_copy = copy;
    m_store = store;
    drop(Restore);
    go(Restore);
}

void StartPage::go(Page page)
{
    m_asked = page;
    m_session.clearFailure();
    follow();
}

void StartPage::follow()
{
    const auto &failure = m_session.failure();
    const auto words = failure.whole();
    auto page = m_asked;
    switch (m_session.stage()) {
    case Session::Stage::Busy:
        ensure(Busy);
        m_busy->setText(m_session.busyText());
        page = Busy;
        break;
    case Session::Stage::RecoveryKey: page = Recovery; break;
    case Session::Stage::Open: m_asked = Unlock; break; // what to show once it is locked again
    case Session::Stage::Start: break;
    }
    if (page != Recovery) drop(Recovery);
    if (page != Restore && page != Busy) drop(Restore);
    auto *shown = ensure(page);
    for (auto *error : {m_unlockError, m_createError}) {
        if (!error) continue;
        error->setText(breakable(words));
        error->setVisible(!words.isEmpty());
    }
    if (m_rolledBack) m_rolledBack->setVisible(!m_session.rolledBack().isEmpty());
    if (page == Unlock) fillRecent();
    const bool turned = m_shown != shown;
    if (m_shown && turned) m_shown->hide();
    m_shown = shown;
    shown->show();
    if (!turned && words.isEmpty()) return;
    if (page == Unlock) m_secret->setFocus();
    if (page == Create) (m_newFile->text().isEmpty() ? static_cast<QWidget *>(m_newFile) : m_passphrase)->setFocus();
    if (page == Recovery || page == Restore) shown->setFocus();
}

/// The other ways in, under the form.
QWidget *StartPage::ways(QWidget *parent, bool create)
{
    auto *box = frame("footLine", parent);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 12, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    const auto add = [&](const char *name, const QString &text, auto act) {
        auto *one = button(QString::fromLatin1(name), text, Kind::Link, box);
        connect(one, &QPushButton::clicked, this, act);
        const auto at = grid->count();
        grid->addWidget(one, at / 2, at % 2, Qt::AlignLeft);
    };
    if (create) add("start.create", Words::tr("Create a keystore"), [this] { go(Create); });
    add("start.open", Words::tr("Open another file…"), [this] { chooseFile(); });
    add("start.sample", Words::tr("Try a sample estate"), [this] { m_session.openSample(); });
    add("start.restore", Words::tr("Put a copy back…"), [this] { restore({}, m_file ? m_file->text() : QString()); });
    return box;
}

QWidget *StartPage::buildWelcome()
{
    auto *page = new QWidget(this);
    auto *column = cardColumn(
        page, Words::tr("Your keys, in your hands"),
        Words::tr("Keyward keeps vaults, keys and what they protect in one sealed file on this machine, shows the "
                  "consequences before anything is done, and proves afterwards what was done."));
    auto *make = button(QStringLiteral("welcome.create"), Words::tr("Create a keystore"), Kind::Primary, page);
    connect(make, &QPushButton::clicked, this, [this] { go(Create); });
    column->addWidget(make);
    auto *open = button(QStringLiteral("welcome.open"), Words::tr("Open a keystore…"), Kind::Outline, page);
    connect(open, &QPushButton::clicked, this, [this] { chooseFile(); });
    column->addWidget(open);
    auto *sample = button(QStringLiteral("welcome.sample"), Words::tr("Try a sample estate"), Kind::Outline, page);
    connect(sample, &QPushButton::clicked, this, [this] { m_session.openSample(); });
    column->addWidget(sample);
    auto *back =
        button(QStringLiteral("welcome.restore"), Words::tr("Put a copy of a keystore back…"), Kind::Link, page);
    connect(back, &QPushButton::clicked, this, [this] { restore({}, {}); });
    column->addWidget(back, 0, Qt::AlignLeft);
    auto *note =
        wrapped(Words::tr("The sample is made with real keys and a real backup, and thrown away when you close it."),
                Tone::Muted, page);
    note->setFont(fonts::small());
    column->addWidget(note);
    return page;
}

QWidget *StartPage::buildUnlock()
{
    auto *page = new QWidget(this);
    auto *column = cardColumn(page, Words::tr("Unlock"), {});
    m_file = new QLineEdit(page);
    m_file->setObjectName(QStringLiteral("unlock.file"));
    m_file->setAccessibleName(Words::tr("Keystore file"));
    named(column, Words::tr("Keystore"), m_file);
    m_secret = new SecretEdit(QStringLiteral("unlock.secret"), Words::tr("Passphrase or recovery key"), page);
    named(column, Words::tr("Passphrase or recovery key"), m_secret);
    column->addWidget(capsHint(m_secret));
    m_unlockError = wrapped({}, Tone::Error, page);
    m_unlockError->setObjectName(QStringLiteral("unlock.error"));
    column->addWidget(m_unlockError);
    m_rolledBack =
        button(QStringLiteral("unlock.rolledBack"), Words::tr("Put this older copy back…"), Kind::Outline, page);
    connect(m_rolledBack, &QPushButton::clicked, this,
            [this] { restore(m_session.rolledBack(), m_session.rolledBack()); });
    m_rolledBack->hide();
    column->addWidget(m_rolledBack, 0, Qt::AlignLeft);
    m_unlock = button(QStringLiteral("unlock.do"), Words::tr("Unlock"), Kind::Primary, page);
    m_unlock->setEnabled(false);
    const auto judge = [this] {
        m_unlock->setEnabled(!m_secret->draft().empty() && !m_file->text().trimmed().isEmpty());
    };
    connect(m_secret, &SecretEdit::edited, this, judge);
    connect(m_file, &QLineEdit::textChanged, this, judge);
    connect(m_secret, &SecretEdit::returnPressed, m_unlock, &QPushButton::click);
    connect(m_unlock, &QPushButton::clicked, this, &StartPage::unlock);
    column->addWidget(m_unlock);
    auto *keyring =
        button(QStringLiteral("unlock.keyring"), Words::tr("Unlock with the system keyring"), Kind::Link, page);
    keyring->setToolTip(Words::tr("Where it was enabled on the Keystore page"));
    connect(keyring, &QPushButton::clicked, this, [this] {
        m_asked = Unlock;
        m_session.openByKeyring(m_file->text());
    });
    column->addWidget(keyring, 0, Qt::AlignLeft);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    column->addLayout(m_recent);
    column->addWidget(ways(page, true));
    return page;
}

void StartPage::fillRecent()
{
    const auto recent = m_session.recent();
    if (m_file->text().isEmpty() && !recent.isEmpty()) m_file->setText(recent.front());
    clear(m_recent);
    if (recent.size() < 2) return;
    m_recent->addWidget(label(Words::tr("Recent"), fonts::small(), Tone::Muted, this));
    for (const auto &file : recent) {
        auto *one = button(QStringLiteral("recent.") + QFileInfo(file).fileName(), QFileInfo(file).fileName(),
                           Kind::Link, this);
        one->setToolTip(file);
        connect(one, &QPushButton::clicked, this, [this, file] {
            m_file->setText(file);
            m_secret->setFocus();
        });
        m_recent->addWidget(one, 0, Qt::AlignLeft);
    }
}

void StartPage::chooseFile()
{
    ensure(Unlock);
    auto *dialog = new QFileDialog(this, Words::tr("Open a keystore"), QDir::homePath(),
                                   Words::tr("Keystores (*.keyward);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(file);
        go(Unlock);
    });
    dialog->open();
}

void StartPage::unlock()
{
    m_asked = Unlock;
    m_session.open(m_file->text(), m_secret->draft());
    m_secret->empty();
}

QWidget *StartPage::buildRestore()
{
    auto *page = new RestorePage(m_session.restoring(m_copy, m_store), this);
    connect(page, &RestorePage::left, this, [this] { go(m_session.recent().isEmpty() ? Welcome : Unlock); });
    connect(page, &RestorePage::openWanted, this, [this](const models::RestoreDraft &restored) {
        ensure(Unlock);
        m_file->setText(restored.store());
        m_asked = Unlock; // where it is said if it does not open
        m_session.openRestored(restored);
    });
    return page;
}

QWidget *StartPage::buildBusy()
{
    auto *page = new QWidget(this);
    auto *column = cardColumn(page, Words::tr("One moment"), {});
    m_busy = wrapped({}, Tone::Muted, page);
    column->addWidget(m_busy);
    auto *bar = new QProgressBar(page);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(Words::tr("Working"));
    column->addWidget(bar);
    return page;
}

} // namespace keyward::ui
