// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/text.h"
#include "ui/page.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/part_widgets.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QMenu>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace keyward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HomePageBlades)
};

/// The first page of the morning: cards on a grid.
class HomePage final : public Page
{
public:
    HomePage(models::Presenter &presenter, PageContext context, QWidget *parent) : Page(parent), m_host(context.host)
    {
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        auto *inside = new QWidget(this);
        auto *column = new QVBoxLayout(inside);
        column->setContentsMargins(26, 22, 26, 22);
        column->setSpacing(16);
        m_grid = new QGridLayout;
        m_grid->setSpacing(16);
        m_grid->setColumnStretch(0, 215);
        const auto card = [&](const char *id) {
            auto *box = frame("card", inside);
            auto *in = new QVBoxLayout(box);
            in->setContentsMargins(16, 14, 16, 14);
            for (auto *part : presenter.parts())
                if (part->objectName() == QLatin1String(id))
                    in->addWidget(widgetFor(*part, presenter.target(), context, box));
            in->addStretch();
            return box;
        };
        for (auto *part : presenter.parts())
            if (auto *callouts = qobject_cast<models::CalloutsPart *>(part))
                column->addWidget(part->objectName() == QLatin1String("hello")
                                      ? head(*callouts, inside)
                                      : widgetFor(*part, presenter.target(), context, inside));
            else if (qobject_cast<models::LinksPart *>(part))
                column->addWidget(widgetFor(*part, presenter.target(), context, inside));
        for (const auto *id : {"attention", "bindings", "timeline", "ages", "activity"}) m_cards.push_back(card(id));
        auto *activity = m_cards.back();
        auto *all = button(QStringLiteral("home.activity"), Words::tr("Open activity log"), Kind::Link, activity);
        connect(all, &QPushButton::clicked, this, [this] { m_host.go({}, QStringLiteral("activity")); });
        static_cast<QVBoxLayout *>(activity->layout())->addWidget(all, 0, Qt::AlignLeft);
        arrange(false);
        column->addLayout(m_grid);
        column->addStretch();
        outer->addWidget(scrolling(inside, this));
    }
    bool framed() const override { return false; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        constexpr int twoBeside = 860;     // below, cards have no room beside each other
        constexpr int buttonsBeside = 620; // … nor have the buttons
        Page::resizeEvent(event);
        m_buttons->setDirection(width() < buttonsBeside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        if (const bool narrow = width() < twoBeside; narrow != m_narrow) arrange(narrow);
    }

private:
    void arrange(bool narrow)
    {
        m_narrow = narrow;
        for (auto *card : m_cards) m_grid->removeWidget(card);
        m_grid->setColumnStretch(1, narrow ? 0 : 100);
        const auto last = static_cast<int>(m_cards.size()) - 1;
        for (int i = 0; i <= last; ++i) {
            auto *card = m_cards[static_cast<std::size_t>(i)];
            if (narrow)
                m_grid->addWidget(card, i, 0);
            else if (i == last)
                m_grid->addWidget(card, i / 2, 0, 1, 2);
            else
                m_grid->addWidget(card, i / 2, i % 2);
        }
        m_head->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }
    QWidget *head(models::CalloutsPart &hello, QWidget *parent)
    {
        auto *box = new QWidget(parent);
        auto *row = new QBoxLayout(QBoxLayout::LeftToRight, box);
        m_head = row;
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        auto *title = label({}, fonts::title(), Tone::Normal, box);
        auto *counts = wrapped({}, Tone::Muted, box);
        counts->setObjectName(QStringLiteral("home.counts"));
        words->addWidget(title);
        words->addWidget(counts);
        row->addLayout(words, 1);
        auto *report = button(QStringLiteral("home.report"), Words::tr("Export audit report"), Kind::Outline, box);
        connect(report, &QPushButton::clicked, this, [this] { m_host.start(QStringLiteral("report.export"), {}); });
        auto *enable =
            button(QStringLiteral("home.enable"), Words::tr("Enable a customer-managed key"), Kind::Primary, box);
        connect(enable, &QPushButton::clicked, this, [this, enable] { offerResources(*enable); });
        m_buttons = new QBoxLayout(QBoxLayout::LeftToRight);
        m_buttons->setSpacing(8);
        m_buttons->addWidget(report, 0, Qt::AlignLeft | Qt::AlignBottom);
        m_buttons->addWidget(enable, 0, Qt::AlignLeft | Qt::AlignBottom);
        m_buttons->addStretch();
        row->addLayout(m_buttons);
        const auto refresh = [&hello, title, counts] {
            if (hello.callouts().empty()) return;
            title->setText(hello.callouts().front().text);
            counts->setText(hello.callouts().front().detail);
        };
        connect(&hello, &models::Part::changed, title, refresh);
        refresh();
        return box;
    }
    /// Which resource it is to be for: those that can still have a key of their own.
    void offerResources(QPushButton &from)
    {
        constexpr int most = 12;
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("enableMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const auto &estate = m_host.workspace().estate();
        for (const auto &[id, resource] : estate.resources()) {
            const auto enabled =
                models::stateOf(*models::actionById(QStringLiteral("cmk.enable")),
                                {m_host.workspace(), m_host.workspace().moment(), models::Target::of(id)});
            if (!enabled.supported || !enabled.enabled) continue;
            if (menu->actions().size() == most) break;
            auto *action =
                menu->addAction(icon(QStringLiteral("server-database")), models::text(resource->name.text()));
            action->setObjectName(QStringLiteral("enable.") + action->text());
            connect(action, &QAction::triggered, this,
                    [this, target = models::Target::of(id)] { m_host.start(QStringLiteral("cmk.enable"), target); });
        }
        if (menu->actions().size() == most) {
            auto *more = menu->addAction(Words::tr("All resources…"));
            connect(more, &QAction::triggered, this, [this] { m_host.go({}, QStringLiteral("resources")); });
        }
        if (!menu->isEmpty()) menu->addSeparator();
        for (const auto *record : models::actionsIn(QStringLiteral("resources"))) {
            if (record->scope != models::Scope::Estate) continue;
            auto *create = menu->addAction(icon(record->icon), models::labelOf(*record));
            connect(create, &QAction::triggered, this, [this, id = record->id] { m_host.start(id, {}); });
        }
        menu->popup(from.mapToGlobal(QPoint(0, from.height() + 4)));
    }
    Host &m_host;
    QGridLayout *m_grid = nullptr;
    QBoxLayout *m_head = nullptr; ///< the words and, beside or under them, the buttons
    QBoxLayout *m_buttons = nullptr;
    std::vector<QWidget *> m_cards;
    bool m_narrow = false;
};

const PageOf home([]() -> PageRecord {
    return {.blade = QStringLiteral("home"),
            .make = [](models::Presenter &presenter, PageContext context, QWidget *parent) -> Page * {
                return new HomePage(presenter, context, parent);
            }};
});

} // namespace
} // namespace keyward::ui
