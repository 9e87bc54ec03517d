// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action.h"

/// What the forms of places and networks share, and of what stands in them.
namespace keyward::models {

/// "region": one of those of the catalogue, by its title.
Field regionField(const Situation &s, const QString &hint = {});
/// "group": one of the resource groups, each with its subscription; placement() of fields.h reads it.
Field groupField(const Situation &s);
/// MOD-24: what could be the store of resources of one of these kinds, if they have any; by name.
std::vector<const estate::Resource *> storesOf(const estate::Estate &estate,
                                               const std::vector<const estate::ServiceProfile *> &profiles);
/// A new resource of a service: its name, which of the service's rules it goes by, where it stands, its tags,
/// and, where it may have one from the first, its key.
std::vector<Field> newResourceFields(const Situation &s, std::string_view service, const QString &regionHint = {});
/// … one of these sets of rules, 'usual' unless another is chosen.
std::vector<Field> newResourceFields(const Situation &s, const std::vector<const estate::ServiceProfile *> &profiles,
                                     const QString &usual, const QString &regionHint = {});
Result<Deed> newResource(const Situation &s, const Values &values); ///< what these fields say
/// Where something may move to: other groups, of the same tenant.
Field moveField(const Situation &s, const estate::Placement &from);
/// NotFound where there is none.
Status somewhereElse(const Situation &s, const estate::Placement &from);
Result<const estate::ResourceGroup *> groupFrom(const Situation &s, const Values &values);

/// Ranges separated by commas or spaces.
Result<std::vector<IpRange>> rangesFrom(const QString &typed);
QString addressError(const QVariant &value);
QString rangesError(const QVariant &value);
QString rangeError(const QVariant &value); ///< exactly one

} // namespace keyward::models
