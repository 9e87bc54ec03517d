// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace keyward::ui {

/// A line of keywardctl, to be read and copied. As high as it needs to be; broken between words as a shell allows it,
/// so that what is copied runs as well.
class LineView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    LineView(const QString &name, QWidget *parent);
    void setLine(const QString &line);
    const QString &line() const { return m_line; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {320, heightForWidth(320)}; }
    QSize minimumSizeHint() const override { return {120, fontMetrics().lineSpacing()}; }

protected:
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString broken(int width) const;
    void rewrite();

    QString m_line;
};

} // namespace keyward::ui
