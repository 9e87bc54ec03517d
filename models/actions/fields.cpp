// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/fields.h"

#include "backend/estate/regions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

QFileInfo fileAt(const QVariant &value) { return QFileInfo(QString::fromStdString(pathOf(value.toString()).string())); }

QString noFolder(const QFileInfo &info)
{
    return info.dir().exists() ? QString() : Words::tr("There is no folder %1.").arg(info.dir().path());
}

} // namespace

std::function<QString(const QVariant &)> regionError(const Situation &s)
{
    return [moment = s.moment](const QVariant &value) {
        const auto text = utf8(value.toString().trimmed());
        const auto known = estate::regionFrom(moment->estate->catalogue().platform(), text);
        return known ? QString() : refusalOf(known.error()).reason;
    };
}

Result<estate::Placement> placement(const Situation &s, const Values &values)
{
    KEYWARD_TRY(auto region, estate::regionFrom(s.estate().catalogue().platform(), utf8(stringOf(values, "region"))));
    const auto &settings = s.estate().settings();
    return estate::Placement{std::move(region), settings.tenant, settings.subscription, "default"};
}

QString absoluteError(const QVariant &value)
{
    return pathOf(value.toString()).is_absolute() ? QString()
                                                  : Words::tr("Write the whole path, beginning with / or ~.");
}

QString existingFolderError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const auto info = fileAt(value);
    if (!info.exists()) return Words::tr("There is no such folder.");
    return info.isDir() ? QString() : Words::tr("This is a file; name a folder.");
}

QString newFileError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const auto info = fileAt(value);
    return info.exists() ? Words::tr("This exists already and is not overwritten.") : noFolder(info);
}

QString newFolderError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    const auto info = fileAt(value);
    if (info.exists() && !info.isDir()) return Words::tr("This is a file; name a new or an empty folder.");
    const auto all = QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System;
    if (info.isDir() && !QDir(info.filePath()).isEmpty(all))
        return Words::tr("This folder is not empty; name a new or an empty one.");
    return info.exists() ? QString() : noFolder(info);
}

} // namespace keyward::models
