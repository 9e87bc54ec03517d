// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/form.h"

#include <QAbstractListModel>
#include <QLineEdit>

class QComboBox;
class QCompleter;

namespace keyward::ui {

/// What a picker finds, a screenful at a time, and a last row that says how many there are beyond it.
class PickModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, ValueRole };
    explicit PickModel(models::Field::Picker picker, QObject *parent = nullptr)
        : QAbstractListModel(parent), m_picker(std::move(picker))
    {}
    void look(const QString &words, const QString &kind);
    const std::vector<models::Field::Picker::Item> &items() const { return m_found.items; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QString last() const; ///< what the row below those found says

    models::Field::Picker m_picker;
    models::Field::Picker::Found m_found;
};

/// A field in which one of many is searched for by name or id, with a choice of kinds beside it.
class PickEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit PickEdit(const models::Field &field, QWidget *parent = nullptr);
    QLineEdit *edit() const { return m_edit; }
    const QString &detail() const { return m_detail; } ///< of what is picked

Q_SIGNALS:
    void edited(const QString &value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look(); ///< and shows what there is
    void take(const models::Field::Picker::Item &item);
    void typed(const QString &text);
    QString kind() const;

    models::Field::Picker m_picker;
    QLineEdit *m_edit;
    QComboBox *m_kind = nullptr;
    PickModel *m_model;
    QCompleter *m_completer;
    QString m_value;
    QString m_detail;
};

} // namespace keyward::ui
