// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/catalogue.h"

#include <QFile>

namespace keyward::app {

namespace {

Result<QByteArray> contentsOf(const char *name)
{
    QFile file(QStringLiteral(":/keyward/catalogue/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Code::Internal, {}, {"the service catalogue is missing from the program"});
    return file.readAll();
}

ByteView view(const QByteArray &json)
{
    return {reinterpret_cast<const std::uint8_t *>(json.constData()), static_cast<std::size_t>(json.size())};
}

} // namespace

Result<std::shared_ptr<const estate::Catalogue>> loadCatalogue()
{
    KEYWARD_TRY(const auto profiles, contentsOf("profiles.json"));
    KEYWARD_TRY(const auto platform, contentsOf("platform.json"));
    return estate::Catalogue::parse(view(profiles), view(platform));
}

Result<estate::PriceListPtr> loadPrices()
{
    KEYWARD_TRY(const auto prices, contentsOf("prices.json"));
    return estate::PriceList::parse(view(prices));
}

} // namespace keyward::app
