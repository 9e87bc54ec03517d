// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action_draft.h"
#include "tests/support/opened.h"

namespace keyward::test {

inline const models::ActionRecord &action(const char *id)
{
    const auto *found = models::actionById(QString::fromLatin1(id));
    if (!found) qFatal("there is no action %s", id);
    return *found;
}

inline models::ActionState stateNow(Opened &opened, const char *id, const models::Target &target)
{
    return models::stateOf(action(id), {*opened.workspace, opened.workspace->moment(), target});
}

/// Filled in and carried out beside the window, until whoever asked for it was told.
inline void carryOutErrand(Opened &opened, const char *id, const models::Target &target, const models::Values &values)
{
    models::ActionDraft draft(action(id), *opened.workspace, target);
    for (auto value = values.begin(); value != values.end(); ++value) draft.setValue(value.key(), *value);
    QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
    const auto before = opened.workspace->notifications().rowCount();
    draft.commit();
    QTRY_VERIFY_WITH_TIMEOUT(
        opened.workspace->notifications().rowCount() > before && !opened.workspace->errands().running(), 60'000);
}

} // namespace keyward::test
