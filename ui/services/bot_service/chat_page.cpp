// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The test chat of a bot: what was said above, what is to be said below.

#include "models/services/bot_service/chat.h"
#include "ui/page.h"
#include "ui/services/bot_service/chat_lines.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/part_widgets.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

using models::ChatPresenter;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BotChatPage)
};

class ChatPage final : public Page
{
public:
    ChatPage(ChatPresenter &presenter, PageContext context, QWidget *parent)
        : Page(parent), m_presenter(presenter), m_chat(presenter.chat())
    {
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(20, 14, 20, 16);
        outer->setSpacing(12);
        for (auto *part : presenter.parts()) outer->addWidget(widgetFor(*part, presenter.target(), context, this));
        m_inside = new QWidget(this);
        auto *column = new QVBoxLayout(m_inside);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(10);
        column->addLayout(buildHead());
        m_lines = new ChatLines(m_inside);
        connect(m_lines, &ChatLines::saveWanted, this, &ChatPage::save);
        column->addWidget(m_lines, 1);
        m_files = new QVBoxLayout;
        m_files->setSpacing(2);
        column->addLayout(m_files);
        column->addWidget(buildText());
        column->addLayout(buildFoot());
        outer->addWidget(m_inside, 1);
        outer->addStretch(0);
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
            auto *sends = new QShortcut(QKeySequence(Qt::CTRL | key), this);
            sends->setContext(Qt::WidgetWithChildrenShortcut);
            connect(sends, &QShortcut::activated, this, [this] { m_presenter.send(); });
        }
        // The page is entered at its text; what stands above comes last, as nothing before that is reached by Tab.
        setTabOrder({m_text, m_attach, m_send, m_cancel, m_conversation, m_channel});
        setFocusProxy(m_text);
        connect(&presenter, &ChatPresenter::changed, this, &ChatPage::refresh);
        refresh();
    }
    QStringList offered() const override
    {
        QStringList out;
        for (const auto *one : findChildren<QPushButton *>())
            if (one->objectName().startsWith(QLatin1String("do.")) && one->isEnabled() && !one->isHidden())
                out += one->objectName().mid(3);
        return out;
    }

protected:
    /// Return sends; with Shift it begins a new line.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_text && event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
            if (enter && !(key->modifiers() & Qt::ShiftModifier)) {
                m_presenter.send();
                return true;
            }
        }
        return Page::eventFilter(watched, event);
    }

