// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "backend/estate/succession.h"

/// What the key commands share.
namespace keyward::ctl {

struct VersionOptions {
    std::string path, expires, notBefore, operations;
    std::vector<std::string> tags;
    bool disabled = false, noExpiry = false, noTags = false;
};
void addVersionOptions(CLI::App *app, VersionOptions &o);
Result<estate::command::VersionSeed> seedFrom(Invocation &invocation, const VersionOptions &o);
/// Over an existing name it is that key's next version, and says so, with what it took over from the one before it.
Status printMade(Invocation &invocation, const estate::Estate &estate, const estate::VaultId &vault,
                 const std::string &name, const std::string &how, const std::optional<estate::Succession> &inherited);

/// Of a version that takes over from the one before it; of a first one, which has nothing that it must not take over.
void addNext(Line &line, const estate::command::VersionSeed &seed);
void addFirst(Line &line, estate::command::VersionSeed seed);

void addKeyImport(Commands &commands, CLI::App *group); ///< import, escrow, transfer-blob
void addKeyUse(Commands &commands, CLI::App *group);    ///< encrypt, decrypt, sign, verify, wrap, unwrap on files

} // namespace keyward::ctl
