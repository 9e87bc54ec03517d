// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/new_secret_edit.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/secret_edit.h"

#include <QCoreApplication>
#include <QProgressBar>
#include <QVBoxLayout>

namespace keyward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NewSecretEdit)
};

std::shared_ptr<models::SecretDraft> partOf(const models::TypedSecretPtr &whole, models::SecretDraft &part)
{
    return {whole, &part};
}

} // namespace

QLabel *capsHint(SecretEdit *field)
{
    auto *hint = label(Words::tr("◆ Caps Lock seems to be on."), fonts::small(), Tone::Muted, field->parentWidget());
    hint->setObjectName(QStringLiteral("capsLock"));
    hint->hide();
    QObject::connect(field, &SecretEdit::capsLockMayBeOn, hint, &QWidget::setVisible);
    return hint;
}

NewSecretEdit::NewSecretEdit(const QString &prefix, models::TypedSecretPtr typed, QWidget *parent)
    : QWidget(parent), m_typed(std::move(typed)),
      m_first(new SecretEdit(prefix + QStringLiteral(".passphrase"), Words::tr("Passphrase"), this,
                             partOf(m_typed, m_typed->secret))),
      m_again(new SecretEdit(prefix + QStringLiteral(".again"), Words::tr("Passphrase again"), this,
                             partOf(m_typed, m_typed->again))),
      m_meter(new QProgressBar(this)),
      m_strength(wrapped(Words::tr("Several unrelated words are easiest to keep"), Tone::Muted, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_first);
    m_strength->setFont(fonts::small());
    m_meter->setObjectName(prefix + QStringLiteral(".meter"));
    m_meter->setAccessibleName(Words::tr("Strength"));
    m_meter->setRange(0, 4);
    m_meter->setTextVisible(false);
    m_strength->setObjectName(prefix + QStringLiteral(".strength"));
    column->addWidget(m_meter);
    column->addWidget(m_strength);
    column->addWidget(label(Words::tr("Again"), fonts::body(), Tone::Normal, this));
    column->addWidget(m_again);
    column->addWidget(capsHint(m_first));
    for (auto *field : {m_first, m_again}) connect(field, &SecretEdit::edited, this, &NewSecretEdit::refresh);
    connect(m_again, &SecretEdit::returnPressed, this, &NewSecretEdit::returnPressed);
    setFocusProxy(m_first);
}

void NewSecretEdit::empty()
{
    m_first->empty();
    m_again->empty();
}

void NewSecretEdit::refresh()
{
    const auto strength = m_typed->secret.strength();
    m_meter->setValue(strength.score);
    m_strength->setText(m_typed->secret.empty() ? Words::tr("Several unrelated words are easiest to keep")
                                                : strength.word);
    Q_EMIT edited();
}

} // namespace keyward::ui
