// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/start/restore_page.h"

#include "ui/start/start_support.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/secret_edit.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

namespace keyward::ui {

using models::RestoreDraft;
using Stage = RestoreDraft::Stage;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RestorePage)
};

constexpr qsizetype mostListed = 12;

QVBoxLayout *bare(QWidget *box)
{
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    return column;
}

} // namespace

RestorePage::RestorePage(std::unique_ptr<RestoreDraft> draft, QWidget *parent)
    : QWidget(parent), m_draft(std::move(draft)), m_asking(new QWidget(this)), m_told(new QWidget(this)),
      m_busy(new QWidget(this))
{
    const bool inPlace = m_draft->inPlace();
    auto *column = cardColumn(
        this, inPlace ? Words::tr("Put this older copy back") : Words::tr("Put a copy back"),
        inPlace ? Words::tr("The file is older than the keystore that was last seen here. If that is meant, it is "
                            "taken as it is, and its log says so from now on.")
                : Words::tr("Puts a copy in the place of a keystore. What it brings back is shown first; the keystore "
                            "that is there is kept beside it, never overwritten."));
    column->addWidget(m_asking);
    column->addWidget(m_told);
    auto *waiting = bare(m_busy);
    auto *bar = new QProgressBar(m_busy);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(Words::tr("Working"));
    waiting->addWidget(wrapped(Words::tr("Every record and the whole log are checked"), Tone::Muted, m_busy));
    waiting->addWidget(bar);
    column->addWidget(m_busy);
    bare(m_asking)->addWidget(buildAsking());
    bare(m_told)->addWidget(buildTold());
    m_back = button(QStringLiteral("restore.back"), Words::tr("Back"), Kind::Link, this);
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_draft->stage() == Stage::Known)
            m_draft->askAgain();
        else
            Q_EMIT left();
    });
    column->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_draft.get(), &RestoreDraft::changed, this, &RestorePage::refresh);
    setFocusProxy(m_secret);
    refresh();
}

