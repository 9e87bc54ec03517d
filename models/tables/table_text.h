// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/table_model.h"
#include "models/workspace.h"

/// What a table shows, for other programs.
namespace keyward::models {

/// Rows as text, a line each, columns parted by tabs: for the clipboard.
QString plainText(const TableModel &table, const std::vector<int> &rows, const std::vector<int> &columns);

/// All rows that are shown under the titles of the columns, in UTF-8, as RFC 4180 has it.
std::string csvText(const TableModel &table, const std::vector<int> &columns);

/// Writes it into a new file beside the window, and tells how that ended.
void saveCsv(Workspace &workspace, const QString &file, const std::string &text);

} // namespace keyward::models
