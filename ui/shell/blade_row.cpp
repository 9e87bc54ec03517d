// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/blade_row.h"

#include "ui/theme.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BladeRow)
};

} // namespace

BladeRow::BladeRow(models::Navigation &navigation, Host &host, QWidget *parent)
    : QWidget(parent), m_navigation(navigation), m_host(host)
{
    setAccessibleName(Words::tr("Blades"));
    setFocusPolicy(Qt::ClickFocus);
    connect(&navigation, &models::Navigation::changed, this, &BladeRow::follow);
    follow();
}

/// What is still open stays as it is, with its selection and scroll; only what differs is made anew.
void BladeRow::follow()
{
    const auto &places = m_navigation.places();
    const auto drop = [this](std::size_t from) {
        for (std::size_t i = from; i < m_frames.size(); ++i) {
            m_frames[i]->hide();
            m_frames[i]->deleteLater();
        }
        m_frames.resize(std::min(from, m_frames.size()));
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i < m_frames.size() && m_frames[i]->place() == places[i]) continue;
        if (i < m_frames.size() && m_frames[i]->place().target == places[i].target && tabbed(places[i].target.scope)) {
            m_frames[i]->show(places[i]);
            continue;
        }
        drop(i);
        auto *frame = new BladeFrame(places[i], static_cast<int>(i), m_navigation, m_host, this);
        m_frames.push_back(frame);
    }
    drop(places.size());
    if (auto *focus = window()->focusWidget();
        !focus || std::ranges::none_of(m_frames, [&](BladeFrame *frame) { return frame->isAncestorOf(focus); }))
        setFocus(); // not on whatever comes next in the top bar
    arrange();
    for (auto *frame : m_frames)
        if (!frame->isVisible() && frame->width() > 0) frame->setVisible(!frame->property("steppedBack").toBool());
}

void BladeRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BladeRow::arrange()
{
    if (m_frames.empty()) return;
    const auto count = static_cast<int>(m_frames.size());
    const int shown = std::clamp(width() / measure::bladeWidth, 1, count);
    int left = 0;
    for (int i = 0; i < count; ++i) {
        auto *frame = m_frames[static_cast<std::size_t>(i)];
        const bool back = i < count - shown;
        frame->setProperty("steppedBack", back);
        frame->setVisible(!back);
        if (back) continue;
        const auto rest = count - i;
        const auto wide = rest == 1 ? width() - left : (width() - left) / rest;
        frame->setGeometry(left, 0, wide, height());
        left += wide;
    }
}

} // namespace keyward::ui
