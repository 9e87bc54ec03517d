// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/service_commands.h"

namespace keyward::ctl {

/// Its blobs and files are reached as those of all resources that keep some: keywardctl storage.
void addCommands(const ServiceCommands<estate::StorageAccount> &) {}

} // namespace keyward::ctl
