// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/secret_view.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
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
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colours.line);
        painter.setBrush(colours.background);
        painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), measure::corner, measure::corner);
        auto font = fonts::mono();
        font.setPixelSize(14);
        painter.setFont(font);
        painter.setPen(colours.text);
        const auto bytes = m_secret.text.exposed();
        const auto wide = QFontMetrics(font).horizontalAdvance(QLatin1Char('0'));
        QChar one;
        for (std::size_t i = 0; i < bytes.size(); ++i) { // character by character: no text of it is ever made
            one = QLatin1Char(static_cast<char>(bytes[i]));
            painter.drawText(QRect(14 + static_cast<int>(i) * wide, 0, 2 * wide, height()), Qt::AlignVCenter, one);
        }
    }

private:
    const models::OneTimeSecret &m_secret;
};

/// Hands the secret out when it is pasted, and keeps no text of its own.
class SecretData final : public QMimeData
{
public:
    explicit SecretData(std::shared_ptr<models::OneTimeSecret> secret) : m_secret(std::move(secret)) {}
    QStringList formats() const override
    {
        return {QStringLiteral("text/plain"), QStringLiteral("x-kde-passwordManagerHint")};
    }
    bool hasFormat(const QString &type) const override { return formats().contains(type); }

protected:
    QVariant retrieveData(const QString &type, QMetaType) const override
    {
        if (type == QLatin1String("x-kde-passwordManagerHint")) return QByteArrayLiteral("secret");
        if (type != QLatin1String("text/plain")) return {};
        const auto bytes = m_secret->text.exposed();
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    }

private:
    std::shared_ptr<models::OneTimeSecret> m_secret;
};

/// Unless something else was copied since.
void clearClipboard()
{
    auto *clipboard = QApplication::clipboard();
    if (dynamic_cast<const SecretData *>(clipboard->mimeData())) clipboard->clear();
}

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
    QApplication::clipboard()->setMimeData(new SecretData(m_secret));
    m_said->setText(Words::tr("Copied. The clipboard is cleared after %Ln seconds.", nullptr, clearAfterSeconds));
    m_said->show();
    QTimer::singleShot(std::chrono::seconds(clearAfterSeconds), qApp, clearClipboard); // also when this is closed
}

} // namespace keyward::ui
