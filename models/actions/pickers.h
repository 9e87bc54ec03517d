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
Status somebodyThere(const Situation &s); ///< to whom something could be given
/// Built-in and own ones. The value is the role's id.
Field::Picker rolePicker(const Situation &s);
/// What roles are assigned on, but for single keys, of which there may be too many: tenant, subscriptions, resource
/// groups, vaults. The value is what scopeFrom() reads.
Field::Picker scopePicker(const Situation &s);
enum class DeletedKeys { LeftOut, Offered };
/// Live keys of live vaults, by key or by vault; the value is the key's id.
Field::Picker keyPicker(const Situation &s, const std::optional<estate::VaultId> &only = {},
                        DeletedKeys deleted = DeletedKeys::LeftOut);
/// BKP-12: those that the resource does not have yet, by subscription, name, resource group or id.
Field::Picker userIdentityPicker(const Situation &s, const estate::ResourceId &resource);
using PickerOf = std::function<Field::Picker(const Situation &)>;
/// For a page that stands open while the estate moves on: made anew when it has.
Field::Picker following(Workspace &workspace, const PickerOf &make);
QString principalDetail(const estate::Principal &principal); ///< Group, 3f2a91bc…

} // namespace keyward::models
