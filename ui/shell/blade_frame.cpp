// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/blade_frame.h"

#include "models/thing.h"
#include "ui/icons.h"
#include "ui/shell/command_bar.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QCoreApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QVBoxLayout>

namespace keyward::ui {

using namespace models;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BladeFrame)
};

} // namespace

bool tabbed(Scope scope)
{
    const auto *thing = thingOf(scope);
    if (!thing || thing->beside.isEmpty()) return false; // it has a rail of its own
    return std::ranges::count_if(Blade::all(), [&](const BladeRecord *blade) { return blade->scope == scope; }) > 1;
}

BladeFrame::BladeFrame(Place place, int at, Navigation &navigation, Host &host, QWidget *parent)
    : QFrame(parent), m_place(std::move(place)), m_at(at), m_navigation(navigation), m_host(host),
      m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_head = buildHead();
    m_column->addWidget(m_head);
    m_tabs = frame("tabs", this);
    m_tabs->setLayout(new QHBoxLayout);
    m_column->addWidget(m_tabs);
    connect(&workspace().feed(), &EstateFeed::moved, this, &BladeFrame::refreshHead);
    connect(&workspace().feed(), &EstateFeed::ticked, this, &BladeFrame::refreshHead);
    build();
}

BladeFrame::~BladeFrame() { dropPage(); }

/// What shows a presenter goes before it.
void BladeFrame::dropPage()
{
    delete std::exchange(m_commands, nullptr);
    delete std::exchange(m_page, nullptr);
    m_presenter.reset();
}

QWidget *BladeFrame::buildHead()
{
    auto *head = frame("bladeHead", this);
    auto *outer = new QHBoxLayout(head);
    outer->setContentsMargins(20, 12, 12, 10);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_crumbs = new QHBoxLayout;
    m_crumbs->setSpacing(2);
    words->addLayout(m_crumbs);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    m_title = new ElidedLabel({}, head);
    m_title->setFont(fonts::title());
    m_title->setObjectName(QStringLiteral("bladeTitle"));
    m_chip = new ChipLabel({}, head);
    row->addWidget(m_title);
    row->addWidget(m_chip);
    m_pin = button(QStringLiteral("blade.pin"), shapeOf(State::Pinned), Kind::Plain, head);
    m_pin->setProperty("pin", true);
    m_pin->setCheckable(true);
    m_pin->setFixedWidth(32);
    connect(m_pin, &QPushButton::clicked, this, [this](bool on) { workspace().bookmarks().pin(m_place.target, on); });
    connect(&workspace().bookmarks(), &Bookmarks::changed, this, &BladeFrame::refreshPin);
    row->addWidget(m_pin);
    row->addStretch(1);
    words->addLayout(row);
    m_subtitle = new ElidedLabel({}, head);
    m_subtitle->setProperty("tone", QStringLiteral("muted"));
    m_subtitle->setFont(fonts::small());
    words->addWidget(m_subtitle);
    outer->addLayout(words, 1);
    if (m_at > 0) {
        auto *close = button(QStringLiteral("blade.close"), {}, Kind::Plain, head);
        close->setIcon(icon(QStringLiteral("window-close")));
        close->setAccessibleName(Words::tr("Close this blade"));
        close->setToolTip(Words::tr("Close (Esc)"));
        close->setFixedWidth(32);
        connect(close, &QPushButton::clicked, this, [this] { m_navigation.close(m_at); });
        outer->addWidget(close, 0, Qt::AlignTop);
    }
    return head;
}

void BladeFrame::buildTabs()
{
    auto *row = static_cast<QHBoxLayout *>(m_tabs->layout());
    clear(row);
    row->setContentsMargins(20, 0, 20, 0);
    row->setSpacing(18);
    m_tabs->setVisible(tabbed(m_place.target.scope));
    if (!tabbed(m_place.target.scope)) return;
    for (const auto *blade : bladesOf(workspace().estate(), m_place.target)) {
        const auto badge = blade->badge ? blade->badge(*workspace().moment(), m_place.target) : QString();
        auto *tab = button(QStringLiteral("tab.") + blade->id,
                           badge.isEmpty() ? blade->title : blade->title + QLatin1Char(' ') + badge, Kind::Tab, m_tabs);
        tab->setAccessibleName(blade->title);
        tab->setCheckable(true);
        tab->setChecked(blade->id == m_place.blade);
        connect(tab, &QPushButton::clicked, this, [this, id = blade->id] { m_navigation.switchBlade(m_at, id); });
        row->addWidget(tab);
    }
    row->addStretch();
}

