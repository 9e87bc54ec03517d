// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/administration.h"

namespace keyward::test {

/// Where there is no keystore behind a workplace: everything that needs one is refused.
class NoAdministration : public engine::StoreAdministration
{
public:
    engine::StoreFacts facts() const override { return {}; }
    Result<engine::StoreCheck> verifyAll(engine::Depth, const engine::ProgressCallback &) const override
    {
        return fail(Code::Internal);
    }
    Result<engine::RecoveryKey> newRecoveryKey() const override { return fail(Code::Internal); }
    Result<engine::UnlockSlot> enrol(const engine::RecoveryKey &, const std::string &, const estate::Actor &) override
    {
        return fail(Code::Internal);
    }
    Result<engine::UnlockSlot> addPassphrase(const crypto::SecretBytes &, const std::string &,
                                             const estate::Actor &) override
    {
        return fail(Code::Internal);
    }
    Result<engine::UnlockSlot> addSystemKeyring(const std::string &, const estate::Actor &) override
    {
        return fail(Code::Internal);
    }
    Result<engine::Rekeyed> removeSlot(const engine::UnlockSlotId &, const estate::Actor &) override
    {
        return fail(Code::Internal);
    }
    Result<engine::Rekeyed> changePassphrase(const crypto::SecretBytes &, const std::string &,
                                             const estate::Actor &) override
    {
        return fail(Code::Internal);
    }
    Status copyTo(const std::filesystem::path &) override { return fail(Code::Internal); }
    Status acceptClock(const estate::Actor &) override { return fail(Code::Internal); }
    Result<std::optional<Millis>> agent() const override { return std::nullopt; }
    Status lockAgent() override { return {}; }
};

} // namespace keyward::test
