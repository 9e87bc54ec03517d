// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether what is kept is there, and whole.

#include "backend/estate/describe_names.h"
#include "backend/protection/sql_server/sql_service.h"

#include <algorithm>

namespace keyward::protection {

using namespace estate;
using engine::DataCheck;
using Mode = sqlcipher::Database::Mode;

DataCheck SqlService::look(const Database &database, engine::Depth depth)
{
    using State = DataCheck::State;
    const auto as = [&](State state, std::optional<Error> why = {}) {
        return DataCheck{.data = recordOf(database.id), .state = state, .reason = std::move(why)};
    };
    const auto shown = nameOf(*m_parts.console.snapshot(), database.id);
    std::error_code error;
    if (!std::filesystem::is_regular_file(folderOf(database) / pagesName, error))
        return as(State::Damaged, Error{Code::DatabaseDamaged, shown, {"its file is missing"}, {}});
    if (database.encrypted)
        if (const auto boot = readBootRecord(folderOf(database), database.id); !boot)
            return as(State::Damaged, boot.error());
    if (depth == engine::Depth::Presence || database.dropped) return as(State::Unopened);
    const auto pages = open(database.id, DatabaseUse::Kind::Shared, Mode::Read);
    if (!pages)
        return as(pages.error().code == Code::DatabaseDamaged ? State::Damaged : State::Unopened, pages.error());
    const auto whole = pages->file->checkWhole();
    return whole ? as(State::Whole) : as(State::Damaged, whole.error());
}

Result<std::vector<DataCheck>> SqlService::verify(engine::Depth depth, const ProgressCallback &progress)
{
    const auto estate = m_parts.console.snapshot();
    std::vector<const Database *> all;
    for (const auto &[id, database] : estate->databases()) all.push_back(database.get());
    std::ranges::sort(all, {}, &Database::created);
    std::vector<const DatabaseBackup *> backups;
    for (const auto &[id, backup] : estate->all<DatabaseBackup>()) backups.push_back(backup.get());
    std::ranges::sort(backups, {}, &DatabaseBackup::made);
    std::vector<DataCheck> out;
    const auto goOn = [&] { return !progress || progress({.bytes = 0, .files = out.size()}); };
    for (const auto *database : all) {
        if (!goOn()) return fail(Code::Cancelled);
        out.push_back(look(*database, depth));
    }
    for (const auto *backup : backups) {
        if (!goOn()) return fail(Code::Cancelled);
        out.push_back(look(*backup, depth));
    }
    return out;
}

} // namespace keyward::protection
