// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/wizards/wizard_draft.h"

namespace keyward::models {

void WizardDraft::goTo(int page)
{
    if (page < 0 || page >= pages().size() || page == m_page) return;
    m_page = page;
    Q_EMIT pageChanged(page);
    Q_EMIT changed();
}

const WizardRecord *wizardById(const QString &id)
{
    for (const auto *record : Wizard::all())
        if (record->id == id) return record;
    return nullptr;
}

} // namespace keyward::models
