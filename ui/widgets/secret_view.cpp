// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/secret_view.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/passing_clipboard.h"

#include <QApplication>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SecretView)
};

class Painted final : public QWidget
{
public:
    Painted(const models::OneTimeSecret &secret, QWidget *parent) : QWidget(parent), m_secret(secret)
    {
        setObjectName(QStringLiteral("secret.painted"));
        setFixedHeight(44);
        setAccessibleName(Words::tr("%1; copy it to have it read by other means").arg(secret.label));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &colours = coloursOf(palette());
        QPainter painter(this);
        paintWell(painter, rect(), palette());
        auto font = fonts::mono();
        font.setPixelSize(14);
        painter.setFont(font);
        painter.setPen(colours.text);
        const auto wide = QFontMetrics(font).horizontalAdvance(QLatin1Char('0'));
        for (std::size_t i = 0; i < m_secret.text.size(); ++i)
            painter.drawText(QRect(14 + static_cast<int>(i) * wide, 0, 2 * wide, height()), Qt::AlignVCenter,
                             m_secret.at(i));
    }

private:
    const models::OneTimeSecret &m_secret;
};

} // namespace

SecretView::SecretView(std::shared_ptr<models::OneTimeSecret> secret, QWidget *parent)
    : QWidget(parent), m_secret(std::move(secret))
{
    setObjectName(QStringLiteral("secret"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(label(m_secret->label, fonts::strong(), Tone::Normal, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new Painted(*m_secret, this), 1);
    m_copy = button(QStringLiteral("secret.copy"), Words::tr("Copy"), Kind::Primary, this);
    m_copy->setAccessibleName(Words::tr("Copy: %1").arg(m_secret->label));
    connect(m_copy, &QPushButton::clicked, this, &SecretView::copy);
    row->addWidget(m_copy, 0, Qt::AlignVCenter);
    column->addLayout(row);
    column->addWidget(wrapped(m_secret->note, Tone::Muted, this));
    m_said = wrapped({}, Tone::Muted, this);
    m_said->setObjectName(QStringLiteral("secret.said"));
    m_said->hide();
    column->addWidget(m_said);
}

void SecretView::copy()
{
    auto *clipboard = new PassingClipboard(qApp); // it is pasted once this is closed
    QTimer::singleShot(PassingClipboard::usual, clipboard, &QObject::deleteLater);
    clipboard->put([secret = m_secret] { return models::handedOut(secret->text); });
    m_said->setText(Words::tr("Copied. The clipboard is cleared in a minute."));
    m_said->show();
}

} // namespace keyward::ui
