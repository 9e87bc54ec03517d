// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/impact_preview.h"

#include <QFrame>

class QLabel;

namespace keyward::ui {

class DataTable;

/// CON-4: shows an ImpactPreview. The same component wherever consequences are shown.
class ImpactPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit ImpactPanel(models::ImpactPreview &preview, QWidget *parent = nullptr);

private:
    void refresh();

    models::ImpactPreview &m_preview;
    QLabel *m_headline;
    QLabel *m_verdict;
    QLabel *m_claims;
    QWidget *m_irreversible;
    QLabel *m_irreversibleText;
    QLabel *m_undo;
    QLabel *m_refusal;
    DataTable *m_effects;
    DataTable *m_access;
    DataTable *m_leftOut;
};

} // namespace keyward::ui
