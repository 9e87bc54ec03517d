// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/new_secret_edit.h"
#include "ui/widgets/secret_edit.h"

#include <QVBoxLayout>

/// What the forms of the start page share.
namespace keyward::ui {

constexpr int cardWidth = 460;

inline QVBoxLayout *cardColumn(QWidget *page, const QString &title, const QString &text)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(32, 26, 32, 28);
    column->setSpacing(10);
    column->addWidget(label(title, fonts::title(), Tone::Normal, page));
    if (!text.isEmpty()) column->addWidget(wrapped(text, Tone::Muted, page));
    column->addSpacing(4);
    return column;
}

inline void named(QVBoxLayout *column, const QString &name, QWidget *input)
{
    column->addWidget(label(name, fonts::body(), Tone::Normal, input->parentWidget()));
    column->addWidget(input);
}

} // namespace keyward::ui
