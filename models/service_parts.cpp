// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/service_parts.h"

#include "models/text.h"

namespace keyward::models {

QString jobTitle(const estate::Job &job)
{
    for (const auto *facts : ServiceFacts::all())
        if (auto title = facts->jobTitle ? facts->jobTitle(job) : QString(); !title.isEmpty()) return title;
    return spokenOf(job.title);
}

} // namespace keyward::models
