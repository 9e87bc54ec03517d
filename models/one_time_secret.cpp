// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/one_time_secret.h"

namespace keyward::models {

QChar OneTimeSecret::at(std::size_t place) const { return QLatin1Char(static_cast<char>(text.exposed()[place])); }

QByteArray handedOut(const crypto::SecretBytes &secret)
{
    const auto bytes = secret.exposed();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace keyward::models
