// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Creating a keystore, and its recovery key.

#include "ui/start/start_page.h"

#include "ui/start/start_support.h"
#include "ui/widgets/recovery_view.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>

namespace keyward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CreatePages)
};

} // namespace

QWidget *StartPage::buildCreate()
{
    auto *page = new QWidget(this);
    auto *column = cardColumn(
        page, Words::tr("Create a keystore"),
        Words::tr("One sealed file. Only your passphrase, or the recovery key you are shown next, opens it."));
    m_newFile = new QLineEdit(QDir::homePath() + QStringLiteral("/keys.keyward"), page);
    m_newFile->setObjectName(QStringLiteral("create.file"));
    m_newFile->setAccessibleName(Words::tr("New file"));
    named(column, Words::tr("New file"), m_newFile);
    m_typed = std::make_shared<models::TypedSecret>();
    m_passphrase = new NewSecretEdit(QStringLiteral("create"), m_typed, page);
    named(column, Words::tr("Passphrase"), m_passphrase);
    m_createError = wrapped({}, Tone::Error, page);
    m_createError->setObjectName(QStringLiteral("create.error"));
    column->addWidget(m_createError);
    m_create = button(QStringLiteral("create.do"), Words::tr("Create"), Kind::Primary, page);
    connect(m_create, &QPushButton::clicked, this, &StartPage::create);
    connect(m_passphrase, &NewSecretEdit::returnPressed, m_create, &QPushButton::click);
    connect(m_passphrase, &NewSecretEdit::edited, this, &StartPage::judgeCreate);
    connect(m_newFile, &QLineEdit::textChanged, this, &StartPage::judgeCreate);
    column->addWidget(m_create);
    auto *back = button(QStringLiteral("create.back"), Words::tr("Back"), Kind::Link, page);
    connect(back, &QPushButton::clicked, this, [this] { go(m_session.recent().isEmpty() ? Welcome : Unlock); });
    column->addWidget(back, 0, Qt::AlignLeft);
    judgeCreate();
    return page;
}

void StartPage::judgeCreate()
{
    const auto &[secret, again] = *m_typed;
    QString blocker;
    if (QFileInfo::exists(m_newFile->text()))
        blocker = Words::tr("This file exists already and is not overwritten.");
    else if (!m_newFile->text().trimmed().isEmpty() && !QFileInfo(m_newFile->text()).dir().exists())
        blocker = Words::tr("There is no folder %1.").arg(QFileInfo(m_newFile->text()).dir().path());
    else
        blocker = models::newSecretError(*m_typed);
    m_createError->setText(breakable(blocker));
    m_createError->setVisible(!blocker.isEmpty());
    m_create->setEnabled(blocker.isEmpty() && !secret.empty() && !again.empty() &&
                         !m_newFile->text().trimmed().isEmpty());
    m_create->setToolTip(blocker);
}

void StartPage::create()
{
    if (!m_create->isEnabled()) return;
    m_asked = Create;
    m_session.create(m_newFile->text().trimmed(), m_typed->secret, true);
    m_passphrase->empty();
}

QWidget *StartPage::buildRecovery()
{
    auto *page = new QWidget(this);
    auto *column = cardColumn(page, Words::tr("Your recovery key"),
                              Words::tr("The second way in, should the passphrase be forgotten. It is shown only "
                                        "now. Write it down, or save it, and keep it away from this machine."));
    const auto sheet = m_session.recoverySheet();
    column->addWidget(new RecoveryView(sheet, page));
    auto *confirm = button(QStringLiteral("recovery.confirm"), Words::tr("I have kept it"), Kind::Primary, page);
    connect(confirm, &QPushButton::clicked, this, [this] { m_session.confirmRecoveryKey(); });
    const auto judge = [confirm, sheet] { confirm->setEnabled(sheet->confirmed()); };
    connect(sheet.get(), &models::RecoverySheet::changed, confirm, judge);
    judge();
    column->addWidget(confirm);
    auto *skip = button(QStringLiteral("recovery.skip"), Words::tr("Go on without a recovery key"), Kind::Link, page);
    connect(skip, &QPushButton::clicked, this, [this] { m_session.skipRecoveryKey(); });
    column->addWidget(skip, 0, Qt::AlignLeft);
    auto *without = wrapped(Words::tr("Without it, nobody can open the keystore once the passphrase is forgotten. One "
                                      "can be added later; Home reminds you of it."),
                            Tone::Muted, page);
    without->setFont(fonts::small());
    without->setObjectName(QStringLiteral("recovery.without"));
    column->addWidget(without);
    return page;
}

} // namespace keyward::ui
