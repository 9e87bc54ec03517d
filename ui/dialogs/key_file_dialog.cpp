// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A key in a file: chosen, opened with its passphrase where it has one, shown, and only then used.

#include "models/drafts/key_file_draft.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/dialogs/own_dialog.h"
#include "ui/theme.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/form_widget.h"
#include "ui/widgets/impact_panel.h"
#include "ui/widgets/line_view.h"
#include "ui/widgets/secret_edit.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

using models::KeyFileDraft;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyFileDialog)
};

class KeyFileDialog final : public DialogFrame
{
public:
    KeyFileDialog(std::unique_ptr<KeyFileDraft> draft, const QString &file, const QString &name, QWidget *parent)
        : DialogFrame(name, draft->title(), 720, parent), m_draft(std::move(draft))
    {
        body()->addWidget(wrapped(m_draft->explanation(), Tone::Muted, inside()));
        buildFile();
        buildPassphrase();
        buildContents();
        m_form = new FormWidget(m_draft->form().fields(), inside());
        connect(m_form, &FormWidget::edited, m_draft.get(), &KeyFileDraft::setValue);
        body()->addWidget(m_form);
        if (auto *impact = m_draft->impact()) body()->addWidget(new ImpactPanel(*impact, inside()));
        m_line = new LineView(QStringLiteral("commandLine"), inside());
        body()->addWidget(m_line);
        m_lineNote = wrapped(Words::tr("passphrase-file stands for a file whose first line is the passphrase."),
                             Tone::Muted, inside());
        m_lineNote->setFont(fonts::small());
        body()->addWidget(m_lineNote);
        body()->addStretch();
        buildFoot();
        connect(m_draft.get(), &KeyFileDraft::changed, this, [this] { refresh(); });
        connect(m_draft.get(), &KeyFileDraft::done, this, [this] { accept(); });
        m_file->input()->setFocus();
        if (!file.isEmpty()) m_draft->setFile(file);
        refresh();
    }

private:
    void buildFile()
    {
        m_file = new FormField(
            {.id = QStringLiteral("keyFile"), .label = Words::tr("File"), .kind = models::Field::Kind::OldFile},
            inside());
        QObject::connect(m_file, &FormField::edited, m_draft.get(),
                         [this](const QVariant &value) { m_draft->setFile(value.toString()); });
        body()->addWidget(m_file);
    }

    void buildPassphrase()
    {
        m_protected = new QWidget(inside());
        auto *column = new QVBoxLayout(m_protected);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        column->addWidget(label(Words::tr("Passphrase of the file"), fonts::body(), Tone::Normal, m_protected));
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        m_secret = new SecretEdit(QStringLiteral("passphrase"), Words::tr("Passphrase of the file"), m_protected);
        m_open = button(QStringLiteral("openFile"), Words::tr("Open"), Kind::Outline, m_protected);
        m_open->setAccessibleName(Words::tr("Open the file with this passphrase"));
        row->addWidget(m_secret, 1);
        row->addWidget(m_open);
        column->addLayout(row);
        m_secretNote = label({}, fonts::small(), Tone::Muted, m_protected);
        m_secretNote->setObjectName(QStringLiteral("passphrase.note"));
        column->addWidget(m_secretNote);
        const auto open = [this] {
            if (!m_secret->draft().empty()) m_draft->open(m_secret->draft());
            m_secret->empty();
        };
        connect(m_open, &QPushButton::clicked, this, open);
        connect(m_secret, &SecretEdit::returnPressed, this, open);
        connect(m_secret, &SecretEdit::edited, this, [this] { m_open->setEnabled(!m_secret->draft().empty()); });
        m_open->setEnabled(false);
        body()->addWidget(m_protected);
    }

    void buildContents()
    {
        m_contents = frame("inset", inside());
        m_contents->setObjectName(QStringLiteral("holds"));
        auto *column = new QVBoxLayout(m_contents);
        column->setContentsMargins(14, 12, 14, 12);
        column->setSpacing(8);
        auto *head = label(Words::tr("What the file holds"), fonts::strong(), Tone::Normal, m_contents);
        column->addWidget(head);
        m_facts = new QGridLayout;
        m_facts->setHorizontalSpacing(12);
        m_facts->setVerticalSpacing(6);
        m_facts->setColumnMinimumWidth(0, 150);
        m_facts->setColumnStretch(1, 1);
        column->addLayout(m_facts);
        m_refusal = wrapped({}, Tone::Error, m_contents);
        m_refusal->setObjectName(QStringLiteral("file.refusal"));
        column->addWidget(m_refusal);
        body()->addWidget(m_contents);
    }

