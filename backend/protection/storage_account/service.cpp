// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/files_service.h"

namespace keyward::protection {

std::unique_ptr<engine::Service> makeService(const ServiceOf<estate::StorageAccount> &service)
{
    return std::make_unique<FilesService>(service.parts, estate::StorageAccount::service);
}

} // namespace keyward::protection
