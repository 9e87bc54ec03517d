// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/status_bar.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QProgressBar>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StatusBar)
};

} // namespace

StatusBar::StatusBar(models::Session &session, QWidget *parent)
    : QFrame(parent), m_session(session), m_store(label({}, fonts::small(), Tone::Muted, this)),
      m_errands(new QHBoxLayout), m_lock(label({}, fonts::small(), Tone::Muted, this))
{
    setObjectName(QStringLiteral("statusBar"));
    setFixedHeight(measure::statusBar);
    m_store->setObjectName(QStringLiteral("status.store"));
    m_lock->setObjectName(QStringLiteral("status.lock"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(18);
    row->addWidget(m_store);
    row->addStretch();
    m_errands->setSpacing(18);
    row->addLayout(m_errands);
    row->addWidget(m_lock);
    connect(&session, &models::Session::lockTextChanged, this, &StatusBar::refresh);
    connect(&session, &models::Session::stageChanged, this, &StatusBar::refresh);
    refresh();
}

void StatusBar::watch(models::Workspace *workspace)
{
    m_workspace = workspace;
    clear(m_errands);
    m_lines.clear();
    if (workspace) {
        connect(&workspace->errands(), &models::Errands::changed, this, &StatusBar::refreshErrands);
        connect(workspace, &models::Workspace::factsKnown, this, &StatusBar::refresh);
    }
    refresh();
}

void StatusBar::refresh()
{
    m_lock->setText(m_session.lockText());
    if (!m_workspace)
        m_store->setText(Words::tr("Nothing is open"));
    else if (m_session.sample())
        m_store->setText(Words::tr("● Sample estate, thrown away when it is closed"));
    else
        m_store->setText(Words::tr("● Sealed store: %1").arg(m_workspace->storeName()));
}

void StatusBar::refreshErrands()
{
    if (!m_workspace) return;
    auto &errands = m_workspace->errands();
    std::erase_if(m_lines, [&](const Line &line) {
        for (int i = 0; i < errands.rowCount(); ++i)
            if (errands.numberAt(i) == line.number) return false;
        line.box->hide();
        line.box->deleteLater();
        return true;
    });
    for (int i = 0; i < errands.rowCount(); ++i) {
        const auto number = errands.numberAt(i);
        auto found = std::ranges::find(m_lines, number, &Line::number);
        if (found == m_lines.end()) {
            auto *box = new QWidget(this);
            box->setObjectName(QStringLiteral("errand"));
            auto *row = new QHBoxLayout(box);
            row->setContentsMargins(0, 0, 0, 0);
            row->setSpacing(8);
            auto *bar = new QProgressBar(box);
            bar->setRange(0, 0);
            bar->setTextVisible(false);
            bar->setFixedWidth(60);
            bar->setAccessibleName(errands.index(i).data().toString());
            auto *text = new ElidedLabel({}, box, Qt::ElideMiddle);
            text->setFont(fonts::small());
            text->setMaximumWidth(420);
            auto *cancel = button(QStringLiteral("errand.cancel"), Words::tr("Cancel"), Kind::Crumb, box);
            connect(cancel, &QPushButton::clicked, this, [this, number] {
                if (m_workspace) m_workspace->errands().cancel(number);
            });
            row->addWidget(bar);
            row->addWidget(text);
            row->addWidget(cancel);
            m_errands->addWidget(box);
            m_lines.push_back({number, box, text});
            found = m_lines.end() - 1;
        }
        static_cast<ElidedLabel *>(found->text)
            ->setWholeText(errands.index(i).data().toString() + QStringLiteral(": ") + errands.progressText(i));
    }
}

} // namespace keyward::ui
