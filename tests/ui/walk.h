// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action.h"
#include "models/presenter.h"
#include "models/thing.h"
#include "tests/ui/window.h"
#include "ui/shell/workspace_view.h"

namespace keyward::test {

/// The estate and some of each kind of thing in it: pages and dialogs that are made for these are all there are.
inline std::vector<models::Target> someOfEach(const estate::Estate &estate, std::size_t ofEach = 3)
{
    std::vector<models::Target> out{{}};
    for (const auto *thing : models::Thing::all()) {
        if (!thing->each) continue;
        std::vector<models::Target> found;
        thing->each(estate, false, [&](const models::Target &target, std::string_view) { found.push_back(target); });
        // The first, the last and what lies between, so that old and new, live and deleted ones are among them.
        for (std::size_t i = 0; i < std::min(ofEach, found.size()); ++i)
            out.push_back(found[i * (found.size() - 1) / std::max<std::size_t>(1, std::min(ofEach, found.size()) - 1)]);
    }
    return out;
}

/// Until what a page reads beside the window stands in it: what comes late would be looked at by chance.
inline void untilRead(Window &window)
{
    for (int quiet = 0, tries = 0; quiet < 3 && tries < 1000; ++tries) {
        QTest::qWait(15);
        quiet = window.workspace().background().idle() ? quiet + 1 : 0;
    }
}

/// Opens every blade of the things in turn and calls 'seen' with its id.
template <class Seen>
void walkBlades(Window &window, const std::vector<models::Target> &targets, Seen seen, int settleMs = 120)
{
    auto *view = window.program->window().findChild<ui::WorkspaceView *>();
    const auto kept = window.workspace().moment();
    for (const auto &target : targets)
        for (const auto *blade : models::bladesOf(*kept->estate, target)) {
            view->navigation().go({blade->id, target});
            QTest::qWait(settleMs);
            untilRead(window);
            QVERIFY2(window.any("blade." + blade->id), qPrintable(blade->id));
            seen(*blade, target);
        }
}

/// Opens the dialog of every action that can be taken on one of the things, calls 'seen' with it, and closes it.
template <class Seen>
void walkDialogs(Window &window, const std::vector<models::Target> &targets, Seen seen, int settleMs = 150)
{
    auto *view = window.program->window().findChild<ui::WorkspaceView *>();
    for (const auto *action : models::DeclaredAction::all()) {
        if (!(action->fields || action->previews) || !action->wizard.isEmpty()) continue;
        for (const auto &target : targets) {
            if (target.scope != action->scope ||
                !models::stateOf(*action, {window.workspace(), window.workspace().moment(), target}).enabled)
                continue;
            view->navigation().go(target);
            static_cast<ui::Host &>(*view).start(action->id, target);
            QTRY_VERIFY2(window.any("dialog." + action->id), qPrintable(action->id));
            QTest::qWait(settleMs);
            untilRead(window);
            seen(*action, *window.any("dialog." + action->id));
            window.robot->key(*window.any("dialog." + action->id), Qt::Key_Escape);
            QTRY_VERIFY(!QApplication::activeModalWidget());
            break;
        }
    }
}

} // namespace keyward::test
