// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MOD-1, MOD-20: the four models of encryption, side by side and for a resource.

#include "backend/estate/encryption_models.h"
#include "tests/support/fixture.h"

#include <QTest>

using namespace keyward;
using namespace keyward::estate;

namespace {

const ComparedModel &of(const std::vector<ComparedModel> &all, EncryptionModel model)
{
    return *std::ranges::find(all, model, &ComparedModel::model);
}

bool mentions(const std::vector<Sentence> &sentences, std::initializer_list<const char *> words)
{
    const auto texts = textsOf(sentences);
    return std::ranges::all_of(words, [&](const char *word) {
        return std::ranges::any_of(texts, [&](const std::string &text) { return text.contains(word); });
    });
}

} // namespace

class TestEncryptionModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void MOD_1_fourModelsCanBeCompared()
    {
        const test::Model model;
        const auto all = comparedModels(model.estate, nullptr);
        QCOMPARE(all.size(), std::size_t(4));
        std::set<std::string> encrypts, holds;
        for (const auto &one : all) {
            QVERIFY(!one.title.empty() && !one.functionality.empty());
            QVERIFY(!one.advantages.empty() && !one.drawbacks.empty());
            QVERIFY(!one.inUse && one.unavailable.empty()); // of no resource
            encrypts.insert(one.encrypts.text());
            holds.insert(one.holds.text());
        }
        QCOMPARE(encrypts.size(), std::size_t(4)); // no two alike
        QCOMPARE(holds.size(), std::size_t(4));
    }

    void MOD_1_aResourceShowsWhichItHasAndWhichItCanHave()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto plain = model.resource("plain");
        const auto shown = [&](const ResourceId &id) {
            return comparedModels(model.estate, model.estate.resource(id));
        };
        const auto before = shown(plain);
        QVERIFY(of(before, EncryptionModel::ServiceManaged).inUse);
        QVERIFY(!of(before, EncryptionModel::VaultKey).inUse);
        QVERIFY(of(before, EncryptionModel::VaultKey).unavailable.empty());
        QCOMPARE(std::ranges::count(before, true, &ComparedModel::inUse), 1);
        // A Recovery Services vault has no way back (BKP-3), and goes by no device and no client.
        const auto after = shown(bound.resource);
        QVERIFY(of(after, EncryptionModel::VaultKey).inUse);
        QVERIFY(of(after, EncryptionModel::VaultKey).unavailable.empty());
        QVERIFY(of(after, EncryptionModel::ServiceManaged).unavailable.text().contains("cannot go back"));
        for (const auto other : {EncryptionModel::OwnHardware, EncryptionModel::ClientSide})
            for (const auto &all : {before, after})
                QVERIFY(of(all, other).unavailable.text().contains("Not supported"));
        // Once something was protected under the platform's key it is too late (BKP-2).
        auto late = *model.estate.resource(plain);
        late.protectionAttempted = true;
        model.estate.put(late);
        QVERIFY(!of(shown(plain), EncryptionModel::VaultKey).unavailable.empty());
        QVERIFY(of(shown(plain), EncryptionModel::ServiceManaged).inUse);
    }

    void MOD_20_theComparisonSaysWhatEachGivesAndAsks()
    {
        const test::Model model;
        const auto all = comparedModels(model.estate, nullptr);
        const auto &service = of(all, EncryptionModel::ServiceManaged), &vault = of(all, EncryptionModel::VaultKey);
        const auto &hardware = of(all, EncryptionModel::OwnHardware), &client = of(all, EncryptionModel::ClientSide);
        QVERIFY(mentions(service.advantages, {"handle", "pay"}));
        QVERIFY(mentions(service.drawbacks, {"specification", "lifecycle", "revocation", "separated duties"}));
        QVERIFY(mentions(vault.advantages, {"You decide", "many services", "different owners", "can be chosen"}));
        QVERIFY(mentions(vault.drawbacks, {"lifecycle", "more to set up"}));
        QVERIFY(mentions(hardware.drawbacks,
                         {"storage", "security", "performance", "availability", "upkeep", "network between"}));
        QVERIFY(mentions(hardware.drawbacks, {"as well as a key in a vault"})); // MOD-21: no more secure than that
        QCOMPARE(vault.functionality, service.functionality);                   // full under every server-side model
        QCOMPARE(hardware.functionality, service.functionality);
        QVERIFY(client.functionality.text().starts_with("Less"));
        const auto choose = howToChooseAModel().text();
        for (const auto *word : {"lifecycle", "separated duties", "cost", "risk", "alike in all"})
            QVERIFY2(choose.contains(word), word);
    }
};

QTEST_GUILESS_MAIN(TestEncryptionModels)
#include "tst_encryption_models.moc"
