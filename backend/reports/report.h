// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/audit.h"
#include "backend/engine/api/console.h"
#include "backend/engine/api/siem.h"
#include "backend/estate/costs.h"

#include <QJsonArray>
#include <QJsonObject>

namespace keyward::reports {

struct Column {
    std::string title;
    double share = 1;   ///< of the width
    bool right = false; ///< numbers
    bool mono = false;  ///< identifiers
};

struct Section {
    std::string id; ///< for programs: keys
    std::string title;
    std::string note; ///< what an empty table means, or how to read it
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

/// What one service keeps, as a section and, complete, for programs.
struct StoredSection {
    QString name; ///< of the JSON member
    Section section;
    QJsonArray json;
};

/// An audit report before it is written in one format or another (CON-6).
struct Report {
    std::string title;
    Instant generated{};
    std::string storeId;
    std::string signer;                 ///< fingerprint of the key that will sign it
    engine::AuditCheckpoint checkpoint; ///< the log as it stood: what leaves the machine proves it later
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<Section> sections;
    QJsonObject json; ///< the same, complete, for programs
};

struct ReportInput {
    engine::EstatePtr estate;
    estate::Assessment assessment;
    std::vector<engine::AuditEntry> entries; ///< oldest first
    engine::AuditCheckpoint checkpoint;
    Instant now{};
    std::string storeId;
    Bytes signerPublicKey;
    estate::CallCounts calls;    ///< of the reported months
    estate::PriceListPtr prices; ///< absent: nothing is said of costs
    /// Of the receivers of the log that could be asked for.
    std::map<estate::SiemReceiverId, engine::SiemStanding> receivers = {};
};

/// Whose calls a report tells: this one, and the one before it, which is whole. The newer first.
std::vector<Month> reportedMonths(Instant now);

/// Estate, keys and versions with ages, bindings and health, access, calls of vaults and their costs, receivers of the
/// log, jobs, log entries, findings.
Report buildReport(const ReportInput &input);

} // namespace keyward::reports
