// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/siem/json_line.h"

#include "backend/reports/views.h"

#include <QJsonDocument>

namespace keyward::siem {
namespace {

QJsonValue hexOf(const std::optional<crypto::Digest> &digest)
{
    return digest ? QJsonValue(reports::text(toHex(*digest))) : QJsonValue();
}

} // namespace

std::string jsonLine(const Outgoing &what, const Source &source)
{
    auto object = reports::view(what.entry);
    object.insert(QLatin1String("store"), reports::text(source.store));
    object.insert(QLatin1String("host"), reports::text(source.host));
    object.insert(QLatin1String("leaf"), hexOf(what.leaf));
    object.insert(QLatin1String("hash"), hexOf(what.hash));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() + "\n";
}

std::optional<LineMark> markOf(std::string_view line)
{
    if (!line.starts_with(lineBegin)) return std::nullopt;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size())));
    const auto store = document[QLatin1String("store")];
    const auto number = document[QLatin1String("sequence")];
    if (!store.isString() || !number.isDouble() || number.toInteger(-1) < 0) return std::nullopt;
    return LineMark{.store = store.toString().toStdString(),
                    .number = static_cast<std::uint64_t>(number.toInteger()),
                    .hash = document[QLatin1String("hash")].toString().toStdString()};
}

} // namespace keyward::siem
