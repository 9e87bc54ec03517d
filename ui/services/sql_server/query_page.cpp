// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks a database: what is asked above, what was found below, one value whole under it.

#include "models/services/sql_server/query.h"
#include "models/tables/table_text.h"
#include "ui/page.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/part_widgets.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

using models::QueryPresenter;

constexpr int askedHeight = 170; ///< six lines, and the buttons

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlQueryPage)
};

QPlainTextEdit *monoText(const QString &name, const QString &title, QWidget *parent)
{
    auto *out = new QPlainTextEdit(parent);
    out->setObjectName(name);
    out->setAccessibleName(title);
    out->setFont(fonts::mono());
    out->setTabChangesFocus(true); // the keyboard reaches what stands below
    return out;
}

class QueryPage final : public Page
{
public:
    QueryPage(QueryPresenter &query, PageContext context, QWidget *parent)
        : Page(parent), m_query(query), m_host(context.host)
    {
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(20, 14, 20, 16);
        outer->setSpacing(12);
        for (auto *part : query.parts()) outer->addWidget(widgetFor(*part, query.target(), context, this));
        auto *halves = new QSplitter(Qt::Vertical, this);
        halves->setObjectName(QStringLiteral("query.halves"));
        halves->setChildrenCollapsible(false);
        halves->setHandleWidth(12);
        halves->addWidget(buildQuestion());
        halves->addWidget(buildAnswer());
        halves->setStretchFactor(0, 0); // what is found has the room that there is
        halves->setStretchFactor(1, 1);
        halves->setSizes({askedHeight, 3 * askedHeight});
        outer->addWidget(halves, 1);
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
            auto *runs = new QShortcut(QKeySequence(Qt::CTRL | key), this);
            runs->setContext(Qt::WidgetWithChildrenShortcut);
            connect(runs, &QShortcut::activated, this, [this] { m_query.run(); });
        }
        connect(&query, &QueryPresenter::changed, this, [this] { refresh(); });
        connect(&query, &QueryPresenter::answered, this, [this] { showResult(); });
        setFocusProxy(m_text);
        refresh();
        showResult();
    }
    QStringList offered() const override
    {
        QStringList out;
        for (const auto *button : findChildren<QPushButton *>())
            if (button->objectName().startsWith(QLatin1String("do.")) && button->isEnabled() && !button->isHidden())
                out += button->objectName().mid(3);
        return out;
    }

