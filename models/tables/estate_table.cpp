// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/estate_table.h"

#include "backend/base/names.h"
#include "models/text.h"

#include <algorithm>
#include <numeric>
#include <thread>
#include <unordered_map>

namespace keyward::models {

namespace {

constexpr std::size_t mostChangesAtOnce = 64; ///< beyond, the rows are worked out anew beside the window
constexpr std::size_t mostRanges = 32;        ///< beyond, all rows go and come in two signals

} // namespace

EstateTable::EstateTable(TableSourcePtr source, EstateFeed &feed, Background &background, QObject *parent)
    : TableModel(parent), m_source(std::move(source)), m_feed(feed), m_background(background), m_moment(feed.moment())
{
    m_sortColumn = m_source->initialSort();
    m_sortOrder = m_source->initialOrder();
    connect(&feed, &EstateFeed::moved, this, &EstateTable::follow);
    connect(&feed, &EstateFeed::ticked, this, [this] {
        m_moment = m_feed.moment();
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    ask();
}

Cell EstateTable::cell(int row, int column) const { return m_source->cell(*m_moment, idAt(row), column); }

/// The newest entry of that thing, which may be gone; from behind, as that is where changes are.
std::optional<EstateTable::Number> EstateTable::numberOf(const RecordId &id) const
{
    if (!m_index) return std::nullopt;
    const auto &all = m_index->entries; // one after the other in memory, unlike the rows
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const Entry &one) { return one.id == id; });
    if (found == all.rend()) return std::nullopt;
    return static_cast<Number>(all.rend() - found - 1);
}

int EstateTable::rowOf(std::optional<Number> number) const
{
    const auto found = number ? std::ranges::find(m_rows, *number) : m_rows.end();
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void EstateTable::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || (column == m_sortColumn && order == m_sortOrder)) return;
    m_sortColumn = column;
    m_sortOrder = order;
    ask();
}

void EstateTable::setFilter(const QString &filter)
{
    auto next = folded(utf8(filter.trimmed()));
    if (next == m_filter) return;
    m_filter = std::move(next);
    ask();
}

void EstateTable::follow(const Moment &before, const Moment &after)
{
    if (m_asked || !before || before != m_moment) return ask();
    const auto changed = m_source->changes(*before, *after);
    if (changed.size() > mostChangesAtOnce) return ask();
    m_moment = after;
    takeOver(changed);
}

/// The index, to be changed; a copy of it where another thread still reads it.
EstateTable::Index &EstateTable::changeable()
{
    if (m_index.use_count() > 1) m_index = std::make_shared<Index>(*m_index);
    return const_cast<Index &>(*m_index);
}

/// Each row on its own: gone, come, moved or changed in place.
void EstateTable::takeOver(const std::vector<RecordId> &changed)
{
    if (changed.empty()) return;
    auto &index_ = changeable();
    const auto &estate = *m_moment->estate;
    for (const auto &id : changed) {
        const auto formerly = numberOf(id);
        const auto former = formerly ? std::ranges::find(index_.order, *formerly) : index_.order.end();
        const auto was = rowOf(formerly);
        if (former != index_.order.end()) index_.order.erase(former);
        const bool held = m_source->holds(estate, id);
        const bool is = held && (m_filter.empty() || m_source->searchText(estate, id).contains(m_filter));
        if (was >= 0 && !is) {
            beginRemoveRows({}, was, was);
            m_rows.erase(m_rows.begin() + was);
            endRemoveRows();
        }
        if (!held) continue;
        const auto number = static_cast<Number>(index_.entries.size());
        index_.entries.push_back({m_source->sortKey(*m_moment, id, m_sortColumn), id});
        const auto before = [&](Number a, const Entry &b) { return comesBefore(index_.entries[a], b); };
        const auto next = index_.entries.back();
        index_.order.insert(std::lower_bound(index_.order.begin(), index_.order.end(), next, before), number);
        if (!is) continue;
        const auto at = static_cast<int>(std::lower_bound(m_rows.begin(), m_rows.end(), next, before) - m_rows.begin());
        if (was < 0) {
            beginInsertRows({}, at, at);
            m_rows.insert(m_rows.begin() + at, number);
            endInsertRows();
        } else if (at == was || at == was + 1) {
            m_rows[static_cast<std::size_t>(was)] = number;
            Q_EMIT dataChanged(index(was, 0), index(was, columnCount() - 1));
        } else {
            beginMoveRows({}, was, was, {}, at);
            m_rows.erase(m_rows.begin() + was);
            const auto now = at > was ? at - 1 : at;
            m_rows.insert(m_rows.begin() + now, number);
            endMoveRows();
            Q_EMIT dataChanged(index(now, 0), index(now, columnCount() - 1));
        }
    }
    makeWords(std::exchange(index_.words, nullptr)); // anew, when it is quiet
    Q_EMIT shown();
}

