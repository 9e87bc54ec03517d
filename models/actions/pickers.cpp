// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/pickers.h"

#include "backend/base/display_name.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Pickers)
};

struct Prepared {
    Pickable entry;
    std::string name; ///< folded
    std::string ids;
};
struct All {
    std::vector<Prepared> byName;
    std::map<QString, std::size_t> byValue;
};

bool idBegins(std::string_view ids, std::string_view wanted)
{
    for (std::size_t at = 0; at < ids.size();) {
        if (ids.substr(at).starts_with(wanted)) return true;
        const auto line = ids.find('\n', at);
        at = line == std::string_view::npos ? ids.size() : line + 1;
    }
    return false;
}

Field::Picker::Found find(const All &all, const QString &words, const QString &kind, std::size_t most)
{
    const auto wanted = foldedBeyondAscii(utf8(words.trimmed()));
    std::vector<const Prepared *> first, then;
    for (const auto &one : all.byName) {
        if (!kind.isEmpty() && one.entry.kind != kind) continue;
        if (wanted.empty() || one.name.starts_with(wanted))
            first.push_back(&one);
        else if (one.name.contains(wanted) || idBegins(one.ids, wanted))
            then.push_back(&one);
    }
    first.insert(first.end(), then.begin(), then.end());
    Field::Picker::Found out{{}, first.size()};
    for (const auto *one : first) {
        if (out.items.size() == most) break;
        out.items.push_back(one->entry.item);
    }
    return out;
}

constexpr PrincipalKind everyKind[] = {PrincipalKind::SystemAssigned, PrincipalKind::UserAssigned,
                                       PrincipalKind::Application, PrincipalKind::Group, PrincipalKind::FirstParty};

} // namespace

Field::Picker pickAmong(std::vector<Pickable> all, std::vector<Field::Option> kinds)
{
    auto prepared = std::make_shared<All>();
    prepared->byName.reserve(all.size());
    for (auto &one : all) {
        auto name = foldedBeyondAscii(utf8(one.item.text));
        auto ids = folded(utf8(one.item.value) + (one.ids.empty() ? "" : '\n' + one.ids));
        prepared->byName.push_back({std::move(one), std::move(name), std::move(ids)});
    }
    std::ranges::sort(prepared->byName, {}, &Prepared::name);
    for (std::size_t i = 0; i < prepared->byName.size(); ++i)
        prepared->byValue.emplace(prepared->byName[i].entry.item.value, i);
    return {.kinds = std::move(kinds),
            .find = [prepared](const QString &words, const QString &kind,
                               std::size_t most) { return find(*prepared, words, kind, most); },
            .at = [prepared](const QString &value) -> std::optional<Field::Picker::Item> {
                const auto found = prepared->byValue.find(value);
                if (found == prepared->byValue.end()) return {};
                return prepared->byName[found->second].entry.item;
            }};
}

QString principalDetail(const Principal &principal)
{
    return Words::tr("%1, %2…", "kind, beginning of an id")
        .arg(kindTitle(principal.kind), text(principal.id.text().substr(0, 8)));
}

Field::Picker principalPicker(const Situation &s, const TakesPrincipal &takes)
{
    std::vector<Pickable> all;
    std::set<PrincipalKind> there;
    for (const auto &[id, principal] : s.estate().principals()) {
        if (takes && !takes(*principal)) continue;
        there.insert(principal->kind);
        all.push_back({{text(id.text()), text(principal->name), principalDetail(*principal)},
                       text(kindText(principal->kind)),
                       principal->applicationId});
    }
    std::vector<Field::Option> options;
    for (const auto kind : everyKind)
        if (there.contains(kind)) options.push_back({text(kindText(kind)), kindTitle(kind)});
    if (options.size() == 1) options.clear();
    return pickAmong(std::move(all), std::move(options));
}

} // namespace keyward::models
