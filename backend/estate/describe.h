// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/sentence.h"
#include "backend/estate/command.h"
#include "backend/estate/estate.h"

/// Sentences about the estate, made in one place for the window, the command line and the log.
namespace keyward::estate {

std::string plural(std::string_view noun); ///< keys, entries

std::string counted(std::uint64_t count, std::string_view noun);      ///< "1 recovery point", "3 recovery points"
std::string describe(const Estate &estate, const Resource &resource); ///< Recovery Services vault 'rsv1'
std::string keyPath(const Estate &estate, const Key &key);            ///< kv1/key1

std::string_view operationName(const Action &action);              ///< for the log: key.create
std::string subjectOf(const Estate &estate, const Action &action); ///< the name of what it is about
Sentence describe(const Estate &estate, const Action &action);     ///< "Rotate key kv1/key1"
Sentence irreversible(const Estate &estate, const Action &action); ///< why it cannot be taken back; empty if it can

} // namespace keyward::estate
