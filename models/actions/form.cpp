// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/form.h"

#include "models/recovery_sheet.h"
#include "models/secret_draft.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Form)
};

bool isMissing(const Field &field, const QVariant &value)
{
    switch (field.kind) {
    case Field::Kind::Secret:
    case Field::Kind::NewSecret: {
        const auto typed = value.value<TypedSecretPtr>();
        return !typed || typed->secret.empty() || (field.kind == Field::Kind::NewSecret && typed->again.empty());
    }
    case Field::Kind::RecoveryKey: return !value.value<RecoverySheetPtr>();
    default: return value.toString().isEmpty();
    }
}

/// What is wrong with what was given, as far as it was.
QString mistakeIn(const Field &field, const QVariant &value)
{
    if (field.kind == Field::Kind::NewSecret) {
        const auto typed = value.value<TypedSecretPtr>();
        return typed ? newSecretError(*typed) : QString();
    }
    if (isMissing(field, value)) return {};
    if (field.kind == Field::Kind::Pick && !field.picker.at(value.toString()))
        return Words::tr("Choose one that is found.");
    return field.error ? field.error(value) : QString();
}

} // namespace

bool isProtected(Field::Kind kind)
{
    return kind == Field::Kind::Secret || kind == Field::Kind::NewSecret || kind == Field::Kind::RecoveryKey;
}

Form::Form(std::vector<Field> fields) : m_fields(std::move(fields))
{
    for (const auto &field : m_fields) m_values.insert(field.id, field.value);
}

const Field *Form::field(const QString &id) const
{
    const auto found = std::ranges::find(m_fields, id, &Field::id);
    return found == m_fields.end() ? nullptr : &*found;
}

bool Form::set(const QString &id, const QVariant &value)
{
    m_touched.insert(id);
    const auto *one = field(id);
    const bool comparable = !one || !isProtected(one->kind);
    if (comparable && m_values.value(id) == value) return false;
    m_values.insert(id, value);
    return true;
}

void Form::suggest(const QString &id, const QVariant &value)
{
    if (field(id) && !touched(id)) m_values.insert(id, value);
}

bool Form::asks(const QString &id) const
{
    const auto *one = field(id);
    return one && asks(*one);
}

QString Form::wrongWith(const Field &field) const
{
    if (!asks(field)) return {};
    const auto value = m_values.value(field.id);
    if (auto mistake = mistakeIn(field, value); !mistake.isEmpty()) return mistake;
    return !field.optional && isMissing(field, value) ? Words::tr("%1 is needed.").arg(field.label) : QString();
}

QString Form::errorOf(const QString &id) const
{
    const auto *one = field(id);
    if (!one || !touched(id) || !asks(*one)) return {};
    return isProtected(one->kind) ? mistakeIn(*one, m_values.value(id))
                                  : wrongWith(*one); // not while it is being typed
}

QString Form::noteOf(const QString &id) const
{
    const auto *one = field(id);
    if (!one) return {};
    const auto picked = one->kind == Field::Kind::Pick ? one->picker.at(m_values.value(id).toString())
                                                       : std::optional<Field::Picker::Item>();
    if (picked && !picked->detail.isEmpty()) return picked->detail;
    const auto note = one->comesTo ? one->comesTo(m_values.value(id)) : QString();
    return note.isEmpty() ? one->hint : note;
}

QString Form::problem() const
{
    for (const auto &one : m_fields)
        if (const auto wrong = wrongWith(one); !wrong.isEmpty()) return wrong;
    return {};
}

} // namespace keyward::models
