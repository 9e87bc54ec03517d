// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/one_time_secret.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace keyward::ui {

/// Shows a secret this once, painted straight from protected memory: no label, no selection and no accessible text
/// holds it. A copy on the clipboard is taken back after a minute.
class SecretView final : public QWidget
{
    Q_OBJECT
public:
    explicit SecretView(std::shared_ptr<models::OneTimeSecret> secret, QWidget *parent = nullptr);
    QPushButton *copyButton() const { return m_copy; }

private:
    void copy();

    std::shared_ptr<models::OneTimeSecret> m_secret;
    QPushButton *m_copy;
    QLabel *m_said;
};

} // namespace keyward::ui