private:
    QWidget *buildQuestion()
    {
        auto *box = new QWidget(this);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(8);
        m_text = monoText(QStringLiteral("query.text"), Words::tr("SQL"), box);
        m_text->setPlaceholderText(QStringLiteral("SELECT name, sql FROM sqlite_schema"));
        m_text->setMinimumHeight(3 * m_text->fontMetrics().lineSpacing() + 16);
        m_text->setPlainText(m_query.text());
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_query.setText(m_text->toPlainText()); });
        column->addWidget(m_text, 1);
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        m_run = button(QStringLiteral("query.run"), Words::tr("Run"), Kind::Primary, box);
        m_run->setAutoDefault(false);
        connect(m_run, &QPushButton::clicked, this, [this] { m_query.run(); });
        m_cancel = button(QStringLiteral("query.cancel"), Words::tr("Cancel"), Kind::Outline, box);
        m_cancel->setAutoDefault(false);
        connect(m_cancel, &QPushButton::clicked, this, [this] { m_query.cancel(); });
        m_summary = new ElidedLabel({}, box);
        m_summary->setObjectName(QStringLiteral("query.summary"));
        setTone(m_summary, Tone::Muted);
        m_copy = button(QStringLiteral("query.copy"), Words::tr("Copy as TSV"), Kind::Outline, box);
        m_copy->setToolTip(Words::tr("All rows with the names of their columns, parted by tabs"));
        connect(m_copy, &QPushButton::clicked, this, [this] {
            if (const auto *result = m_query.result()) QGuiApplication::clipboard()->setText(result->tsv());
        });
        row->addWidget(m_run);
        row->addWidget(m_cancel);
        row->addWidget(m_summary, 1);
        row->addWidget(m_copy);
        column->addLayout(row);
        return box;
    }

    QWidget *buildAnswer()
    {
        auto *box = new QWidget(this);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(8);
        m_failure = frame("inset", box);
        m_failure->setObjectName(QStringLiteral("query.failure"));
        auto *row = new QHBoxLayout(m_failure);
        row->setContentsMargins(12, 10, 12, 10);
        row->setSpacing(12);
        auto *mark = new MarkLabel(m_failure);
        mark->setMark(QStringLiteral("!"), models::State::Lost);
        row->addWidget(mark, 0, Qt::AlignTop);
        m_reason = wrapped({}, Tone::Normal, m_failure);
        m_reason->setObjectName(QStringLiteral("query.reason"));
        m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(m_reason, 1);
        column->addWidget(m_failure);
        m_failure->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        m_place = new QVBoxLayout;
        m_place->setContentsMargins(0, 0, 0, 0);
        column->addLayout(m_place, 1);
        m_empty = wrapped({}, Tone::Muted, box);
        m_empty->setObjectName(QStringLiteral("query.empty"));
        m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        column->addWidget(m_empty, 1);
        m_note = label({}, fonts::small(), Tone::Muted, box);
        m_note->setObjectName(QStringLiteral("query.note"));
        column->addWidget(m_note);
        m_value = monoText(QStringLiteral("query.value"), Words::tr("Value of the cell"), box);
        m_value->setReadOnly(true);
        m_value->setUndoRedoEnabled(false);
        m_value->setFixedHeight(6 * m_value->fontMetrics().lineSpacing() + 16);
        column->addWidget(m_value);
        return box;
    }

    /// A table of its own for each result, as each has columns of its own. Nothing of it is remembered.
    void showResult()
    {
        delete std::exchange(m_table, nullptr);
        auto *result = m_query.result();
        if (result) {
            m_table = new DataTable(QStringLiteral("result"), *result, {}, this);
            m_table->setAccessibleName(Words::tr("Result"));
            m_table->setScrollsAside(true);
            m_place->addWidget(m_table);
            connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showValue(); });
            connect(m_table, &DataTable::saveWanted, this, [this] { save(); });
            connect(m_table, &DataTable::opened, this, [this] {
                showValue();
                if (m_value->isVisible()) m_value->setFocus();
            });
            setTabOrder(m_copy, m_table);
            setTabOrder(m_table, m_value);
        }
        showValue();
        refresh();
    }

    /// Whole, of the cell with the focus, where the cell itself has no room for all of it.
    void showValue()
    {
        const auto at = m_table ? m_table->currentIndex() : QModelIndex();
        auto *result = m_query.result();
        const auto cell = at.isValid() ? result->cell(at.row(), at.column()) : models::Cell{};
        models::ResultTable::Reading reading;
        if (at.isValid()) reading = result->reading(at.row(), at.column());
        const bool more = at.isValid() && reading.text != cell.text && !reading.text.isEmpty();
        m_value->setVisible(more);
        m_note->setVisible(more);
        if (!more) return m_value->clear();
        m_note->setText(Words::tr("%1: %2", "a column, what is said of a value")
                            .arg(result->columns()[static_cast<std::size_t>(at.column())].title, reading.note));
        m_value->setPlainText(reading.text);
    }

    void save()
    {
        auto *dialog = new QFileDialog(this, Words::tr("Save the rows as CSV"), QDir::homePath());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setObjectName(QStringLiteral("query.file"));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten anyway
        dialog->setDefaultSuffix(QStringLiteral("csv"));
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
            if (m_table)
                models::saveCsv(m_host.workspace(), file,
                                models::csvText(m_table->tableModel(), m_table->shownColumns()));
        });
        dialog->open();
    }

    void refresh()
    {
        const auto blocker = m_query.blocker();
        const bool running = m_query.running();
        const bool hadFocus = m_run->hasFocus() || m_cancel->hasFocus();
        m_run->setEnabled(blocker.isEmpty());
        m_run->setToolTip(blocker.isEmpty() ? Words::tr("Ctrl+Return") : blocker);
        m_run->setAccessibleDescription(m_run->toolTip());
        m_cancel->setVisible(running);
        if (hadFocus) (running ? m_cancel : m_run)->setFocus(); // it stays where it was pressed
        m_summary->setWholeText(m_query.summary());
        m_copy->setVisible(m_table != nullptr);
        const auto failure = m_query.failure();
        m_failure->setVisible(!failure.empty() && !running);
        m_reason->setText(breakable(failure.whole()));
        const bool nothing = !m_table && m_failure->isHidden();
        m_empty->setVisible(!m_table); // keeps the room
        m_empty->setText(nothing && !running && m_query.summary().isEmpty()
                             ? Words::tr("What is found appears here. Several statements are one transaction: all of "
                                         "them are done, or none. What is asked and found is neither logged nor kept.")
                             : QString());
    }

    QueryPresenter &m_query;
    Host &m_host;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_cancel = nullptr;
    ElidedLabel *m_summary = nullptr;
    QPushButton *m_copy = nullptr;
    QFrame *m_failure = nullptr;
    QLabel *m_reason = nullptr;
    QVBoxLayout *m_place = nullptr;
    QLabel *m_empty = nullptr;
    DataTable *m_table = nullptr;
    QLabel *m_note = nullptr;
    QPlainTextEdit *m_value = nullptr;
};

const PageOf query([]() -> PageRecord {
    return {.blade = QStringLiteral("database.query"),
            .make = [](models::Presenter &presenter, PageContext context, QWidget *parent) -> Page * {
                return new QueryPage(static_cast<QueryPresenter &>(presenter), context, parent);
            }};
});

} // namespace
} // namespace keyward::ui
