// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/workplace.h"

namespace keyward::test {

/// A workplace in which one service is another one of the same name.
class WithService final : public engine::Workplace
{
public:
    WithService(engine::WorkplacePtr inner, engine::Service &other) : m_inner(std::move(inner))
    {
        m_services.add(other);
        for (auto *service : m_inner->services().all())
            if (service->name() != other.name()) m_services.add(*service);
        consistOf({.console = &m_inner->console(),
                   .log = &m_inner->log(),
                   .usage = &m_inner->usage(),
                   .keys = &m_inner->keys(),
                   .keyBackup = &m_inner->keyBackup(),
                   .keyImport = &m_inner->keyImport(),
                   .applications = &m_inner->applications(),
                   .services = &m_services,
                   .jobs = &m_inner->jobs(),
                   .schedules = &m_inner->schedules(),
                   .siem = &m_inner->siem(),
                   .reports = &m_inner->reports(),
                   .administration = &m_inner->administration(),
                   .random = &m_inner->random()});
    }

private:
    engine::WorkplacePtr m_inner;
    engine::Services m_services;
};

} // namespace keyward::test
