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
/// In the named region, and otherwise where the keystore puts things.
Result<estate::Placement> placement(const Situation &s, const Values &values);

QString absoluteError(const QVariant &value);
QString existingFolderError(const QVariant &value);
QString newFileError(const QVariant &value);
QString newFolderError(const QVariant &value); ///< new or empty

} // namespace keyward::models
