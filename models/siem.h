// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/target.h"

/// Receivers of the log as things of the window.
namespace keyward::models {

inline constexpr Scope siemScope{"siem"};
inline Target targetOf(const estate::SiemReceiverId &id) { return {siemScope, RecordId{id.bytes}, {}, {}}; }
inline estate::SiemReceiverId siemReceiverIn(const Target &target) { return {target.id.bytes}; }
QString transportTitle(const estate::SiemTarget &target); ///< File of JSON lines, Syslog over TLS
QString goesTo(const estate::SiemTarget &target);         ///< siem.example.org:6514, over TLS

} // namespace keyward::models
