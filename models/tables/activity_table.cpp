// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/activity_table.h"

#include "backend/base/names.h"
#include "models/operation_words.h"
#include "models/text.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActivityTable)
};

constexpr std::size_t page = 200;
constexpr int mostPagesPerRead = 50; ///< a rare filter is answered in steps

/// A vault's name also finds its keys, a key's path its versions; a key URI is taken as its path.
bool concerns(const engine::AuditEntry &entry, const std::string &about)
{
    if (about.empty()) return true;
    const auto &subject = entry.subject;
    const auto at = [&](std::string_view what) {
        const auto place = subject.find(what);
        if (place == std::string::npos) return false;
        const auto end = place + what.size();
        const auto edge = [](char c) { return !std::isalnum(static_cast<unsigned char>(c)) && c != '-'; };
        return (place == 0 || edge(subject[place - 1])) && (end == subject.size() || edge(subject[end]));
    };
    if (at(about)) return true;
    const auto slash = about.find('/');
    return slash != std::string::npos && at(about.substr(0, slash) + ".vault.keyward.local/keys" + about.substr(slash));
}

bool matches(const engine::AuditEntry &entry, const std::string &about, const std::string &filter)
{
    if (!concerns(entry, about)) return false;
    if (filter.empty()) return true;
    for (const auto *part : {&entry.subject, &entry.operation, &entry.principal, &entry.reason})
        if (folded(*part).find(filter) != std::string::npos) return true;
    if (folded(utf8(operationWords(entry.operation))).find(filter) != std::string::npos) return true;
    if (engine::hasId(entry.subjectId, filter) || engine::hasId(entry.principalId, filter)) return true;
    return std::string(engine::resultText(entry.result)).find(filter) != std::string::npos;
}

} // namespace

ActivityTable::ActivityTable(Workspace &workspace, std::string about, std::size_t limit, QObject *parent)
    : TableModel(parent), m_workspace(workspace), m_about(std::move(about)), m_limit(limit)
{
    connect(&workspace.feed(), &EstateFeed::moved, this, &ActivityTable::lookForNewer);
    connect(&workspace.feed(), &EstateFeed::ticked, this, &ActivityTable::lookForNewer);
    connect(&workspace, &Workspace::undoKnown, this, [this] {
        const auto last = columnCount() - 1;
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, last), index(rowCount() - 1, last));
    });
    lookForNewer();
}

const std::vector<Column> &ActivityTable::columns() const
{
    static const std::vector<Column> all{{Words::tr("Time"), 172, false, false, true},
                                         {Words::tr("Who"), 130},
                                         {Words::tr("What"), 190, false, false, true},
                                         {Words::tr("Target"), 220, false, true},
                                         {Words::tr("Result"), 104, false, false, true},
                                         {Words::tr("Details"), 260},
                                         {QString(), 116, false, false, true}};
    static const std::vector<Column> brief{{Words::tr("Time"), 90},
                                           {Words::tr("Who"), 130},
                                           {Words::tr("What"), 190, false, false, true},
                                           {Words::tr("Target"), 220, false, true},
                                           {Words::tr("Result"), 104, false, false, true}};
    return m_limit ? brief : all;
}

Cell ActivityTable::cell(int row, int column) const
{
    const auto &entry = m_entries[static_cast<std::size_t>(row)];
    switch (column) {
    case 0:
        return {m_limit ? clockTime(entry.time) : dateAndTime(entry.time),
                Words::tr("%1  (entry %2)").arg(dateAndTime(entry.time), number(entry.sequence)),
                {},
                true};
    case 1: return {text(entry.principal), {}, {}};
    case 2: return {operationWords(entry.operation), text(entry.operation), {}};
    case 3: return {text(entry.subject), {}, {}, false, false, false};
    case 4:
        switch (entry.result) {
        case engine::AuditEntry::Result::Success: return {Words::tr("Done"), text(entry.reason), State::Working};
        case engine::AuditEntry::Result::Denied: return {Words::tr("Refused"), text(entry.reason), State::Lost};
        case engine::AuditEntry::Result::Failed: return {Words::tr("Failed"), text(entry.reason), State::AtRisk};
        }
        return {};
    case 5: return {text(entry.reason), {}, {}, false, true};
    default: return {}; // a button stands there, or nothing
    }
}

QString ActivityTable::buttonAt(int row) const
{
    return m_limit || fixAt(row).empty() ? QString() : Words::tr("Undo…");
}

