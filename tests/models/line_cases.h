// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"
#include "models/target.h"

#include <QMap>
#include <QVariant>

/// CON-8: what is done in the window, and what is filled in for it: of each, the line is tried.
namespace keyward::test {

constexpr const char *passphrase = "correct horse battery staple";
constexpr const char *friendly = "Bot's friend"; ///< an application
extern QString clientSecret;                     ///< of it, as it was shown when it was made

struct Case {
    const char *name;
    const char *action;
    std::function<models::Target(const estate::Estate &)> target;
    QMap<QString, QVariant> values = {};
    const char *makes = nullptr; ///< a file or folder outside the keystore
    std::function<void(const estate::Estate &, QMap<QString, QVariant> &)> more = {};
    bool beside = false; ///< what it changes, if anything, is not in the estate
};
std::vector<Case> cases();

models::Target vaultAt(const estate::Estate &estate, const char *name);
models::Target keyAt_(const estate::Estate &estate, const char *vault, const char *key);
models::Target newest(const estate::Estate &estate, const char *vault, const char *key);

} // namespace keyward::test
