// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/services/bot_service/chat.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace keyward::ui {

/// What was said, one under the other: to the bot on the right, from it on the left. Stays at the end while somebody
/// looks there, and where they look otherwise.
class ChatLines final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChatLines(QWidget *parent);
    void showLines(const std::vector<models::BotChat::Line> &lines);

Q_SIGNALS:
    void saveWanted(const keyward::engine::BotAttachment &attachment);

private:
    class Bubble;

    QVBoxLayout *m_column;
    QLabel *m_empty;
    std::vector<Bubble *> m_bubbles;
    bool m_atEnd = true;
};

} // namespace keyward::ui
