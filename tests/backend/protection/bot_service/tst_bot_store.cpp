// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/bot_desk.h"

#include <fstream>
#include <set>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;
using Kind = protection::BotItems::Kind;

/// What is stored of a bot: two layers on a real keystore, and who can read it when.
class TestBotStore : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static std::string everyByte(const fs::path &folder)
    {
        std::string out;
        for (const auto &entry : fs::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            out.append(std::istreambuf_iterator<char>(in), {});
        }
        return out;
    }
    static std::size_t calls(test::BotDesk &at, std::string_view operation)
    {
        const auto log = test::must(at.desk.engine().newest(100'000, 0));
        return static_cast<std::size_t>(
            std::ranges::count_if(log, [&](const auto &entry) { return entry.operation == operation; }));
    }
    static Status addChannel(test::BotDesk &at, const char *kind, std::string_view secret)
    {
        return at.bots.setChannel(at.bot, {.kind = test::must(ChannelKind::from(kind)), .settings = {{"team", "blue"}}},
                                  secret.empty() ? crypto::SecretBytes() : test::secret(secret), test::owner);
    }

private Q_SLOTS:
    void BOT_4_whatIsStoredComesBackAndNothingOfItCanBeFoundOnTheDisk()
    {
        const auto folder = m_folders.fresh();
        const std::string marker = "a-text-that-nobody-may-find", hush = "the-secret-of-a-channel";
        {
            test::BotDesk at(folder, m_clock);
            at.bind();
            KW_OK(at.set("displayName", marker));
            KW_OK(addChannel(at, "slack", hush));
            KW_OK(at.say(marker + "-said", marker));
            QVERIFY(everyByte(folder).find(marker) == std::string::npos);
        }
        test::BotDesk again(folder, m_clock); // and nothing while it is closed
        const auto bytes = everyByte(folder);
        for (const auto &text : {marker, hush, std::string("displayName"), std::string("slack")})
            QVERIFY2(bytes.find(text) == std::string::npos, text.c_str());
        const auto found = again.bots.configuration(again.bot);
        KW_OK(found);
        QCOMPARE(found->settings.at("displayName"), marker);
        QCOMPARE(found->channels.size(), std::size_t(3)); // with those that are there from the start
        QVERIFY(found->channels[1].kind.text() == "slack" && found->channels[1].hasSecret);
        QCOMPARE(found->channels[1].settings.at("team"), std::string("blue"));
        QCOMPARE(found->conversations, std::uint64_t(1));
        QCOMPARE(found->waiting, std::uint64_t(1));
    }

    void BOT_1_theInnerLayerIsUnderTheBoundKeyAndTheOuterUnderThePlatforms()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.set("a", "1"));
        QVERIFY(at.facet().current() && !at.facet().current()->by); // both service-managed
        at.bind();
        QVERIFY(at.facet().current()->by->version == at.version());
        const auto wraps = calls(at, "wrapKey"), unwraps = calls(at, "unwrapKey");
        KW_OK(at.set("b", "2"));
        QCOMPARE(calls(at, "wrapKey"), wraps); // the vault unwraps the data key, and nothing else
        QVERIFY(calls(at, "unwrapKey") > unwraps);
        // By hand: the outer layer opens with the platform's key alone, and what it holds does not open without the
        // bound one.
        auto outer = protection::BotSession::openOuter(
            {at.desk.engine(), at.desk.keys(), test::context(), at.desk.store().folder()}, at.bot);
        KW_OK(outer);
        const auto items = test::must((*outer)->all(Kind::Setting));
        QCOMPARE(items.size(), std::size_t(2));
        for (const auto &item : items) QVERIFY(item.key == at.facet().current()->id);
        for (const auto &key : test::must((*outer)->keys()))
            QCOMPARE(key.key.by.has_value(), !key.transient); // messages on their way are the platform's
    }

    void BOT_1_offRestoresTwoServiceManagedLayersAndTheBotKeepsWorking()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        KW_OK(at.set("a", "1"));
        KW_OK(at.desk.run(command::SetServiceManaged{at.bot}));
        QVERIFY(!at.facet().current()->by);
        QVERIFY(keysToEmpty(at.facet()).empty());
        KW_OK(at.desk.run(at.enabled(at.version(), false), true)); // the vault is not needed any more
        const auto found = at.bots.configuration(at.bot);
        KW_OK(found);
        QCOMPARE(found->settings.at("a"), std::string("1"));
        KW_OK(at.say("still there"));
    }

    void BOT_3_withoutTheKeyNothingIsSentReceivedViewedOrEdited_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("policy removed") << 0;
        QTest::newRow("version disabled") << 1;
        QTest::newRow("key deleted") << 2;
        QTest::newRow("networks limited") << 3;
    }
    void BOT_3_withoutTheKeyNothingIsSentReceivedViewedOrEdited()
    {
        QFETCH(int, how);
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        KW_OK(at.set("a", "1"));
        KW_OK(at.say("before"));
        const auto take = [&]() -> Action {
            command::SetFirewall closed{at.vault};
            closed.access = Firewall::Access::SelectedNetworks;
            closed.trustedServices = false;
            switch (how) {
            case 0: return command::RemoveAccessPolicy{at.vault, at.application()};
            case 1: return at.enabled(at.version(), false);
            case 2: return command::DeleteKey{at.key};
            default: return closed;
            }
        }();
        KW_OK(at.desk.run(take, true));
        const auto refused = at.bots.configuration(at.bot);
        KW_REFUSED(refused, Code::BotInaccessible);
        QVERIFY(!remedy(refused.error()).empty()); // P5: why, and what mends it
        KW_REFUSED(at.set("a", "2"), Code::BotInaccessible);
        KW_REFUSED(addChannel(at, "sms", ""), Code::BotInaccessible);
        KW_REFUSED(at.bots.setEndpoint(at.bot, std::nullopt, test::owner), Code::BotInaccessible);
        KW_REFUSED(at.say("now"), Code::BotInaccessible);
        KW_REFUSED(at.heard(), Code::BotInaccessible);
        KW_REFUSED(at.bots.conversations(at.bot), Code::BotInaccessible);
        const auto give = [&]() -> Action {
            command::SetFirewall open{at.vault};
            open.trustedServices = true;
            switch (how) {
            case 0:
                return command::SetAccessPolicy{
                    at.vault, at.application(), {Permission::Get, Permission::WrapKey, Permission::UnwrapKey}};
            case 1: return at.enabled(at.version(), true);
            case 2: return command::RecoverKey{at.key};
            default: return open;
            }
        }();
        KW_OK(at.desk.run(give));
        const auto found = at.bots.configuration(at.bot); // nothing was lost, and nothing half done
        KW_OK(found);
        QCOMPARE(found->settings.at("a"), std::string("1"));
        QCOMPARE(found->waiting, std::uint64_t(1));
    }

    void BOT_3_anotherProcessIsObeyedAtOnce()
    {
        const auto folder = m_folders.fresh();
        test::BotDesk at(folder, m_clock);
        at.bind();
        KW_OK(at.set("a", "1"));
        test::BotDesk other(folder, m_clock);
        KW_OK(other.desk.run(command::RemoveAccessPolicy{other.vault, other.application()}, true));
        KW_REFUSED(at.bots.configuration(at.bot), Code::BotInaccessible);
    }

    void secretsAreNeverShownAndGoWithTheirChannel()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(addChannel(at, "slack", "hush"));
        KW_OK(addChannel(at, "slack", "")); // set anew without one
        auto found = test::must(at.bots.configuration(at.bot));
        QVERIFY(!found.channels[1].hasSecret);
        KW_OK(at.bots.removeChannel(at.bot, test::must(ChannelKind::from("slack")), test::owner));
        KW_REFUSED(at.bots.removeChannel(at.bot, test::must(ChannelKind::from("slack")), test::owner),
                   Code::ChannelMissing);
        found = test::must(at.bots.configuration(at.bot));
        QCOMPARE(found.channels.size(), std::size_t(2));
    }

    void aBadSettingChangesNothing()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.set("a", "1"));
        KW_REFUSED(at.bots.configure(at.bot, {{"b", "2"}, {"no such", std::nullopt}}, test::owner), Code::NameInvalid);
        KW_REFUSED(at.bots.configure(at.bot, {{"b", "2"}, {"gone", std::nullopt}}, test::owner), Code::NotFound);
        KW_REFUSED(at.set("big", std::string(5000, 'x')), Code::ValueInvalid);
        const auto found = test::must(at.bots.configuration(at.bot));
        QCOMPARE(found.settings.size(), std::size_t(1));
        KW_REFUSED(at.bots.setEndpoint(at.bot, engine::BotEndpoint{.url = "http://localhost/api"}, test::owner),
                   Code::ValueInvalid);
        KW_REFUSED(at.bots.setEndpoint(at.bot, engine::BotEndpoint{.url = "https://u:p@localhost/"}, test::owner),
                   Code::ValueInvalid);
        KW_REFUSED(
            at.bots.setEndpoint(at.bot, engine::BotEndpoint{.url = "https://h/", .authorities = "x"}, test::owner),
            Code::ValueInvalid);
    }

    void alteredBytesAreFoundByVerification_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("items") << "items";
        QTest::newRow("outer") << "outer";
    }
    void alteredBytesAreFoundByVerification()
    {
        QFETCH(QString, file);
        const auto folder = m_folders.fresh();
        fs::path stored;
        {
            test::BotDesk at(folder, m_clock);
            at.bind();
            KW_OK(at.set("a", std::string(3000, 'x')));
            const auto before = test::must(at.bots.verify(engine::Depth::Contents, {}));
            QCOMPARE(before.size(), std::size_t(1));
            QVERIFY(before.front().state == engine::DataCheck::State::Whole);
            stored = at.folder() / file.toStdString();
        }
        {
            std::fstream out(stored, std::ios::in | std::ios::out | std::ios::binary);
            out.seekp(file == "items" ? 5000 : 30);
            const char was = static_cast<char>(out.peek());
            out.put(static_cast<char>(was ^ 1));
        }
        test::BotDesk again(folder, m_clock);
        const auto after = test::must(again.bots.verify(engine::Depth::Contents, {}));
        QVERIFY(after.front().state == engine::DataCheck::State::Damaged);
    }

    void anItemPutInAnothersPlaceDoesNotOpen()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.set("a", "1"));
        KW_OK(at.set("b", "2"));
        {
            auto outer = test::must(protection::BotSession::openOuter(
                {at.desk.engine(), at.desk.keys(), test::context(), at.desk.store().folder()}, at.bot));
            auto items = test::must(outer->all(Kind::Setting));
            std::swap(items[0].sealed, items[1].sealed);
            for (const auto &item : items) KW_OK(outer->put(item));
        }
        KW_REFUSED(at.bots.configuration(at.bot), Code::BotDamaged);
    }

    void aBotWithDataIsDeletedOnlyWithIt()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.set("a", "1"));
        const auto folder = at.folder();
        QVERIFY(fs::exists(folder / "items"));
        KW_REFUSED(at.desk.run(command::DeleteResource{at.bot}), Code::BotNotEmpty);
        KW_OK(at.bots.deleteData(at.bot, test::owner));
        QVERIFY(!fs::exists(folder));
        KW_OK(at.desk.run(command::DeleteResource{at.bot}));
    }

    void whatAKilledProcessLeftOfANewStoreIsMadeAnew()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.desk.run(command::OpenBotStore{at.bot, "0123456789abcdef"}));
        const auto folder = at.folder();
        fs::create_directory(folder);
        for (const char *left : {"items", "items-wal", "outer.new"}) std::ofstream(folder / left) << "half";
        KW_OK(at.set("a", "1"));
        QCOMPARE(test::must(at.bots.configuration(at.bot)).settings.at("a"), std::string("1"));
    }
};

QTEST_GUILESS_MAIN(TestBotStore)
#include "tst_bot_store.moc"
