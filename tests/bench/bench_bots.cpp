// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All that is stored of a bot, encrypted anew, against the bare ciphers over the same items.

#include "tests/bench/harness.h"
#include "tests/support/bot_desk.h"

namespace keyward::bench {
namespace {

using namespace estate;
namespace fs = std::filesystem;
using Kind = protection::BotItems::Kind;

constexpr std::size_t itemSize = 400; // of a conversation's record with its names

void fill(test::BotDesk &at, int items)
{
    auto session = test::must(protection::BotSession::open(
        {at.desk.engine(), at.desk.keys(), test::context(), at.desk.store().folder()}, at.bot));
    const Bytes plain(itemSize, 'x');
    test::must(session.items().together([&]() -> Status {
        for (int i = 0; i < items; ++i)
            KEYWARD_CHECK(session.put(Kind::Conversation, "c" + std::to_string(i), ByteView(plain)));
        return {};
    }));
}

} // namespace

void benchBots(Table &table, bool large)
{
    QTemporaryDir folder;
    const test::ManualClock clock;
    test::BotDesk at(fs::canonical(folder.path().toStdString()), clock);
    at.bind();
    const int items = large ? 100'000 : 20'000;
    fill(at, items);
    const auto key = test::must(crypto::SecretBytes::random(crypto::Sealer::keySize, *test::context()));
    auto sealer = test::must(crypto::Sealer::create(test::context(), key));
    const Bytes plain(itemSize, 'x'), associated(50, 'a');
    const auto sealed = sealer.seal(plain, associated);
    // Each item is opened and sealed, and its page is read and written: AES-256-CBC with HMAC-SHA-512 in the outer
    // layer. Here the inner one alone.
    const auto bare = [&] {
        return seconds([&] {
            Bytes out;
            for (int i = 0; i < items; ++i) {
                if (!sealer.open(sealed, associated, out)) std::abort();
                (void)sealer.seal(out, associated);
            }
        });
    };
    const auto ours = [&] { return seconds([&] { (void)at.rotate(); }); };
    table.add("BOT", std::to_string(items) + " items encrypted anew, against the inner ciphers alone", "s",
              interleaved(3, bare, ours), 15, false);
}

} // namespace keyward::bench
