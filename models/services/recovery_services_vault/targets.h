// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/table_source.h"
#include "models/target.h"

/// What a Recovery Services vault protects, as things of the window.
namespace keyward::engine {
class FolderBackups;
class Workplace;
} // namespace keyward::engine

namespace keyward::models {

struct Situation;

inline constexpr Scope itemScope{"item"};   ///< a protected folder
inline constexpr Scope pointScope{"point"}; ///< a recovery point

inline Target itemOf(const estate::ResourceId &resource, std::string source)
{
    return {itemScope, RecordId{resource.bytes}, {}, std::move(source)};
}
inline Target targetOf(const estate::PointId &id) { return {pointScope, RecordId{id.bytes}, {}, {}}; }
inline estate::PointId pointOf(const Target &target) { return {target.id.bytes}; }

bool isRecoveryServicesVault(const Situation &s);
engine::FolderBackups &backupsOf(engine::Workplace &workplace);
std::vector<std::string> linesOf(const QString &typed); ///< what stands in the lines that are not empty
TableSourcePtr pointsSource(estate::ResourceId resource, std::string source);

} // namespace keyward::models