void BladeFrame::show(const Place &place)
{
    m_place = place;
    build();
}

void BladeFrame::build()
{
    const auto *record = bladeById(m_place.blade);
    const bool focusInside = isAncestorOf(focusWidget());
    dropPage();
    if (!record) return;
    setObjectName(QStringLiteral("blade.") + m_place.blade);
    setAccessibleName(record->title);
    setAcceptDrops(takesFile() != nullptr);
    m_presenter = record->make(workspace(), m_place.target);
    m_page = makePage(m_place.blade, *m_presenter, {m_host, m_at, m_place.blade}, this);
    m_page->setObjectName(QStringLiteral("page.") + m_place.blade);
    const bool framed = m_page->framed();
    setProperty("kind", framed ? QStringLiteral("blade") : QStringLiteral("page"));
    restyle(this);
    m_head->setVisible(framed);
    buildTabs();
    if (framed) {
        m_commands = new CommandBar(m_place, *m_page, m_host, this);
        m_column->insertWidget(1, m_commands);
    }
    m_column->addWidget(m_page, 1);
    refreshHead();
    if (focusInside) m_page->setFocus();
}

const ActionRecord *BladeFrame::takesFile() const
{
    for (const auto *record : actionsIn(m_place.blade))
        if (record->takesFile && record->scope == m_place.target.scope) return record;
    return nullptr;
}

namespace {

QString fileIn(const QMimeData &data)
{
    const auto urls = data.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

void BladeFrame::dragEnterEvent(QDragEnterEvent *event)
{
    if (!takesFile() || fileIn(*event->mimeData()).isEmpty()) return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void BladeFrame::dropEvent(QDropEvent *event)
{
    const auto *record = takesFile();
    const auto file = fileIn(*event->mimeData());
    if (!record || file.isEmpty()) return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // Not from within the drop: whoever dropped it waits for its end.
    QMetaObject::invokeMethod(
        this, [this, id = record->id, file] { m_host.startWith(id, m_place.target, file); }, Qt::QueuedConnection);
}

void BladeFrame::refreshHead()
{
    const auto &moment = *workspace().moment();
    const auto *record = bladeById(m_place.blade);
    if (!record || !exists(*moment.estate, m_place.target)) return;
    clear(m_crumbs);
    int number = 0;
    for (const auto &crumb : m_navigation.crumbs(m_at)) {
        if (number > 0) m_crumbs->addWidget(label(QStringLiteral("\u203a"), fonts::small(), Tone::Muted, this));
        auto *to = button(QStringLiteral("crumb.%1").arg(number++), crumb.text, Kind::Crumb, this);
        connect(to, &QPushButton::clicked, this, [this, place = crumb.place] { m_navigation.go(place); });
        m_crumbs->addWidget(to);
    }
    m_crumbs->addStretch();
    const bool thing = m_at > 0 || tabbed(m_place.target.scope);
    m_title->setWholeText(thing ? titleOf(*moment.estate, m_place.target) : record->title);
    const auto chip = thing || record->order == 0
                          ? chipOf(*moment.estate, moment.assessment, m_place.target, moment.now)
                          : std::nullopt;
    m_chip->setChip(chip.value_or(Chip{}));
    const auto subtitle = thing ? kindOf(*moment.estate, m_place.target) : QString();
    static_cast<ElidedLabel *>(m_subtitle)->setWholeText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    refreshPin();
    for (auto *tab : m_tabs->findChildren<QPushButton *>()) {
        const auto *blade = bladeById(tab->objectName().mid(4));
        if (!blade) continue;
        const auto badge = blade->badge ? blade->badge(moment, m_place.target) : QString();
        tab->setText(badge.isEmpty() ? blade->title : blade->title + QLatin1Char(' ') + badge);
    }
}

/// A thing that stands for itself can be kept at hand: on the first page, and in the search.
void BladeFrame::refreshPin()
{
    const bool pinned = workspace().bookmarks().isPinned(m_place.target);
    m_pin->setVisible(Bookmarks::canPin(m_place.target));
    m_pin->setChecked(pinned);
    const auto words =
        pinned ? Words::tr("Unpin (Ctrl+D)") : Words::tr("Pin: keep it on the first page and in the search (Ctrl+D)");
    m_pin->setToolTip(words);
    m_pin->setAccessibleName(words);
}

} // namespace keyward::ui