std::vector<estate::Action> ActivityTable::fixAt(int row) const
{
    const auto *undo = m_workspace.undoOf(m_entries[static_cast<std::size_t>(row)].sequence);
    return undo ? std::vector{*undo} : std::vector<estate::Action>{};
}

RecordId ActivityTable::idAt(int row) const
{
    RecordId id;
    const auto bytes = bigEndian(m_entries[static_cast<std::size_t>(row)].sequence);
    std::ranges::copy(bytes, id.bytes.begin());
    return id;
}

int ActivityTable::rowOf(const RecordId &id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (idAt(row) == id) return row;
    return -1;
}

void ActivityTable::setFilter(const QString &filter)
{
    auto next = folded(utf8(filter.trimmed()));
    if (next == m_filter) return;
    m_filter = std::move(next);
    m_tickets.next();
    m_reading = false;
    if (!m_entries.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_entries.clear();
        endRemoveRows();
    }
    m_newest = m_oldest = 0;
    lookForNewer();
}

bool ActivityTable::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_limit == 0 && m_oldest > 1 && !m_reading;
}
void ActivityTable::fetchMore(const QModelIndex &) { readOlder(); }

void ActivityTable::lookForNewer()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    const auto ticket = m_tickets.next();
    const bool first = m_newest == 0;
    const auto wanted = m_limit ? m_limit : page;
    m_workspace.background().run(
        Background::Lane::Feed, this,
        [workplace = m_workspace.workplace(), about = m_about, filter = m_filter, known = m_newest,
         wanted]() -> Result<Page> {
            Page out;
            auto before = std::uint64_t{0};
            for (int i = 0; i < mostPagesPerRead; ++i) {
                KEYWARD_TRY(auto some, workplace->log().newest(page, before));
                if (some.empty()) {
                    out.readDownTo = 1;
                    break;
                }
                if (out.newest == 0) out.newest = some.front().sequence;
                out.readDownTo = some.back().sequence;
                for (auto &entry : some)
                    if (entry.sequence > known && matches(entry, about, filter))
                        out.entries.push_back(std::move(entry));
                before = out.readDownTo;
                if (out.readDownTo <= known + 1 || out.readDownTo <= 1 || (known == 0 && out.entries.size() >= wanted))
                    break;
            }
            return out;
        },
        [this, ticket, first](Result<Page> read) {
            if (ticket != m_tickets.current()) return;
            m_reading = false;
            if (read && !read->entries.empty()) {
                const auto count = static_cast<int>(read->entries.size());
                beginInsertRows({}, 0, count - 1);
                m_entries.insert(m_entries.begin(), std::make_move_iterator(read->entries.begin()),
                                 std::make_move_iterator(read->entries.end()));
                endInsertRows();
            }
            if (read) {
                m_newest = std::max(m_newest, read->newest);
                if (first) m_oldest = read->readDownTo;
            }
            if (m_limit && m_entries.size() > m_limit) {
                beginRemoveRows({}, static_cast<int>(m_limit), rowCount() - 1);
                m_entries.resize(m_limit);
                endRemoveRows();
            }
            Q_EMIT shown();
            if (std::exchange(m_again, false)) lookForNewer();
        });
}

void ActivityTable::readOlder()
{
    if (m_reading || m_oldest <= 1) return;
    m_reading = true;
    const auto ticket = m_tickets.next();
    m_workspace.background().run(
        Background::Lane::Feed, this,
        [workplace = m_workspace.workplace(), about = m_about, filter = m_filter, before = m_oldest]() -> Result<Page> {
            Page out;
            out.readDownTo = before;
            for (int i = 0; i < mostPagesPerRead && out.entries.size() < page && out.readDownTo > 1; ++i) {
                KEYWARD_TRY(auto some, workplace->log().newest(page, out.readDownTo));
                if (some.empty()) {
                    out.readDownTo = 1;
                    break;
                }
                out.readDownTo = some.back().sequence;
                for (auto &entry : some)
                    if (matches(entry, about, filter)) out.entries.push_back(std::move(entry));
            }
            return out;
        },
        [this, ticket](Result<Page> read) {
            if (ticket != m_tickets.current()) return;
            m_reading = false;
            if (read) m_oldest = read->readDownTo;
            if (read && !read->entries.empty()) {
                beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(read->entries.size()) - 1);
                m_entries.insert(m_entries.end(), std::make_move_iterator(read->entries.begin()),
                                 std::make_move_iterator(read->entries.end()));
                endInsertRows();
            }
            Q_EMIT shown();
            if (std::exchange(m_again, false)) lookForNewer();
        });
}

} // namespace keyward::models
