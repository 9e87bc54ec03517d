// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/basics.h"

#include <QDialog>
#include <QTimer>

class QHBoxLayout;
class QScrollArea;

namespace keyward::ui {

/// What every dialog stands in. Title and buttons stay; what is between them is as high as it needs to be and scrolls
/// where the screen is too small. Enter does what has the focus, or else the main button unless that destroys
/// something.
class DialogFrame : public QDialog
{
    Q_OBJECT
public:
    DialogFrame(const QString &name, const QString &title, int width, QWidget *parent);

protected:
    QVBoxLayout *body() const { return m_body; }
    QHBoxLayout *foot() const { return m_foot; } ///< its first widget takes what the buttons leave
    QWidget *inside() const { return m_inside; } ///< parent of what stands in the body
    /// What keeps the deed from being done, and the way out.
    struct Foot {
        QLabel *blocker;
        QPushButton *cancel;
    };
    Foot addFoot(const QString &cancelText);
    QPushButton *addDeed(const QString &verb); ///< after whatever stands beside it
    /// The button of the deed. Destructive: it is never pressed by an Enter meant for something else.
    void setMain(QPushButton *button, bool destructive);
    void keepHeight(bool on) { m_keepHeight = on; } ///< more is about to be said: do not shrink meanwhile
    void fitSoon() { m_fit.start(); }
    void reveal(QWidget *widget); ///< scrolled to where it is seen

    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QRect room() const;
    int naturalHeight(int width) const;
    void fit();

    int m_width;
    QFrame *m_head;
    QScrollArea *m_scroll;
    QWidget *m_inside;
    QVBoxLayout *m_body;
    QFrame *m_footBox;
    QHBoxLayout *m_foot;
    QPushButton *m_main = nullptr;
    bool m_destructive = false;
    bool m_keepHeight = false;
    QTimer m_fit;
};

} // namespace keyward::ui
