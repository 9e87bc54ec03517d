// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/recovery_print.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>

namespace keyward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecoveryPrint)
};

/// Millimetres of the page, whatever the printer's dots.
class Sheet
{
public:
    explicit Sheet(QPagedPaintDevice &device) : m_painter(&device), m_perMm(device.logicalDpiX() / 25.4) {}
    bool works() const { return m_painter.isActive(); }
    void write(double x, double y, const QString &words, QFont font, double points)
    {
        font.setPixelSize(at(points * 25.4 / 72));
        m_painter.setFont(font);
        const QRect box(at(x), at(y), m_painter.viewport().width() - at(x), at(60));
        m_painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
    }

private:
    int at(double mm) const { return static_cast<int>(mm * m_perMm); }
    QPainter m_painter;
    double m_perMm;
};

} // namespace

bool printRecoveryKey(const models::RecoverySheet &sheet, QPagedPaintDevice &printer)
{
    Sheet page(printer);
    if (!page.works()) return false;
    page.write(0, 0, Words::tr("Keyward recovery key"), fonts::title(), 20);
    page.write(0, 14, Words::tr("It opens the keystore %1 without its passphrase.").arg(sheet.keystore()),
               fonts::body(), 11);
    constexpr double across = 42, down = 14, top = 36;
    for (int group = 0; group < models::RecoverySheet::groups; ++group) {
        const auto x = group % 4 * across;
        const auto y = top + group / 4 * down;
        page.write(x, y + 1, QString::number(group + 1), fonts::small(), 8);
        auto digits = sheet.group(group);
        page.write(x + 7, y, digits, fonts::mono(), 14);
        digits.fill(QLatin1Char('0'));
    }
    page.write(0, top + 4 * down + 8,
               Words::tr("Keep this paper away from the machine and from copies of the keystore. Whoever has both can "
                         "use every key in it."),
               fonts::body(), 11);
    return true;
}

} // namespace keyward::ui
