// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/profile_rows.h"

#include <algorithm>
#include <charconv>

namespace keyward::estate {
namespace {

using Kind = PlacedJson::Kind;

/// Of a list of words, each known to a table; what is not known is a fault.
template <class T, std::size_t N>
void take(std::vector<T> &out, Row &row, const char *name, const std::pair<const char *, T> (&known)[N])
{
    const auto *list = row.value(name);
    if (!list) return;
    const auto words = row.texts(name);
    out.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto found = std::ranges::find(known, words[i], [](const auto &one) { return std::string(one.first); });
        if (found == std::end(known))
            row.fault(list->items[i], said("'{0}' is none of those that there are", words[i]));
        else if (!std::ranges::contains(out, found->second))
            out.push_back(found->second);
    }
    if (words.empty() && list->kind == Kind::List) row.fault(*list, said("it is empty"));
}

template <class T, std::size_t N>
T one(Row &row, const char *name, const std::pair<const char *, T> (&known)[N], T otherwise)
{
    const auto *given = row.value(name);
    const auto word = row.text(name);
    if (!given) return otherwise;
    for (const auto &[text, value] : known)
        if (word == text) return value;
    if (given->kind == Kind::Text) row.fault(*given, said("'{0}' is none of those that there are", word));
    return otherwise;
}

std::string idOf(Row &row, const char *name)
{
    const auto id = row.words(name);
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    const bool good = !id.empty() && id.size() <= 64 && id.front() >= 'a' && std::ranges::all_of(id, allowed);
    if (const auto *at = row.value(name); at && !id.empty() && !good)
        row.fault(*at, said("an id is at most 64 small letters, digits and hyphens, and begins with a letter"));
    return id;
}

ServiceWords wordsFrom(Row &profile, const ServiceProfile &of)
{
    ServiceWords out;
    const auto begins = of.onlyBeforeFirstUse ? "Nothing was ever kept in" : "A key can be set at any time for";
    const auto expired = of.lossBy(LossEvent::Expired).what;
    const auto read = [&](Row *row) {
        const auto word = [&](const char *name, const std::string &otherwise) {
            return row && row->value(name) ? row->words(name) : otherwise;
        };
        out = {.protects = word("protects", "its data"),
               .piece = word("piece", "item"),
               .opened = word("opened", "read"),
               .kept = {},
               .keptOpened = {},
               .untilNext = word("untilNext", "its data is under the new key"),
               .next = word("next", "that it is done"),
               .afterEnd = word("afterEnd", expired),
               .unused = word("unused", begins),
               .bindBefore = word("bindBefore", "it is put into use")};
        out.kept = word("kept", out.piece);
        out.keptOpened = word("keptOpened", out.opened);
    };
    profile.within("words", [&](Row &row) { read(&row), row.finish(); });
    if (!profile.value("words")) read(nullptr);
    return out;
}

void readKeys(Row &row, ServiceProfile &out)
{
    out.keyKinds = {KeyKind::Rsa};
    out.keySizes = {2048, 3072, 4096};
    take(out.keyKinds, row, "keyKinds", {{"RSA", KeyKind::Rsa}, {"EC", KeyKind::Ec}, {"oct", KeyKind::Oct}});
    if (const auto *sizes = row.value("keySizes")) {
        out.keySizes.clear();
        if (sizes->kind != Kind::List) row.fault(*sizes, said("a list of numbers of bits is expected here"));
        for (const auto &size : sizes->items) {
            unsigned bits = 0;
            std::from_chars(size.text.data(), size.text.data() + size.text.size(), bits);
            if (size.kind != Kind::Number || size.text != std::to_string(bits) || bits < 128 || bits > 16384)
                row.fault(size, said("a number of bits is expected here"));
            out.keySizes.push_back(bits);
        }
    }
    out.hsmKeys = row.flag("hsmKeys", out.hsmKeys);
    out.managedHsm = row.flag("managedHsm", out.managedHsm);
    out.longestKeyName = row.number("longestKeyName", 0, 1, 151);
    out.takesVersions = row.flag("takesVersions", out.takesVersions);
    out.refusesVersions = row.flag("refusesVersions", out.refusesVersions);
    out.refusesExpiry = row.flag("refusesExpiry", out.refusesExpiry);
    out.advisesNoExpiry = row.flag("advisesNoExpiry", out.advisesNoExpiry);
    out.advisesEscrow = row.flag("advisesEscrow", out.advisesEscrow);
    out.boundKeyNeverDeleted = row.flag("boundKeyNeverDeleted", out.boundKeyNeverDeleted);
    out.followsNewVersions = row.flag("followsNewVersions", out.followsNewVersions);
    out.followsWithin = row.length("followsWithin");
    out.oldVersionFor = row.length("oldVersionFor");
    out.keepsPrevious = row.flag("keepsPrevious", out.keepsPrevious);
    out.olderKeyForm = row.flag("olderKeyForm", out.olderKeyForm);
}

void readVault(Row &row, ServiceProfile &out)
{
    out.sameRegion = row.flag("sameRegion", out.sameRegion);
    out.sameTenant = row.flag("sameTenant", out.sameTenant);
    out.needsSoftDelete = row.flag("needsSoftDelete", out.needsSoftDelete);
    out.needsPurgeProtection = row.flag("needsPurgeProtection", out.needsPurgeProtection);
    out.retentionAtLeast = row.number("retentionAtLeast", 0, 7, 90);
    out.vaultMovable = row.flag("vaultMovable", out.vaultMovable);
    out.trustedService = row.text("trustedService");
    out.userAssignedNeedsOpenNetwork = row.flag("userAssignedNeedsOpenNetwork", out.userAssignedNeedsOpenNetwork);
    const auto wanted = row.text("permissions", "get,wrapKey,unwrapKey");
    if (const auto set = PermissionSet::from(wanted); set)
        out.permissions = *set;
    else
        row.fault(*row.value("permissions"), sentence(set.error()));
}

void readIdentity(Row &row, ServiceProfile &out)
{
    out.identityKinds = {PrincipalKind::SystemAssigned, PrincipalKind::UserAssigned};
    take(out.identityKinds, row, "identityKinds",
         {{"system", PrincipalKind::SystemAssigned},
          {"user", PrincipalKind::UserAssigned},
          {"first-party", PrincipalKind::FirstParty}});
    out.provider = row.text("provider");
    out.creationFeature = row.text("creationFeature");
    out.identityPermanent = row.flag("identityPermanent", out.identityPermanent);
    out.firstKeyByUserAssigned = row.flag("firstKeyByUserAssigned", out.firstKeyByUserAssigned);
}

void readLoss(Row &row, ServiceProfile &out)
{
    out.onLoss = row.words("onLoss");
    out.lossWithin = row.length("lossWithin");
    out.recovery = row.text("recovery");
    row.within("losses", [&](Row &losses) {
        for (const auto event : {LossEvent::Disabled, LossEvent::Deleted, LossEvent::Expired, LossEvent::Unreachable})
            losses.within(std::string(lossEventText(event)).c_str(), [&](Row &loss) {
                out.losses[event] = {.what = loss.words("what"), .goesOn = loss.flag("goesOn", false)};
                loss.finish();
            });
        losses.finish();
    });
    out.checksAccessEvery = row.length("checksAccessEvery");
    out.dropsAfter = row.length("dropsAfter");
}

void readResource(Row &row, ServiceProfile &out)
{
    out.keySource = one(row, "keySource",
                        {{"own-key", KeySource::OwnKey},
                         {"own-store", KeySource::Store},
                         {"no-data", KeySource::None},
                         {"client-side", KeySource::ClientSide}},
                        out.keySource);
    out.noKeyBecause = row.text("noKeyBecause");
    out.stores = row.texts("stores");
    out.storeBeside = row.flag("storeBeside", out.storeBeside);
    out.onlyBeforeFirstUse = row.flag("onlyBeforeFirstUse", out.onlyBeforeFirstUse);
    out.revertible = row.flag("revertible", out.revertible);
    out.deletionNeedsKey = row.flag("deletionNeedsKey", out.deletionNeedsKey);
    out.movable = row.flag("movable", out.movable);
    out.movesWithinSubscription = row.flag("movesWithinSubscription", out.movesWithinSubscription);
    out.serviceManagedByDefault = row.flag("serviceManagedByDefault", out.serviceManagedByDefault);
    out.limits = row.texts("limits");
}

/// Fields that contradict each other, or that mean nothing without another.
void checkTogether(Row &row, const ServiceProfile &profile)
{
    const auto at = [&](const char *name) -> const PlacedJson & { return *row.value(name); };
    const auto given = [&](const char *name) { return row.value(name) != nullptr; };
    if (profile.takesVersions && profile.refusesVersions)
        row.fault(at("refusesVersions"), said("it takes a key by its version, and refuses versions"));
    if (profile.takesVersions && profile.followsNewVersions)
        row.fault(at("followsNewVersions"), said("it stays on the version that it is given, and follows new ones"));
    if (profile.refusesExpiry && profile.advisesNoExpiry)
        row.fault(at("advisesNoExpiry"), said("what it refuses it cannot advise against"));
    if (profile.followsWithin.count() > 0 && !profile.followsNewVersions)
        row.fault(at("followsWithin"), said("it does not follow new versions"));
    if (profile.keepsPrevious && profile.oldVersionFor.count() == 0)
        row.faultHere(said("keepsPrevious needs oldVersionFor: how long a change of key takes"));
    const bool none = profile.keySource == KeySource::None || profile.keySource == KeySource::ClientSide;
    if (none && profile.noKeyBecause.empty()) row.faultHere(said("noKeyBecause is missing: why it takes no key"));
    if (!none && given("noKeyBecause")) row.fault(at("noKeyBecause"), said("it takes a key"));
    if (given("stores") && profile.keySource != KeySource::Store)
        row.fault(at("stores"), said("it keeps its data itself"));
    if (profile.storeBeside && profile.keySource != KeySource::Store)
        row.fault(at("storeBeside"), said("it keeps its data itself"));
    const auto has = [&](Permission one, Permission other) {
        return profile.permissions.has(one) && profile.permissions.has(other);
    };
    if (!has(Permission::WrapKey, Permission::UnwrapKey) && !has(Permission::Encrypt, Permission::Decrypt)) // MOD-10
        row.fault(at("permissions"), said("wrapKey and unwrapKey, or encrypt and decrypt, are needed at least"));
    if (profile.goesByFirstParty() && (profile.identityKinds.size() > 1 || profile.provider.empty()))
        row.fault(at("identityKinds"),
                  said("a service that goes by its provider's application names the provider, and no other identity"));
    if (profile.firstKeyByUserAssigned && !std::ranges::contains(profile.identityKinds, PrincipalKind::UserAssigned))
        row.fault(at("firstKeyByUserAssigned"), said("it takes no user-assigned identities"));
}

} // namespace

