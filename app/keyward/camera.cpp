// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyward/camera.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <stdexcept>

namespace keyward::app {

QImage Camera::picture() const
{
    QImage out(m_window.size(), QImage::Format_RGB32);
    QPainter painter(&out);
    m_window.render(&painter, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
    for (auto *other : QApplication::topLevelWidgets()) {
        if (other == &m_window || !other->isVisible() || other->windowType() == Qt::ToolTip) continue;
        const auto at = other->pos() - m_window.pos();
        if (other->windowType() != Qt::Popup)
            painter.fillRect(QRect(at, other->size()).adjusted(-1, -1, 1, 1), other->palette().color(QPalette::Mid));
        other->render(&painter, at);
    }
    return out;
}

void Camera::shoot(const std::string &name)
{
    ++m_number;
    const auto number = (m_number < 10 ? "0" : "") + std::to_string(m_number);
    const auto before = m_theme.choice();
    for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
        m_theme.choose(choice);
        auto file = m_folder / number;
        file += "-" + name;
        file += choice == ui::Theme::Choice::Light ? "-light.png" : "-dark.png";
        if (!picture().save(QString::fromStdString(file.string())))
            throw std::runtime_error("could not write " + file.string());
    }
    m_theme.choose(before);
}

} // namespace keyward::app
