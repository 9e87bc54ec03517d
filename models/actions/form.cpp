// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/form.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Form)
};

} // namespace

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
    if (m_values.value(id) == value) return false;
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
    if (value.toString().isEmpty()) return field.optional ? QString() : Words::tr("%1 is needed.").arg(field.label);
    if (field.kind == Field::Kind::Pick && !field.picker.at(value.toString()))
        return Words::tr("Choose one that is found.");
    return field.error ? field.error(value) : QString();
}

QString Form::errorOf(const QString &id) const
{
    const auto *one = field(id);
    return one && touched(id) ? wrongWith(*one) : QString();
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
