// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/choice_dialog.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChoiceDialog)
};

} // namespace

ChoiceDialog::ChoiceDialog(const QString &name, const QString &title, const QString &text, QWidget *parent,
                           const QString &stayText)
    : DialogFrame(name, title, 560, parent)
{
    auto *words = wrapped(text, Tone::Muted, inside());
    words->setObjectName(QStringLiteral("choice.text"));
    body()->addWidget(words);
    auto *stay =
        button(QStringLiteral("choice.stay"), stayText.isEmpty() ? Words::tr("Stay") : stayText, Kind::Outline, this);
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    foot()->addStretch(1);
    foot()->addWidget(stay);
    setMain(stay, false);
    stay->setFocus();
}

void ChoiceDialog::add(const QString &name, const QString &text, Kind kind, std::function<void()> chosen)
{
    auto *one = button(QStringLiteral("choice.") + name, text, kind, this);
    connect(one, &QPushButton::clicked, this, [this, chosen = std::move(chosen)] {
        accept();
        chosen();
    });
    foot()->addWidget(one);
}

} // namespace keyward::ui
