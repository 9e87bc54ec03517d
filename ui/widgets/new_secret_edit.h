// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/secret_draft.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace keyward::ui {

class SecretEdit;

/// Says that Caps Lock seems to be on, under a field that shows dots.
QLabel *capsHint(SecretEdit *field);

/// Where a new secret is typed, twice, with how strong it is.
class NewSecretEdit final : public QWidget
{
    Q_OBJECT
public:
    /// The two fields are named PREFIX.passphrase and PREFIX.again.
    NewSecretEdit(const QString &prefix, models::TypedSecretPtr typed, QWidget *parent);
    SecretEdit *first() const { return m_first; }
    void empty();

Q_SIGNALS:
    void edited();
    void returnPressed(); ///< in the second field

private:
    void refresh();

    models::TypedSecretPtr m_typed;
    SecretEdit *m_first;
    SecretEdit *m_again;
    QProgressBar *m_meter;
    QLabel *m_strength;
};

} // namespace keyward::ui