QWidget *RestorePage::pathRow(const char *name, const QString &title, const QString &value,
                              void (RestoreDraft::*set)(const QString &))
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *edit = new QLineEdit(value, box);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(title);
    connect(edit, &QLineEdit::textChanged, this, [this, set](const QString &file) {
        (m_draft.get()->*set)(file.trimmed());
        judge();
    });
    auto *browse =
        button(QString::fromLatin1(name) + QStringLiteral(".browse"), Words::tr("Browse…"), Kind::Outline, box);
    browse->setAccessibleName(Words::tr("Browse: %1").arg(title));
    connect(browse, &QPushButton::clicked, this, [this, edit, title] {
        auto *dialog = new QFileDialog(this, title, edit->text().isEmpty() ? QDir::homePath() : edit->text(),
                                       Words::tr("Keystores (*.keyward);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::AnyFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    row->addWidget(edit, 1);
    row->addWidget(browse);
    return box;
}

QWidget *RestorePage::buildAsking()
{
    auto *box = new QWidget(this);
    auto *column = bare(box);
    if (!m_draft->inPlace()) {
        named(column, Words::tr("Copy"),
              pathRow("restore.copy", Words::tr("Copy"), m_draft->copy(), &RestoreDraft::setCopy));
        named(column, Words::tr("Put back as"),
              pathRow("restore.store", Words::tr("Put back as"), m_draft->store(), &RestoreDraft::setStore));
    } else {
        auto *file = wrapped(breakable(m_draft->store()), Tone::Normal, box);
        file->setFont(fonts::mono());
        column->addWidget(file);
    }
    m_secret = new SecretEdit(QStringLiteral("restore.secret"), Words::tr("Passphrase or recovery key"), box);
    named(column, Words::tr("Passphrase or recovery key of the copy"), m_secret);
    column->addWidget(capsHint(m_secret));
    m_askError = wrapped({}, Tone::Error, box);
    m_askError->setObjectName(QStringLiteral("restore.error"));
    column->addWidget(m_askError);
    m_look = button(QStringLiteral("restore.look"), Words::tr("Show what it brings back"), Kind::Primary, box);
    connect(m_secret, &SecretEdit::edited, this, &RestorePage::judge);
    connect(m_secret, &SecretEdit::returnPressed, m_look, &QPushButton::click);
    connect(m_look, &QPushButton::clicked, this, [this] {
        m_draft->look(m_secret->draft());
        m_secret->empty();
    });
    column->addWidget(m_look);
    return box;
}

QWidget *RestorePage::buildTold()
{
    auto *box = new QWidget(this);
    auto *column = bare(box);
    m_words = new QVBoxLayout;
    m_words->setSpacing(6);
    column->addLayout(m_words);
    m_toldError = wrapped({}, Tone::Error, box);
    m_toldError->setObjectName(QStringLiteral("restore.failure"));
    column->addWidget(m_toldError);
    m_do = button(QStringLiteral("restore.do"), Words::tr("Put the copy back"), Kind::Primary, box);
    connect(m_do, &QPushButton::clicked, this, [this] {
        if (m_draft->stage() == Stage::Done)
            Q_EMIT openWanted(*m_draft);
        else
            m_draft->putBack();
    });
    column->addWidget(m_do);
    return box;
}

void RestorePage::judge()
{
    const auto blocker = m_draft->blocker(m_secret->draft());
    m_look->setEnabled(blocker.isEmpty());
    m_look->setToolTip(blocker);
}

void RestorePage::fillTold()
{
    clear(m_words);
    const bool done = m_draft->stage() == Stage::Done;
    if (done) {
        auto *words = wrapped(Words::tr("The copy was put back. Its log says so."), Tone::Normal, m_told);
        words->setObjectName(QStringLiteral("restore.done"));
        m_words->addWidget(words);
        if (!m_draft->setAside().isEmpty()) {
            auto *aside =
                wrapped(breakable(Words::tr("What was there is now %1").arg(m_draft->setAside())), Tone::Muted, m_told);
            aside->setObjectName(QStringLiteral("restore.aside"));
            m_words->addWidget(aside);
        }
        return;
    }
    for (const auto &sentence : m_draft->consequences()) m_words->addWidget(wrapped(sentence, Tone::Muted, m_told));
    for (const auto &[title, items] : m_draft->brought()) {
        auto *head = wrapped(title, Tone::Normal, m_told);
        head->setFont(fonts::strong());
        m_words->addWidget(head);
        for (const auto &item : items.first(std::min(items.size(), mostListed)))
            m_words->addWidget(wrapped(breakable(item), Tone::Muted, m_told));
        if (items.size() > mostListed)
            m_words->addWidget(wrapped(Words::tr("… and %n more, all named in its log afterwards", nullptr,
                                                 static_cast<int>(items.size() - mostListed)),
                                       Tone::Muted, m_told));
    }
}

void RestorePage::refresh()
{
    const auto stage = m_draft->stage();
    const bool told = stage == Stage::Known || stage == Stage::Done;
    const auto words = breakable(m_draft->failure().whole());
    m_asking->setVisible(stage == Stage::Asking);
    m_told->setVisible(told);
    m_busy->setVisible(stage == Stage::Looking || stage == Stage::Working);
    m_back->setVisible(stage == Stage::Asking || told);
    for (auto *error : {m_askError, m_toldError}) {
        error->setText(words);
        error->setVisible(!words.isEmpty());
    }
    if (told) fillTold();
    m_do->setText(stage == Stage::Done ? Words::tr("Open it") : Words::tr("Put the copy back"));
    judge();
    if (stage == Stage::Asking) m_secret->setFocus();
    if (told) (stage == Stage::Done ? m_do : m_back)->setFocus();
}

} // namespace keyward::ui
