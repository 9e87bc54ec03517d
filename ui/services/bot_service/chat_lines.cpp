// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/bot_service/chat_lines.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QCoreApplication>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace keyward::ui {

using Line = models::BotChat::Line;
using models::State;

namespace {

constexpr int readable = 400; ///< of a line of text
constexpr int aside = 48;     ///< left free beside what is said

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BotChatLines)
};

QString standingOf(const Line &line)
{
    switch (line.state) {
    case Line::State::Sending: return Words::tr("Sending…");
    case Line::State::Left: return Words::tr("Not waited for; what came of it will stand here");
    case Line::State::Delivered: return Words::tr("Delivered");
    case Line::State::Waiting: return Words::tr("Waiting for the endpoint");
    case Line::State::Passed: return Words::tr("Waits no more: handed over, or gone after a day");
    case Line::State::Refused: return Words::tr("Not sent");
    case Line::State::Answer: return Words::tr("Bot", "who said it");
    }
    return {};
}

std::optional<State> chipOf(const Line &line)
{
    return line.state == Line::State::Waiting   ? std::optional(State::Warning)
           : line.state == Line::State::Refused ? std::optional(State::Lost)
                                                : std::nullopt;
}

/// As wide as its text, up to what is comfortably read.
void fitWidth(QLabel *label, const QString &text)
{
    int widest = 0;
    for (const auto &line : text.split(QLatin1Char('\n')))
        widest = std::max(widest, label->fontMetrics().horizontalAdvance(line));
    label->setMinimumWidth(std::min(widest + 2, readable));
}

QLabel *said(const QString &text, Tone tone, QWidget *parent)
{
    auto *out = wrapped({}, tone, parent);
    out->setTextFormat(Qt::PlainText); // whatever somebody wrote
    out->setText(breakable(text));
    return out;
}

} // namespace

class ChatLines::Bubble final : public QWidget
{
public:
    Bubble(ChatLines &all, QWidget *parent) : QWidget(parent), m_all(all)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        m_box = frame("inset", this);
        m_in = new QVBoxLayout(m_box);
        m_in->setContentsMargins(12, 8, 12, 8);
        m_in->setSpacing(4);
        row->addWidget(m_box);
    }
    quint64 number() const { return m_line.number; }

    void showLine(const Line &line)
    {
        if (m_shown && m_line.state == line.state && m_line.why == line.why && m_line.number == line.number) return;
        m_shown = true;
        m_line = line;
        const bool mine = line.state != Line::State::Answer;
        auto *row = static_cast<QHBoxLayout *>(layout());
        row->setContentsMargins(mine ? aside : 0, 0, mine ? 0 : aside, 0);
        row->setAlignment(m_box, mine ? Qt::AlignRight : Qt::AlignLeft);
        m_box->setProperty("kind", mine ? QStringLiteral("stepHere") : QStringLiteral("inset"));
        restyle(m_box);
        m_box->setObjectName(mine ? QStringLiteral("chat.mine") : QStringLiteral("chat.answer"));
        clear(m_in);
        if (!line.text.isEmpty()) {
            auto *text = said(line.text, Tone::Normal, m_box);
            text->setObjectName(QStringLiteral("chat.said"));
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);
            fitWidth(text, line.text);
            m_in->addWidget(text);
        }
        addAttachments();
        addStanding();
        const auto who = mine ? Words::tr("You") : Words::tr("Bot", "who said it");
        m_box->setAccessibleName(
            Words::tr("%1, %2: %3", "who, when, what was said").arg(who, models::clockTime(line.at), line.text));
        m_box->setAccessibleDescription(line.why.isEmpty() ? standingOf(line)
                                                           : standingOf(line) + QStringLiteral(": ") + line.why);
    }

private:
    void addAttachments()
    {
        for (const auto &name : m_line.sent)
            m_in->addWidget(said(Words::tr("With %1", "a file").arg(name), Tone::Muted, m_box));
        for (const auto &one : m_line.attachments) {
            auto *file = button(QStringLiteral("chat.attachment"),
                                Words::tr("Save %1 (%2)…", "a file, its size")
                                    .arg(models::text(one.name), models::bytesText(one.content.size())),
                                Kind::Link, m_box);
            connect(file, &QPushButton::clicked, &m_all, [this, one] { Q_EMIT m_all.saveWanted(one); });
            m_in->addWidget(file, 0, Qt::AlignLeft);
        }
    }
    void addStanding()
    {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        if (const auto chip = chipOf(m_line)) {
            auto *state = new ChipLabel({*chip, standingOf(m_line)}, m_box);
            state->setObjectName(QStringLiteral("chat.state"));
            row->addWidget(state);
            row->addWidget(label(models::clockTime(m_line.at), fonts::small(), Tone::Muted, m_box));
        } else {
            auto *state = label(
                Words::tr("%1, %2", "what became of it, when").arg(standingOf(m_line), models::clockTime(m_line.at)),
                fonts::small(), Tone::Muted, m_box);
            state->setObjectName(QStringLiteral("chat.state"));
            row->addWidget(state);
        }
        row->addStretch();
        m_in->addLayout(row);
        if (m_line.why.isEmpty()) return;
        auto *why = said(models::sentence(m_line.why), Tone::Muted, m_box);
        why->setObjectName(QStringLiteral("chat.why"));
        fitWidth(why, m_line.why);
        m_in->addWidget(why);
    }

    ChatLines &m_all;
    QFrame *m_box;
    QVBoxLayout *m_in;
    Line m_line;
    bool m_shown = false;
};

ChatLines::ChatLines(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("chat.lines"));
    setAccessibleName(Words::tr("What was said"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget(this);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 4, 0, 4);
    m_column->setSpacing(8);
    m_empty =
        wrapped(Words::tr("Nothing was said yet. Write below, and Return sends it; what the bot says appears here. "
                          "None of it is logged or kept by this window."),
                Tone::Muted, inside);
    m_empty->setObjectName(QStringLiteral("chat.empty"));
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
    m_column->addStretch(1);
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    setWidget(inside);
    auto *bar = verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { m_atEnd = value >= bar->maximum() - 4; });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int most) {
        if (m_atEnd) bar->setValue(most);
    });
}

void ChatLines::showLines(const std::vector<Line> &lines)
{
    // Those of another conversation, or that are too old, go.
    while (!m_bubbles.empty() && (lines.empty() || std::ranges::none_of(lines, [&](const Line &line) {
                                      return line.number == m_bubbles.front()->number();
                                  }))) {
        delete m_bubbles.front();
        m_bubbles.erase(m_bubbles.begin());
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == m_bubbles.size()) {
            m_bubbles.push_back(new Bubble(*this, widget()));
            m_column->insertWidget(m_column->count() - 1, m_bubbles.back());
            m_atEnd |= lines[i].state == Line::State::Sending; // whoever says something sees it
        }
        m_bubbles[i]->showLine(lines[i]);
    }
    m_empty->setVisible(lines.empty());
    m_column->setStretch(m_column->count() - 1, lines.empty() ? 1 : 0); // what was said stands at the bottom
}

} // namespace keyward::ui
