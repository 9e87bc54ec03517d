// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/estate_button.h"

#include "models/actions/action.h"
#include "models/text.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>

namespace keyward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EstateButton)
};

constexpr int widest = 220; ///< the search needs the room more

} // namespace

EstateButton::EstateButton(models::Session &session, Host &host, QWidget *parent)
    : QPushButton(parent), m_session(session), m_host(host)
{
    setObjectName(QStringLiteral("estate"));
    setKind(this, Kind::Plain);
    setIcon(ui::icon(QStringLiteral("drive-harddisk")));
    connect(&host.workspace(), &models::Workspace::factsKnown, this, &EstateButton::refresh);
    connect(this, &QPushButton::clicked, this, &EstateButton::showMenu);
    refresh();
}

void EstateButton::refresh()
{
    const auto name = m_session.sample() ? Words::tr("Sample estate") : m_host.workspace().storeName();
    setText(fontMetrics().elidedText(name, Qt::ElideMiddle, widest) + QStringLiteral(" ▾"));
    setAccessibleName(Words::tr("Keystore %1").arg(name));
    setToolTip(name);
}

void EstateButton::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("estateMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [&](const QString &name, const QString &symbol, const QString &text, auto act) {
        auto *action = menu->addAction(ui::icon(symbol), text);
        action->setObjectName(QStringLiteral("estate.") + name);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(QStringLiteral("page"), QStringLiteral("drive-harddisk"), Words::tr("This keystore"),
        [this] { m_host.go({}, QStringLiteral("keystore")); });
    menu->addSeparator();
    const auto &facts = m_host.workspace().facts();
    const auto open = facts ? models::text(facts->file.string()) : QString();
    for (const auto &file : m_session.recent()) {
        if (QFileInfo(file).canonicalFilePath() == QFileInfo(open).canonicalFilePath()) continue;
        const auto name = QFileInfo(file).fileName();
        add(QStringLiteral("recent.") + name, QStringLiteral("document-open"), Words::tr("Open %1").arg(name),
            [this, file] { Q_EMIT openWanted(file); })
            ->setToolTip(file);
    }
    for (const auto *id : {"store.open", "store.create", "store.sample", "store.restore"}) {
        const auto *record = models::actionById(QString::fromLatin1(id));
        add(record->leaves, record->icon, models::labelOf(*record), [this, record] { m_host.start(record->id, {}); });
    }
    menu->addSeparator();
    add(QStringLiteral("lock"), QStringLiteral("object-locked"), Words::tr("Lock"), [this] { Q_EMIT lockWanted(); });
    menu->popup(mapToGlobal(QPoint(0, height() + 4)));
}

} // namespace keyward::ui
