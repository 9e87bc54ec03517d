// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/services.h"

namespace keyward::app {

std::vector<std::unique_ptr<engine::Service>> makeServices(const protection::ServiceParts &parts)
{
    std::vector<std::unique_ptr<engine::Service>> out;
    estate::eachOf(estate::Services{},
                   [&]<class Facet>() { out.push_back(makeService(protection::ServiceOf<Facet>{parts})); });
    return out;
}

} // namespace keyward::app
