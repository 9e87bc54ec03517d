// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/choice_dialog.h"

#include "ui/theme.h"

#include <QVBoxLayout>

namespace keyward::ui {

ChoiceDialog::ChoiceDialog(const QString &name, const QString &title, const QString &text, QWidget *parent, const QString &stayText) : QDialog(parent), m_buttons(nullptr)
{
    setObjectName(QStringLiteral("dialog.") + name);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setMinimumWidth(520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(12);
    column->addWidget(label(title, fonts::title(), Tone::Normal, this));
    column->addWidget(wrapped(text, Tone::Muted, this));
    column->addSpacing(6);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    auto *stay = button(QStringLiteral("choice.stay"), stayText, Kind::Outline, this);
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    m_buttons->addStretch();
    m_buttons->addWidget(stay);
    column->addLayout(m_buttons);
}

void ChoiceDialog::add(const QString &name, const QString &text, Kind kind, std::function<void()> chosen)
{
    auto *one = button(QStringLiteral("choice.") + name, text, kind, this);
    connect(one, &QPushButton::clicked, this, [this, chosen = std::move(chosen)] {
        accept();
        chosen();
    });
    m_buttons->addWidget(one);
}

} // namespace keyward::ui
