// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/console.h"
#include "backend/engine/api/key_backup.h"
#include "backend/engine/api/service.h"

namespace keyward::engine {

enum class ReportFormat : std::uint8_t { Pdf, Html, Csv, Json };

struct ReportRequest {
    ReportFormat format = ReportFormat::Pdf;
    std::filesystem::path file; ///< a new one
    std::size_t entries = 2000; ///< newest log entries; 0: all
};

struct ReportOutcome {
    std::string signer;              ///< fingerprint of the key that signed
    std::uint64_t entries = 0;       ///< the log as far as the report proves it
    std::filesystem::path signature; ///< the file beside it; empty where the signature is inside
};

/// Signed audit reports (CON-6). The progress callback counts log entries as files.
class AuditReports
{
public:
    virtual ~AuditReports() = default;
    /// Codes: FileExists, Io, Cancelled. What is exported is logged.
    virtual Result<ReportOutcome> exportTo(const ReportRequest &request, const estate::Actor &actor,
                                           const ProgressCallback &progress) = 0;
};

struct RecoveryKey {
    crypto::SecretBytes key;
    crypto::SecretBytes text; ///< sixteen groups of six digits
};

struct StoreFacts {
    std::filesystem::path file;
    std::string id;
    std::uint64_t entries = 0;
    std::string passphraseHashing;
    std::string signer;
    bool memoryLocked = false;
    std::vector<std::string> unlockSlots; ///< kind and label of each
};

/// The keystore itself, beside what is in it.
class StoreAdministration
{
public:
    virtual ~StoreAdministration() = default;
    virtual StoreFacts facts() = 0;
    virtual Result<RecoveryKey> newRecoveryKey() = 0; ///< opens nothing until it is enrolled
    virtual Status enrol(const RecoveryKey &key, const estate::Actor &actor) = 0;
    virtual Status copyTo(const std::filesystem::path &file) = 0; ///< while it is in use; a new file. Code::FileExists
};

/// An open keystore with everything that works on it. Thread-safe; the last holder closes it.
class Workplace
{
public:
    virtual ~Workplace() = default;
    virtual Console &console() = 0;
    virtual AuditLog &log() = 0;
    virtual KeyBackup &keyBackup() = 0;
    virtual Services &services() = 0;
    virtual AuditReports &reports() = 0;
    virtual StoreAdministration &administration() = 0;
    virtual Random &random() = 0;
};
using WorkplacePtr = std::shared_ptr<Workplace>;

/// Where keystores come from. Slow by intent: passphrases are hashed for half a second.
class Keystores
{
public:
    virtual ~Keystores() = default;
    virtual Result<WorkplacePtr> create(const std::filesystem::path &file, const crypto::SecretBytes &passphrase) = 0;
    /// With a passphrase or a recovery key, as typed.
    virtual Result<WorkplacePtr> open(const std::filesystem::path &file, crypto::SecretBytes typed) = 0;
    virtual Status inspect(const std::filesystem::path &file) = 0; ///< whether it is a keystore at all
};

} // namespace keyward::engine
