// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/first_party.h"
#include "backend/estate/reach.h"
#include "tests/support/fixture.h"

using namespace keyward;
using namespace keyward::estate;
using Step = estate::Step;

/// What a bot registration demands before a key is set, in the order in which the wizard checks it.
class TestBotRules : public QObject
{
    Q_OBJECT

    struct Bot {
        test::Model model;
        VaultId vault = model.vault("kv1");
        KeyId key = model.key(vault, "k1");
        ResourceId bot = model.resource("bot1", "westeurope", "bot");

        SubscriptionId subscription() const
        {
            return *model.estate.subscriptionId(model.estate.vault(vault)->place.subscription);
        }
        void registered()
        {
            test::must(
                model.run(command::RegisterProvider{subscription(), "Microsoft.BotService", test::id<PrincipalId>()}));
        }
        PrincipalId application() const { return model.estate.principalNamed("Bot Service CMEK Prod")->id; }
        void granted(std::string_view permissions = "get,wrapKey,unwrapKey")
        {
            model.grant(vault, application(), permissions);
        }
        VersionId version() const { return model.estate.key(key)->latest().id; }
        command::SetKey setKey() const { return {bot, vault, key, version(), {}, test::id<JobId>()}; }
        Goal goal() const
        {
            return {.resource = bot,
                    .vault = vault,
                    .key = key,
                    .version = {},
                    .newPrincipal = test::id<PrincipalId>(),
                    .job = test::id<JobId>()};
        }
        Plan plan() const { return planEnable(model.estate, goal(), model.now); }
    };
    static std::vector<std::string> ids(const Plan &plan)
    {
        std::vector<std::string> out;
        for (const auto &step : plan.steps) out.push_back(step.id);
        return out;
    }
    static const Step &step(const Plan &plan, std::string_view id)
    {
        return *std::ranges::find(plan.steps, id, &Step::id);
    }

private Q_SLOTS:
    void BOT_7_theProviderIsRegisteredWhereTheVaultStands()
    {
        Bot at;
        KW_REFUSED(at.model.run(at.setKey()), Code::ProviderNotRegistered);
        // In the subscription of the bot alone it does not count.
        const auto elsewhere = test::id<SubscriptionId>();
        KW_OK(at.model.run(command::CreateSubscription{elsewhere, test::must(DisplayName::from("Other")),
                                                       at.model.estate.settings().tenant}));
        KW_OK(at.model.run(command::RegisterProvider{elsewhere, "Microsoft.BotService", test::id<PrincipalId>()}));
        at.granted();
        KW_REFUSED(at.model.run(at.setKey()), Code::ProviderNotRegistered);
        KW_OK(at.model.run(
            command::RegisterProvider{at.subscription(), "Microsoft.BotService", test::id<PrincipalId>()}));
        KW_OK(at.model.run(at.setKey()));
        // Gone later: health says so, with the command that mends it.
        KW_OK(at.model.run(command::UnregisterProvider{at.subscription(), "Microsoft.BotService"}));
        const auto verdict = assess(at.model.estate, *at.model.estate.resource(at.bot), at.model.now);
        QVERIFY(verdict.health == Health::AtRisk);
        QVERIFY(std::holds_alternative<command::RegisterProvider>(*verdict.reasons.front().fix));
    }

    void BOT_8_thePlatformsApplicationNeedsExactlyGetWrapAndUnwrap()
    {
        Bot at;
        at.registered();
        for (const char *some : {"get,wrapKey", "get,unwrapKey", "wrapKey,unwrapKey"}) {
            at.granted(some);
            KW_REFUSED(at.model.run(at.setKey()), Code::PermissionMissing);
        }
        at.granted("get,wrapKey,unwrapKey,list,delete");
        const auto plan = at.plan();
        QVERIFY(step(plan, "permission").what.code == Code::StepPermittedMore); // BOT-8: named as too much
        QVERIFY(step(plan, "permission").title().contains("list") &&
                step(plan, "permission").title().contains("delete"));
        at.granted();
        KW_OK(at.model.run(at.setKey()));
        QVERIFY(at.model.estate.identityOf(*at.model.estate.resource(at.bot))->id == at.application());
        // Nothing else is its identity.
        KW_REFUSED(at.model.run(command::EnableIdentity{at.bot, test::id<PrincipalId>()}), Code::ProfileIdentityKind);
        auto other = at.setKey();
        other.identity = at.model.application("somebody");
        KW_REFUSED(at.model.run(other), Code::ProfileIdentityKind);
    }

