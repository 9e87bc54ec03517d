// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Creating a keystore, and its recovery key.

#include "ui/start/start_page.h"

#include "models/text.h"
#include "ui/start/start_support.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>

namespace keyward::ui {

using models::Session;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CreatePages)
};

/// Paints the recovery key straight from protected memory: no label, no selection, no accessible text holds it.
class GroupsView final : public QWidget
{
public:
    GroupsView(Session &session, QWidget *parent) : QWidget(parent), m_session(session)
    {
        setFixedHeight(4 * 30 + 16);
        setAccessibleName(Words::tr(
            "The recovery key, sixteen groups of six digits; save it to a file to have it read by other means"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &colours = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colours.line);
        painter.setBrush(colours.background);
        painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), measure::corner, measure::corner);
        auto font = fonts::mono();
        font.setPixelSize(15);
        const int wide = width() / 4;
        for (int group = 0; group < 16; ++group) {
            const QRect box(group % 4 * wide, 8 + group / 4 * 30, wide, 30);
            painter.setFont(fonts::small());
            painter.setPen(colours.muted);
            painter.drawText(box.adjusted(12, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QString::number(group + 1));
            auto digits = m_session.recoveryGroup(group);
            painter.setFont(font);
            painter.setPen(colours.text);
            painter.drawText(box.adjusted(30, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, digits);
            digits.fill(QLatin1Char('0'));
        }
    }

private:
    Session &m_session;
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
    m_passphrase = new SecretEdit(QStringLiteral("create.passphrase"), Words::tr("Passphrase"), page);
    named(column, Words::tr("Passphrase"), m_passphrase);
    auto *row = new QHBoxLayout;
    m_meter = new QProgressBar(page);
    m_meter->setObjectName(QStringLiteral("create.meter"));
    m_meter->setAccessibleName(Words::tr("Strength"));
    m_meter->setRange(0, 4);
    m_meter->setTextVisible(false);
    m_strength = label(Words::tr("Several unrelated words are easiest to keep"), fonts::small(), Tone::Muted, page);
    m_strength->setObjectName(QStringLiteral("create.strength"));
    row->addWidget(m_meter, 1);
    row->addWidget(m_strength);
    column->addLayout(row);
    m_again = new SecretEdit(QStringLiteral("create.again"), Words::tr("Passphrase again"), page);
    named(column, Words::tr("Again"), m_again);
    column->addWidget(capsHint(m_passphrase));
    m_createError = wrapped({}, Tone::Error, page);
    m_createError->setObjectName(QStringLiteral("create.error"));
    column->addWidget(m_createError);
    m_create = button(QStringLiteral("create.do"), Words::tr("Create"), Kind::Primary, page);
    connect(m_create, &QPushButton::clicked, this, &StartPage::create);
    connect(m_again, &SecretEdit::returnPressed, m_create, &QPushButton::click);
    for (auto *field : {m_passphrase, m_again}) connect(field, &SecretEdit::edited, this, &StartPage::judgeCreate);
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
    constexpr int least = 8;
    const auto strength = m_passphrase->draft().strength();
    m_meter->setValue(strength.score);
    if (!m_passphrase->draft().empty()) m_strength->setText(strength.word);
    QString blocker;
    if (QFileInfo::exists(m_newFile->text()))
        blocker = Words::tr("This file exists already and is not overwritten.");
    else if (!m_newFile->text().trimmed().isEmpty() && !QFileInfo(m_newFile->text()).dir().exists())
        blocker = Words::tr("There is no folder %1.").arg(QFileInfo(m_newFile->text()).dir().path());
    else if (!m_passphrase->draft().empty() && m_passphrase->draft().length() < least)
        blocker = Words::tr("At least %1 characters; several unrelated words are best.").arg(least);
    else if (!m_again->draft().empty() && !m_again->draft().sameAs(m_passphrase->draft()))
        blocker = Words::tr("The two passphrases differ.");
    m_createError->setText(breakable(blocker));
    m_createError->setVisible(!blocker.isEmpty());
    m_create->setEnabled(blocker.isEmpty() && m_passphrase->draft().length() >= least && !m_again->draft().empty() &&
                         !m_newFile->text().trimmed().isEmpty());
    m_create->setToolTip(blocker);
}

void StartPage::create()
{
    if (!m_create->isEnabled()) return;
    m_asked = Create;
    m_session.create(m_newFile->text().trimmed(), m_passphrase->draft(), true);
    m_passphrase->empty();
    m_again->empty();
}

QWidget *StartPage::buildRecovery()
{
    auto *page = new QWidget(this);
    auto *column = cardColumn(page, Words::tr("Your recovery key"),
                              Words::tr("The second way in, should the passphrase be forgotten. It is shown only "
                                        "now. Write it down, or save it, and keep it away from this machine."));
    m_groups = new GroupsView(m_session, page);
    m_groups->setObjectName(QStringLiteral("recovery.groups"));
    column->addWidget(m_groups);
    auto *save = new QHBoxLayout;
    m_recoveryFile = new QLineEdit(page);
    m_recoveryFile->setObjectName(QStringLiteral("recovery.file"));
    m_recoveryFile->setAccessibleName(Words::tr("New file for the recovery key"));
    m_recoveryFile->setPlaceholderText(Words::tr("New file, readable only for you"));
    auto *write = button(QStringLiteral("recovery.save"), Words::tr("Save"), Kind::Outline, page);
    connect(write, &QPushButton::clicked, this, [this] {
        const auto done = m_session.saveRecoveryKey(m_recoveryFile->text());
        const auto refusal = done ? models::Refusal{} : models::refusalOf(done.error());
        m_recoveryNote->setText(done ? Words::tr("Saved. Move it away from this machine.")
                                     : breakable(refusal.whole()));
        setTone(m_recoveryNote, done ? Tone::Muted : Tone::Error);
    });
    save->addWidget(m_recoveryFile, 1);
    save->addWidget(write);
    column->addLayout(save);
    m_recoveryNote = wrapped({}, Tone::Muted, page);
    m_recoveryNote->setObjectName(QStringLiteral("recovery.note"));
    column->addWidget(m_recoveryNote);
    column->addWidget(label(Words::tr("To confirm, type these two groups"), fonts::body(), Tone::Normal, page));
    auto *row = new QHBoxLayout;
    for (int i = 0; i < 2; ++i) {
        const auto group = Session::askedGroups[i] + 1;
        m_typed[i] = new QLineEdit(page);
        m_typed[i]->setObjectName(QStringLiteral("recovery.group%1").arg(group));
        m_typed[i]->setAccessibleName(Words::tr("Group %1").arg(group));
        m_typed[i]->setPlaceholderText(Words::tr("Group %1").arg(group));
        m_typed[i]->setFont(fonts::mono());
        m_typed[i]->setMaxLength(6);
        connect(m_typed[i], &QLineEdit::textChanged, this, &StartPage::judgeRecovery);
        row->addWidget(m_typed[i]);
    }
    column->addLayout(row);
    m_confirm = button(QStringLiteral("recovery.confirm"), Words::tr("I have kept it"), Kind::Primary, page);
    connect(m_confirm, &QPushButton::clicked, this, [this] { m_session.confirmRecoveryKey(); });
    column->addWidget(m_confirm);
    auto *skip = button(QStringLiteral("recovery.skip"), Words::tr("Go on without a recovery key"), Kind::Link, page);
    skip->setToolTip(Words::tr("If the passphrase is forgotten, nobody can open the keystore."));
    connect(skip, &QPushButton::clicked, this, [this] { m_session.skipRecoveryKey(); });
    column->addWidget(skip, 0, Qt::AlignLeft);
    return page;
}

void StartPage::judgeRecovery()
{
    bool fits = true;
    for (int i = 0; i < 2; ++i) {
        const auto typed = m_typed[i]->text().trimmed();
        const bool right = m_session.groupFits(Session::askedGroups[i], typed);
        const bool wrong = typed.size() == 6 && !right;
        if (m_typed[i]->property("wrong").toBool() != wrong) {
            m_typed[i]->setProperty("wrong", wrong);
            restyle(m_typed[i]);
        }
        m_typed[i]->setAccessibleDescription(wrong ? Words::tr("This is not what stands there.") : QString());
        fits &= right;
    }
    m_confirm->setEnabled(fits);
    m_groups->update();
}

} // namespace keyward::ui
