// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/form_field.h"

#include "models/actions/fields.h"
#include "models/permission_groups.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/clearable.h"
#include "ui/widgets/new_secret_edit.h"
#include "ui/widgets/pick_edit.h"
#include "ui/widgets/recovery_view.h"
#include "ui/widgets/secret_edit.h"
#include "ui/widgets/sentence_row.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FormField)
};

} // namespace

using models::Field;

FormField::FormField(const Field &field, QWidget *parent)
    : QWidget(parent), m_kind(field.kind), m_hint(field.hint), m_below(label({}, fonts::small(), Tone::Muted, this))
{
    setObjectName(QStringLiteral("form.") + field.id);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (field.kind != Field::Kind::Check) {
        auto *name = label(field.optional ? Words::tr("%1 (optional)").arg(field.label) : field.label, fonts::body(),
                           Tone::Normal, this);
        column->addWidget(name);
    }
    switch (field.kind) {
    case Field::Kind::Text: column->addWidget(textInput(field)); break;
    case Field::Kind::Date: column->addWidget(dateInput(field)); break;
    case Field::Kind::Passage: column->addWidget(passageInput(field)); break;
    case Field::Kind::Folder:
    case Field::Kind::OldFile:
    case Field::Kind::NewFile: column->addWidget(pathInput(field)); break;
    case Field::Kind::Secret:
    case Field::Kind::NewSecret: column->addWidget(secretInput(field)); break;
    case Field::Kind::RecoveryKey: column->addWidget(recoveryKeyInput(field)); break;
    case Field::Kind::Choice: column->addWidget(choiceInput(field)); break;
    case Field::Kind::Permissions: column->addWidget(permissionsInput(field)); break;
    case Field::Kind::Many: column->addWidget(manyInput(field)); break;
    case Field::Kind::Pick: column->addWidget(pickInput(field)); break;
    case Field::Kind::Check: {
        auto *check = new QCheckBox(this);
        check->setChecked(field.value.toBool());
        connect(check, &QCheckBox::toggled, this, [this](bool on) { Q_EMIT edited(on); });
        m_input = check;
        column->addLayout(besideItsSentence(*check, field.label));
        break;
    }
    }
    m_input->setObjectName(QStringLiteral("field.") + field.id);
    m_input->setAccessibleName(field.label);
    m_below->setWordWrap(true);
    column->addWidget(m_below);
    showError({});
}

void FormField::showError(const QString &error)
{
    const bool wrong = !error.isEmpty();
    m_below->setText(breakable(wrong ? error : m_hint));
    m_below->setObjectName(wrong ? QStringLiteral("error") : QStringLiteral("hint"));
    m_below->setVisible(!m_below->text().isEmpty());
    if (m_below->property("tone").toString() != QLatin1String(wrong ? "error" : "muted"))
        setTone(m_below, wrong ? Tone::Error : Tone::Muted);
    m_input->setAccessibleDescription(wrong ? error : m_hint);
    if (m_input->property("wrong").toBool() != wrong) {
        m_input->setProperty("wrong", wrong);
        restyle(m_input);
    }
}

void FormField::setNote(const QString &note)
{
    if (m_hint == note) return;
    m_hint = note;
    if (m_below->objectName() != QLatin1String("error")) showError({});
}

void FormField::show(const QVariant &value)
{
    if (m_kind == Field::Kind::Pick) return; // it shows what its value stands for
    if (models::isProtected(m_kind)) return; // it shows its dots by itself
    const auto text = value.toString();
    if (auto *line = qobject_cast<QLineEdit *>(m_input); line && line->text() != text) line->setText(text);
    if (auto *many = qobject_cast<QPlainTextEdit *>(m_input); many && many->toPlainText() != text) {
        const QSignalBlocker quiet(many);
        many->setPlainText(text);
    }
    if (auto *combo = qobject_cast<QComboBox *>(m_input); combo && combo->currentData() != value) {
        const QSignalBlocker quiet(combo);
        combo->setCurrentIndex(std::max(0, combo->findData(value)));
    }
}

QWidget *FormField::textInput(const Field &field)
{
    auto *edit = new QLineEdit(field.value.toString(), this);
    connect(edit, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT edited(text); });
    return m_input = edit;
}

