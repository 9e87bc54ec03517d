// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>
#include <vector>

namespace keyward::models {

/// One thing to fill in, declared: label, input, hint and check belong together.
struct Field {
    enum class Kind { Text, Choice, Check, Folder, NewFile, Permissions, Many, Pick };
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
    /// One of many, found by searching (Pick). The field's value is the picked item's, or what was typed as long as it
    /// is nothing that can be picked: a draft refuses that.
    struct Picker {
        struct Item {
            QString value;
            QString text;
            QString detail = {}; ///< tells those of the same name apart
        };
        struct Found {
            std::vector<Item> items; ///< best first
            std::size_t total = 0;   ///< with those that were left out
        };
        std::vector<Option> kinds = {}; ///< to look among one kind only; none: no such choice
        /// By part of the name or by id; without words all. Called on the window's thread at each key.
        std::function<Found(const QString &words, const QString &kind, std::size_t most)> find = {};
        std::function<std::optional<Item>(const QString &value)> at = {}; ///< what a value stands for
    };
    Picker picker = {};
};
using Values = QMap<QString, QVariant>;

} // namespace keyward::models
