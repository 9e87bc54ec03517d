// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/help_dialog.h"

#include "models/actions/action.h"
#include "models/page_help.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HelpDialog)
};

constexpr int keyWidth = 120;
constexpr int actionWidth = 170;

} // namespace

HelpDialog::HelpDialog(const models::BladeRecord &page, QWidget *parent)
    : DialogFrame(QStringLiteral("help"), page.title, 640, parent)
{
    addAbout(page);
    addActions(page);
    addKeys();
    auto *close = button(QStringLiteral("choice.stay"), Words::tr("Close"), Kind::Outline, this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    foot()->addStretch(1);
    foot()->addWidget(close);
    setMain(close, false);
    close->setFocus();
}

void HelpDialog::addAbout(const models::BladeRecord &page)
{
    auto *about = wrapped(models::pageHelp(page.id), Tone::Normal, inside());
    about->setObjectName(QStringLiteral("help.about"));
    body()->addWidget(about);
}

void HelpDialog::addActions(const models::BladeRecord &page)
{
    bool any = false;
    for (const auto *action : models::actionsIn(page.id)) {
        if (action->explanation.isEmpty()) continue;
        if (!std::exchange(any, true))
            body()->addWidget(label(Words::tr("What can be done here"), fonts::section(), Tone::Normal, inside()));
        addRow(action->text, action->explanation, actionWidth);
    }
}

void HelpDialog::addKeys()
{
    struct Key {
        QString keys, does;
    };
    const Key keys[] = {{Words::tr("Ctrl+K"), Words::tr("search vaults, keys, resources, pages and actions")},
                        {Words::tr("Tab, arrows"), Words::tr("move; Enter opens a row, Space presses its button, the "
                                                             "menu key shows what it offers")},
                        {Words::tr("Ctrl+F"), Words::tr("filter the list")},
                        {Words::tr("Ctrl+C"), Words::tr("copy the selected rows")},
                        {Words::tr("Ctrl+A"),
                         Words::tr("select all rows; several: Shift and the arrows, Ctrl+Space, or a click with Ctrl")},
                        {Words::tr("Ctrl+D"), Words::tr("pin what is open, or unpin it")},
                        {Words::tr("Ctrl+Shift+N"), Words::tr("one more window, of the same keystore")},
                        {Words::tr("Ctrl+N"), Words::tr("create a key, in the keys of a vault")},
                        {Words::tr("Ctrl+E"), Words::tr("export an audit report, on the Reports page")},
                        {Words::tr("Esc"), Words::tr("close the rightmost page")},
                        {Words::tr("Alt+Left"), Words::tr("go back; Alt+Home goes home")},
                        {Words::tr("Ctrl+L"), Words::tr("lock")},
                        {Words::tr("F1"), Words::tr("this help, for the page that is open")}};
    body()->addWidget(label(Words::tr("Keyboard"), fonts::section(), Tone::Normal, inside()));
    for (const auto &key : keys) addRow(key.keys, key.does, keyWidth);
    body()->addWidget(
        wrapped(Words::tr("Every dialog shows the keywardctl command that does the same."), Tone::Muted, inside()));
}

void HelpDialog::addRow(const QString &name, const QString &text, int nameWidth)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    auto *what = wrapped(name, Tone::Normal, inside());
    what->setFont(fonts::strong());
    what->setFixedWidth(nameWidth);
    row->addWidget(what, 0, Qt::AlignTop);
    row->addWidget(wrapped(text, Tone::Muted, inside()), 1);
    body()->addLayout(row);
}

} // namespace keyward::ui
