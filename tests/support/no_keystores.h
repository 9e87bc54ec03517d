// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/keystores.h"

namespace keyward::test {

/// Where no keystore can be made or opened.
class NoKeystores : public engine::Keystores
{
public:
    Result<engine::WorkplacePtr> create(const engine::NewKeystore &wanted, const engine::Holding &) override
    {
        return fail(Code::NotFound, wanted.file.string(), {"keystore"});
    }
    Result<engine::WorkplacePtr> open(const std::filesystem::path &file, engine::Credential,
                                      const engine::Holding &) override
    {
        return fail(Code::NotFound, file.string(), {"keystore"});
    }
    Status inspect(const std::filesystem::path &file) override
    {
        return fail(Code::NotFound, file.string(), {"keystore"});
    }
    Result<crypto::SecretBytes> rootKey(const std::filesystem::path &file, engine::Credential,
                                        const engine::Holding &) override
    {
        return fail(Code::NotFound, file.string(), {"keystore"});
    }
    Result<engine::Revived> putBack(engine::PutBack wanted, const estate::Actor &, const engine::Holding &) override
    {
        return fail(Code::NotFound, wanted.copy.string(), {"keystore"});
    }
};

} // namespace keyward::test
