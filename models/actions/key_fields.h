// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/fields.h"

/// What forms about key versions share: creating, rotating, importing and changing one.
namespace keyward::models {

const estate::Key *keyOf(const Situation &s);
const estate::KeyVersion &versionOf(const Situation &s); ///< the one it is about, of a key its latest
bool isLiveKey(const Situation &s);

QStringList keyBlades(); ///< where one or many live keys are shown

/// What a vault of that tier can hold, as "RSA:2048" or "EC-HSM:P-256".
std::vector<Field::Option> kindOptions(estate::Tier tier);
Result<KeySpec> specOf(const QString &option);
QString kindNote(const QString &option); ///< where something is to be known of the kind

/// Ticks for what keys of that kind can do; import (alone) is offered for RSA.
Field operationsField(const QString &id, KeyKind kind, estate::PermissionSet ticked);
QString operationTitles(estate::PermissionSet operations); ///< Wrap key, Unwrap key
Field activationField(const std::optional<Instant> &at, Instant now);
Field expiryField(const std::optional<Instant> &at, const QString &none, Instant now);
Field tagsField(const estate::Tags &tags);
Field enabledField(bool on, const QString &hint);

QString tagsText(const estate::Tags &tags); ///< owner=ada, purpose=backup; a comma in a value is written \,
estate::Tags tagsFrom(const QString &typed);

/// What these fields say of a version that is to be made, with fresh ids. What is left empty is left open.
Result<estate::command::VersionSeed> seedFrom(const Situation &s, const Values &values, const QString &operations);

} // namespace keyward::models
