// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/notices.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/part_widgets.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace keyward::ui {

using namespace models;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

constexpr int shownForMs = 7000;

/// Mark, words, and what can be opened from here.
QWidget *row(const Notification &one, Host &host, const std::function<void()> &leave, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *across = new QHBoxLayout(box);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(12);
    auto *mark = new MarkLabel(box);
    mark->setMark(one.state == State::Working   ? QStringLiteral("\u2713")
                  : one.state == State::Neutral ? QStringLiteral("i")
                                                : QStringLiteral("!"),
                  one.state);
    across->addWidget(mark, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *text = wrapped(breakable(one.text), Tone::Normal, box);
    text->setObjectName(QStringLiteral("notice.text"));
    words->addWidget(text);
    if (!one.detail.isEmpty()) {
        auto *detail = wrapped(one.detail, Tone::Muted, box);
        detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(detail);
    }
    auto *links = new QHBoxLayout;
    links->setSpacing(10);
    if (one.target && one.target->scope != Scope::Estate) {
        auto *show = button(QStringLiteral("notice.show"), Words::tr("Show"), Kind::Link, box);
        QObject::connect(show, &QPushButton::clicked, parent, [&host, to = *one.target, leave] {
            leave();
            host.go(to);
        });
        links->addWidget(show);
    }
    if (!one.file.isEmpty()) {
        auto *open = button(QStringLiteral("notice.open"), Words::tr("Open"), Kind::Link, box);
        QObject::connect(open, &QPushButton::clicked, parent, [&host, file = one.file] { host.openFile(file); });
        links->addWidget(open);
    }
    if (!one.undo.empty()) {
        auto *undo = button(QStringLiteral("notice.undo"), Words::tr("Undo…"), Kind::Link, box);
        QObject::connect(undo, &QPushButton::clicked, parent,
                         [&host, actions = one.undo, to = one.target.value_or(Target{}), leave] {
                             leave();
                             host.fix(Words::tr("Undo"), actions, to); // shows what that does first
                         });
        links->addWidget(undo);
    }
    auto *time = label(clockTime(one.at), fonts::small(), Tone::Muted, box);
    links->addStretch();
    links->addWidget(time);
    words->addLayout(links);
    across->addLayout(words, 1);
    return box;
}

} // namespace

Toast::Toast(Notifications &notifications, Host &host, QWidget *window)
    : QFrame(window), m_host(host), m_column(new QVBoxLayout(this))
{
    setProperty("kind", QStringLiteral("toast"));
    setObjectName(QStringLiteral("toast"));
    m_column->setContentsMargins(14, 12, 14, 12);
    hide();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (underMouse() || isAncestorOf(QWidget::window()->focusWidget()))
            m_timer.start(shownForMs); // somebody is reading
        else
            hide();
    });
    connect(&notifications, &Notifications::told, this, &Toast::show);
}

void Toast::show(const Notification &notification)
{
    // Of several windows, where somebody works.
    const auto *at = QApplication::activeWindow();
    while (at && at->parentWidget()) at = at->parentWidget()->window();
    if (at && at != window()) return;
    clear(m_column);
    m_column->addWidget(row(notification, m_host, [this] { hide(); }, this));
    setVisible(true);
    raise();
    QTimer::singleShot(0, this, &Toast::place); // when its words are laid out
    m_timer.start(shownForMs);
}

void Toast::place()
{
    constexpr int width_ = 380, gap = 16, wizardFoot = 105; // which has buttons at either end
    m_column->activate();
    const auto height_ =
        m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width_) : m_column->totalSizeHint().height();
    const auto bottom = parentWidget()->height() - gap - (m_left ? wizardFoot : 0);
    setGeometry(m_left ? gap : parentWidget()->width() - width_ - gap, bottom - height_, width_, height_);
}

NoticePanel::NoticePanel(Notifications &notifications, Host &host, QWidget *window)
    : QFrame(window), m_notifications(notifications), m_host(host)
{
    setProperty("kind", QStringLiteral("popup"));
    setObjectName(QStringLiteral("noticePanel"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(Words::tr("Notifications"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 8, 14);
    column->addWidget(label(Words::tr("Notifications"), fonts::section(), Tone::Normal, this));
    auto *inside = new QWidget(this);
    m_list = new QVBoxLayout(inside);
    m_list->setContentsMargins(0, 8, 8, 0);
    m_list->setSpacing(14);
    column->addWidget(scrolling(inside, this), 1);
    hide();
    connect(&notifications, &Notifications::told, this, [this] {
        if (isVisible()) fill();
    });
}

void NoticePanel::fill()
{
    constexpr int most = 30;
    clear(m_list);
    for (int i = 0; i < std::min(most, m_notifications.rowCount()); ++i)
        m_list->addWidget(row(m_notifications.at(i), m_host, [this] { hide(); }, this));
    if (m_notifications.rowCount() == 0)
        m_list->addWidget(
            wrapped(Words::tr("Nothing yet. What is done, and what fails, is told here."), Tone::Muted, this));
    m_list->addStretch();
    m_notifications.markSeen();
}

void NoticePanel::toggle(QWidget *below)
{
    if (isVisible()) return hide();
    fill();
    const auto at = below->mapTo(parentWidget(), QPoint(below->width(), below->height() + 8));
    constexpr int width_ = 400;
    setGeometry(at.x() - width_, at.y(), width_, std::min(480, parentWidget()->height() - at.y() - 40));
    show();
    raise();
    setFocus();
    qApp->installEventFilter(this);
}

/// A click anywhere else closes it.
bool NoticePanel::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::MouseButtonPress && widget && widget != this && !isAncestorOf(widget) &&
        widget->objectName() != QLatin1String("notifications"))
        hide();
    return QFrame::eventFilter(watched, event);
}

void NoticePanel::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QFrame::hideEvent(event);
}

bool NoticePanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QFrame::event(event);
}

void NoticePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace keyward::ui