QWidget *FormField::pathInput(const Field &field)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *edit = new QLineEdit(field.value.toString(), box);
    connect(edit, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT edited(text); });
    auto *browse = button(QStringLiteral("browse.") + field.id, Words::tr("Browse…"), Kind::Outline, box);
    browse->setAccessibleName(Words::tr("Browse: %1").arg(field.label));
    connect(browse, &QPushButton::clicked, this,
            [this, edit, kind = field.kind, title = field.label, suffix = field.suffix] {
                auto *dialog = new QFileDialog(this, title, edit->text());
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                if (kind == Field::Kind::Folder) {
                    dialog->setFileMode(QFileDialog::Directory);
                    dialog->setOption(QFileDialog::ShowDirsOnly);
                } else if (kind == Field::Kind::OldFile) {
                    dialog->setFileMode(QFileDialog::ExistingFile);
                    if (!suffix.isEmpty())
                        dialog->setNameFilters({QStringLiteral("*.") + suffix, Words::tr("All files (*)")});
                } else {
                    dialog->setAcceptMode(QFileDialog::AcceptSave);
                    if (!suffix.isEmpty()) dialog->setDefaultSuffix(suffix);
                    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten anyway
                }
                connect(dialog, &QFileDialog::fileSelected, this, [this, edit](const QString &file) {
                    edit->setText(file);
                    Q_EMIT edited(file);
                });
                dialog->open();
            });
    row->addWidget(edit, 1);
    row->addWidget(browse);
    m_input = edit;
    return box;
}

/// What is typed goes into protected memory; the value only says where.
QWidget *FormField::secretInput(const Field &field)
{
    const auto typed = field.value.value<models::TypedSecretPtr>();
    const auto tell = [this, typed] { Q_EMIT edited(QVariant::fromValue(typed)); };
    if (field.kind == Field::Kind::NewSecret) {
        auto *both = new NewSecretEdit(QStringLiteral("field.") + field.id, typed, this);
        connect(both, &NewSecretEdit::edited, this, tell);
        m_input = both->first();
        m_hint.clear(); // it stands beside the meter
        return both;
    }
    auto *edit = new SecretEdit({}, field.label, this, std::shared_ptr<models::SecretDraft>(typed, &typed->secret));
    connect(edit, &SecretEdit::edited, this, tell);
    return m_input = edit;
}

QWidget *FormField::recoveryKeyInput(const Field &field)
{
    return m_input = new RecoveryView(field.value.value<models::RecoverySheetPtr>(), this);
}

QWidget *FormField::choiceInput(const Field &field)
{
    auto *combo = new QComboBox(this);
    for (const auto &option : field.options) combo->addItem(option.text, option.value);
    combo->setSizeAdjustPolicy(
        QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long choice does not widen the form
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    combo->setCurrentIndex(std::max(0, combo->findData(field.value)));
    connect(combo, &QComboBox::currentIndexChanged, this, [this, combo] { Q_EMIT edited(combo->currentData()); });
    return m_input = combo;
}

QWidget *FormField::passageInput(const Field &field)
{
    auto *edit = new QPlainTextEdit(field.value.toString(), this);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(4 * edit->fontMetrics().lineSpacing() + 16);
    connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] { Q_EMIT edited(edit->toPlainText()); });
    return m_input = edit;
}

/// Typed, or a day taken from a calendar; what was typed of the time stays.
QWidget *FormField::dateInput(const Field &field)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *edit = new QLineEdit(field.value.toString(), box);
    makeClearable(*edit);
    connect(edit, &QLineEdit::textChanged, this, [this](const QString &text) { Q_EMIT edited(text); });
    auto *pick = button(QStringLiteral("calendar.") + field.id, Words::tr("Calendar…"), Kind::Outline, box);
    pick->setAccessibleName(Words::tr("Calendar for: %1").arg(field.label));
    connect(pick, &QPushButton::clicked, this, [this, edit, pick] { pickDay(*edit, *pick); });
    row->addWidget(edit, 1);
    row->addWidget(pick);
    m_input = edit;
    return box;
}