    void buildFoot()
    {
        m_blocker = addFoot(Words::tr("Cancel")).blocker;
        m_do = addDeed(m_draft->verb());
        connect(m_do, &QPushButton::clicked, m_draft.get(), &KeyFileDraft::commit);
        setMain(m_do, false);
    }

    void showHolds()
    {
        QString now;
        for (const auto &fact : m_draft->holds())
            now += fact.label + QLatin1Char('\n') + fact.value + QLatin1Char('\n');
        if (std::exchange(m_shown, now) == now) return;
        clear(m_facts);
        int row = 0;
        for (const auto &fact : m_draft->holds()) {
            m_facts->addWidget(label(fact.label, fonts::body(), Tone::Muted, m_contents), row, 0, Qt::AlignTop);
            auto *value = wrapped(breakable(fact.value), Tone::Normal, m_contents);
            value->setObjectName(QStringLiteral("holds.%1").arg(row));
            if (fact.mono) value->setFont(fonts::mono());
            m_facts->addWidget(value, row, 1);
            ++row;
        }
    }

    void refresh()
    {
        using Stage = KeyFileDraft::Stage;
        const auto stage = m_draft->stage();
        m_file->show(m_draft->file());
        const bool asks = stage == Stage::NeedsPassphrase;
        const bool asked = m_protected->isHidden() && asks;
        m_protected->setVisible(asks);
        m_secretNote->setText(m_draft->wrongPassphrase()
                                  ? Words::tr("That one does not open the file.")
                                  : Words::tr("It goes straight into protected memory and is forgotten afterwards."));
        setTone(m_secretNote, m_draft->wrongPassphrase() ? Tone::Error : Tone::Muted);
        if (asked && isVisible()) m_secret->setFocus();
        showHolds();
        m_contents->setVisible(stage == Stage::Known || stage == Stage::Refused);
        m_refusal->setText(breakable(m_draft->refusal().whole()));
        m_refusal->setVisible(stage == Stage::Refused);
        m_form->setVisible(stage == Stage::Known);
        m_form->refresh(m_draft->form());
        const auto line = stage == Stage::Known ? m_draft->commandLine() : QString();
        m_line->setLine(line);
        m_line->setVisible(!line.isEmpty());
        m_lineNote->setVisible(!line.isEmpty() && m_draft->passphraseGiven());
        m_do->setEnabled(m_draft->ready());
        m_do->setText(m_draft->committing() ? Words::tr("Working…") : m_draft->verb());
        m_do->setToolTip(m_draft->blocker());
        m_blocker->setText(breakable(m_draft->blocker()));
        keepHeight(stage == Stage::Reading);
        fitSoon();
    }

    std::unique_ptr<KeyFileDraft> m_draft;
    FormField *m_file = nullptr;
    QWidget *m_protected = nullptr;
    SecretEdit *m_secret = nullptr;
    QPushButton *m_open = nullptr;
    QLabel *m_secretNote = nullptr;
    QFrame *m_contents = nullptr;
    QGridLayout *m_facts = nullptr;
    QLabel *m_refusal = nullptr;
    FormWidget *m_form = nullptr;
    LineView *m_line = nullptr;
    QLabel *m_lineNote = nullptr;
    QLabel *m_blocker = nullptr;
    QPushButton *m_do = nullptr;
    QString m_shown;
};

const DialogOf import([]() -> DialogRecord {
    return {QStringLiteral("key.import"),
            [](Host &host, const DialogRequest &request, const QString &name, QWidget *parent) -> QDialog * {
                return new KeyFileDialog(std::make_unique<models::ImportDraft>(host.workspace(), request.target),
                                         request.file, name, parent);
            }};
});
const DialogOf transfer([]() -> DialogRecord {
    return {QStringLiteral("key.transfer"),
            [](Host &host, const DialogRequest &request, const QString &name, QWidget *parent) -> QDialog * {
                return new KeyFileDialog(std::make_unique<models::TransferDraft>(host.workspace(), request.target),
                                         request.file, name, parent);
            }};
});

} // namespace
} // namespace keyward::ui
