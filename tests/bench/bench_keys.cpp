// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Goals 1 and 4c: unwrap and sign through the engine against the bare EVP loop.

#include "tests/bench/harness.h"
#include "tests/support/fixture.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <atomic>
#include <thread>

namespace keyward::bench {
namespace {

using namespace estate;

constexpr int rounds = 61;
constexpr int operations = 80;

/// The log entry is made but goes nowhere: what the engine costs beside the disk.
class NoSink final : public engine::AuditSink
{
public:
    Status append(engine::Engine::Pending &) override { return {}; }
    Status append(const std::vector<engine::Engine::Pending *> &) override { return {}; }
};

/// The same key in OpenSSL's hands alone, its contexts reused.
class Bare
{
public:
    explicit Bare(const crypto::SecretBytes &pkcs8)
    {
        const auto *cursor = pkcs8.exposed().data();
        m_key = ::d2i_AutoPrivateKey(nullptr, &cursor, static_cast<long>(pkcs8.size()));
        m_unwrap = ::EVP_PKEY_CTX_new(m_key, nullptr);
        ::EVP_PKEY_decrypt_init(m_unwrap);
        ::EVP_PKEY_CTX_set_rsa_padding(m_unwrap, RSA_PKCS1_OAEP_PADDING);
        ::EVP_PKEY_CTX_set_rsa_oaep_md(m_unwrap, ::EVP_sha256());
        ::EVP_PKEY_CTX_set_rsa_mgf1_md(m_unwrap, ::EVP_sha256());
        m_sign = ::EVP_PKEY_CTX_new(m_key, nullptr);
        ::EVP_PKEY_sign_init(m_sign);
        ::EVP_PKEY_CTX_set_rsa_padding(m_sign, RSA_PKCS1_PADDING);
        ::EVP_PKEY_CTX_set_signature_md(m_sign, ::EVP_sha256());
    }
    ~Bare()
    {
        ::EVP_PKEY_CTX_free(m_unwrap);
        ::EVP_PKEY_CTX_free(m_sign);
        ::EVP_PKEY_free(m_key);
    }
    Bare(const Bare &) = delete;
    Bare &operator=(const Bare &) = delete;
    void unwrap(ByteView wrapped)
    {
        std::array<std::uint8_t, 512> out;
        std::size_t size = out.size();
        ::EVP_PKEY_decrypt(m_unwrap, out.data(), &size, wrapped.data(), wrapped.size());
    }
    void sign()
    {
        std::array<std::uint8_t, 512> out;
        std::size_t size = out.size();
        const std::array<std::uint8_t, 32> digest{};
        ::EVP_PKEY_sign(m_sign, out.data(), &size, digest.data(), digest.size());
    }

private:
    EVP_PKEY *m_key;
    EVP_PKEY_CTX *m_unwrap;
    EVP_PKEY_CTX *m_sign;
};

double rate(int count, const std::function<void()> &work)
{
    return count / seconds([&] {
               for (int i = 0; i < count; ++i) work();
           });
}

/// Callers on many threads, as many operations in all.
double sharedRate(int callers, int count, const std::function<void()> &work)
{
    std::atomic<int> left = count;
    return count / seconds([&] {
               std::vector<std::jthread> threads;
               for (int i = 0; i < callers; ++i)
                   threads.emplace_back([&] {
                       while (left.fetch_sub(1) > 0) work();
                   });
           });
}

} // namespace

void benchKeys(Table &table)
{
    QTemporaryDir folder;
    test::ManualClock clock;
    test::Desk desk(folder.path().toStdString(), clock);
    const auto bound = desk.bound();
    desk.grant(bound.vault, bound.principal, "get,list,wrapKey,unwrapKey,sign,verify");
    NoSink nowhere;
    engine::AuditedKeyOperations unlogged(desk.engine(), nowhere, 1);
    engine::GroupCommit commit(desk.engine());
    engine::AuditedKeyOperations oneCore(desk.engine(), commit, 1);
    engine::AuditedKeyOperations twoCores(desk.engine(), commit, 2);
    for (const unsigned bits : {2048u, 3072u, 4096u}) {
        const auto key = desk.key(bound.vault, "rsa" + std::to_string(bits), test::must(KeySpec::rsa(bits)));
        auto request = desk.request(bound);
        request.key = key;
        request.version = desk.estate()->key(key)->latest().id;
        const auto wrapped =
            test::must(desk.keys().wrap(request, WrapAlgorithm::RsaOaep256, test::secret(std::string(32, 'd'))));
        Bare bare(test::must(desk.store().readSecret(desk.estate()->key(key)->latest().material)));
        const int count = bits == 2048 ? operations : bits == 3072 ? operations / 2 : operations / 4;
        // As the goal says: the handle is found by vault, name and version each time.
        const auto byName = [&] {
            const auto estate = desk.estate();
            const auto *vault = estate->vaultNamed("kv-rsv1");
            const auto *found = estate->keyNamed(vault->id, "rsa" + std::to_string(bits));
            auto asked = request;
            asked.vault = vault->id;
            asked.key = found->id;
            return asked;
        };
        const auto name = "RSA-" + std::to_string(bits);
        const auto unwrap = interleaved(
            rounds, [&] { return rate(count, [&] { bare.unwrap(wrapped); }); },
            [&] {
                return rate(count, [&] { test::must(unlogged.unwrap(byName(), WrapAlgorithm::RsaOaep256, wrapped)); });
            });
        table.add("1", name + " unwrap through the engine", "per s", unwrap, 0.95, true);
        const auto sign = interleaved(
            rounds, [&] { return rate(count, [&] { bare.sign(); }); },
            [&] {
                return rate(count,
                            [&] { test::must(unlogged.sign(byName(), SignAlgorithm::Rs256, bytesOf("message"))); });
            });
        table.add("1", name + " sign through the engine", "per s", sign, 0.95, true);
        if (bits != 2048) continue;
        const auto one = interleaved(
            15, [&] { return rate(400, [&] { bare.unwrap(wrapped); }); },
            [&] {
                return sharedRate(16, 400,
                                  [&] { test::must(oneCore.unwrap(byName(), WrapAlgorithm::RsaOaep256, wrapped)); });
            });
        table.add("4c", name + " unwrap, durable log entry first, one core of crypto", "per s", one, 0.80, true);
        const auto bothBare = [&] {
            std::vector<std::unique_ptr<Bare>> own;
            for (int i = 0; i < 2; ++i)
                own.push_back(std::make_unique<Bare>(
                    test::must(desk.store().readSecret(desk.estate()->key(key)->latest().material))));
            return 800 / seconds([&] {
                       std::vector<std::jthread> threads;
                       for (auto &mine : own)
                           threads.emplace_back([&] {
                               for (int i = 0; i < 400; ++i) mine->unwrap(wrapped);
                           });
                   });
        };
        const auto two = interleaved(15, bothBare, [&] {
            return sharedRate(16, 800,
                              [&] { test::must(twoCores.unwrap(byName(), WrapAlgorithm::RsaOaep256, wrapped)); });
        });
        table.add("4c", name + " unwrap, durable log entry first, two cores of crypto", "per s", two, 0.70, true);
    }
}

} // namespace keyward::bench