void FormField::pickDay(QLineEdit &edit, QWidget &below)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("calendarMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    calendar->setObjectName(QStringLiteral("calendar"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    for (const auto weekend : {Qt::Saturday, Qt::Sunday}) calendar->setWeekdayTextFormat(weekend, {});
    const std::pair<const char *, const char *> steps[] = {{"qt_calendar_prevmonth", "go-previous"},
                                                           {"qt_calendar_nextmonth", "go-next"}};
    for (const auto &[step, symbol] : steps)
        if (auto *tool = calendar->findChild<QToolButton *>(QLatin1String(step)))
            tool->setIcon(icon(QLatin1String(symbol)));
    const auto typed = [&edit] {
        const auto at = models::momentFrom(edit.text().trimmed(), {});
        const auto moment = at ? QDateTime::fromMSecsSinceEpoch(at->time_since_epoch().count()) : QDateTime();
        return moment.date().year() > 1970 ? moment : QDateTime(); // a length of time is no day
    };
    if (const auto at = typed(); at.isValid()) calendar->setSelectedDate(at.date());
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    const auto take = [&edit, menu, typed](const QDate &date) {
        const auto before = typed();
        const QDateTime at(date, before.isValid() ? before.time() : QTime(0, 0));
        edit.setText(models::momentText(Instant(Millis(at.toMSecsSinceEpoch()))));
        menu->close();
        edit.setFocus();
    };
    connect(calendar, &QCalendarWidget::clicked, &edit, take);
    connect(calendar, &QCalendarWidget::activated, &edit, take);
    menu->popup(below.mapToGlobal(QPoint(0, below.height() + 2)));
    calendar->setFocus();
}

/// Several of a few, ticked beside each other.
QWidget *FormField::manyInput(const Field &field)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 2, 0, 0);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(5);
    const auto chosen = field.value.toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
    QList<QCheckBox *> all;
    for (const auto &option : field.options) {
        auto *check = new QCheckBox(option.text, box);
        check->setObjectName(field.id + QLatin1Char('.') + option.value);
        check->setAccessibleName(field.label + QStringLiteral(": ") + option.text);
        check->setChecked(chosen.contains(option.value));
        const auto at = static_cast<int>(all.size());
        grid->addWidget(check, at / 4, at % 4);
        all += check;
    }
    grid->setColumnStretch(4, 1);
    for (auto *check : all)
        connect(check, &QCheckBox::toggled, this, [this, all, options = field.options] {
            QStringList ticked;
            for (qsizetype i = 0; i < all.size(); ++i)
                if (all[i]->isChecked()) ticked += options[static_cast<std::size_t>(i)].value;
            Q_EMIT edited(ticked.join(QLatin1Char(',')));
        });
    return m_input = box;
}

/// One of many. What is picked is told apart from others of its name below it.
QWidget *FormField::pickInput(const Field &field)
{
    auto *pick = new PickEdit(field, this);
    const auto hintOf = [hint = field.hint](const QString &detail) { return detail.isEmpty() ? hint : detail; };
    m_hint = hintOf(pick->detail());
    connect(pick, &PickEdit::edited, this, [this, pick, hintOf](const QString &value) {
        m_hint = hintOf(pick->detail());
        Q_EMIT edited(value);
    });
    m_input = pick->edit();
    return pick;
}

/// VLT-13: in groups, with templates that tick several at once.
QWidget *FormField::permissionsInput(const Field &field)
{
    auto *box = frame("inset", this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    auto *templates = new QComboBox(box);
    templates->setObjectName(QStringLiteral("template"));
    templates->setAccessibleName(Words::tr("Template"));
    templates->addItem(Words::tr("Start from a template"));
    for (const auto &one : field.options) templates->addItem(one.text, one.value);
    if (field.options.empty())
        for (const auto &one : models::permissionTemplates()) templates->addItem(one.title, one.permissions);
    column->addWidget(templates);
    const auto chosen = field.value.toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
    QList<QCheckBox *> all;
    for (const auto &group : models::permissionGroups()) {
        column->addWidget(label(group.title, fonts::small(), Tone::Muted, box));
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(18);
        grid->setVerticalSpacing(5);
        int at = 0;
        for (const auto &permission : group.permissions) {
            auto *check = new QCheckBox(permission, box);
            check->setObjectName(QStringLiteral("permission.") + permission);
            check->setAccessibleName(group.title + QStringLiteral(": ") + permission);
            check->setChecked(chosen.contains(permission));
            all += check;
            grid->addWidget(check, at / 4, at % 4);
            ++at;
        }
        column->addLayout(grid);
    }
    const auto tell = [this, all] {
        QStringList ticked;
        for (auto *check : all)
            if (check->isChecked()) ticked += check->text();
        Q_EMIT edited(ticked.join(QLatin1Char(',')));
    };
    for (auto *check : all) connect(check, &QCheckBox::toggled, this, tell);
    connect(templates, &QComboBox::activated, this, [templates, all, tell](int index) {
        if (index == 0) return;
        const auto wanted = templates->itemData(index).toString().split(QLatin1Char(','));
        for (auto *check : all) {
            const QSignalBlocker quiet(check);
            check->setChecked(wanted.contains(check->text()));
        }
        tell();
    });
    m_input = box;
    return box;
}

} // namespace keyward::ui
