// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/fields.h"

/// What the actions on the keystore itself share.
namespace keyward::models {

inline const auto keystoreBlade = QStringLiteral("keystore");

QString lineOf(const Situation &s, const engine::StoreDeed &deed);
/// A box to be ticked before something that cannot be taken back.
Field tick(const QString &label);

} // namespace keyward::models
