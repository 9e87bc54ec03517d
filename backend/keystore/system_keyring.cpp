// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/system_keyring.h"

#include <QEventLoop>
#include <QTimer>
#include <qt6keychain/keychain.h>

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

const QString service = QStringLiteral("Keyward");
QString entry(const StoreId &store) { return QString::fromStdString(store.text()); }

} // namespace

Status keepInSystemKeyring(const StoreId &store, const crypto::SecretBytes &secret)
{
    QKeychain::WritePasswordJob job(service);
    job.setKey(entry(store));
    QByteArray copy(reinterpret_cast<const char *>(secret.exposed().data()), static_cast<qsizetype>(secret.size()));
    job.setBinaryData(copy.toHex());
    const auto status = run(job);
    crypto::wipe({reinterpret_cast<std::uint8_t *>(copy.data()), static_cast<std::size_t>(copy.size())});
    return status;
}

Result<crypto::SecretBytes> readSystemKeyring(const StoreId &store)
{
    QKeychain::ReadPasswordJob job(service);
    job.setKey(entry(store));
    KEYWARD_CHECK(run(job));
    QByteArray raw = QByteArray::fromHex(job.binaryData());
    auto secret = crypto::SecretBytes::copyOf({reinterpret_cast<const std::uint8_t *>(raw.constData()), static_cast<std::size_t>(raw.size())});
    crypto::wipe({reinterpret_cast<std::uint8_t *>(raw.data()), static_cast<std::size_t>(raw.size())});
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
