// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/search.h"

#include "backend/base/names.h"
#include "models/thing.h"

#include <algorithm>
#include <QCoreApplication>
#include <ranges>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Search)
};

constexpr std::size_t mostHits = 40;

/// 0 the same, 1 begins so, 2 a word begins so, 3 contains it; -1 nothing.
int rankOf(std::string_view name, std::string_view words)
{
    const auto at = name.find(words);
    if (at == std::string_view::npos) return -1;
    if (at == 0) return name.size() == words.size() ? 0 : 1;
    return std::string_view(" -/.").contains(name[at - 1]) ? 2 : 3;
}

class Collector
{
public:
    void add(int rank, Hit hit)
    {
        if (rank < 0) return;
        hit.rank = rank;
        m_hits.push_back(std::move(hit));
        if (m_hits.size() > 4 * mostHits) cut();
    }
    std::vector<Hit> take()
    {
        cut();
        return std::move(m_hits);
    }

private:
    void cut()
    {
        std::ranges::stable_sort(m_hits, {}, [](const Hit &hit) { return std::tuple(hit.rank, hit.text.size()); });
        if (m_hits.size() > mostHits) m_hits.resize(mostHits);
    }
    std::vector<Hit> m_hits;
};

std::vector<Hit> thingsIn(const Estate &estate, const std::string &words)
{
    Collector out;
    const bool path = words.find('/') != std::string::npos;
    for (const auto *thing : Thing::all()) {
        if (!thing->each) continue;
        thing->each(estate, path, [&](const Target &target, std::string_view name) {
            const auto rank = rankOf(folded(name), words);
            if (rank >= 0)
                out.add(rank, {thing->title(estate, target),
                               thing->found ? thing->found(estate, target) : kindOf(estate, target),
                               thing->icon,
                               target,
                               {},
                               {}});
        });
    }
    return out.take();
}

} // namespace

SearchModel::SearchModel(Workspace &workspace, QObject *parent) : QAbstractListModel(parent), m_workspace(workspace) {}

std::vector<Hit> SearchModel::commands(const QString &words, const Target &here) const
{
    std::vector<Hit> out;
    const auto typed = words.toLower().toStdString();
    for (const auto *blade : Blade::all())
        if (blade->scope == Scope::Estate || blade->scope == here.scope) {
            const Target target = blade->scope == Scope::Estate ? Target{} : here;
            if (blade->available && !blade->available(m_workspace.estate(), target)) continue;
            const auto about = titleOf(m_workspace.estate(), target);
            if (const auto rank = rankOf(blade->title.toLower().toStdString(), typed); rank >= 0)
                out.push_back({blade->title,
                               about.isEmpty() ? Words::tr("Page") : Words::tr("Page of %1").arg(about),
                               blade->icon,
                               target,
                               blade->id,
                               {},
                               rank});
        }
    for (const auto *action : DeclaredAction::all()) {
        if (action->scope != Scope::Estate && action->scope != here.scope) continue;
        const Situation situation{m_workspace, m_workspace.moment(), action->scope == Scope::Estate ? Target{} : here};
        const auto state = stateOf(*action, situation);
        if (!state.supported) continue;
        const auto about = titleOf(m_workspace.estate(), situation.target);
        if (const auto rank = rankOf(action->text.toLower().toStdString(), typed); rank >= 0)
            out.push_back({labelOf(*action),
                           state.enabled
                               ? (about.isEmpty() ? Words::tr("Action") : Words::tr("Action on %1").arg(about))
                               : state.why.reason,
                           action->icon,
                           situation.target,
                           {},
                           action->id,
                           rank + (state.enabled ? 0 : 4)});
    }
    std::ranges::stable_sort(out, {}, &Hit::rank);
    return out;
}

/// Before anything was typed: what somebody comes back to.
std::vector<Hit> SearchModel::bookmarks() const
{
    constexpr auto most = 6;
    const auto &estate = m_workspace.estate();
    std::vector<Hit> out;
    const auto marks = m_workspace.bookmarks().all();
    for (const auto &[target, pinned] : marks | std::views::take(most))
        out.push_back({.text = titleOf(estate, target),
                       .detail = pinned ? Words::tr("Pinned") : Words::tr("Opened lately"),
                       .icon = thingOf(target.scope)->icon,
                       .target = target});
    return out;
}

void SearchModel::look(const QString &words, const Target &here)
{
    const auto ticket = m_tickets.next();
    const auto trimmed = words.trimmed();
    if (trimmed.isEmpty()) {
        auto all = bookmarks();
        std::ranges::move(commands({}, here), std::back_inserter(all));
        show(std::move(all));
        return;
    }
    m_workspace.background().run(
        Background::Lane::Compute, this,
        [moment = m_workspace.moment(), folded_ = folded(utf8(trimmed))] { return thingsIn(*moment->estate, folded_); },
        [this, ticket, trimmed, here](std::vector<Hit> things) {
            if (ticket != m_tickets.current()) return;
            auto all = commands(trimmed, here);
            std::ranges::move(things, std::back_inserter(all));
            std::ranges::stable_sort(all, {}, &Hit::rank);
            show(std::move(all));
        });
}

void SearchModel::show(std::vector<Hit> hits)
{
    if (hits.size() > mostHits) hits.resize(mostHits);
    if (!m_hits.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_hits.clear();
        endRemoveRows();
    }
    if (!hits.empty()) {
        beginInsertRows({}, 0, static_cast<int>(hits.size()) - 1);
        m_hits = std::move(hits);
        endInsertRows();
    }
    Q_EMIT found();
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto &hit = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return hit.text;
    case DetailRole: return hit.detail;
    case IconRole: return hit.icon;
    case Qt::AccessibleTextRole: return QString(hit.text + QStringLiteral(", ") + hit.detail);
    default: return {};
    }
}

} // namespace keyward::models
