// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The persistent containers of the estate against those of the standard library: whatever is done to a copy, in
// whatever order, leaves every other copy as it was.

#include "backend/estate/tables.h"
#include "tests/support/draw.h"
#include "tests/support/fixture.h"

#include <rapidcheck.h>

#include <map>
#include <set>

using namespace keyward;
using namespace keyward::estate;

namespace {

using Things = IdMap<RecordId, std::string>;
using Model = std::map<RecordId, std::string>;

/// Few, so that they meet again, and some whose hashes share their first digits.
RecordId anyId()
{
    RecordId out{};
    out.bytes[0] = static_cast<std::uint8_t>(test::below(4));
    out.bytes[15] = static_cast<std::uint8_t>(test::below(60));
    return out;
}

std::string anyText() { return std::string(1, static_cast<char>('a' + test::below(3))); }

Model contents(const Things &things)
{
    Model out;
    for (const auto &[id, thing] : things) RC_ASSERT(out.emplace(id, *thing).second); // each once
    return out;
}

template <class Item> std::set<Item> contents(const IdSet<Item> &set)
{
    std::set<Item> out;
    for (const auto &id : set) RC_ASSERT(out.insert(id).second);
    RC_ASSERT(out.size() == set.size());
    return out;
}

} // namespace

class TestPersistent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copiesStayWhatTheyWere()
    {
        QVERIFY(rc::check([] {
            std::vector<std::pair<Things, Model>> versions(1);
            for (int step = 0; step < 80; ++step) {
                auto [things, model] = versions[static_cast<std::size_t>(test::below(int(versions.size())))];
                for (int change = test::below(4); change >= 0; --change) {
                    const auto id = anyId();
                    if (test::below(3) > 0) {
                        const auto text = anyText();
                        things.set(id, std::make_shared<const std::string>(text));
                        model[id] = text;
                    } else {
                        things.erase(id);
                        model.erase(id);
                    }
                }
                versions.emplace_back(std::move(things), std::move(model));
            }
            for (const auto &[things, model] : versions) {
                RC_ASSERT(contents(things) == model);
                RC_ASSERT(things.size() == model.size());
                for (int i = 0; i < 8; ++i) {
                    const auto id = anyId();
                    const auto found = model.find(id);
                    const auto *there = things.find(id);
                    RC_ASSERT((there != nullptr) == (found != model.end()));
                    if (there) RC_ASSERT(*there == found->second);
                }
            }
            // Any two: the same by what is in them, and what differs is told, each once.
            const auto &[one, oneModel] = versions[static_cast<std::size_t>(test::below(int(versions.size())))];
            const auto &[other, otherModel] = versions[static_cast<std::size_t>(test::below(int(versions.size())))];
            RC_ASSERT((one == other) == (oneModel == otherModel));
            auto rebuilt = oneModel;
            std::set<RecordId> told;
            Things::compare(one, other, [&](const RecordId &id, const std::string *was, const std::string *is) {
                RC_ASSERT(told.insert(id).second);
                RC_ASSERT((was != nullptr) == oneModel.contains(id));
                if (was) RC_ASSERT(*was == oneModel.at(id));
                if (is)
                    rebuilt[id] = *is;
                else
                    rebuilt.erase(id);
            });
            RC_ASSERT(rebuilt == otherModel);
        }));
    }

    void setsOfIdsGoWhenTheyAreEmpty()
    {
        QVERIFY(rc::check([] {
            IdSets<RecordId, RecordId> sets;
            std::map<RecordId, std::set<RecordId>> model;
            for (int step = 0; step < 60; ++step) {
                const auto before = sets;
                const auto was = model;
                const auto key = anyId();
                const auto item = anyId();
                if (test::below(2) > 0) {
                    sets.insert(key, item);
                    model[key].insert(item);
                } else {
                    sets.erase(key, item);
                    model[key].erase(item);
                    if (model[key].empty()) model.erase(key);
                }
                RC_ASSERT(sets.contains(key) == model.contains(key));
                RC_ASSERT(contents(sets[key]) == (model.contains(key) ? model.at(key) : std::set<RecordId>{}));
                RC_ASSERT(contents(before[key]) == (was.contains(key) ? was.at(key) : std::set<RecordId>{}));
            }
        }));
    }

    /// A name that passed on to another thing is not taken from it by the end of the first.
    void aNameStaysWithWhoHasItNow()
    {
        NameIndex<RecordId> names;
        const auto first = test::id<RecordId>();
        const auto second = test::id<RecordId>();
        names.set("kv1", first);
        const auto kept = names;
        names.set("kv1", second);
        names.erase("kv1", first);
        QVERIFY(names.find("kv1") == second);
        names.erase("kv1", second);
        QVERIFY(!names.find("kv1"));
        QVERIFY(kept.find("kv1") == first);
        names.erase("kv2", second); // that was never there
        QVERIFY(!names.find("kv2"));
    }

    /// An iterator that was copied goes its own way, and an empty table is walked through at once.
    void iteratorsAreValues()
    {
        Things things;
        QVERIFY(things.begin() == things.end());
        for (std::uint8_t i = 0; i < 100; ++i) {
            RecordId id{};
            id.bytes[7] = i;
            things.set(id, std::make_shared<const std::string>(std::to_string(i)));
        }
        auto walk = things.begin();
        ++walk;
        const auto kept = walk;
        const auto second = (*kept).first;
        auto other = things.end();
        other = walk++;
        QVERIFY(other == kept);
        QVERIFY((*other).first == second);
        QVERIFY(walk != kept);
        std::size_t left = 0;
        for (; walk != things.end(); ++walk) ++left;
        QCOMPARE(left, std::size_t(98));
        QCOMPARE(std::ranges::distance(things), std::ptrdiff_t(100));
    }
};

QTEST_GUILESS_MAIN(TestPersistent)
#include "tst_persistent.moc"
