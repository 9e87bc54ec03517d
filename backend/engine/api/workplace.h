// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/administration.h"
#include "backend/engine/api/console.h"
#include "backend/engine/api/key_backup.h"
#include "backend/engine/api/reports.h"
#include "backend/engine/api/service.h"

#include <stdexcept>

namespace keyward::engine {

class Applications;
class Jobs;
class KeyImport;
class KeyOperations;
class KeyUsage;
class Schedules;
class Siem;

/// An open keystore with everything that works on it: the door for window, command line and service. Thread-safe; the
/// last holder closes it. One that is held as const can be looked at, and nothing that it gives changes anything.
class Workplace
{
public:
    virtual ~Workplace() = default;
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;
    Workplace(Workplace &&) = delete;
    Workplace &operator=(Workplace &&) = delete;

    const Console &console() const { return there(m_parts.console); }
    const KeyImport &keyImport() const { return there(m_parts.keyImport); }
    const Jobs &jobs() const { return there(m_parts.jobs); }
    const Siem &siem() const { return there(m_parts.siem); }
    const StoreAdministration &administration() const { return there(m_parts.administration); }
    AuditLog &log() const { return there(m_parts.log); }
    KeyUsage &usage() const { return there(m_parts.usage); }
    Random &random() const { return there(m_parts.random); }

    Console &console() { return there(m_parts.console); }
    KeyOperations &keys() { return there(m_parts.keys); }
    KeyBackup &keyBackup() { return there(m_parts.keyBackup); }
    KeyImport &keyImport() { return there(m_parts.keyImport); }
    Applications &applications() { return there(m_parts.applications); }
    Services &services() { return there(m_parts.services); }
    Jobs &jobs() { return there(m_parts.jobs); }
    Schedules &schedules() { return there(m_parts.schedules); }
    Siem &siem() { return there(m_parts.siem); }
    AuditReports &reports() { return there(m_parts.reports); }
    StoreAdministration &administration() { return there(m_parts.administration); }

protected:
    /// Each outlives the workplace, or is part of it. What one lacks (a model in a test) nobody may ask for.
    struct Parts {
        Console *console = nullptr;
        AuditLog *log = nullptr;
        KeyUsage *usage = nullptr;
        KeyOperations *keys = nullptr;
        KeyBackup *keyBackup = nullptr;
        KeyImport *keyImport = nullptr;
        Applications *applications = nullptr;
        Services *services = nullptr;
        Jobs *jobs = nullptr;
        Schedules *schedules = nullptr;
        Siem *siem = nullptr;
        AuditReports *reports = nullptr;
        StoreAdministration *administration = nullptr;
        Random *random = nullptr;
    };
    Workplace() = default;
    void consistOf(const Parts &parts) { m_parts = parts; }

private:
    template <class Part> static Part &there(Part *part)
    {
        if (!part) throw std::logic_error("a part was asked for that this workplace lacks");
        return *part;
    }
    Parts m_parts;
};
using WorkplacePtr = std::shared_ptr<Workplace>;

} // namespace keyward::engine
