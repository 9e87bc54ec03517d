// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/regions.h"
#include "models/actions/action.h"

#include <QDir>
#include <QFileInfo>

/// What several actions' forms share.
namespace keyward::models {

template <class NameType> QString nameError(const QVariant &value)
{
    const auto checked = NameType::from(utf8(value.toString().trimmed()));
    return checked ? QString() : refusalOf(checked.error()).reason;
}

/// As the platform names it, or as people write it (West Europe).
inline std::function<QString(const QVariant &)> regionError(const Situation &s)
{
    return [moment = s.moment](const QVariant &value) {
        const auto text = utf8(value.toString().trimmed());
        const auto known = estate::regionFrom(moment->estate->catalogue().platform(), text);
        return known ? QString() : refusalOf(known.error()).reason;
    };
}

inline Result<estate::Placement> placement(const Situation &s, const Values &values)
{
    KEYWARD_TRY(auto region, estate::regionFrom(s.estate().catalogue().platform(), utf8(stringOf(values, "region"))));
    const auto &settings = s.estate().settings();
    return estate::Placement{std::move(region), settings.tenant, settings.subscription, "default"};
}

inline QString absoluteError(const QVariant &value)
{
    return pathOf(value.toString()).is_absolute() ? QString()
                                                  : QStringLiteral("Write the whole path, beginning with / or ~.");
}

inline QString existingFolderError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const QFileInfo info(QString::fromStdString(pathOf(value.toString()).string()));
    if (!info.exists()) return QStringLiteral("There is no such folder.");
    return info.isDir() ? QString() : QStringLiteral("This is a file; name a folder.");
}

inline QString newFileError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const QFileInfo info(QString::fromStdString(pathOf(value.toString()).string()));
    if (info.exists()) return QStringLiteral("This exists already and is not overwritten.");
    return info.dir().exists() ? QString() : QStringLiteral("There is no folder %1.").arg(info.dir().path());
}

inline QString newFolderError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const QFileInfo info(QString::fromStdString(pathOf(value.toString()).string()));
    if (info.exists() && !info.isDir()) return QStringLiteral("This is a file; name a new or an empty folder.");
    if (info.isDir() &&
        !QDir(info.filePath()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System))
        return QStringLiteral("This folder is not empty; name a new or an empty one.");
    return info.exists() || info.dir().exists() ? QString()
                                                : QStringLiteral("There is no folder %1.").arg(info.dir().path());
}

} // namespace keyward::models
