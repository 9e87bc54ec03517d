// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QVariant>

#include <functional>
#include <vector>

namespace keyward::models {

/// One thing to fill in, declared: label, input, hint and check belong together.
struct Field {
    enum class Kind { Text, Choice, Check, Folder, NewFile, Permissions, Many, File, Secret, NewSecret, RecoveryKey };
    /// File: one that is there. Secret, NewSecret: a TypedSecretPtr. RecoveryKey: a RecoverySheetPtr.
    QString id;
    QString label;
    Kind kind = Kind::Text;
    QVariant value = {};
    QString hint = {};
    struct Option {
        QString value;
        QString text;
    };
    std::vector<Option> options = {};                    ///< of a choice, or of those to tick
    std::function<QString(const QVariant &)> error = {}; ///< a sentence; empty: fine
    bool optional = false;
    QString suffix = {}; ///< of a new file: .pdf
};
using Values = QMap<QString, QVariant>;

} // namespace keyward::models
