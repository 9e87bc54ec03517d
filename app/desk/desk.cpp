// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/desk.h"

#include "backend/keystore/recovery_key.h"
#include "backend/reports/report.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <pwd.h>
#include <thread>
#include <unistd.h>

namespace keyward::app {
namespace {

/// What the last one to hold the store may have left: an older format, copies half written. Both are noted in its log;
/// where that cannot be written, the store can still be looked at.
void settle(keystore::SqliteStore &store, engine::Engine &engine, Random &random)
{
    const auto note = [&](const char *operation, std::string reason) {
        auto entry = engine::entryBy(estate::Actor::system(), operation, "keystore");
        entry.reason = std::move(reason);
        entry.correlation = random.id<CorrelationId>();
        (void)engine.note(entry);
    };
    if (store.needsForward())
        note("store.forward", "Bring the keystore to format " + std::to_string(keystore::currentFormat) +
                                  ": its head covers unlock slots and header, and each entry from here on has a hash "
                                  "of its own contents");
    for (const auto &path : store.clearLeftovers())
        note("store.clear",
             "Remove " + path.string() + ", a copy of the keystore left half written by a process that was ended");
}

} // namespace

Result<std::unique_ptr<Desk>> Desk::sit(std::unique_ptr<keystore::SqliteStore> store, const crypto::ContextPtr &context,
                                        const Clock &clock, const std::shared_ptr<const estate::Catalogue> &catalogue,
                                        Access access)
{
    const bool look = access == Access::Look;
    std::unique_ptr<Desk> desk(new Desk);
    desk->m_context = context;
    desk->m_store = std::move(store);
    auto *raw = desk->m_store.get();
    if (look) desk->m_guard = std::make_unique<keystore::ReadOnlyStore>(*raw);
    desk->m_custody =
        std::make_unique<custody::SoftwareCustody>(context, [raw](const RecordId &id) { return raw->readSecret(id); });
    KEYWARD_TRY(desk->m_engine, engine::Engine::open({desk->records(), *desk->m_custody, clock, *context, context,
                                                      catalogue, raw->folder(), false, look}));
    if (!look) settle(*raw, *desk->m_engine, *context);
    desk->m_commit = std::make_unique<engine::GroupCommit>(*desk->m_engine);
    const auto cores = static_cast<std::ptrdiff_t>(std::max(1u, std::thread::hardware_concurrency()));
    desk->m_keys = std::make_unique<engine::AuditedKeyOperations>(*desk->m_engine, *desk->m_commit, cores);
    desk->m_owned = makeServices({*desk->m_engine, *desk->m_keys, context, raw->folder()});
    for (const auto &service : desk->m_owned) desk->m_services.add(*service);
    desk->m_signer = std::make_unique<engine::StoreSigner>(*desk->m_engine);
    desk->m_keyBackup = std::make_unique<engine::StoreKeyBackup>(*desk->m_engine);
    desk->m_keyImport = std::make_unique<engine::StoreKeyImport>(*desk->m_engine);
    desk->m_applications = std::make_unique<engine::StoreApplications>(*desk->m_engine);
    desk->m_usage = std::make_unique<engine::KeyUsage>(*desk->m_engine);
    desk->m_reports = std::make_unique<reports::ReportService>(
        reports::ReportService::Parts{*desk->m_engine, *desk->m_engine, *desk->m_signer, raw->id().text()});
    const engine::Scheduler::Parts scheduled{*desk->m_engine, desk->m_services, *raw};
    desk->m_scheduler = std::make_unique<engine::Scheduler>(scheduled);
    return desk;
}

Result<std::vector<engine::DataCheck>> Desk::verifyData(engine::Depth depth,
                                                        const engine::ProgressCallback &progress) const
{
    std::vector<engine::DataCheck> out;
    for (auto *service : m_services.all()) {
        KEYWARD_TRY(auto found, service->verify(depth, progress));
        std::ranges::move(found, std::back_inserter(out));
    }
    return out;
}

engine::StoreFacts Desk::facts()
{
    engine::StoreFacts out{m_store->file(),
                           m_store->id().text(),
                           m_store->head().sequence,
                           "Argon2id " + m_store->kdf().text(),
                           reports::fingerprint(m_signer->publicKey()),
                           crypto::prepareSecretHeap().locked,
                           {}};
    for (const auto &slot : m_store->slots())
        out.unlockSlots.push_back(std::string(keystore::slotKindText(slot.kind)) +
                                  (slot.label.empty() ? "" : ": " + slot.label));
    return out;
}

Result<engine::RecoveryKey> Desk::newRecoveryKey()
{
    KEYWARD_TRY(auto key, crypto::SecretBytes::random(32, *m_context));
    KEYWARD_TRY(auto text, keystore::recoveryKeyText(key));
    return engine::RecoveryKey{std::move(key), std::move(text)};
}

Status Desk::enrol(const engine::RecoveryKey &key, const estate::Actor &actor)
{
    const auto now = m_engine->now();
    return m_store->addSecretSlot(keystore::SlotKind::RecoveryKey, key.key, "recovery key",
                                  auditPayload(*m_context, actor, now, "slot.add", "Add a recovery key"), now);
}

Bytes auditPayload(Random &random, const estate::Actor &actor, Instant now, const std::string &operation,
                   const std::string &reason)
{
    auto entry = engine::entryBy(actor, operation, "keystore");
    entry.time = now;
    entry.reason = reason;
    entry.correlation = random.id<CorrelationId>();
    return engine::encodeEntry(entry);
}

std::filesystem::path stateFolder()
{
    if (const char *state = std::getenv("XDG_STATE_HOME"); state && *state)
        return std::filesystem::path(state) / "keyward";
    const char *home = std::getenv("HOME");
    return std::filesystem::path(home && *home ? home : "/root") / ".local/state/keyward";
}

std::string userName()
{
    const auto *entry = ::getpwuid(::geteuid());
    return entry && entry->pw_name ? entry->pw_name : std::to_string(::geteuid());
}

Result<std::shared_ptr<const estate::Catalogue>> loadCatalogue()
{
    std::array<QByteArray, 2> contents;
    const std::array names{QStringLiteral(":/keyward/catalogue/profiles.json"),
                           QStringLiteral(":/keyward/catalogue/platform.json")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        QFile file(names[i]);
        if (!file.open(QIODevice::ReadOnly))
            return fail(Code::Internal, {}, {"the service catalogue is missing from the program"});
        contents[i] = file.readAll();
    }
    const auto view = [](const QByteArray &json) {
        return ByteView(reinterpret_cast<const std::uint8_t *>(json.constData()),
                        static_cast<std::size_t>(json.size()));
    };
    return estate::Catalogue::parse(view(contents[0]), view(contents[1]));
}

} // namespace keyward::app