ServiceProfile profileFrom(Row &row, bool shipped)
{
    ServiceProfile out;
    out.id = idOf(row, "id");
    out.service = row.value("service") ? idOf(row, "service") : out.id;
    out.title = row.words("title");
    out.edition = shipped ? row.text("edition", "default") : row.text("edition", "own");
    if (const bool known = shipped ? out.edition == "default" || out.edition == "newer" : out.edition == "own"; !known)
        row.fault(*row.value("edition"), said("'{0}' is none of those that there are", out.edition));
    readKeys(row, out);
    readVault(row, out);
    readIdentity(row, out);
    readLoss(row, out);
    readResource(row, out);
    out.words = wordsFrom(row, out);
    out.source = row.words("source");
    out.confidence = row.words("confidence");
    if (!out.confidence.empty() && out.confidence != "A" && out.confidence != "B" && out.confidence != "C")
        row.fault(*row.value("confidence"), said("A, B or C is expected here"));
    checkTogether(row, out);
    return out;
}

ListedService serviceFrom(Row &row)
{
    constexpr std::pair<const char *, Support> support[] = {
        {"yes", Support::Yes}, {"no", Support::No}, {"n/a", Support::NotApplicable}};
    ListedService out;
    out.id = idOf(row, "id");
    out.title = row.words("title");
    out.groups = row.texts("groups");
    if (out.groups.empty()) row.faultHere(said("groups is missing"));
    row.required("vault");
    out.vault = one(row, "vault", support, Support::No);
    out.managedHsm = one(row, "managedHsm", support, Support::No);
    out.note = row.text("note");
    out.keyNote = row.text("keyNote");
    row.required("profiles");
    out.profiles = row.texts("profiles");
    return out;
}

