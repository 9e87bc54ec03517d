// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/workplace.h"
#include "backend/reports/report.h"

namespace keyward::reports {

using Format = engine::ReportFormat;
Result<Format> formatFrom(std::string_view text); ///< Code::ValueInvalid

Bytes renderHtml(const Report &report); ///< one file, no script, light and dark
Bytes renderCsv(const Report &report);  ///< RFC 4180; the first field of a row names its section
Bytes renderJson(const Report &report);
Result<Bytes> renderPdf(const Report &report); ///< A4 landscape, selectable text that copies as it reads, page numbers

} // namespace keyward::reports
