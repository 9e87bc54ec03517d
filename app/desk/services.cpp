// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/services.h"

#include "backend/protection/recovery_services_vault/backup_service.h"

namespace keyward::app {

std::vector<std::unique_ptr<engine::Service>> makeServices(const ServiceParts &parts)
{
    std::vector<std::unique_ptr<engine::Service>> out;
    out.push_back(std::make_unique<protection::BackupService>(
        protection::BackupService::Parts{parts.console, parts.keys, parts.context, parts.folder}));
    return out;
}

} // namespace keyward::app