Row::Row(const PlacedJson &object, std::vector<FileFault> &faults) : m_object(object), m_faults(faults)
{
    if (object.kind != Kind::Object) faultHere(said("an object is expected here"));
}

const PlacedJson *Row::value(const char *name)
{
    m_asked.insert(name);
    return m_object.find(name);
}

const PlacedJson *Row::required(const char *name)
{
    const auto *found = value(name);
    if (!found && m_object.kind == Kind::Object) faultHere(said("{0} is missing", std::string(name)));
    return found;
}

const PlacedJson *Row::ofKind(const char *name, Kind kind, Sentence wanted)
{
    const auto *found = value(name);
    if (!found || found->kind == kind) return found;
    fault(*found, std::move(wanted));
    return nullptr;
}

std::string Row::text(const char *name, std::string otherwise)
{
    const auto *found = ofKind(name, Kind::Text, said("a text is expected here"));
    return found ? found->text : std::move(otherwise);
}

std::string Row::words(const char *name)
{
    if (!required(name)) return {};
    auto out = text(name);
    const auto blank = std::ranges::all_of(out, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    if (const auto *found = value(name); blank && found->kind == Kind::Text) fault(*found, said("it is empty"));
    return out;
}

bool Row::flag(const char *name, bool otherwise)
{
    const auto *found = ofKind(name, Kind::Flag, said("true or false is expected here"));
    return found ? found->flag : otherwise;
}

unsigned Row::number(const char *name, unsigned otherwise, unsigned least, unsigned most)
{
    const auto *found = ofKind(name, Kind::Number, said("a number is expected here"));
    if (!found) return otherwise;
    unsigned out = 0;
    std::from_chars(found->text.data(), found->text.data() + found->text.size(), out);
    if (found->text != std::to_string(out) || out < least || out > most)
        fault(*found, said("a whole number from {0} to {1} is expected here", least, most));
    return out;
}

Millis Row::length(const char *name)
{
    const auto *found = ofKind(name, Kind::Text, said("a duration is expected here, such as P1D or 12h"));
    if (!found || found->text.empty()) return Millis(0);
    const auto length = parseDuration(found->text);
    if (!length) fault(*found, said("a duration is expected here, such as P1D or 12h"));
    return length.value_or(Millis(0));
}

std::vector<std::string> Row::texts(const char *name)
{
    std::vector<std::string> out;
    const auto *list = ofKind(name, Kind::List, said("a list is expected here"));
    if (!list) return out;
    for (const auto &item : list->items) {
        if (item.kind != Kind::Text) fault(item, said("a text is expected here"));
        out.push_back(item.text);
    }
    return out;
}

void Row::eachOf(const char *name, const std::function<void(Row &)> &take)
{
    const auto *list = ofKind(name, Kind::List, said("a list is expected here"));
    if (!list) return;
    for (const auto &item : list->items) {
        Row row(item, m_faults);
        if (item.kind == Kind::Object) take(row);
    }
}

void Row::within(const char *name, const std::function<void(Row &)> &take)
{
    const auto *found = ofKind(name, Kind::Object, said("an object is expected here"));
    if (!found) return;
    Row row(*found, m_faults);
    take(row);
}

void Row::finish()
{
    for (const auto &member : m_object.members)
        if (!m_asked.contains(member.name))
            m_faults.push_back({member.at, said("'{0}' is no field of this", member.name)});
}

} // namespace keyward::estate
