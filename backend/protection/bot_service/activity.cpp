// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/bot_service/activity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace keyward::protection {
namespace {

constexpr qsizetype longestAnswerText = 32'768;
constexpr const char *dataUrl = "data:application/octet-stream;base64,";

QString text(const std::string &utf8) { return QString::fromStdString(utf8); }

QJsonArray attachmentsOf(const StoredMessage &message)
{
    QJsonArray out;
    for (const auto &one : message.attachments) {
        const auto bytes =
            QByteArray(reinterpret_cast<const char *>(one.content.data()), static_cast<qsizetype>(one.content.size()));
        out.append(
            QJsonObject{{QLatin1String("name"), text(one.name)},
                        {QLatin1String("contentType"), QLatin1String("application/octet-stream")},
                        {QLatin1String("contentUrl"), QLatin1String(dataUrl) + QString::fromLatin1(bytes.toBase64())}});
    }
    return out;
}

void add(std::vector<engine::BotMessage> &out, const QJsonValue &value)
{
    const auto activity = value.toObject();
    if (activity.value(QLatin1String("type")).toString() != QLatin1String("message")) return;
    out.push_back(
        {.id = {}, .text = activity.value(QLatin1String("text")).toString().left(longestAnswerText).toStdString()});
}

} // namespace

std::string activityOf(const std::string &bot, const StoredMessage &message)
{
    const QJsonObject activity{
        {QLatin1String("type"), QLatin1String("message")},
        {QLatin1String("id"), text(message.id)},
        {QLatin1String("timestamp"), text(isoTextMillis(message.at))},
        {QLatin1String("channelId"), text(message.channel)},
        {QLatin1String("deliveryMode"), QLatin1String("expectReplies")},
        {QLatin1String("conversation"), QJsonObject{{QLatin1String("id"), text(message.conversation)}}},
        {QLatin1String("from"), QJsonObject{{QLatin1String("id"), QLatin1String("user")}}},
        {QLatin1String("recipient"), QJsonObject{{QLatin1String("id"), text(bot)}}},
        {QLatin1String("text"), text(message.text)},
        {QLatin1String("attachments"), attachmentsOf(message)}};
    return QJsonDocument(activity).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<std::vector<engine::BotMessage>> messagesIn(const std::string &response)
{
    std::vector<engine::BotMessage> out;
    if (response.find_first_not_of(" \t\r\n") == std::string::npos) return out;
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(response), &error);
    if (error.error != QJsonParseError::NoError) return {};
    const auto list =
        document.isArray() ? document.array() : document.object().value(QLatin1String("activities")).toArray();
    for (const auto &one : list) add(out, one);
    if (document.isObject()) add(out, document.object());
    return out;
}

} // namespace keyward::protection