std::shared_ptr<const EstateTable::Words> EstateTable::wordsOf(const TableSource &source, const estate::Estate &estate,
                                                               const Index &index)
{
    auto out = std::make_shared<Words>(index.entries.size());
    for (const auto number : index.order) {
        (*out)[number] = source.searchText(estate, index.entries[number].id);
    }
    return out;
}

/// Beside the window, once the rows are shown: the first letter typed finds it ready. What 'former' holds is let go of
/// there, too: for a hundred thousand strings that takes longer than a picture may.
void EstateTable::makeWords(std::shared_ptr<const Words> former)
{
    if (!m_index || m_index->words) return;
    const auto ticket = m_wordTickets.next();
    m_background.run(
        Background::Lane::Compute, this,
        [source = m_source, moment = m_moment, known = m_index, former = std::move(former)]() mutable {
            former.reset();
            return std::pair(known, wordsOf(*source, *moment->estate, *known));
        },
        [this, ticket](std::pair<IndexPtr, std::shared_ptr<const Words>> made) {
            if (ticket != m_wordTickets.current() || made.first != m_index) return;
            made.first.reset();
            changeable().words = std::move(made.second);
        });
}

/// By what fits into two words of each key first; the whole keys are only asked where those are alike.
void EstateTable::sortOrder(Index &index, Qt::SortOrder order)
{
    struct Proxy {
        std::int64_t number;
        std::uint64_t start; ///< of the text, as it compares
        Number entry;
    };
    std::vector<Proxy> proxies;
    proxies.reserve(index.order.size());
    for (const auto number : index.order) {
        const auto &key = index.entries[number].key;
        std::uint64_t start = 0;
        for (std::size_t i = 0; i < sizeof start; ++i)
            start = start << 8 | (i < key.text.size() ? static_cast<unsigned char>(key.text[i]) : 0);
        proxies.push_back({key.number, start, number});
    }
    const auto before = [&](const Proxy &a, const Proxy &b) {
        if (a.number != b.number) return a.number < b.number;
        if (a.start != b.start) return a.start < b.start;
        return index.entries[a.entry] < index.entries[b.entry];
    };
    // In two halves, on two threads.
    const auto middle = proxies.begin() + static_cast<std::ptrdiff_t>(proxies.size() / 2);
    {
        const std::jthread other([&] { std::sort(middle, proxies.end(), before); });
        std::sort(proxies.begin(), middle, before);
    }
    std::inplace_merge(proxies.begin(), middle, proxies.end(), before);
    if (order == Qt::DescendingOrder) std::ranges::reverse(proxies);
    std::ranges::transform(proxies, index.order.begin(), &Proxy::entry);
}

EstateTable::IndexPtr EstateTable::sorted(const Question &question)
{
    if (question.turned) { // another direction, nothing else
        auto made = std::make_shared<Index>(*question.former);
        std::ranges::reverse(made->order);
        return made;
    }
    auto made = std::make_shared<Index>();
    made->entries = question.source->rows(*question.moment, question.column);
    made->order.resize(made->entries.size());
    std::iota(made->order.begin(), made->order.end(), Number{0});
    if (question.former && std::ranges::equal(made->entries, question.former->entries, {}, &Entry::id, &Entry::id))
        made->words = question.former->words; // the same rows under the same numbers
    sortOrder(*made, question.order);
    return made;
}

EstateTable::Answer EstateTable::answer(Question question)
{
    Answer out{question.known ? question.known : sorted(question), {}, question.moment, question.reordered};
    if (question.filter.empty()) {
        out.rows = out.index->order;
        return out;
    }
    const auto words =
        out.index->words ? out.index->words : wordsOf(*question.source, *question.moment->estate, *out.index);
    for (const auto number : out.index->order)
        if ((*words)[number].contains(question.filter)) out.rows.push_back(number);
    return out;
}

void EstateTable::ask()
{
    if (!m_feed.ready()) return;
    m_asked = true;
    const auto ticket = m_tickets.next();
    const bool sameMoment = m_index && m_feed.moment() == m_moment;
    const bool sameOrder = m_shownSort == m_sortColumn && m_shownOrder == m_sortOrder;
    Question question{m_source,
                      m_feed.moment(),
                      m_filter,
                      m_sortColumn,
                      m_sortOrder,
                      m_shownSort >= 0 && m_shownFilter == m_filter && sameMoment,
                      sameMoment && sameOrder ? m_index : nullptr,
                      sameMoment ? m_index : nullptr,
                      sameMoment && m_shownSort == m_sortColumn && m_shownOrder != m_sortOrder};
    m_background.run(
        Background::Lane::Compute, this, [question = std::move(question)] { return answer(question); },
        [this, ticket](Answer answer) {
            if (ticket != m_tickets.current()) return; // overtaken
            m_asked = false;
            show(std::move(answer));
        });
}

