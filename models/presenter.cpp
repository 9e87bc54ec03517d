// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presenter.h"

#include "models/tables/estate_table.h"

#include <algorithm>

namespace keyward::models {

Presenter::Presenter(Workspace &workspace, Target target) : m_workspace(workspace), m_target(std::move(target)) {}

void Presenter::start()
{
    const auto refresh = [this] {
        if (exists(*m_workspace.moment()->estate, m_target)) update(*m_workspace.moment());
    };
    connect(&m_workspace.feed(), &EstateFeed::moved, this, refresh);
    connect(&m_workspace.feed(), &EstateFeed::ticked, this, refresh);
    refresh();
}

TablePart *Presenter::addTable(const QString &id, const QString &title, TableSourcePtr source)
{
    return add<TablePart>(id, title, new EstateTable(std::move(source), m_workspace.feed(), m_workspace.background()));
}

std::vector<const BladeRecord *> bladesOf(const estate::Estate &estate, const Target &target)
{
    std::vector<const BladeRecord *> out;
    for (const auto *record : Blade::all())
        if (record->scope == target.scope && (!record->available || record->available(estate, target)))
            out.push_back(record);
    std::ranges::sort(out, {},
                      [](const BladeRecord *record) { return std::tuple(record->order, std::cref(record->id).get()); });
    return out;
}

const BladeRecord *bladeById(const QString &id)
{
    for (const auto *record : Blade::all())
        if (record->id == id) return record;
    return nullptr;
}

} // namespace keyward::models
