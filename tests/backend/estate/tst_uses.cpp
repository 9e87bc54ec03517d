// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What needs a key version: told by each thing, kept in one index, and what follows from it.

#include "tests/support/fixture.h"

#include "backend/estate/claims.h"
#include "backend/estate/findings.h"

using namespace keyward;
using namespace keyward::estate;

class TestUses : public QObject
{
    Q_OBJECT

    /// Every need once more, the slow and obvious way: each thing asked in turn.
    static std::map<Use, std::uint64_t> obviously(const Estate &estate)
    {
        std::map<Use, std::uint64_t> out;
        for (const auto &[id, resource] : estate.resources())
            for (const auto &use : usesOf(*resource)) ++out[use];
        for (const auto &[id, point] : estate.points())
            for (const auto &use : usesOf(*point)) ++out[use];
        return out;
    }
    static std::map<Use, std::uint64_t> indexed(const Estate &estate)
    {
        std::map<Use, std::uint64_t> out;
        for (const auto &[id, resource] : estate.resources())
            for (const auto &[use, count] : estate.usesBy(id)) out[use] += count;
        return out;
    }
    static std::shared_ptr<const Catalogue> keeping()
    {
        auto text = test::resource(":/keyward/catalogue/profiles.json");
        auto json = std::string(textOf(text));
        const std::string off = "\"boundKeyNeverDeleted\": false", on = "\"boundKeyNeverDeleted\": true";
        for (auto at = json.find(off); at != std::string::npos; at = json.find(off, at))
            json.replace(at, off.size(), on);
        return test::must(Catalogue::parse(bytesOf(json), test::resource(":/keyward/catalogue/platform.json")));
    }
    /// The same estate under another catalogue.
    static Estate under(const std::shared_ptr<const Catalogue> &catalogue, const Estate &estate)
    {
        Estate out(catalogue);
        out.put(estate.settings());
        const auto all = [&](const auto &table) {
            for (const auto &[id, entity] : table) out.put(*entity);
        };
        all(estate.tenants());
        all(estate.subscriptions());
        all(estate.groups());
        all(estate.vaults());
        all(estate.keys());
        all(estate.principals());
        all(estate.resources());
        all(estate.points());
        return out;
    }

private Q_SLOTS:
    void theIndexIsWhatEachThingSays()
    {
        test::Model model;
        const auto one = model.bound("rsv1");
        const auto two = model.bound("rsv2");
        const auto check = [&] { QCOMPARE(indexed(model.estate), obviously(model.estate)); };
        check();
        const auto first = model.point(one.resource);
        model.point(one.resource);
        model.point(two.resource);
        check();
        KW_OK(model.run(
            command::RotateKey{one.key, {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}}));
        KW_OK(model.run(command::FollowNewVersion{one.resource, test::id<JobId>()}));
        check(); // bound to the new version, the former one still asked for, points under the old one
        QCOMPARE(model.estate.usesBy(one.resource).size(), std::size_t(3));
        model.point(one.resource);
        check();
        KW_OK(model.run(command::DeletePoint{first}));
        check();
        for (const auto &bound : {one, two}) {
            const auto points = model.estate.pointsOf(bound.resource);
            for (const auto &id : points) KW_OK(model.run(command::DeletePoint{id}));
            KW_OK(model.run(command::DeleteResource{bound.resource}));
        }
        check();
        QVERIFY(obviously(model.estate).empty());
        QVERIFY(model.estate.dependantsOf(one.key).empty() && model.estate.dependantsOf(one.vault).empty());
    }

