// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sentence_row.h"

#include "ui/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

namespace keyward::ui {
namespace {

class SentenceLabel final : public QLabel
{
public:
    SentenceLabel(QAbstractButton &button, const QString &text) : QLabel(text, button.parentWidget()), m_button(button)
    {
        setWordWrap(true);
        setFont(fonts::body());
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (rect().contains(event->position().toPoint())) m_button.click();
    }

private:
    QAbstractButton &m_button;
};

} // namespace

QLayout *besideItsSentence(QAbstractButton &button, const QString &text)
{
    button.setAccessibleName(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(&button, 0, Qt::AlignTop);
    row->addWidget(new SentenceLabel(button, text), 1);
    return row;
}

} // namespace keyward::ui