void EstateTable::show(Answer answer)
{
    m_moment = answer.moment;
    const bool sorted = m_shownSort != m_sortColumn || m_shownOrder != m_sortOrder;
    m_shownSort = m_sortColumn;
    m_shownOrder = m_sortOrder;
    m_shownFilter = m_filter;
    if (sorted && answer.reordered && answer.rows.size() == m_rows.size())
        showReordered(std::move(answer.index), std::move(answer.rows));
    else
        showOthers(std::move(answer.index), std::move(answer.rows));
    makeWords();
    if (m_feed.moment() != m_moment) follow(m_moment, m_feed.moment());
    Q_EMIT shown();
}

void EstateTable::showReordered(IndexPtr index_, std::vector<Number> rows)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto kept = persistentIndexList(); // a selection's few
    std::vector<RecordId> ids;
    std::unordered_map<RecordId, int> places;
    for (const auto &old : kept) {
        ids.push_back(idAt(old.row()));
        places.emplace(ids.back(), -1);
    }
    m_index = std::move(index_);
    m_rows = std::move(rows);
    if (!places.empty())
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (const auto found = places.find(entry(m_rows[i]).id); found != places.end())
                found->second = static_cast<int>(i);
    QModelIndexList moved;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const auto row = places.at(ids[static_cast<std::size_t>(i)]);
        moved.append(row < 0 ? QModelIndex() : index(row, kept[i].column()));
    }
    changePersistentIndexList(kept, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

/// Rows that are not in the new list go, rows that are only there come, in runs, where both are in the same order; else
/// all go and come.
void EstateTable::showOthers(IndexPtr index_, std::vector<Number> rows)
{
    struct Run {
        int at;
        int count;
    };
    std::vector<Run> gone, come;
    const auto add = [](std::vector<Run> &runs, std::size_t at) {
        if (!runs.empty() && static_cast<std::size_t>(runs.back().at + runs.back().count) == at)
            ++runs.back().count;
        else
            runs.push_back({static_cast<int>(at), 1});
    };
    const auto former = m_index; // what the present rows are numbers of
    const auto before = [this](const Entry &a, const Entry &b) { return comesBefore(a, b); };
    bool inOrder = m_rows.empty() || std::ranges::is_sorted(m_rows, [&](Number a, Number b) {
                       return before(former->entries[a], former->entries[b]);
                   });
    std::size_t i = 0, j = 0;
    while (inOrder && (i < m_rows.size() || j < rows.size())) {
        const bool oldEnded = i == m_rows.size();
        const bool newEnded = j == rows.size();
        if (newEnded || (!oldEnded && before(former->entries[m_rows[i]], index_->entries[rows[j]])))
            add(gone, i++);
        else if (oldEnded || before(index_->entries[rows[j]], former->entries[m_rows[i]]))
            add(come, j++);
        else
            ++i, ++j;
        if (gone.size() + come.size() > mostRanges) inOrder = false;
    }
    if (!inOrder) {
        gone = {{0, rowCount()}};
        come = {{0, static_cast<int>(rows.size())}};
    }
    for (auto run = gone.rbegin(); run != gone.rend(); ++run) {
        if (run->count == 0) continue;
        beginRemoveRows({}, run->at, run->at + run->count - 1);
        m_rows.erase(m_rows.begin() + run->at, m_rows.begin() + run->at + run->count);
        endRemoveRows();
    }
    // What is left stands in both lists, in the same order: it takes the new numbers, then the others come between.
    std::vector<Number> left;
    auto run = come.begin();
    for (std::size_t at = 0; at < rows.size(); ++at) {
        while (run != come.end() && at >= static_cast<std::size_t>(run->at + run->count)) ++run;
        if (run != come.end() && at >= static_cast<std::size_t>(run->at)) continue;
        left.push_back(rows[at]);
    }
    m_index = std::move(index_);
    m_rows = std::move(left);
    for (const auto &one : come) {
        if (one.count == 0) continue;
        beginInsertRows({}, one.at, one.at + one.count - 1);
        m_rows.insert(m_rows.begin() + one.at, rows.begin() + one.at, rows.begin() + one.at + one.count);
        endInsertRows();
    }
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace keyward::models
