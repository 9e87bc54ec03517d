// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/form_widget.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/form_field.h"

#include <QVBoxLayout>

#include <algorithm>

namespace keyward::ui {

using models::Field;

FormWidget::FormWidget(const std::vector<Field> &fields, QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(14);
    QString section;
    for (const auto &field : fields) {
        if (!field.section.isEmpty() && field.section != section) {
            section = field.section;
            m_sections.push_back({label(section, fonts::section(), Tone::Normal, this), {}});
            m_column->addWidget(m_sections.back().heading);
        }
        auto *one = new FormField(field, this);
        m_fields.insert(field.id, one);
        m_order += field.id;
        if (!m_sections.empty()) m_sections.back().fields += field.id;
        connect(one, &FormField::edited, this,
                [this, id = field.id](const QVariant &value) { Q_EMIT edited(id, value); });
        m_column->addWidget(one);
    }
    setVisible(!m_fields.isEmpty());
}

void FormWidget::refresh(const models::Form &form)
{
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field) {
        auto &one = *field.value();
        one.setVisible(form.asks(field.key()));
        one.show(form.values().value(field.key()));
        one.setNote(form.noteOf(field.key()));
        one.showError(form.errorOf(field.key()));
    }
    for (const auto &section : m_sections)
        section.heading->setVisible(
            std::ranges::any_of(section.fields, [&](const QString &id) { return form.asks(id); }));
}

QWidget *FormWidget::first() const { return m_order.isEmpty() ? nullptr : m_fields[m_order.front()]->input(); }

QWidget *FormWidget::input(const QString &field) const
{
    const auto *found = m_fields.value(field);
    return found ? found->input() : nullptr;
}

} // namespace keyward::ui
