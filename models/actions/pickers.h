// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action.h"

/// What fields let people pick among many.
namespace keyward::models {

struct Pickable {
    Field::Picker::Item item;
    QString kind = {};    ///< of the picker's
    std::string ids = {}; ///< by which it is found besides its name, separated by newlines; a beginning is enough
};
/// Found by any part of the name or the beginning of an id: names that begin so first, then by name.
Field::Picker pickAmong(std::vector<Pickable> all, std::vector<Field::Option> kinds = {});

using TakesPrincipal = std::function<bool(const estate::Principal &)>;
/// Those that 'takes' says can be given; none: all. The value is the principal's id.
Field::Picker principalPicker(const Situation &s, const TakesPrincipal &takes = {});
QString principalDetail(const estate::Principal &principal); ///< Group, 3f2a91bc…

} // namespace keyward::models
