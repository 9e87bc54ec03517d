// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>
#include <vector>

namespace keyward::models {

using Values = QMap<QString, QVariant>;

/// One thing to fill in, declared: label, input, hint and check belong together.
struct Field {
    /// Date: a moment as people write it, typed or taken from a calendar; empty: none. OldFile: one that exists.
    /// Passage: several lines of text. Secret, NewSecret: a TypedSecretPtr. RecoveryKey: a RecoverySheetPtr.
    enum class Kind {
        Text,
        Choice,
        Check,
        Folder,
        NewFile,
        Permissions,
        Many,
        Pick,
        Date,
        OldFile,
        Passage,
        Secret,
        NewSecret,
        RecoveryKey
    };
    QString id;
    QString label;
    Kind kind = Kind::Text;
    QVariant value = {};
    QString hint = {};
    struct Option {
        QString value;
        QString text;
    };
    std::vector<Option> options = {};                    ///< of a choice, of those to tick, or templates of permissions
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
    QString section = {};                                  ///< the heading over it and those after it
    std::function<bool(const Values &)> when = {};         ///< whether it is asked at all; none: always
    std::function<QString(const QVariant &)> comesTo = {}; ///< what the value means, shown instead of the hint
};

/// Kept in protected memory: the value is the place, and says nothing of what is there.
bool isProtected(Field::Kind kind);

/// Fields as they are filled in.
class Form
{
public:
    Form() = default;
    explicit Form(std::vector<Field> fields);

    const std::vector<Field> &fields() const { return m_fields; }
    const Values &values() const { return m_values; }
    bool set(const QString &id, const QVariant &value);     ///< whether it changed
    void suggest(const QString &id, const QVariant &value); ///< as if it had been there from the start
    bool touched(const QString &id) const { return m_touched.contains(id); }
    bool asks(const QString &id) const;
    QString errorOf(const QString &id) const; ///< once it was touched
    QString noteOf(const QString &id) const;  ///< under the input: what its value comes to, or the hint
    QString problem() const;                  ///< the first thing that is wrong or missing; empty: nothing

private:
    const Field *field(const QString &id) const;
    bool asks(const Field &field) const { return !field.when || field.when(m_values); }
    QString wrongWith(const Field &field) const;

    std::vector<Field> m_fields;
    Values m_values;
    QSet<QString> m_touched;
};

} // namespace keyward::models