    void BOT_2_sameTenantOtherSubscription()
    {
        Bot at;
        at.registered();
        at.granted();
        const auto tenant = test::id<TenantId>();
        KW_OK(at.model.run(command::CreateTenant{tenant, test::must(DisplayName::from("Other tenant"))}));
        const auto subscription = test::id<SubscriptionId>();
        const auto same = test::id<SubscriptionId>();
        KW_OK(at.model.run(command::CreateSubscription{same, test::must(DisplayName::from("Same")),
                                                       at.model.estate.settings().tenant}));
        KW_OK(at.model.run(command::CreateSubscription{subscription, test::must(DisplayName::from("There")),
                                                       guidText(recordOf(tenant))}));
        const auto there = [&](const SubscriptionId &where) {
            const auto &place = *at.model.estate.subscription(where);
            const auto bot = test::id<ResourceId>();
            const auto name = "bot-" + bot.text().substr(0, 6);
            test::must(at.model.run(command::CreateGroup{test::id<GroupId>(), place.guid,
                                                         test::must(ResourceGroupName::from("default")),
                                                         test::must(Region::from("westeurope"))}));
            test::must(at.model.run(
                command::CreateResource{bot,
                                        "bot",
                                        test::must(ResourceName::from(name)),
                                        {test::must(Region::from("westeurope")), place.tenant, place.guid, "default"},
                                        {}}));
            auto set = at.setKey();
            set.resource = bot;
            return at.model.run(set);
        };
        KW_OK(there(same)); // subscriptions may differ
        KW_REFUSED(there(subscription), Code::ProfileTenant);
    }

    void BOT_6_softDeleteAndPurgeProtection()
    {
        Bot at;
        at.vault = at.model.vault("kv2", false);
        at.key = at.model.key(at.vault, "k2");
        at.registered();
        at.granted();
        KW_REFUSED(at.model.run(at.setKey()), Code::ProfileProtection);
        KW_OK(at.model.run(command::UpdateVault{at.vault, true, true, {}, {}, {}}));
        KW_OK(at.model.run(at.setKey()));
    }

    void BOT_9_limitedNetworksNeedTheBypass()
    {
        Bot at;
        at.registered();
        at.granted();
        command::SetFirewall limited{at.vault};
        limited.access = Firewall::Access::SelectedNetworks;
        limited.trustedServices = false;
        KW_OK(at.model.run(limited, true));
        KW_REFUSED(at.model.run(at.setKey()), Code::VaultUnreachable);
        QVERIFY(step(at.plan(), "network").state == Step::State::Needed);
        command::SetFirewall open{at.vault};
        open.trustedServices = true;
        KW_OK(at.model.run(open));
        KW_OK(at.model.run(at.setKey()));
    }

    void BOT_10_aPickedKeyIsSetWithItsVersionAndAUriNeedsOne()
    {
        Bot at;
        at.registered();
        at.granted();
        auto open = at.setKey();
        open.version.reset();
        KW_REFUSED(at.model.run(open), Code::ProfileVersionNeeded);
        const auto plan = at.plan(); // the key was picked
        const auto &bind = std::get<command::SetKey>(*step(plan, "bind").action);
        QVERIFY(bind.version == at.version());
        KW_OK(at.model.run(bind));
        QVERIFY(at.model.estate.resource(at.bot)->binding->pinned);
    }

    void BOT_14_thatNobodyCanBringTheDataBackIsSaidBeforeAnythingIsDone()
    {
        Bot at;
        const auto before = at.plan();
        QVERIFY(std::ranges::contains(before.advice, Code::AdviceNobodyRecovers, &Statement::code));
    }

    void theWizardsStepsComeInTheirOrderAndLeadThere()
    {
        Bot at;
        at.vault = at.model.vault("kv3", false);
        at.key = at.model.key(at.vault, "k3");
        command::SetFirewall limited{at.vault};
        limited.access = Firewall::Access::SelectedNetworks;
        limited.trustedServices = false;
        KW_OK(at.model.run(limited, true));
        QCOMPARE(ids(at.plan()), (std::vector<std::string>{"unused", "identity", "permission", "protection", "network",
                                                           "key", "bind"}));
        QVERIFY(step(at.plan(), "permission").title().contains("Bot Service CMEK Prod"));
        const auto goal = at.goal();
        for (int i = 0; i < 10; ++i) {
            const auto plan = planEnable(at.model.estate, goal, at.model.now);
            QVERIFY(!plan.blocked());
            const auto *next = plan.next();
            if (!next) break;
            KW_OK(at.model.run(*next->action, true));
        }
        QVERIFY(planEnable(at.model.estate, goal, at.model.now).done());
        QVERIFY(at.model.estate.resource(at.bot)->binding->identity == at.application());
    }

    void anotherKindOfResourceIsNoBot()
    {
        Bot at;
        const auto rsv = at.model.resource("rsv1");
        KW_REFUSED(at.model.run(command::OpenBotStore{rsv, "f"}), Code::ValueInvalid);
        KW_REFUSED(at.model.run(command::DeleteBotData{at.bot}), Code::NotFound);
        QVERIFY(!ChannelKind::from("carrier-pigeon"));
        QVERIFY(!ConversationName::from("a b") && ConversationName::from("19:abc@thread.v2"));
    }
};

QTEST_GUILESS_MAIN(TestBotRules)
#include "tst_bot_rules.moc"
