// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The layout of every kind of record in every edition, as it is committed in data/layouts.txt: whoever adds a part
// without a new edition, or moves one, is told here.

#include "tests/support/fixture.h"
#include "tests/support/layout_text.h"

#include "backend/engine/api/audit.h"
#include "backend/estate/records.h"

#include <fstream>
#include <sstream>

using namespace keyward;
using namespace keyward::estate;

namespace {

/// One section for each edition: its title, then its parts.
using Sections = std::map<std::string, std::string>;

template <class T> void add(Sections &to, const std::string &name, unsigned newest, unsigned kind = 0)
{
    for (unsigned edition = 1; edition <= newest; ++edition)
        to[name + ", edition " + std::to_string(edition)] = test::LayoutText::of<T>(edition, kind);
}

template <class T> void addRecord(Sections &to)
{
    add<T>(to, std::string(kindText(kindOf<T>)), editionOf<T>, static_cast<unsigned>(kindOf<T>));
}

template <class... Types> Sections ofEveryKind(EntityList<Types...>)
{
    Sections out;
    (addRecord<Types>(out), ...);
    addRecord<Settings>(out);
    add<engine::AuditEntry>(out, "log entry", engine::AuditEntry::edition);
    add<keystore::Slot>(out, "unlock slot", 1);
    return out;
}

Sections committed()
{
    std::ifstream in(KEYWARD_SOURCE_DIR "/tests/backend/engine/data/layouts.txt");
    Sections out;
    std::string title;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("    "))
            out[title] += line + "\n";
        else if (!line.empty() && !line.starts_with('#'))
            out[title = line];
    }
    return out;
}

} // namespace

class TestLayouts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAnEditionHasStaysAsItIs()
    {
        const auto today = ofEveryKind(Entities{});
        const auto then = committed();
        QVERIFY(!then.empty());
        for (const auto &[title, parts] : then) {
            const auto now = today.find(title);
            QVERIFY2(now != today.end(), (title + " is in use somewhere, but no longer read").c_str());
            QVERIFY2(now->second == parts,
                     (title + " was:\n" + parts + "and is:\n" + now->second +
                      "A new part comes last, in a since() with the next edition, which KEYWARD_RECORD then says; a "
                      "new facet or kind of job, which has a number of its own, is added where it stands now.")
                         .c_str());
        }
        for (const auto &[title, parts] : today)
            QVERIFY2(then.contains(title), ("add to layouts.txt:\n" + title + "\n" + parts).c_str());
    }

    /// Edition by edition a layout only grows at its end, or within the structs that stand in it.
    void eachEditionHasWhatTheOneBeforeHad()
    {
        const auto today = ofEveryKind(Entities{});
        for (const auto &[title, parts] : today) {
            const auto number = title.size() - 1;
            if (title[number] == '1') continue;
            auto before = title;
            --before[number];
            std::istringstream lines(today.at(before));
            std::size_t from = 0;
            for (std::string line; std::getline(lines, line);) {
                auto found = parts.find(line + "\n", from);
                if (found == std::string::npos) found = parts.find("    - " + line.substr(4) + "\n", from); // ended
                QVERIFY2(found != std::string::npos, (title + " lost" + line).c_str());
                from = found + line.size();
            }
        }
    }

    /// The archive itself: another order, another type, one part more are told apart.
    void aLayoutIsToldByNameOrderAndEncoding()
    {
        const auto key = test::LayoutText::of<Key>(2, static_cast<unsigned>(EntityKind::Key));
        QVERIFY2(
            key.starts_with("    id: id\n    vault: id\n    name: text\n    spec.kind: choice\n    spec.bits: number\n"
                            "    spec.curve: choice\n    spec.hsm: flag\n    versions[].id: id\n"),
            key.c_str());
        QVERIFY(key.contains("    versions[].tags{key}: text\n    versions[].tags{value}: text\n"));
        QVERIFY(key.contains("    versions[].expires?: time\n") && key.contains("    versions[].spki: bytes\n"));
        QVERIFY(key.ends_with("    backups[].at: time\n    backups[].file: text\n    backups[].versions: number\n"));
        const auto before = test::LayoutText::of<Key>(1, static_cast<unsigned>(EntityKind::Key));
        QVERIFY(!before.contains("hsm") && !before.contains("backups") && !before.contains("origin"));
        QVERIFY(before.contains("    backedUp?: time\n"));
    }
};

QTEST_GUILESS_MAIN(TestLayouts)
#include "tst_layouts.moc"
