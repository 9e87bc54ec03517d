// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/ids.h"

#include <memory>

struct ossl_lib_ctx_st;
struct ossl_provider_st;

namespace keyward::crypto {

/// A private OpenSSL library context: algorithms and providers that other libraries of the process load (QCA loads
/// the legacy provider) cannot reach it. Made once by the composition root, shared by everything that computes.
class Context final : public Random
{
public:
    static Result<std::shared_ptr<Context>> create(); ///< Code::CryptoFailed
    ~Context() override;

    ossl_lib_ctx_st *native() const { return m_native; }
    void fill(std::span<std::uint8_t> out) override;

private:
    explicit Context(ossl_lib_ctx_st *native) : m_native(native) {}
    ossl_lib_ctx_st *m_native;
    ossl_provider_st *m_provider = nullptr;
};

using ContextPtr = std::shared_ptr<Context>;

} // namespace keyward::crypto
