// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/form.h"

#include <QWidget>

class QVBoxLayout;

namespace keyward::ui {

class FormField;

/// The fields of a form under each other, in sections where they name some.
class FormWidget final : public QWidget
{
    Q_OBJECT
public:
    explicit FormWidget(const std::vector<models::Field> &fields, QWidget *parent = nullptr);
    void refresh(const models::Form &form); ///< what is asked, what is wrong, what was filled in
    QWidget *first() const;                 ///< where the focus begins; null: no field
    QWidget *input(const QString &field) const;

Q_SIGNALS:
    void edited(const QString &field, const QVariant &value);

private:
    struct Section {
        QWidget *heading;
        QStringList fields;
    };
    QVBoxLayout *m_column;
    QStringList m_order;
    QMap<QString, FormField *> m_fields;
    std::vector<Section> m_sections;
};

} // namespace keyward::ui
