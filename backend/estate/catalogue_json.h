// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"

#include <expected>
#include <QJsonDocument>
#include <QJsonObject>
#include <string>

/// Private to what reads the files of the catalogue.
namespace keyward::estate {

/// The object that a file is, or what the parser says of it.
inline std::expected<QJsonObject, std::string> objectIn(ByteView json)
{
    QJsonParseError error{};
    const auto view =
        QByteArray::fromRawData(reinterpret_cast<const char *>(json.data()), static_cast<qsizetype>(json.size()));
    const auto document = QJsonDocument::fromJson(view, &error);
    if (error.error != QJsonParseError::NoError) return std::unexpected(error.errorString().toStdString());
    return document.object();
}

/// Empty where there is none.
inline std::string text(const QJsonObject &row, const char *name)
{
    return row.value(QLatin1String(name)).toString().toStdString();
}

} // namespace keyward::estate
