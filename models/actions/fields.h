// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action.h"

/// What several actions' forms share. The checks return what is wrong as a sentence; empty: nothing.
namespace keyward::models {

template <class NameType> QString nameError(const QVariant &value)
{
    const auto checked = NameType::from(utf8(value.toString().trimmed()));
    return checked ? QString() : refusalOf(checked.error()).reason;
}

/// As the platform names it, or as people write it (West Europe).
std::function<QString(const QVariant &)> regionError(const Situation &s);
/// In the named region and resource group; without one, where the keystore puts things.
Result<estate::Placement> placement(const Situation &s, const Values &values);

/// Where something is missing that an action needs: in whole sentences.
std::unexpected<Error> refused(const QString &why, const QString &remedy);

/// A copy of what was typed into a secret field, for work that is done beside the window; the form keeps its own.
Result<std::shared_ptr<const crypto::SecretBytes>> typedIn(const Values &values, const char *id);

QString absoluteError(const QVariant &value);
QString existingFolderError(const QVariant &value);
QString newFileError(const QVariant &value);
QString newFolderError(const QVariant &value); ///< new or empty
QString existingFileError(const QVariant &value);

// Moments as people write them: 21 Nov 2027, 08:41 (in local time), or a length of time from now (365d).

Result<Instant> momentFrom(const QString &typed, Instant now); ///< Code::TimeInvalid
/// What stands in the field, as a moment or none.
Result<std::optional<Instant>> momentIn(const Values &values, const char *id, Instant now);
QString momentText(const std::optional<Instant> &at); ///< as momentFrom() reads it, to the minute
QString localZone();                                  ///< Local time, UTC+01:00
/// Optional; says beside the local zone what a length of time comes to. 'none': what it means that it is empty.
Field momentField(const QString &id, const QString &label, const std::optional<Instant> &at, const QString &none,
                  Instant now);

} // namespace keyward::models
