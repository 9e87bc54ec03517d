// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "Try the key". What comes of it is shown here and goes with the dialog.

#include "models/drafts/try_draft.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/dialogs/own_dialog.h"
#include "ui/theme.h"
#include "ui/widgets/form_widget.h"
#include "ui/widgets/line_view.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QTextOption>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

using models::TryDraft;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TryDialog)
};

class TryDialog final : public DialogFrame
{
public:
    TryDialog(Host &host, const models::Target &target, const QString &name, QWidget *parent)
        : DialogFrame(name, TryDraft(host.workspace(), target).title(), 720, parent),
          m_draft(std::make_unique<TryDraft>(host.workspace(), target))
    {
        m_form = new FormWidget(m_draft->form().fields(), inside());
        connect(m_form, &FormWidget::edited, m_draft.get(), &TryDraft::setValue);
        body()->addWidget(m_form);
        buildAnswer();
        m_line = new LineView(QStringLiteral("commandLine"), inside());
        body()->addWidget(m_line);
        body()->addStretch();
        buildFoot();
        connect(m_draft.get(), &TryDraft::changed, this, [this] { refresh(); });
        m_form->first()->setFocus();
        refresh();
    }

private:
    void buildAnswer()
    {
        m_answer = frame("inset", inside());
        m_answer->setObjectName(QStringLiteral("answer"));
        auto *column = new QVBoxLayout(m_answer);
        column->setContentsMargins(14, 12, 14, 12);
        column->setSpacing(8);
        auto *head = new QHBoxLayout;
        head->setSpacing(8);
        m_chip = new ChipLabel({}, m_answer);
        m_sentence = wrapped({}, Tone::Normal, m_answer);
        m_sentence->setObjectName(QStringLiteral("answer.sentence"));
        head->addWidget(m_chip, 0, Qt::AlignTop);
        head->addWidget(m_sentence, 1);
        column->addLayout(head);
        m_rule = wrapped({}, Tone::Muted, m_answer);
        m_rule->setObjectName(QStringLiteral("answer.rule"));
        column->addWidget(m_rule);
        m_result = new QPlainTextEdit(m_answer);
        m_result->setObjectName(QStringLiteral("answer.result"));
        m_result->setAccessibleName(Words::tr("Result"));
        m_result->setReadOnly(true);
        m_result->setFont(fonts::mono());
        m_result->setWordWrapMode(QTextOption::WrapAnywhere);
        m_result->setUndoRedoEnabled(false);
        m_result->setTabChangesFocus(true);
        m_result->setFixedHeight(4 * m_result->fontMetrics().lineSpacing() + 16);
        column->addWidget(m_result);
        m_note = wrapped({}, Tone::Muted, m_answer);
        m_note->setFont(fonts::small());
        m_note->setObjectName(QStringLiteral("answer.note"));
        column->addWidget(m_note);
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        m_copy = button(QStringLiteral("answer.copy"), Words::tr("Copy"), Kind::Outline, m_answer);
        m_save = button(QStringLiteral("answer.save"), Words::tr("Save as a new file…"), Kind::Outline, m_answer);
        m_goOn = button(QStringLiteral("answer.goOn"), {}, Kind::Outline, m_answer);
        connect(m_copy, &QPushButton::clicked, this, [this] { copy(); });
        connect(m_save, &QPushButton::clicked, this, [this] { save(); });
        connect(m_goOn, &QPushButton::clicked, this, [this] { m_draft->goOn(); });
        row->addWidget(m_copy);
        row->addWidget(m_save);
        row->addWidget(m_goOn);
        row->addStretch(1);
        column->addLayout(row);
        m_saved = wrapped({}, Tone::Muted, m_answer);
        m_saved->setFont(fonts::small());
        m_saved->setObjectName(QStringLiteral("answer.saved"));
        column->addWidget(m_saved);
        body()->addWidget(m_answer);
    }

    void buildFoot()
    {
        m_blocker = addFoot(Words::tr("Close")).blocker;
        m_do = addDeed(m_draft->verb());
        connect(m_do, &QPushButton::clicked, m_draft.get(), &TryDraft::run);
        setMain(m_do, false);
    }

    /// Without a notice: that would keep what it says.
    void copy()
    {
        m_result->selectAll();
        m_result->copy();
        auto cursor = m_result->textCursor();
        cursor.movePosition(QTextCursor::Start);
        m_result->setTextCursor(cursor);
    }

    void save()
    {
        auto *dialog = new QFileDialog(this, Words::tr("Save as a new file"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setObjectName(QStringLiteral("answer.file"));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten anyway
        connect(dialog, &QFileDialog::fileSelected, m_draft.get(), &TryDraft::save);
        dialog->open();
    }

    void refresh()
    {
        m_form->refresh(m_draft->form());
        const bool allowed = m_draft->allowed();
        const bool result = m_draft->hasResult();
        const bool came = m_draft->answered() && m_answer->isHidden();
        m_answer->setVisible(m_draft->answered());
        m_chip->setChip(!m_draft->answered() ? models::Chip{}
                        : allowed            ? models::Chip{models::State::Working, Words::tr("Allowed")}
                                             : models::Chip{models::State::Lost, Words::tr("Refused")});
        m_sentence->setText(breakable(allowed ? m_draft->sentence() : m_draft->refusal().whole()));
        m_rule->setText(m_draft->rule());
        m_rule->setVisible(!m_draft->rule().isEmpty());
        if (const auto text = m_draft->resultText(); m_result->toPlainText() != text) m_result->setPlainText(text);
        m_note->setText(m_draft->resultNote());
        const auto further = m_draft->goesOnWith();
        m_goOn->setText(further);
        m_goOn->setAccessibleName(further);
        m_goOn->setVisible(!further.isEmpty());
        for (auto *widget : std::initializer_list<QWidget *>{m_result, m_note, m_copy, m_save})
            widget->setVisible(result);
        m_saved->setText(breakable(m_draft->saved()));
        m_saved->setVisible(!m_draft->saved().isEmpty());
        const auto line = m_draft->commandLine();
        m_line->setLine(line);
        m_line->setVisible(!line.isEmpty());
        m_do->setEnabled(m_draft->ready());
        m_do->setText(m_draft->running() ? Words::tr("Working…") : m_draft->verb());
        m_do->setToolTip(m_draft->blocker());
        m_blocker->setText(breakable(m_draft->blocker()));
        keepHeight(m_draft->running());
        fitSoon();
        if (came) QMetaObject::invokeMethod(this, [this] { reveal(m_answer); }, Qt::QueuedConnection);
    }

    std::unique_ptr<TryDraft> m_draft;
    FormWidget *m_form = nullptr;
    QFrame *m_answer = nullptr;
    ChipLabel *m_chip = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_rule = nullptr;
    QPlainTextEdit *m_result = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_goOn = nullptr;
    QLabel *m_saved = nullptr;
    LineView *m_line = nullptr;
    QLabel *m_blocker = nullptr;
    QPushButton *m_do = nullptr;
};

const DialogOf tryKey([]() -> DialogRecord {
    return {QStringLiteral("key.try"),
            [](Host &host, const DialogRequest &request, const QString &name, QWidget *parent) -> QDialog * {
                return new TryDialog(host, request.target, name, parent);
            }};
});

} // namespace
} // namespace keyward::ui
