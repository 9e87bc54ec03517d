// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/command_lines.h"

#include <QJsonArray>
#include <QJsonObject>

/// The estate as JSON, one shape for the command line and for reports. Times are ISO 8601 in UTC, ids hexadecimal.
namespace keyward::reports {

QString text(std::string_view utf8);
QJsonObject view(const estate::Estate &estate, const estate::Vault &vault);
QJsonObject view(const estate::Estate &estate, const estate::Key &key, bool withVersions = true);
QJsonObject view(const estate::Estate &estate, const estate::Key &key, const estate::KeyVersion &version);
QJsonObject view(const estate::Principal &principal, const estate::Estate &estate);
QJsonObject view(const estate::Estate &estate, const estate::Resource &resource);
QJsonObject view(const estate::Estate &estate, const estate::Job &job);
QJsonObject view(const estate::BindingHealth &health);
QJsonObject view(const engine::AuditEntry &entry);
/// With the lines that undo, mend and do.
QJsonObject view(const estate::Estate &before, const estate::Impact &impact, const engine::CommandLines &lines);
QJsonObject view(const estate::Estate &estate, const estate::Plan &plan, const engine::CommandLines &lines);
QJsonObject view(const estate::Claim &claim);
QJsonObject view(const Error &error);
QJsonObject bindingView(const estate::Estate &estate, const estate::Resource &resource); ///< BKP-14
QJsonArray accessView(const estate::Estate &estate, const estate::Vault &vault);

} // namespace keyward::reports
