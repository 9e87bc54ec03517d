// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/catalogue.h"

#include <QFile>

#include <array>

namespace keyward::app {

Result<std::shared_ptr<const estate::Catalogue>> loadCatalogue()
{
    std::array<QByteArray, 2> contents;
    const std::array names{QStringLiteral(":/keyward/catalogue/profiles.json"),
                           QStringLiteral(":/keyward/catalogue/platform.json")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        QFile file(names[i]);
        if (!file.open(QIODevice::ReadOnly))
            return fail(Code::Internal, {}, {"the service catalogue is missing from the program"});
        contents[i] = file.readAll();
    }
    const auto view = [](const QByteArray &json) {
        return ByteView(reinterpret_cast<const std::uint8_t *>(json.constData()),
                        static_cast<std::size_t>(json.size()));
    };
    return estate::Catalogue::parse(view(contents[0]), view(contents[1]));
}

} // namespace keyward::app
