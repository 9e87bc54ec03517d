// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/line_view.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QTextLayout>
#include <QWheelEvent>

#include <cmath>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LineView)
};

} // namespace

LineView::LineView(const QString &name, QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(name);
    setAccessibleName(Words::tr("The same on the command line"));
    setToolTip(Words::tr("The same on the command line"));
    setProperty("kind", QStringLiteral("line"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus);
    setFrameShape(QFrame::NoFrame);
    setFont(fonts::mono());
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LineView::setLine(const QString &line)
{
    if (std::exchange(m_line, line) == line) return;
    rewrite();
    updateGeometry();
}

/// Between words, never inside quotes.
QString LineView::broken(int width) const
{
    const QFontMetrics metrics(font());
    const auto room = std::max(40, width - 2) - metrics.horizontalAdvance(QStringLiteral(" \\"));
    const QString next = QStringLiteral(" \\\n"), indent = QStringLiteral("  ");
    const auto fits = [&](const QString &text) { return metrics.horizontalAdvance(text) <= room; };
    QStringList words{QString()};
    bool quoted = false, escaped = false;
    for (const auto c : m_line) {
        if (c == QLatin1Char('\'') && !escaped) quoted = !quoted;
        escaped = c == QLatin1Char('\\') && !quoted && !escaped;
        if (c == QLatin1Char(' ') && !quoted)
            words += QString();
        else
            words.back() += c;
    }
    QString out, row = words.takeFirst();
    while (!words.isEmpty()) {
        auto piece = words.takeFirst();
        const bool named =
            piece.startsWith(QLatin1String("--")) && !words.isEmpty() && !words.front().startsWith(QLatin1Char('-'));
        if (named && fits(indent + piece + QLatin1Char(' ') + words.front()))
            piece += QLatin1Char(' ') + words.takeFirst(); // an option keeps its value
        if (fits(row + QLatin1Char(' ') + piece)) {
            row += QLatin1Char(' ') + piece;
        } else {
            out += row + next;
            row = indent + piece;
        }
    }
    return out + row;
}

void LineView::rewrite()
{
    if (const auto text = broken(viewport()->width()); text != toPlainText()) setPlainText(text);
}

void LineView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    rewrite();
}

int LineView::heightForWidth(int width) const
{
    qreal height = 0;
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    for (const auto &line : broken(width).split(QLatin1Char('\n'))) {
        QTextLayout layout(line, font());
        layout.setTextOption(option);
        layout.beginLayout();
        for (auto one = layout.createLine(); one.isValid(); one = layout.createLine()) {
            one.setLineWidth(std::max(40, width - 2));
            height += one.height();
        }
        layout.endLayout();
    }
    return static_cast<int>(std::ceil(height)) + 4;
}

/// It never scrolls; what it stands in does.
void LineView::wheelEvent(QWheelEvent *event) { event->ignore(); }

} // namespace keyward::ui
