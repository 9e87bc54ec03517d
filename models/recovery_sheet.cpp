// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/recovery_sheet.h"

#include "models/one_time_secret.h"

#include "backend/base/new_file.h"

namespace keyward::models {

namespace {

void wipe(QString &digits) { digits.fill(QLatin1Char('0')); }

} // namespace

RecoverySheet::~RecoverySheet() = default;

void RecoverySheet::draw(engine::WorkplacePtr workplace, Background &background, const QString &keystore)
{
    m_keystore = keystore;
    background.run(
        Background::Lane::Store, this,
        [workplace = std::move(workplace)] { return workplace->administration().newRecoveryKey(); },
        [this](Result<engine::RecoveryKey> drawn) {
            if (drawn)
                m_key = std::move(*drawn);
            else
                m_failure = refusalOf(drawn.error());
            Q_EMIT changed();
        });
}

QString RecoverySheet::group(int group) const
{
    QString out;
    if (!m_key) return out;
    int digit = 0; // the groups stand in one text; only digits count
    for (const auto byte : m_key->text.exposed()) {
        if (byte < '0' || byte > '9') continue;
        if (digit / digits == group) out += QLatin1Char(static_cast<char>(byte));
        ++digit;
    }
    return out;
}

bool RecoverySheet::fits(int group_, const QString &typed) const
{
    auto wanted = group(group_);
    const bool same = !wanted.isEmpty() && wanted == typed;
    wipe(wanted);
    return same;
}

void RecoverySheet::type(int group, const QString &typed)
{
    for (std::size_t i = 0; i < std::size(asked); ++i)
        if (asked[i] == group) m_fits[i] = fits(group, typed);
    Q_EMIT changed();
}

Status RecoverySheet::save(const QString &file) const
{
    return writeNewFile(pathOf(file), {m_key->text.exposed(), bytesOf("\n")});
}

std::function<QByteArray()> RecoverySheet::whole() const
{
    auto mine = copy();
    if (!mine) return {};
    return [mine = std::move(mine)] { return handedOut(mine->text); };
}

std::shared_ptr<engine::RecoveryKey> RecoverySheet::copy() const
{
    auto key = m_key ? m_key->key.clone() : Result<crypto::SecretBytes>(fail(Code::Internal));
    auto words = m_key ? m_key->text.clone() : Result<crypto::SecretBytes>(fail(Code::Internal));
    if (!key || !words) return nullptr;
    return std::make_shared<engine::RecoveryKey>(std::move(*key), std::move(*words));
}

} // namespace keyward::models
