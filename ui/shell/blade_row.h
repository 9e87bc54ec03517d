// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/blade_frame.h"

namespace keyward::ui {

/// Blades side by side as far as they stay readable; narrower, the ones further left step back.
class BladeRow final : public QWidget
{
    Q_OBJECT
public:
    BladeRow(models::Navigation &navigation, Host &host, QWidget *parent = nullptr);
    const std::vector<BladeFrame *> &frames() const { return m_frames; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void arrange();

    models::Navigation &m_navigation;
    Host &m_host;
    std::vector<BladeFrame *> m_frames;
};

} // namespace keyward::ui
