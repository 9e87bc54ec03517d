// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/impact_panel.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ImpactPanel)
};

} // namespace

ImpactPanel::ImpactPanel(models::ImpactPreview &preview, QWidget *parent) : QFrame(parent), m_preview(preview)
{
    setObjectName(QStringLiteral("impact"));
    setProperty("kind", QStringLiteral("inset"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    m_headline = wrapped({}, Tone::Normal, this);
    m_headline->setFont(fonts::strong());
    m_headline->setObjectName(QStringLiteral("impact.headline"));
    m_refusal = wrapped({}, Tone::Error, this);
    m_refusal->setObjectName(QStringLiteral("impact.refusal"));
    m_verdict = wrapped({}, Tone::Muted, this);
    m_verdict->setObjectName(QStringLiteral("impact.verdict"));
    m_effects = new DataTable(QStringLiteral("effects"), preview.effects(), {}, this);
    m_effects->setAccessibleName(Words::tr("What happens to which resource"));
    m_effects->setFitsRows(true);
    m_access = new DataTable(QStringLiteral("access"), preview.access(), {}, this);
    m_access->setAccessibleName(Words::tr("Who loses or gets access"));
    m_access->setFitsRows(true);
    m_access->setOpensOnClick(false);
    m_leftOut = new DataTable(QStringLiteral("leftOut"), preview.refused(), {}, this);
    m_leftOut->setAccessibleName(Words::tr("What is left out, and why"));
    m_leftOut->setFitsRows(true);
    m_claims = wrapped({}, Tone::Normal, this);
    m_claims->setObjectName(QStringLiteral("impact.claims"));
    m_irreversible = new QWidget(this);
    auto *row = new QHBoxLayout(m_irreversible);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new ChipLabel({models::State::Warning, Words::tr("For good")}, m_irreversible), 0, Qt::AlignTop);
    m_irreversibleText = wrapped({}, Tone::Normal, m_irreversible);
    m_irreversibleText->setObjectName(QStringLiteral("impact.irreversible"));
    row->addWidget(m_irreversibleText, 1);
    m_undo = wrapped({}, Tone::Muted, this);
    m_undo->setObjectName(QStringLiteral("impact.undo"));
    m_undo->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (auto *part : std::initializer_list<QWidget *>{m_headline, m_leftOut, m_refusal, m_verdict, m_effects, m_access,
                                                       m_claims, m_irreversible, m_undo})
        column->addWidget(part);
    connect(&preview, &models::ImpactPreview::changed, this, &ImpactPanel::refresh);
    refresh();
}

void ImpactPanel::refresh()
{
    const auto show = [](QLabel *where, const QString &text) {
        where->setText(where->textInteractionFlags() & Qt::TextSelectableByMouse ? text : breakable(text));
        where->setVisible(!text.isEmpty());
    };
    setVisible(m_preview.asked());
    show(m_headline, m_preview.headline().isEmpty() && m_preview.pending()
                         ? Words::tr("Working out what this would do…")
                         : m_preview.headline());
    show(m_refusal, m_preview.refusal().whole());
    show(m_verdict, m_preview.verdict());
    m_effects->setVisible(m_preview.effects().rowCount() > 0);
    m_access->setVisible(m_preview.access().rowCount() > 0);
    m_leftOut->setVisible(m_preview.refused().rowCount() > 0);
    show(m_claims, m_preview.claims().join(QLatin1Char('\n')));
    m_irreversible->setVisible(!m_preview.irreversible().isEmpty());
    m_irreversibleText->setText(m_preview.irreversible());
    show(m_undo, m_preview.undo().isEmpty() ? QString() : Words::tr("To undo it: %1").arg(m_preview.undo()));
}

} // namespace keyward::ui
