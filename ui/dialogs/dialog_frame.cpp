// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/dialog_frame.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace keyward::ui {

namespace {

constexpr int edge = 16; ///< kept free around a dialog on its screen
constexpr int side = 24;
constexpr int footLine = 1;

int heightOf(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

} // namespace

DialogFrame::DialogFrame(const QString &name, const QString &title, int width, QWidget *parent)
    : QDialog(parent), m_width(width), m_head(new QFrame(this)), m_scroll(nullptr), m_inside(new QWidget(this)),
      m_body(new QVBoxLayout(m_inside)), m_footBox(frame("footLine", this)), m_foot(new QHBoxLayout(m_footBox))
{
    setObjectName(QStringLiteral("dialog.") + name);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    auto *head = new QVBoxLayout(m_head);
    head->setContentsMargins(side, 20, side, 12);
    auto *words = wrapped(title, Tone::Normal, m_head);
    words->setFont(fonts::title());
    words->setObjectName(QStringLiteral("dialog.title"));
    head->addWidget(words);
    m_body->setContentsMargins(side, 2, side, 14);
    m_body->setSpacing(14);
    m_scroll = scrolling(m_inside, this);
    m_scroll->setObjectName(QStringLiteral("dialog.body"));
    m_scroll->setMinimumHeight(1); // it gives way, not the title and the buttons
    m_foot->setContentsMargins(side, 14, side, 18);
    m_foot->setSpacing(8);
    column->addWidget(m_head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_footBox);
    m_fit.setSingleShot(true);
    m_fit.setInterval(0); // when what came and went is laid out
    connect(&m_fit, &QTimer::timeout, this, &DialogFrame::fit);
    m_inside->installEventFilter(this);
    m_footBox->installEventFilter(this);
    resize(m_width, 200);
}

void DialogFrame::setMain(QPushButton *button, bool destructive)
{
    m_main = button;
    m_destructive = destructive;
}

void DialogFrame::reveal(QWidget *widget) { m_scroll->ensureWidgetVisible(widget, 0, 12); }

/// Where a dialog may stand, without the frame that the desktop draws around it.
QRect DialogFrame::room() const
{
    const auto around = frameGeometry().size() - size();
    return screen()->availableGeometry().adjusted(edge, edge, -edge - around.width(), -edge - around.height());
}

int DialogFrame::naturalHeight(int width) const
{
    return heightOf(*m_head->layout(), width) + heightOf(*m_body, width) + heightOf(*m_foot, width) + footLine;
}

void DialogFrame::fit()
{
    const auto free = room();
    const auto wide = std::min(m_width, free.width());
    const auto natural = naturalHeight(wide);
    auto high = std::min(natural, free.height());
    // Told, not guessed: a bar takes room, which can make it needed where it was not.
    m_scroll->setVerticalScrollBarPolicy(natural <= free.height() ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    if (m_keepHeight) high = std::min(std::max(high, height()), free.height());
    if (size() != QSize(wide, high)) resize(wide, high);
    QRect at({}, size());
    at.moveCenter(parentWidget() ? parentWidget()->window()->geometry().center() : free.center());
    at.moveLeft(std::max(free.left(), std::min(at.left(), free.right() + 1 - at.width())));
    at.moveTop(std::max(free.top(), std::min(at.top(), free.bottom() + 1 - at.height())));
    if (pos() != at.topLeft()) move(at.topLeft());
}

DialogFrame::Foot DialogFrame::addFoot(const QString &cancelText)
{
    auto *blocker = wrapped({}, Tone::Muted, this);
    blocker->setFont(fonts::small());
    blocker->setObjectName(QStringLiteral("blocker"));
    auto *cancel = button(QStringLiteral("dialog.cancel"), cancelText, Kind::Outline, this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    foot()->addWidget(blocker, 1);
    foot()->addWidget(cancel);
    return {blocker, cancel};
}

QPushButton *DialogFrame::addDeed(const QString &verb)
{
    auto *deed = button(QStringLiteral("dialog.do"), verb, Kind::Primary, this);
    foot()->addWidget(deed);
    return deed;
}

void DialogFrame::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    connect(screen(), &QScreen::availableGeometryChanged, this, &DialogFrame::fit, Qt::UniqueConnection);
    fit();
}

void DialogFrame::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) return QDialog::keyPressEvent(event);
    if (m_main && !m_destructive && m_main->isEnabled())
        m_main->click(); // a button that has the focus took the key itself
    event->accept();
}

bool DialogFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && isVisible()) fitSoon();
    return QDialog::eventFilter(watched, event);
}

} // namespace keyward::ui
