// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/encryption_views.h"

#include "backend/reports/json.h"

namespace keyward::reports {

QJsonObject view(const estate::ComparedModel &model)
{
    const bool available = model.unavailable.empty();
    return {{QLatin1String("model"), text(estate::codeOf(model.model))},
            {QLatin1String("title"), text(model.title.text())},
            {QLatin1String("inUse"), model.inUse},
            {QLatin1String("available"), available},
            {QLatin1String("why"), available ? QJsonValue() : text(model.unavailable.text())},
            {QLatin1String("encrypts"), text(model.encrypts.text())},
            {QLatin1String("holdsTheKey"), text(model.holds.text())},
            {QLatin1String("functionality"), text(model.functionality.text())},
            {QLatin1String("advantages"), list(textsOf(model.advantages))},
            {QLatin1String("drawbacks"), list(textsOf(model.drawbacks))}};
}

} // namespace keyward::reports
