// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/service_parts.h"

#include "models/text.h"

namespace keyward::models {

const ServiceFactsRecord *factsOf(const estate::Estate &estate, const estate::Resource &resource)
{
    for (const auto *facts : ServiceFacts::all())
        if (facts->service == serviceOf(estate, resource)) return facts;
    return nullptr;
}

QString jobTitle(const estate::Job &job)
{
    for (const auto *facts : ServiceFacts::all())
        if (auto title = facts->jobTitle ? facts->jobTitle(job) : QString(); !title.isEmpty()) return title;
    return spokenOf(job.title);
}

} // namespace keyward::models
