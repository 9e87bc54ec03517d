// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CON-8: lists read the same for people and for programs, and changes tell of themselves once.

#include "tests/support/typed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace keyward;
using namespace keyward::estate;

namespace {

/// The first words of the lines of a table, without its titles.
std::vector<std::string> firstWords(const std::string &said)
{
    std::vector<std::string> out;
    std::size_t from = said.find('\n') + 1;
    for (; from < said.size(); from = said.find('\n', from) + 1)
        out.push_back(said.substr(from, said.find_first_of(" \n", from) - from));
    return out;
}

std::vector<std::string> named(const std::string &json, const char *key)
{
    std::vector<std::string> out;
    for (const auto &one : QJsonDocument::fromJson(QByteArray::fromStdString(json)).array())
        out.push_back(one.toObject()[QLatin1String(key)].toString().toStdString());
    return out;
}

} // namespace

class TestListing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CON_8_rowsAndDocumentsAreInOneOrder()
    {
        test::Model model;
        std::vector<std::string> names;
        for (const char *name : {"kv-m", "kv-b", "kv-z", "kv-a", "kv-q", "kv-c"}) {
            model.vault(name);
            model.resource(std::string("rsv") + name);
            names.emplace_back(name);
        }
        std::ranges::sort(names);
        QVERIFY(firstWords(test::typed("keywardctl vault list", model).said) == names);
        QVERIFY(named(test::typed("keywardctl vault list --json", model).said, "name") == names);
        const auto resources = firstWords(test::typed("keywardctl resource list", model).said);
        QVERIFY(std::ranges::is_sorted(resources));
        QVERIFY(named(test::typed("keywardctl resource list --json", model).said, "name") == resources);
    }

    void CON_8_anEmptyListSaysSoAndIsADocument()
    {
        const test::Model model;
        QVERIFY(test::typed("keywardctl vault list", model).said.contains("There are no vaults yet"));
        QCOMPARE(test::typed("keywardctl vault list --json", model).said, std::string("[\n]\n"));
    }

    /// A part of what is listed has a row for people and no document.
    void CON_8_partsAreRowsAlone()
    {
        test::Model model;
        const command::CreateNetwork net{.id = test::id<NetworkId>(),
                                         .name = test::must(ResourceName::from("vnet1")),
                                         .place = model.place(),
                                         .space = {test::must(IpRange::from("10.1.0.0/16"))}};
        KW_OK(model.run(net));
        KW_OK(model.run(command::SetSubnet{net.id, {"apps", test::must(IpRange::from("10.1.2.0/24")), true}}));
        const auto rows = firstWords(test::typed("keywardctl network vnet-list", model).said);
        QVERIFY((rows == std::vector<std::string>{"vnet1", "vnet1/apps"}));
        QCOMPARE(named(test::typed("keywardctl network vnet-list --json", model).said, "name").size(), std::size_t(1));
    }

    /// A dry run says what would come of it, and not that it did.
    void CON_3_aChangeTellsOnceAndOnlyWhenItWasDone()
    {
        const test::Model model;
        const std::string line = "keywardctl tenant create fabrikam";
        const auto done = test::typed(line, model);
        QCOMPARE(done.said, std::string("Tenant fabrikam created.\n"));
        QCOMPARE(done.commands.size(), std::size_t(1));
        const auto dry = test::typed(line + " --dry-run", model);
        QVERIFY(dry.said.starts_with("Would do:"));
        QVERIFY(!dry.said.contains("Tenant fabrikam created."));
        QVERIFY(dry.commands.empty());
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
