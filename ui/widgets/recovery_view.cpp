// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/recovery_view.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/passing_clipboard.h"
#include "ui/widgets/recovery_print.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

namespace keyward::ui {

using models::RecoverySheet;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecoveryView)
};

/// Paints the recovery key straight from protected memory: no label, no selection, no accessible text holds it.
class GroupsView final : public QWidget
{
public:
    GroupsView(const RecoverySheet &sheet, QWidget *parent) : QWidget(parent), m_sheet(sheet)
    {
        setFixedHeight(4 * 30 + 16);
        setAccessibleName(Words::tr(
            "The recovery key, sixteen groups of six digits; save it to a file to have it read by other means"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &colours = coloursOf(palette());
        QPainter painter(this);
        paintWell(painter, rect(), palette());
        auto font = fonts::mono();
        font.setPixelSize(15);
        const int wide = width() / 4;
        for (int group = 0; group < RecoverySheet::groups; ++group) {
            const QRect box(group % 4 * wide, 8 + group / 4 * 30, wide, 30);
            painter.setFont(fonts::small());
            painter.setPen(colours.muted);
            painter.drawText(box.adjusted(12, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QString::number(group + 1));
            auto digits = m_sheet.group(group);
            painter.setFont(font);
            painter.setPen(colours.text);
            painter.drawText(box.adjusted(34, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, digits);
            digits.fill(QLatin1Char('0'));
        }
    }

private:
    const RecoverySheet &m_sheet;
};

} // namespace

RecoveryView::RecoveryView(models::RecoverySheetPtr sheet, QWidget *parent)
    : QWidget(parent), m_sheet(std::move(sheet)), m_groups(new GroupsView(*m_sheet, this)),
      m_note(wrapped({}, Tone::Muted, this)), m_clipboard(new PassingClipboard(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_groups->setObjectName(QStringLiteral("recovery.groups"));
    column->addWidget(m_groups);
    column->addWidget(buildWays());
    m_note->setObjectName(QStringLiteral("recovery.note"));
    column->addWidget(m_note);
    column->addWidget(label(Words::tr("To confirm, type these two groups"), fonts::body(), Tone::Normal, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (std::size_t i = 0; i < std::size(RecoverySheet::asked); ++i) {
        const auto group = RecoverySheet::asked[i];
        auto *typed = m_typed[i] = new QLineEdit(this);
        typed->setObjectName(QStringLiteral("recovery.group%1").arg(group + 1));
        typed->setAccessibleName(Words::tr("Group %1").arg(group + 1));
        typed->setPlaceholderText(Words::tr("Group %1").arg(group + 1));
        typed->setFont(fonts::mono());
        typed->setMaxLength(RecoverySheet::digits);
        connect(typed, &QLineEdit::textChanged, this,
                [this, group](const QString &text) { m_sheet->type(group, text.trimmed()); });
        row->addWidget(typed);
    }
    column->addLayout(row);
    setFocusProxy(m_typed[0]);
    connect(m_sheet.get(), &RecoverySheet::changed, this, &RecoveryView::refresh);
    connect(m_clipboard, &PassingClipboard::cleared, this, [this] { say(Words::tr("The clipboard was cleared.")); });
    refresh();
}

RecoveryView::~RecoveryView()
{
    m_clipboard->disconnect(this); // what goes with this is cleared without a word
}

/// To keep it by: on paper, in a password manager, in a file.
QWidget *RecoveryView::buildWays()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_copy = button(QStringLiteral("recovery.copy"), Words::tr("Copy"), Kind::Outline, box);
    m_copy->setToolTip(Words::tr("For a minute, for a password manager on another device perhaps"));
    connect(m_copy, &QPushButton::clicked, this, &RecoveryView::copy);
    m_print = button(QStringLiteral("recovery.print"), Words::tr("Print…"), Kind::Outline, box);
    connect(m_print, &QPushButton::clicked, this, &RecoveryView::print);
    m_file = new QLineEdit(box);
    m_file->setObjectName(QStringLiteral("recovery.file"));
    m_file->setAccessibleName(Words::tr("New file for the recovery key"));
    m_file->setPlaceholderText(Words::tr("New file, only for you"));
    m_save = button(QStringLiteral("recovery.save"), Words::tr("Save"), Kind::Outline, box);
    connect(m_save, &QPushButton::clicked, this, &RecoveryView::save);
    row->addWidget(m_copy);
    row->addWidget(m_print);
    row->addWidget(m_file, 1);
    row->addWidget(m_save);
    return box;
}

void RecoveryView::copy()
{
    m_clipboard->put(m_sheet->whole());
    say(Words::tr("Copied. The clipboard is cleared in a minute, or when this closes."));
}

void RecoveryView::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(Words::tr("Recovery key"));
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(QStringLiteral("recovery.printDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer] {
        const bool done = printRecoveryKey(*m_sheet, *printer);
        say(done ? Words::tr("Sent to the printer. Keep the paper away from this machine.")
                 : Words::tr("The printer took nothing."),
            !done);
    });
    connect(dialog, &QObject::destroyed, this, [printer] {}); // the dialog goes first
    dialog->open();
}

void RecoveryView::save()
{
    const auto done = m_sheet->save(m_file->text());
    const auto refusal = done ? models::Refusal{} : models::refusalOf(done.error());
    say(done ? Words::tr("Saved. Move it away from this machine.") : refusal.whole(), !done);
}

void RecoveryView::say(const QString &words, bool wrong)
{
    m_note->setText(breakable(words));
    setTone(m_note, wrong ? Tone::Error : Tone::Muted);
}

void RecoveryView::refresh()
{
    const bool there = m_sheet->drawn();
    for (QWidget *one : {static_cast<QWidget *>(m_copy), static_cast<QWidget *>(m_print),
                         static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_file)})
        one->setEnabled(there);
    if (!m_sheet->failure().empty()) say(m_sheet->failure().whole(), true);
    for (std::size_t i = 0; i < std::size(RecoverySheet::asked); ++i) {
        auto *typed = m_typed[i];
        const auto text = typed->text().trimmed();
        const bool wrong = text.size() == RecoverySheet::digits && !m_sheet->fits(RecoverySheet::asked[i], text);
        if (typed->property("wrong").toBool() != wrong) {
            typed->setProperty("wrong", wrong);
            restyle(typed);
        }
        typed->setAccessibleDescription(wrong ? Words::tr("This is not what stands there.") : QString());
    }
    m_groups->update();
}

} // namespace keyward::ui
