// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/signing.h"

#include <QCryptographicHash>

namespace keyward::engine {

std::string fingerprint(ByteView publicKey)
{
    const auto hex =
        QCryptographicHash::hash(QByteArrayView(publicKey.data(), static_cast<qsizetype>(publicKey.size())),
                                 QCryptographicHash::Sha256)
            .toHex()
            .toStdString();
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 8) out += (i ? "-" : "") + hex.substr(i, 8);
    return out;
}

} // namespace keyward::engine
