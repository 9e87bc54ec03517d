// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presenter.h"
#include "models/services/bot_service/reading.h"

#include <atomic>
#include <map>
#include <set>

namespace keyward::models {

/// What is said with one bot from this window: typed, sent, received. Only in memory, until the keystore is closed; no
/// log, setting or notice has any of it. It outlives its page, as whatever was received is given once.
class BotChat final : public QObject
{
    Q_OBJECT
public:
    struct Line {
        enum class State {
            Sending,
            Left,      ///< not waited for any more; what came of it stands here once it is known
            Delivered, ///< the endpoint took it
            Waiting,   ///< it is kept, and sent again
            Passed,    ///< it waits no more: it was handed over, or is gone after a day
            Refused,   ///< nothing was kept of it
            Answer,    ///< of the bot
        };
        quint64 number = 0;
        State state = State::Sending;
        QString text;
        Instant at{};
        std::vector<engine::BotAttachment> attachments = {}; ///< of the bot's
        QStringList sent = {};                               ///< names of files that went with it
        QString why = {};                                    ///< it waits, or was refused
    };
    static BotChat &of(Workspace &workspace, const estate::ResourceId &bot);

    BotChat(Workspace &workspace, const estate::ResourceId &bot);
    ~BotChat() override;

    QString typed;        ///< and not sent yet
    QStringList attached; ///< files that go with it
    const QString &conversation() const { return m_conversation; }
    void setConversation(const QString &name);
    const QString &channel() const { return m_channel; }
    void setChannel(const QString &kind);
    /// Of the conversation that is chosen, in the order in which they came.
    const std::vector<Line> &lines() const;

    void send(); ///< what was typed, with what was attached
    bool sending() const { return m_sending != 0; }
    void noneWaits();   ///< it was read that no message of the bot does
    void stopWaiting(); ///< for what came of the last one: it may have been sent

    void attend(bool on); ///< whether somebody looks: answers are received as they come
    void listen();        ///< … again, where something may have changed
    bool listening() const { return m_listening; }
    const std::optional<Error> &trouble() const { return m_trouble; } ///< of receiving; absent: none

Q_SIGNALS:
    void changed();

private:
    struct Listener {
        std::atomic<bool> on{true};
    };
    void sent(const QString &conversation, quint64 number, const Result<engine::BotDelivery> &delivery);
    void received(const QString &conversation, Result<std::vector<engine::BotMessage>> messages);
    void hangUp();
    std::vector<Line> &linesOf(const QString &conversation) { return m_lines[conversation]; }

    Workspace &m_workspace;
    estate::ResourceId m_bot;
    QString m_conversation;
    QString m_channel;
    std::map<QString, std::vector<Line>> m_lines;
    std::set<QString> m_unknown; ///< conversations that there are not, as long as nothing was sent in them
    quint64 m_last = 0;
    quint64 m_sending = 0; ///< the line that is waited for; 0: none
    int m_attending = 0;
    bool m_listening = false;
    std::shared_ptr<Listener> m_listener;
    std::optional<Error> m_trouble;
    QTimer m_pause; ///< after what went wrong
};

/// The test chat of a bot, as a page shows it.
class ChatPresenter final : public Presenter
{
    Q_OBJECT
public:
    ChatPresenter(Workspace &workspace, const Target &target);
    ~ChatPresenter() override;

    BotChat &chat() { return m_chat; }
    bool closed() const { return !m_reading->configuration(); } ///< nothing is shown: not read yet, or refused
    struct Channel {
        QString kind;
        QString title;
    };
    const std::vector<Channel> &channels() const { return m_channels; }
    QString conversationError() const;
    QString blocker() const; ///< why nothing can be sent now; empty: it can
    void setText(const QString &text);
    void attach(const QString &file);
    void detach(const QString &file);
    void send();
    /// What stands below: whether it listens, what it waits for.
    QString standing() const;
    void save(const engine::BotAttachment &attachment, const QString &file);

Q_SIGNALS:
    void changed();

protected:
    void update(const engine::Published &moment) override;

private:
    std::vector<CalloutsPart::Callout> notes(const engine::Published &moment) const;
    void takeChannels();

    std::shared_ptr<BotReading> m_reading;
    BotChat &m_chat;
    CalloutsPart *m_state;
    std::vector<Channel> m_channels;
    bool m_attends = false;
};

} // namespace keyward::models