private:
    QLayout *buildHead()
    {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *name = label(Words::tr("Conversation"), fonts::body(), Tone::Muted, m_inside);
        m_conversation = new QLineEdit(m_chat.conversation(), m_inside);
        m_conversation->setObjectName(QStringLiteral("chat.conversation"));
        m_conversation->setAccessibleName(name->text());
        name->setBuddy(m_conversation);
        connect(m_conversation, &QLineEdit::editingFinished, this,
                [this] { m_chat.setConversation(m_conversation->text()); });
        auto *by = label(Words::tr("Channel"), fonts::body(), Tone::Muted, m_inside);
        m_channel = new QComboBox(m_inside);
        m_channel->setObjectName(QStringLiteral("chat.channel"));
        m_channel->setAccessibleName(by->text());
        m_channel->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_channel->setMinimumContentsLength(12);
        by->setBuddy(m_channel);
        connect(m_channel, &QComboBox::activated, this,
                [this] { m_chat.setChannel(m_channel->currentData().toString()); });
        row->addWidget(name);
        row->addWidget(m_conversation, 1);
        row->addSpacing(8);
        row->addWidget(by);
        row->addWidget(m_channel);
        return row;
    }

    QWidget *buildText()
    {
        m_text = new QPlainTextEdit(m_inside);
        m_text->setObjectName(QStringLiteral("chat.text"));
        m_text->setAccessibleName(Words::tr("Message"));
        m_text->setPlaceholderText(Words::tr("Say something to the bot"));
        m_text->setToolTip(Words::tr("Return sends, Shift+Return begins a new line"));
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(3 * m_text->fontMetrics().lineSpacing() + 16);
        m_text->setPlainText(m_chat.typed);
        m_text->installEventFilter(this);
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_presenter.setText(m_text->toPlainText()); });
        return m_text;
    }

    QLayout *buildFoot()
    {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        m_standing = new ElidedLabel({}, m_inside);
        m_standing->setObjectName(QStringLiteral("chat.standing"));
        setTone(m_standing, Tone::Muted);
        m_attach = button(QStringLiteral("chat.attach"), Words::tr("Attach…"), Kind::Outline, m_inside);
        connect(m_attach, &QPushButton::clicked, this, &ChatPage::attach);
        m_cancel = button(QStringLiteral("chat.cancel"), Words::tr("Do not wait"), Kind::Outline, m_inside);
        m_cancel->setToolTip(Words::tr("What was sent stays sent; what came of it is told once it is known"));
        connect(m_cancel, &QPushButton::clicked, this, [this] { m_chat.stopWaiting(); });
        m_send = button(QStringLiteral("chat.send"), Words::tr("Send"), Kind::Primary, m_inside);
        connect(m_send, &QPushButton::clicked, this, [this] { m_presenter.send(); });
        row->addWidget(m_standing, 1);
        row->addWidget(m_attach);
        row->addWidget(m_cancel);
        row->addWidget(m_send);
        return row;
    }

    void attach()
    {
        auto *dialog = new QFileDialog(this, Words::tr("Attach a file"), QDir::homePath());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setObjectName(QStringLiteral("chat.file"));
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
            m_presenter.attach(file);
            m_text->setFocus();
        });
        dialog->open();
    }

    void save(const engine::BotAttachment &attachment)
    {
        const auto name = QFileInfo(models::text(attachment.name)).fileName(); // whatever the bot calls it
        auto *dialog = new QFileDialog(this, Words::tr("Save the attachment"), QDir::homePath());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setObjectName(QStringLiteral("chat.save"));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten anyway
        dialog->selectFile(name);
        connect(dialog, &QFileDialog::fileSelected, this,
                [this, attachment](const QString &file) { m_presenter.save(attachment, file); });
        dialog->open();
    }

    /// What goes with the next message, each to be taken off again.
    void refreshFiles()
    {
        if (std::exchange(m_shownFiles, m_chat.attached) == m_chat.attached) return;
        clear(m_files);
        for (const auto &file : m_chat.attached) {
            auto *box = new QWidget(m_inside);
            auto *row = new QHBoxLayout(box);
            row->setContentsMargins(0, 0, 0, 0);
            row->setSpacing(8);
            row->addWidget(new ElidedLabel(QFileInfo(file).fileName(), box, Qt::ElideMiddle));
            auto *off = button(QStringLiteral("chat.detach"), Words::tr("Take off"), Kind::Link, box);
            off->setAccessibleName(Words::tr("Take off %1").arg(QFileInfo(file).fileName()));
            connect(off, &QPushButton::clicked, this, [this, file] {
                m_presenter.detach(file);
                m_text->setFocus();
            });
            row->addWidget(off);
            row->addStretch();
            m_files->addWidget(box);
        }
    }

    void refreshChannels()
    {
        QStringList kinds;
        for (const auto &one : m_presenter.channels()) kinds += one.kind;
        if (std::exchange(m_shownChannels, kinds) != kinds) {
            m_channel->clear();
            for (const auto &one : m_presenter.channels()) m_channel->addItem(one.title, one.kind);
        }
        m_channel->setCurrentIndex(m_channel->findData(m_chat.channel()));
    }

    void refresh()
    {
        m_inside->setVisible(!m_presenter.closed()); // BOT-3: nothing of it is seen without the key
        m_lines->showLines(m_presenter.closed() ? std::vector<models::BotChat::Line>{} : m_chat.lines());
        if (m_presenter.closed()) return;
        refreshChannels();
        refreshFiles();
        if (m_text->toPlainText() != m_chat.typed) { // it was sent
            const QSignalBlocker quiet(m_text);
            m_text->setPlainText(m_chat.typed);
        }
        const auto wrong = m_presenter.conversationError();
        if (m_conversation->property("wrong").toBool() == wrong.isEmpty()) {
            m_conversation->setProperty("wrong", !wrong.isEmpty());
            restyle(m_conversation);
        }
        m_conversation->setToolTip(wrong);
        m_conversation->setAccessibleDescription(wrong);
        const auto blocker = m_presenter.blocker();
        const bool hadFocus = m_send->hasFocus() || m_cancel->hasFocus();
        m_send->setEnabled(blocker.isEmpty());
        m_send->setToolTip(blocker.isEmpty() ? Words::tr("Return") : blocker);
        m_send->setAccessibleDescription(m_send->toolTip());
        m_cancel->setVisible(m_chat.sending());
        if (hadFocus && !m_cancel->isVisible()) m_text->setFocus();
        m_standing->setWholeText(wrong.isEmpty() ? m_presenter.standing() : wrong);
    }

    ChatPresenter &m_presenter;
    models::BotChat &m_chat;
    QWidget *m_inside = nullptr;
    QLineEdit *m_conversation = nullptr;
    QComboBox *m_channel = nullptr;
    ChatLines *m_lines = nullptr;
    QVBoxLayout *m_files = nullptr;
    QPlainTextEdit *m_text = nullptr;
    ElidedLabel *m_standing = nullptr;
    QPushButton *m_attach = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_send = nullptr;
    QStringList m_shownFiles, m_shownChannels;
};

const PageOf chat([]() -> PageRecord {
    return {.blade = QStringLiteral("bot.chat"),
            .make = [](models::Presenter &presenter, PageContext context, QWidget *parent) -> Page * {
                return new ChatPage(static_cast<ChatPresenter &>(presenter), context, parent);
            }};
});

} // namespace
} // namespace keyward::ui
