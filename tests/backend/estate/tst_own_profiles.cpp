// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Profiles of an administrator's own: what is wrong with a file is told by line, and what was added is in the catalogue
// of that estate alone.

#include "tests/support/fixture.h"
#include "tests/support/own_profile.h"

#include "backend/estate/assess.h"
#include "backend/estate/profile_facts.h"
#include "backend/estate/profile_file.h"
#include "backend/estate/records.h"

using namespace keyward;
using namespace keyward::estate;
using keyward::test::id;
using keyward::test::must;
using keyward::test::ownProfileText;

namespace {

FileFaults faultsOf(const std::string &text, const Catalogue *known = test::catalogue().get())
{
    const auto read = ownProfile(bytesOf(text), known);
    return read ? FileFaults{} : read.error();
}

std::string told(const FileFaults &faults) { return sentence(faults).text(); }

std::string with(const std::string &more) { return ownProfileText("wiki", more); }

std::string changed(std::string text, const std::string &from, const std::string &to)
{
    const auto at = text.find(from);
    if (at == std::string::npos) test::giveUp({Code::NotFound, from, {"text"}, {}});
    return text.replace(at, from.size(), to);
}

} // namespace

class TestOwnProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void MOD_17_aShortFileIsAProfileAsStrictAsCanBe()
    {
        const auto read = ownProfile(bytesOf(ownProfileText()), test::catalogue().get());
        QVERIFY2(read.has_value(), read ? "" : told(read.error()).c_str());
        QCOMPARE(read->edition, std::string("own"));
        QCOMPARE(read->service, std::string("wiki"));
        QVERIFY(read->sameRegion && read->sameTenant && read->needsSoftDelete && read->needsPurgeProtection);
        QVERIFY(!read->revertible && !read->managedHsm);
        QVERIFY(read->permissions == must(PermissionSet::from("get,wrapKey,unwrapKey")));
        QCOMPARE(read->keySizes, (std::vector<unsigned>{2048, 3072, 4096}));
        QCOMPARE(read->words.afterEnd, std::string("its pages cannot be read"));
        QCOMPARE(read->lossBy(LossEvent::Deleted).what, std::string("its pages cannot be read"));
        QVERIFY(!profileFacts(*read).empty());
    }

    void MOD_17_whatIsWrongWithAFileIsToldByLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char *name, const std::string &text, const char *told) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(told);
        };
        const auto whole = ownProfileText();
        row("no JSON", "{", "line 1, column 2: a name in quotes is expected here");
        row("nothing", "", "line 1, column 1: the file ends where a value is expected");
        row("cut short", whole.substr(0, whole.find("\"title\"")),
            "line 6, column 7: a name in quotes is expected here");
        row("more behind", whole + "x", "line 13, column 1: nothing more is expected here");
        row("a list", "[]", "line 1, column 1: an object is expected here");
        row("another schema", changed(whole, "profiles/1", "profiles/9"),
            "line 2, column 13: 'keyward.profiles/9' is no schema of this program; it reads keyward.profiles/1");
        row("missing", changed(whole, "\"title\": \"Our wiki\",", ""), "line 4, column 5: title is missing");
        row("empty", changed(whole, "Our wiki", " "), "line 6, column 16: it is empty");
        row("unknown", with(",\n      \"sameregion\": true"), "line 10, column 7: 'sameregion' is no field of this");
        row("twice", with(",\n      \"title\": \"x\""), "line 10, column 7: 'title' stands twice");
        row("not true or false", with(", \"sameRegion\": \"yes\""),
            "line 9, column 40: true or false is expected here");
        row("taken", ownProfileText("sql-server"), "line 5, column 13: there is a profile 'sql-server' already");
        row("a service's", ownProfileText("blob-storage"),
            "line 5, column 13: there is a service 'blob-storage' already");
        row("no id", ownProfileText("Our Wiki"),
            "line 5, column 13: an id is at most 64 small letters, digits and hyphens, and begins with a letter");
        row("permissions", with(", \"permissions\": \"get,wrapKey\""),
            "line 9, column 41: wrapKey and unwrapKey, or encrypt and decrypt, are needed at least");
        row("a permission", with(", \"permissions\": \"get,fly\""), "line 9, column 41: ");
        row("a size", with(", \"keySizes\": [2048, 1.5]"), "line 9, column 45: a number of bits is expected here");
        row("a kind", with(", \"keyKinds\": [\"RSA\", \"DSA\"]"),
            "line 9, column 46: 'DSA' is none of those that there are");
        row("a length", with(", \"oldVersionFor\": \"soon\""),
            "line 9, column 43: a duration is expected here, such as P1D or 12h");
        row("days", with(", \"retentionAtLeast\": 91"),
            "line 9, column 46: a whole number from 7 to 90 is expected here");
        row("confidence", changed(whole, "\"A\"", "\"D\""), "line 9, column 21: A, B or C is expected here");
        row("a list of trusted services", with(", \"trustedService\": \"nobody\""),
            "line 9, column 44: 'nobody' is not on the platform's list of trusted services");
        row("no such service", with(", \"service\": \"nobody\""), "line 9, column 37: there is no service 'nobody'");
        row("no such store", with(", \"keySource\": \"own-store\", \"stores\": [\"nobody\"]"),
            "line 9, column 63: there is no service 'nobody'");
        row("contradiction", with(", \"takesVersions\": true, \"refusesVersions\": true"),
            "line 9, column 68: it takes a key by its version, and refuses versions");
        row("without a reason", with(", \"keySource\": \"no-data\""),
            "line 4, column 5: noKeyBecause is missing: why it takes no key");
        row("no text", with(", \"recovery\": \"\x01\""), "line 9, column 39: a control character in a text");
        row("no UTF-8", with(", \"recovery\": \"\xC0\xAF\""), "line 9, column 39: this is not UTF-8");
        row("half a character", with(", \"recovery\": \"\\uD800x\""), "line 9, column 45: half a character");
        row("columns are characters", with(", \"recovery\": \"ää\", \"x\": 1"),
            "line 9, column 44: 'x' is no field of this");
        row("two profiles", changed(whole, "    }\n  ]", "    }, {}\n  ]"), "line 10, column 8: ");
        std::string deep(100, '[');
        row("deep", "{\"schema\": " + deep, "line 1, column 44: more levels than 32");
    }
    void MOD_17_whatIsWrongWithAFileIsToldByLineAndColumn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, told);
        const auto faults = faultsOf(text.toStdString());
        QVERIFY(!faults.empty());
        const auto all = ::told(faults);
        QVERIFY2(all.contains(told.toStdString()), all.c_str());
    }

    void MOD_17_allThatIsWrongIsToldAtOnceInTheOrderOfTheFile()
    {
        const auto faults = faultsOf(with(",\n \"a\": 1,\n \"sameRegion\": 2,\n \"b\": 3"));
        QCOMPARE(faults.size(), 3U);
        QVERIFY2(faults[0].at.line == 10 && faults[1].at.line == 11 && faults[2].at.line == 12, told(faults).c_str());
    }

    void MOD_17_theShippedFileIsReadInTheSameWay()
    {
        std::string shipped(textOf(test::resource(":/keyward/catalogue/profiles.json")));
        const auto platform = test::resource(":/keyward/catalogue/platform.json");
        const auto refused = [&](const std::string &from, const std::string &to) {
            return Catalogue::parse(bytesOf(changed(shipped, from, to)), platform).error();
        };
        QVERIFY(message(refused("\"sameRegion\"", "\"sameRegoin\"")).contains("'sameRegoin' is no field of this"));
        QVERIFY(message(refused("\"profiles\": [\"ai-services\"]", "\"profiles\": [\"none\"]"))
                    .contains("there is no profile 'none'"));
        // MOD-19: no first edition takes more than the list of services says
        QVERIFY(message(refused("\"id\": \"machine-learning\",\n      \"service\"",
                                "\"id\": \"machine-learning\",\n      \"managedHsm\": true,\n      \"service\""))
                    .contains("takes keys of a managed HSM"));
    }

    void MOD_17_whatWasAddedIsInTheCatalogueOfThatEstate()
    {
        test::Model model;
        const auto own = id<OwnProfileId>();
        must(model.run(command::AddProfile{own, ownProfileText("wiki", ", \"revertible\": true")}));
        QVERIFY(model.estate.catalogue().isOwn("wiki") && model.estate.catalogue().find("wiki"));
        QVERIFY(!test::catalogue()->find("wiki"));
        const auto refused = model.run(command::AddProfile{id<OwnProfileId>(), ownProfileText()});
        KW_REFUSED(refused, Code::ProfileFaulty); // there is one
        const auto resource = model.resource("pages", "westeurope", "wiki");
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto identity = model.identity(resource);
        model.grant(vault, identity);
        KW_OK(model.run(model.binding(resource, vault, key)));
        KW_REFUSED(model.run(command::RemoveProfile{own}), Code::ProfileInUse);
        KW_OK(model.run(command::SetServiceManaged{resource}));
        KW_OK(model.run(command::DeleteResource{resource}));
        KW_OK(model.run(command::RemoveProfile{own}));
        QVERIFY(!model.estate.catalogue().find("wiki"));
        KW_REFUSED(model.run(command::RemoveProfile{own}), Code::NotFound);
    }

    /// Records come in any order, and a profile may be one that this program cannot read.
    void MOD_17_itIsReadAnewFromItsRecord()
    {
        test::Model model;
        const auto own = id<OwnProfileId>();
        must(model.run(command::AddProfile{own, ownProfileText()}));
        const auto resource = model.resource("pages", "westeurope", "wiki");
        const auto entry = [&](const auto &one) {
            return encode(model.estate, {kindOf<std::decay_t<decltype(one)>>, recordOf(one.id), false});
        };
        Estate again(test::catalogue());
        for (const auto &bytes : {entry(*model.estate.resource(resource)), entry(*model.estate.ownProfile(own))})
            put(again, must(decode(bytes)));
        QVERIFY(again.catalogue().find(again.resource(resource)->type));
        OwnProfile newer = *model.estate.ownProfile(own);
        newer.text = ownProfileText("wiki", ", \"ofALaterProgram\": true");
        again.put(newer);
        QVERIFY(!again.catalogue().find("wiki"));
        QVERIFY(assess(again, *again.resource(resource), model.now).reasons.empty());
    }

    /// An edition of one's own of a service that keeps data here.
    void MOD_17_anEditionOfAKnownServiceHasItsFacet()
    {
        test::Model model;
        must(model.run(command::AddProfile{
            id<OwnProfileId>(), ownProfileText("our-sql", ", \"service\": \"sql-server\", \"takesVersions\": true")}));
        const auto server = model.resource("srv", "westeurope", "our-sql");
        QVERIFY(!keepsNothingHere(*model.estate.resource(server)));
    }
};

QTEST_GUILESS_MAIN(TestOwnProfiles)
#include "tst_own_profiles.moc"
