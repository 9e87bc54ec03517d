// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/list_table.h"
#include "models/tables/table_source.h"

namespace keyward::models {

/// A piece of what a blade shows. Pieces live as long as their presenter and change in place, so that whoever reads
/// them keeps selection, scroll and focus.
class Part : public QObject
{
    Q_OBJECT
public:
    explicit Part(QString id, QString title = {}) : m_title(std::move(title)) { setObjectName(std::move(id)); }
    const QString &title() const { return m_title; }
    const QString &aside() const { return m_aside; } ///< beside the title, muted
    bool present() const { return m_present; }
    void setTitle(const QString &title)
    {
        if (std::exchange(m_title, title) != title) Q_EMIT changed();
    }
    void setAside(const QString &aside)
    {
        if (std::exchange(m_aside, aside) != aside) Q_EMIT changed();
    }
    void setPresent(bool on)
    {
        if (std::exchange(m_present, on) != on) Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    QString m_title;
    QString m_aside;
    bool m_present = true;
};

/// Names and values under each other.
class FactsPart final : public Part
{
    Q_OBJECT
public:
    struct Fact {
        QString label;
        QString value;
        bool mono = false;
        bool copyable = false;
        std::optional<Chip> chip = {};   ///< instead of or before the value
        std::optional<Target> link = {}; ///< the value leads there
        QString action = {};             ///< an action of the blade's target, offered beside the value
        bool wraps = false;              ///< sentences, told whole; else it is cut where there is no more room
        bool operator==(const Fact &) const = default;
    };
    using Part::Part;
    const std::vector<Fact> &facts() const { return m_facts; }
    void set(std::vector<Fact> facts)
    {
        if (std::exchange(m_facts, facts) != facts) Q_EMIT changed();
    }

private:
    std::vector<Fact> m_facts;
};

/// What there is to say about a state, and what mends it.
class CalloutsPart final : public Part
{
    Q_OBJECT
public:
    struct Callout {
        State state = State::Neutral;
        QString text;
        QString detail = {};
        QString button = {};                    ///< what mends it: "Grant it…"
        std::optional<estate::Action> fix = {}; ///< … as a command,
        QString action = {};                    ///< … or as an action of the blade's target
        bool operator==(const Callout &o) const
        {
            return state == o.state && text == o.text && detail == o.detail && button == o.button && action == o.action;
        }
    };
    using Part::Part;
    const std::vector<Callout> &callouts() const { return m_callouts; }
    void set(std::vector<Callout> callouts)
    {
        if (std::exchange(m_callouts, callouts) != callouts) Q_EMIT changed();
    }

private:
    std::vector<Callout> m_callouts;
};

/// Things to go to, one beside the other; those that do not fit are left out at the end.
class LinksPart final : public Part
{
    Q_OBJECT
public:
    struct Link {
        QString text;
        QString tooltip = {};
        Target target = {};
        bool pinned = false;
        bool operator==(const Link &) const = default;
    };
    using Part::Part;
    const std::vector<Link> &links() const { return m_links; }
    void set(std::vector<Link> links)
    {
        setPresent(!links.empty());
        if (std::exchange(m_links, links) != links) Q_EMIT changed();
    }

private:
    std::vector<Link> m_links;
};

class TablePart final : public Part
{
    Q_OBJECT
public:
    TablePart(QString id, QString title, TableModel *model) : Part(std::move(id), std::move(title)), m_model(model)
    {
        model->setParent(this);
    }
    TableModel &model() const { return *m_model; }
    QString emptyTitle; ///< what this place is for
    QString emptyText;
    QString emptyAction;               ///< the first step
    QString (*counted)(int) = nullptr; ///< "9 keys", for the filter
    bool fills = false;                ///< takes the blade's height
    bool opens = true;                 ///< whether a row opens something

private:
    TableModel *m_model;
};

/// Lengths beside each other: who still needs which version; keys by age.
class BarsPart final : public Part
{
    Q_OBJECT
public:
    struct Bar {
        QString label;
        double share = 0; ///< of the longest
        State state = State::Neutral;
        QString text; ///< under or after the bar
        bool mono = false;
        bool operator==(const Bar &) const = default;
    };
    using Part::Part;
    bool textAfter = false;
    const std::vector<Bar> &bars() const { return m_bars; }
    void set(std::vector<Bar> bars)
    {
        if (std::exchange(m_bars, bars) != bars) Q_EMIT changed();
    }

private:
    std::vector<Bar> m_bars;
};

/// A ring of counts by state.
class RingPart final : public Part
{
    Q_OBJECT
public:
    struct Slice {
        Chip chip;
        std::uint64_t count = 0;
        bool operator==(const Slice &) const = default;
    };
    using Part::Part;
    QString (*noun)(int) = nullptr; ///< what that many are: "resources"
    const std::vector<Slice> &slices() const { return m_slices; }
    void set(std::vector<Slice> slices)
    {
        if (std::exchange(m_slices, slices) != slices) Q_EMIT changed();
    }

private:
    std::vector<Slice> m_slices;
};

/// What is coming, day by day.
class TimelinePart final : public Part
{
    Q_OBJECT
public:
    struct Event {
        int day = 0; ///< from today
        State state = State::Neutral;
        QString text;
        bool operator==(const Event &) const = default;
    };
    using Part::Part;
    static constexpr int days = 90;
    const std::vector<Event> &events() const { return m_events; }
    Instant from() const { return m_from; }
    void set(Instant from, std::vector<Event> events)
    {
        m_from = from;
        if (std::exchange(m_events, events) != events) Q_EMIT changed();
    }

private:
    Instant m_from{};
    std::vector<Event> m_events;
};

/// Things done and to be done.
class ChecklistPart final : public Part
{
    Q_OBJECT
public:
    struct Item {
        QString text;
        bool done = false;
        bool operator==(const Item &) const = default;
    };
    using Part::Part;
    const std::vector<Item> &items() const { return m_items; }
    void set(std::vector<Item> items)
    {
        if (std::exchange(m_items, items) != items) Q_EMIT changed();
    }

private:
    std::vector<Item> m_items;
};

} // namespace keyward::models
