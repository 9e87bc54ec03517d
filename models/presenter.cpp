// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presenter.h"

#include "models/tables/estate_table.h"

#include <algorithm>

namespace keyward::models {

Presenter::Presenter(Workspace &workspace, Target target) : m_workspace(workspace), m_target(std::move(target)) {}

void Presenter::start(Follows follows)
{
    const auto refresh = [this] {
        if (exists(*m_workspace.moment()->estate, m_target)) update(*m_workspace.moment());
    };
    connect(&m_workspace.feed(), &EstateFeed::moved, this, refresh);
    if (follows == Follows::EstateAndTime) connect(&m_workspace.feed(), &EstateFeed::ticked, this, refresh);
    refresh();
}

ListBlade::ListBlade(Workspace &workspace, const Target &target, TableSourcePtr source, const ListWords &words)
    : Presenter(workspace, target)
{
    auto *table = addTable(QString::fromLatin1(words.id), {}, std::move(source));
    table->fills = true;
    table->opens = words.opens;
    table->counted = words.counted;
    table->emptyTitle = words.emptyTitle;
    table->emptyText = words.emptyText;
    table->emptyAction = words.emptyAction;
    start(Follows::Estate);
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
