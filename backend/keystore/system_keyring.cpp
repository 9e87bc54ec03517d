// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/system_keyring.h"

#include <QEventLoop>
#include <qt6keychain/keychain.h>
#include <QTimer>

namespace keyward::keystore {
namespace {

constexpr int patience = 60'000; // a keyring may have to ask a person

/// Runs one job to its end. Judged by the job's result: isAvailable() says yes where nothing answers.
Status run(QKeychain::Job &job)
{
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    job.setAutoDelete(false);
    job.start();
    loop.exec();
    if (job.error() == QKeychain::NoError) return {};
    return fail(Code::SystemKeyringUnavailable, {}, {job.errorString().toStdString()});
}

void wipe(QByteArray &bytes)
{
    crypto::wipe({reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
}

const QString service = QStringLiteral("Keyward");
QString entry(const StoreId &store) { return QString::fromStdString(store.text()); }

} // namespace

Status keepInSystemKeyring(const StoreId &store, const crypto::SecretBytes &secret)
{
    QKeychain::WritePasswordJob job(service);
    job.setKey(entry(store));
    QByteArray copy(reinterpret_cast<const char *>(secret.exposed().data()), static_cast<qsizetype>(secret.size()));
    QByteArray hex = copy.toHex();
    wipe(copy);
    job.setBinaryData(
        QByteArray(hex.constData(), hex.size())); // a copy of the job's own; what it does with that is QtKeychain's
    wipe(hex);
    return run(job);
}

Result<crypto::SecretBytes> readSystemKeyring(const StoreId &store)
{
    QKeychain::ReadPasswordJob job(service);
    job.setKey(entry(store));
    KEYWARD_CHECK(run(job));
    QByteArray hex = job.binaryData();
    QByteArray raw = QByteArray::fromHex(hex);
    wipe(hex);
    auto secret = crypto::SecretBytes::copyOf(
        {reinterpret_cast<const std::uint8_t *>(raw.constData()), static_cast<std::size_t>(raw.size())});
    wipe(raw);
    if (secret && secret->size() != 32)
        return fail(Code::SystemKeyringUnavailable, {}, {"its entry for this keystore is malformed"});
    return secret;
}

Status removeFromSystemKeyring(const StoreId &store)
{
    QKeychain::DeletePasswordJob job(service);
    job.setKey(entry(store));
    return run(job);
}

} // namespace keyward::keystore