    void BKP_13_eachClaimHasACodeAnEventAndItsCount()
    {
        test::Model model;
        const auto bound = model.bound();
        model.point(bound.resource);
        model.point(bound.resource);
        const auto old = model.keyOf(bound.key).latest().id;
        KW_OK(model.run(
            command::RotateKey{bound.key, {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}}));
        KW_OK(model.run(command::FollowNewVersion{bound.resource, test::id<JobId>()}));
        const auto found = claims(model.estate, model.keyOf(bound.key));
        QCOMPARE(found.size(), std::size_t(3));
        const auto of = [&](Code code) {
            const auto one = std::ranges::find(found, code, [](const Claim &claim) { return claim.what.code; });
            return one == found.end() ? Claim{} : *one;
        };
        QCOMPARE(of(Code::ClaimBound).text(),
                 std::string("Recovery Services vault 'rsv1' uses it to protect its backups"));
        QCOMPARE(of(Code::ClaimBound).ends(), std::string("binding another key"));
        QVERIFY(of(Code::ClaimFormer).use.version == old);
        QVERIFY(of(Code::ClaimFormer).use.ends == Use::Ends::NextSuccess);
        QCOMPARE(of(Code::ClaimFormer).ends(), std::string("the next backup that succeeds"));
        QCOMPARE(of(Code::ClaimData).count, std::uint64_t(2));
        QCOMPARE(of(Code::ClaimData).text(),
                 std::string("2 recovery points of Recovery Services vault 'rsv1' can only be restored with it"));
        QCOMPARE(of(Code::ClaimData).ends(), std::string("deleting those recovery points"));
        // Of all versions together, where they need not be told apart.
        model.point(bound.resource);
        const auto dataIn = [](const std::vector<Claim> &all) {
            return std::ranges::count(all, Code::ClaimData, [](const Claim &claim) { return claim.what.code; });
        };
        const auto each = claims(model.estate, model.keyOf(bound.key));
        const auto together = summed(model.estate, each);
        QCOMPARE(dataIn(each), 2);
        QCOMPARE(dataIn(together), 1);
        const auto data = std::ranges::find(together, Code::ClaimData, [](const Claim &one) { return one.what.code; });
        QCOMPARE(data->count, std::uint64_t(3));
        QVERIFY2(data->text().starts_with("3 recovery points of"), data->text().c_str());
    }

    void TDE_8_aBoundKeyIsNotDeletedWhereItsServiceSaysSoNotEvenByOverride()
    {
        test::Model model;
        const auto bound = model.bound();
        const Estate kept = under(keeping(), model.estate);
        const auto run = [&](const Action &action, bool overriding) {
            return apply(kept, {action, overriding}, test::owner, model.now);
        };
        for (const bool overriding : {false, true}) {
            KW_REFUSED(run(command::DeleteKey{bound.key}, overriding), Code::BoundKeyKept);
            KW_REFUSED(run(command::DeleteVault{bound.vault}, overriding), Code::BoundKeyKept);
        }
        const auto refused = run(command::DeleteKey{bound.key}, true);
        QVERIFY2(message(refused.error()).contains("rsv1"), message(refused.error()).c_str());
        QVERIFY(remedy(refused.error()).contains("disable the key instead"));
        // Disabling is the way to cut access off; it can be overridden, and undone.
        const auto version = kept.key(bound.key)->latest().id;
        const command::UpdateKeyVersion disable{bound.key, version, false, {}, {}, {}, {}};
        KW_REFUSED(run(disable, false), Code::LiveClaims);
        KW_OK(run(disable, true));
        // Elsewhere the override passes.
        KW_OK(model.run(command::DeleteKey{bound.key}, true));
    }

    void TDE_8_aKeyThatOnlyOldDataNeedsMayBeDeletedByOverride()
    {
        test::Model model;
        const auto bound = model.bound();
        model.point(bound.resource);
        const auto other = model.key(bound.vault, "other");
        KW_OK(model.run(model.binding(bound.resource, bound.vault, other)));
        const Estate kept = under(keeping(), model.estate);
        KW_REFUSED(apply(kept, {command::DeleteKey{bound.key}}, test::owner, model.now), Code::LiveClaims);
        KW_OK(apply(kept, {command::DeleteKey{bound.key}, true}, test::owner, model.now));
        KW_REFUSED(apply(kept, {command::DeleteKey{other}, true}, test::owner, model.now), Code::BoundKeyKept);
    }

    void aServiceHasItsFacetFromTheBeginning()
    {
        test::Model model;
        const auto resource = model.resource("rsv1");
        QVERIFY(facetOf<RecoveryServicesVault>(*model.estate.resource(resource)));
        QVERIFY(std::holds_alternative<std::monostate>(facetOf("something-else")));
        Resource bare = *model.estate.resource(resource);
        bare.facet = {};
        model.estate.put(bare);
        BackupPolicy policy;
        KW_REFUSED(model.run(command::SetBackupPolicy{resource, policy}), Code::ValueInvalid);
        KW_REFUSED(model.run(command::StartBackup{resource, test::id<JobId>(), test::id<PointId>(), "f", "/data"}),
                   Code::ValueInvalid);
    }
};

QTEST_GUILESS_MAIN(TestUses)
#include "tst_uses.moc"
