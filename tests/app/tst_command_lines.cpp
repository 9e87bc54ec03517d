// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CON-8: every command that people can give has a line; the line, read by the parser and run by the functions behind
// it, comes to that same command.

#include "app/keywardctl/line.h"
#include "backend/estate/describe.h"
#include "backend/estate/overloaded.h"
#include "backend/estate/row.h"
#include "tests/support/draw.h"
#include "tests/support/dump.h"
#include "tests/support/typed.h"
#include "tests/support/world.h"

#include <QTemporaryDir>
#include <QTest>

#include <iostream>

using namespace keyward;
using namespace keyward::estate;
using namespace keyward::test;
using keyward::ctl::Line;

namespace {

const ctl::KeywardctlLines lines;

/// Without what has two forms that mean the same.
Action meant(const Estate &estate, Action action)
{
    const auto first = [](command::VersionSeed &seed, bool next) {
        if (seed.notBefore && !*seed.notBefore) seed.notBefore.reset();
        if (!next && seed.expires && !*seed.expires) seed.expires.reset();
        if (!next && seed.tags && seed.tags->empty()) seed.tags.reset();
    };
    std::visit(Overloaded{[](command::CreateApplication &c) { c.applicationId.clear(); }, // drawn like an id
                          [&](command::CreateKey &c) {
                              const bool next = estate.keyNamed(c.vault, c.name.text()) != nullptr;
                              if (next) c.id = {}; // which is that of the key there is
                              first(c.first, next);
                          },
                          [&](command::RotateKey &c) { first(c.next, true); },
                          [&](command::SetKey &c) {
                              if (const auto *vault = estate.vault(c.vault)) // which the key's vault decides
                                  c.vaultSubscription = vault->place.subscription;
                          },
                          [](command::SetBackupPolicy &c) { c.policy.lastRun = {}; }, // not for whoever sets it
                          [](const auto &) {}},
               action);
    return action;
}

/// Those of which no line can be given, as only the system gives them or a line could not say all of it.
constexpr std::string_view nobodyTypes[] = {"store.init",
                                            "places.adopt",
                                            "clock.note",
                                            "wizard.save",
                                            "wizard.drop",
                                            "secret.add",
                                            "key.import",
                                            "key.restore",
                                            "binding.followVersion",
                                            "backup.attempt",
                                            "backup.finish",
                                            "job.end",
                                            "access.check",
                                            "database.create",
                                            "database.converted",
                                            "server.rewrap",
                                            "database.rewrapped",
                                            "database.backedUp",
                                            "siem.outage",
                                            "catalogue.add",
                                            "binding.releaseFormer",
                                            "database.replicaMade",
                                            "database.replicated",
                                            "database.replicationStopped",
                                            "bot.open",
                                            "bot.key",
                                            "bot.reencrypt",
                                            "bot.reencrypted",
                                            "bot.endpoint",
                                            "disk.restore", // its deed has one
                                            "disk.snapshot",
                                            "storage.open",
                                            "storage.key"};
constexpr bool isTyped(std::string_view operation) { return !std::ranges::contains(nobodyTypes, operation); }

/// As text; ids that it draws are numbered.
std::string dumped(const Estate &estate, const Action &action)
{
    auto text = std::string(operationName(action)) + std::visit(
                                                         []<class C>(const C &command) {
                                                             if constexpr (isTyped(C::operation))
                                                                 return dump(command);
                                                             else
                                                                 return std::string();
                                                         },
                                                         meant(estate, action));
    int number = 0;
    for (const auto &made : factsOf(estate, action).makes) {
        const auto id = made.id.text(), name = "new-" + std::to_string(++number);
        for (auto at = text.find(id); at != std::string::npos; at = text.find(id)) text.replace(at, id.size(), name);
    }
    return text;
}

/// rc::check() with other chances each time: by itself it draws the same ones in every call of a process.
bool checkAnew(int run, const std::string &what, auto &&testable)
{
    auto params = rc::detail::configuration().testParams;
    params.seed += static_cast<std::uint64_t>(run);
    const rc::detail::TestMetadata named{.id = what, .description = what};
    const auto result = rc::detail::checkTestable(testable, named, params);
    if (result.template is<rc::detail::SuccessResult>()) return true;
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << "\nwith RC_PARAMS=seed=" << params.seed << "\n";
    return false;
}

template <std::size_t... I> std::vector<std::string_view> allOperations(std::index_sequence<I...>)
{
    return {std::variant_alternative_t<I, command::Any>::operation...};
}

} // namespace

class TestCommandLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CON_8_theLineOfEachCommandComesToThatCommand()
    {
        const QTemporaryDir scratch;
        const std::filesystem::path folder = scratch.path().toStdString();
        std::map<std::string_view, int> compared;
        std::map<std::string_view, int> written;
        const auto check = [&] {
            World world;
            furnish(world);
            for (int step = 0; step < 60; ++step) {
                const auto action = anyCommand(world, folder);
                const auto &estate = world.model.estate;
                const bool overriding = maybe();
                const bool applies = applyUnguarded(estate, {action, true}, test::owner, world.model.now).has_value();
                const auto line = lines.lineOf(estate, action, overriding);
                if (!isTyped(operationName(action))) RC_ASSERT(line.empty());
                if (!line.empty()) {
                    ++written[operationName(action)];
                    const auto ran = typed(line, world.model);
                    if (applies && ran.commands.empty()) RC_FAIL(line + "\nwas not understood: " + ran.said);
                    if (!ran.commands.empty()) { // a name of what is not there finds nothing
                        const auto wanted = dumped(estate, action), got = dumped(estate, ran.commands.front().action);
                        if (got != wanted)
                            RC_FAIL(line + "\nwritten for: " + wanted + "\ncomes to:    " + got + "\n" + ran.said);
                        // What runs long has its consequences looked at before it begins.
                        const bool guarded = ran.commands.front().overrideClaims == overriding;
                        RC_ASSERT(guarded || operationName(action).starts_with("backup.") ||
                                  std::holds_alternative<command::StartDatabase>(action) ||
                                  std::holds_alternative<command::StartConversion>(action) ||
                                  std::holds_alternative<command::StartDatabaseBackup>(action) ||
                                  std::holds_alternative<command::StartDatabaseRestore>(action) ||
                                  std::holds_alternative<command::StartReplica>(action) ||
                                  std::holds_alternative<command::FailOver>(action) ||
                                  std::holds_alternative<command::LinkServers>(action) || // the last step of a plan
                                  std::holds_alternative<command::NoteKeyBackup>(action) ||
                                  std::holds_alternative<command::StartRestore>(action) ||
                                  std::holds_alternative<command::ResumeBackup>(action));
                        compared[operationName(action)] += 1;
                    }
                }
                (void)world.model.run(action, true);
            }
        };
        // Which commands one run comes to is chance: what it never came to has further runs to turn up in.
        const auto missing = [&] {
            const auto all = allOperations(std::make_index_sequence<std::variant_size_v<command::Any>>());
            return std::ranges::any_of(all, [&](auto each) { return isTyped(each) && compared[each] == 0; });
        };
        for (int run = 0; run == 0 || (run < 6 && missing()); ++run)
            QVERIFY(checkAnew(run, "a line, read and run, comes to the command that it was written for", check));
        for (const auto operation : allOperations(std::make_index_sequence<std::variant_size_v<command::Any>>())) {
            const auto much = std::string(operation) + " was written " + std::to_string(written[operation]) +
                              " times and compared " + std::to_string(compared[operation]) + " times";
            QVERIFY2((compared[operation] > 0) == isTyped(operation), much.c_str());
        }
    }

    /// Mend 23: whatever is named on a line is read back by a shell as one word, and options say all there is.
    void D23_linesAreQuotedAndComplete()
    {
        QCOMPARE(Line("a b").word("x y").option("--c", "it's").flag("--d").flag("--e", false).text(),
                 std::string("keywardctl a b 'x y' --c 'it'\\''s' --d"));
        QCOMPARE(Line("a").word("$(b)").word("").option("--c", "-1").text(),
                 std::string("keywardctl a '$(b)' '' --c=-1"));
        QCOMPARE(Line("a").word("-x").option("--c", "~").text(), std::string("keywardctl a --c '~' -- -x"));
        Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k1");
        const auto app = model.application("Bot's friend");
        QCOMPARE(lines.lineOf(model.estate, command::SetAccessPolicy{vault, app, {Permission::Get}}),
                 std::string("keywardctl policy set kv1 --principal 'Bot'\\''s friend' --key-permissions get"));
        command::VersionSeed seed;
        seed.expires = std::optional(*parseInstant("2027-01-31T12:00:00Z"));
        seed.operations = PermissionSet{Permission::Sign};
        seed.tags = Tags{{"owner", "ada lovelace"}};
        QCOMPARE(lines.lineOf(model.estate, command::CreateKey{{}, vault, must(KeyName::from("k2")), {}, seed}),
                 std::string("keywardctl key create kv1/k2 --kty RSA --size 2048 --expires 2027-01-31T12:00:00Z --ops "
                             "sign --tag 'owner=ada lovelace'"));
        seed.expires = std::optional<Instant>{};
        QCOMPARE(lines.lineOf(model.estate, command::RotateKey{key, seed}),
                 std::string("keywardctl key rotate kv1/k1 --no-expiry --ops sign --tag 'owner=ada lovelace'"));
        const command::CreateVault made{
            {},
            must(VaultName::from("kv9")),
            {must(Region::from("westeurope")), {}, model.estate.settings().subscription, "my group"},
            Tier::Premium,
            {{"a", "b"}},
            true,
            7};
        QCOMPARE(lines.lineOf(model.estate, made),
                 std::string("keywardctl vault create kv9 --region westeurope --resource-group 'my group' --tier "
                             "premium --purge-protection --retention-days 7 --tag a=b --yes"));
        QCOMPARE(lines.lineOf(model.estate, command::DeleteKey{key}, true),
                 std::string("keywardctl key delete kv1/k1 --override"));
        const auto resource = model.resource("rsv1");
        QCOMPARE(lines.lineOf(model.estate, command::StartBackup{resource, {}, {}, {}, "/a b/it's"}),
                 std::string("keywardctl backup run rsv1 --source '/a b/it'\\''s' --yes"));
    }

    void whatTheParserWouldNotTakeIsNoLine()
    {
        QCOMPARE(Line("a").option("--b", "--c").text(), std::string());
        QCOMPARE(Line("a").option("--b", "").text(), std::string());
        QCOMPARE(Line("a").mayBeEmpty("--b", "").text(), std::string("keywardctl a --b ''"));
        Model model;
        const auto vault = model.vault("kv1");
        command::UpdateVault update{vault, {}, {}, {}, Tags{{"a=b", "c"}}, {}};
        QCOMPARE(lines.lineOf(model.estate, update, false), std::string());
        update.tags = Tags{};
        QCOMPARE(lines.lineOf(model.estate, update, false), std::string("keywardctl vault update kv1 --no-tags"));
    }

    /// A step names what the steps before it make, by the name that it will have.
    void CON_8_theStepsOfAPlanAreWordedOnWhatTheFormerOnesLeave()
    {
        Model model;
        const auto vault = model.vault("kv1", false);
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        const Goal goal{.resource = resource,
                        .vault = vault,
                        .key = key,
                        .version = {},
                        .newPrincipal = id<PrincipalId>(),
                        .job = id<JobId>(),
                        .newAssignment = id<AssignmentId>()};
        const auto shown = [&] {
            std::vector<std::string> out;
            for (const auto &line : lines.linesOf(model.estate, planEnable(model.estate, goal, model.now)))
                if (!line.empty()) out.push_back(line);
            return out;
        };
        const std::string start = "keywardctl ";
        const std::vector<std::string> wanted{
            start + "identity enable rsv1 --yes",
            start + "policy set kv1 --principal rsv1 --key-permissions get,list,unwrapKey,wrapKey",
            start + "vault update kv1 --soft-delete --purge-protection --yes",
            start + "cmk set-key rsv1 --key kv1/cmk --yes"};
        const auto got = shown();
        QCOMPARE(got.size(), wanted.size());
        for (std::size_t i = 0; i < got.size(); ++i) QCOMPARE(got[i], wanted[i]);
        must(model.run(command::SetAccessModel{vault, AccessModel::Roles}));
        QVERIFY2(shown()[1].ends_with("--principal rsv1 --scope vault:kv1"), shown()[1].c_str());
        QCOMPARE(lines.lineOf(model.estate, goal, true), std::string("keywardctl cmk enable rsv1 --key kv1/cmk --yes"));
    }

    // Mend 24
    void whatIsToldOfAChangeIsWordedOnTheEstateBefore()
    {
        Model model;
        const auto bound = model.bound();
        const auto app = model.application("My app");
        const auto version = model.keyOf(bound.key).latest().id;
        command::SetFirewall shut{bound.vault};
        shut.access = Firewall::Access::SelectedNetworks;
        const std::vector<std::pair<Action, std::string>> deeds{
            {command::CreateKey{
                 id<KeyId>(), bound.vault, must(KeyName::from("a")), {}, {id<VersionId>(), id<RecordId>()}},
             ""},
            {command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}},
             "keywardctl key enable kv-rsv1/cmk/" + version.text()},
            {command::UpdateKeyVersion{bound.key, version, true, {}, {}, {}, {}},
             "keywardctl key disable kv-rsv1/cmk/" + version.text()},
            {command::UpdateKeyVersion{bound.key, version, true, {}, {}, {}, {}}, ""}, // it is on already
            {command::SetAccessPolicy{bound.vault, app, {Permission::Get}},
             "keywardctl policy remove kv-rsv1 --principal 'My app'"},
            {command::SetAccessPolicy{bound.vault, app, {Permission::List}},
             "keywardctl policy set kv-rsv1 --principal 'My app' --key-permissions get"},
            {command::RemoveAccessPolicy{bound.vault, app},
             "keywardctl policy set kv-rsv1 --principal 'My app' --key-permissions list"},
            {shut, "keywardctl network set kv-rsv1 --access all --trusted-services --no-ranges --no-subnets"},
            {command::DeleteKey{bound.key}, "keywardctl key recover kv-rsv1/cmk"},
        };
        for (const auto &[deed, undo] : deeds) {
            const auto before = told(model.estate, deed);
            KW_OK(model.run(deed, true));
            QCOMPARE(lines.undoOf(before.undo), undo);
            QVERIFY(!before.undo || lines.undoOf(before.undo) != lines.lineOf(model.estate, deed));
        }
        const command::CreateKey again{
            id<KeyId>(), bound.vault, must(KeyName::from("b")), {}, {id<VersionId>(), id<RecordId>()}};
        QCOMPARE(told(model.estate, again).sentence.text(), std::string("Create key kv-rsv1/b (RSA 2048)"));
    }
};

QTEST_GUILESS_MAIN(TestCommandLines)
#include "tst_command_lines.moc"
