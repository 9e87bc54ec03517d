// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/any_command.h"

namespace keyward::test {

using namespace estate;

namespace {

BackupPolicy anyPolicy(const std::filesystem::path &folder)
{
    BackupPolicy policy;
    if (below(4) == 0) return policy;
    policy.source = (folder / anyText()).string();
    if (maybe()) policy.every = std::chrono::minutes(15 + below(3000));
    if (maybe()) policy.keepLast = static_cast<unsigned>(below(40));
    if (maybe()) policy.keepFor = Days(1 + below(400));
    if (maybe()) policy.excludes = {"*.tmp", anyText(), "[a-z]*"};
    return policy;
}

} // namespace

Action anyCommand(const ServiceCommand<RecoveryServicesVault> &of)
{
    using Kind = command::ProtectionKind;
    const auto &estate = of.world.model.estate;
    const auto &folder = of.folder;
    const auto resource = anyOf<Resource>(estate);
    const auto job = anyOf<Job>(estate);
    switch (below(7)) {
    case 0:
    case 1:
        return command::StartBackup{resource,
                                    id<JobId>(),
                                    id<PointId>(),
                                    {},
                                    (folder / anyText()).string(),
                                    maybe(),
                                    false,
                                    below(3) > 0 ? Kind::Folder : Kind(below(3))};
    case 2: {
        command::StartRestore start{id<JobId>(), anyOf<RecoveryPoint>(estate), (folder / anyText()).string(), {}, {}};
        for (int i = below(3); i > 0; --i) start.includes.push_back("folder/" + anyText());
        if (maybe()) start.intoRegion = "northeurope";
        if (below(4) == 0) start.into = anyOf<Resource>(estate);
        return start;
    }
    case 3: return command::ResumeBackup{job, id<PointId>(), {}};
    case 4: return command::DeletePoint{anyOf<RecoveryPoint>(estate)};
    default: return command::SetBackupPolicy{resource, anyPolicy(folder)};
    }
}

} // namespace keyward::test
