// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/blades/call_test.h"

#include "models/access_words.h"
#include "models/actions/pickers.h"
#include "models/actions/place_fields.h"
#include "models/places.h"
#include "models/text.h"

#include "backend/estate/access.h"
#include "backend/estate/describe.h"

#include <algorithm>
#include <bit>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CallTest)
};

// What a call comes from, as the choice keeps it: "address", "subnet:NETWORK/SUBNET", "service:PROFILE".
constexpr QLatin1String byAddress("address"), bySubnet("subnet:"), byService("service:");

std::vector<Field::Option> origins(const Estate &estate)
{
    std::vector<Field::Option> out;
    for (const auto &[id, network] : estate.networks())
        for (const auto &subnet : network->subnets)
            out.push_back({bySubnet + text(id.text() + "/" + subnet.name),
                           Words::tr("Subnet %1").arg(pathText(estate, {id, subnet.name}))});
    const auto profiles = estate.catalogue().all();
    for (const auto *profile : profiles)
        out.push_back({byService + text(profile->id), Words::tr("Service: %1").arg(spokenOf(profile->title))});
    std::ranges::sort(out, {}, &Field::Option::text);
    out.insert(out.begin(), {byAddress, Words::tr("An address")});
    return out;
}

/// The first by name, to begin with.
QString firstKeyOf(const Estate &estate, const VaultId &vault)
{
    const Key *first = nullptr;
    const auto keys = estate.keysOf(vault);
    for (const auto &id : keys)
        if (const auto *key = estate.key(id); key && (!first || key->name.text() < first->name.text())) first = key;
    return first ? text(first->id.text()) : QString();
}

std::vector<Field::Option> operations()
{
    std::vector<Field::Option> out;
    const auto names = cryptographic.names();
    for (const auto &name : names) out.push_back({text(name), text(name)});
    return out;
}

QString fromOf(const Values &values) { return values.value(QStringLiteral("from")).toString(); }
bool asSomebody(const Values &values) { return !values.value(QStringLiteral("as")).toString().trimmed().isEmpty(); }

std::vector<Field> formOf(const Situation &s, const VaultId &vault)
{
    const auto &estate = s.estate();
    return {{.id = QStringLiteral("from"),
             .label = Words::tr("The call comes from"),
             .kind = Field::Kind::Choice,
             .value = QString(byAddress),
             .options = origins(estate)},
            {.id = QStringLiteral("address"),
             .label = Words::tr("Address"),
             .value = text(IpAddress::loopback().text()),
             .hint = Words::tr("As in 192.0.2.7 or 2001:db8::7"),
             .error = addressError,
             .when = [](const Values &values) { return fromOf(values) == byAddress; }},
            {.id = QStringLiteral("as"),
             .label = Words::tr("As"),
             .kind = Field::Kind::Pick,
             .hint = Words::tr("Leave it empty to ask the network alone"),
             .optional = true,
             .picker = following(s.workspace,
                                 [](const Situation &now) {
                                     return principalPicker(now, [](const Principal &principal) {
                                         return principal.kind != PrincipalKind::Group;
                                     });
                                 })},
            {.id = QStringLiteral("key"),
             .label = Words::tr("With the key"),
             .kind = Field::Kind::Pick,
             .value = firstKeyOf(estate, vault),
             .picker = following( // the deleted ones as well: of those it says that they are gone
                 s.workspace, [vault](const Situation &now) { return keyPicker(now, vault, DeletedKeys::Offered); }),
             .when = asSomebody},
            {.id = QStringLiteral("operation"),
             .label = Words::tr("To do"),
             .kind = Field::Kind::Choice,
             .value = QStringLiteral("unwrapKey"),
             .options = operations(),
             .when = asSomebody}};
}

/// The rule of the firewall, as people call it.
QString ruleTitle(Passage::Rule rule)
{
    using Rule = Passage::Rule;
    switch (rule) {
    case Rule::AllNetworks: return Words::tr("All networks are let in");
    case Rule::AddressRange: return Words::tr("Address range");
    case Rule::Subnet: return Words::tr("Subnet");
    case Rule::PrivateEndpoint: return Words::tr("Private endpoint");
    case Rule::TrustedService: return Words::tr("Trusted services come in");
    case Rule::NotInRules: return Words::tr("No rule lets it in");
    case Rule::PublicAccessDisabled: return Words::tr("Only private endpoints let callers in");
    case Rule::BypassOff: return Words::tr("Trusted services are kept out");
    case Rule::ServiceNotListed: return Words::tr("Not on the list of trusted services");
    case Rule::IdentityKind: return Words::tr("User-assigned identities need an open network");
    }
    return {};
}

} // namespace

CallTest::CallTest(Workspace &workspace, const Target &target) : FormPresenter(workspace, target)
{
    m_form = Form(formOf({workspace, workspace.moment(), target}, target.vault()));
    m_answer = add<CalloutsPart>(QStringLiteral("answer"), Words::tr("Answer"));
    m_how = add<FactsPart>(QStringLiteral("how"), Words::tr("How it is decided"));
    start();
}

QString CallTest::about() const
{
    return Words::tr("Asks what would come of a call, without making one: nothing is used and nothing is logged.");
}

std::optional<Origin> CallTest::origin(const Estate &estate) const
{
    const auto chosen = fromOf(m_form.values());
    if (chosen.startsWith(byService)) return Origin::of(utf8(chosen.mid(byService.size())));
    auto typed = utf8(valueOf("address"));
    if (chosen.startsWith(bySubnet)) {
        const auto path = utf8(chosen.mid(bySubnet.size()));
        const auto slash = path.find('/');
        const auto id = NetworkId::from(path.substr(0, slash));
        const auto *network = id ? estate.network(*id) : nullptr;
        const auto *subnet = network && slash != std::string::npos ? network->subnet(path.substr(slash + 1)) : nullptr;
        if (!subnet) return std::nullopt;
        typed = subnet->range.text().substr(0, subnet->range.text().find('/')); // its first address
    }
    const auto address = IpAddress::from(typed);
    return address ? std::optional(Origin::at(*address)) : std::nullopt;
}

void CallTest::update(const engine::Published &moment)
{
    const auto asking = origin(*moment.estate);
    if (!asking) {
        m_answer->set({{State::Neutral,
                        Words::tr("Say from where the call comes"),
                        fromOf(m_form.values()) == byAddress ? QString() : Words::tr("That subnet is gone by now."),
                        {},
                        {},
                        {}}});
        m_how->setPresent(false);
        return;
    }
    m_how->setPresent(true);
    if (asSomebody(m_form.values()))
        showDecision(moment, *asking);
    else
        showPassage(*moment.estate, *asking);
}

void CallTest::showPassage(const Estate &estate, const Origin &origin)
{
    const auto passage = passes(estate, *estate.vault(target().vault()), origin, nullptr);
    m_answer->set({{passage.allowed() ? State::Working : State::Lost,
                    passage.allowed() ? Words::tr("The firewall lets it in") : Words::tr("The firewall keeps it out"),
                    models::sentence(spoken(estate::sentence(passage))),
                    {},
                    {},
                    {}}});
    m_how->set(
        {{.label = Words::tr("By the rule"), .value = ruleTitle(passage.rule)},
         {.label = Words::tr("It comes from"),
          .value = origin.service.empty() ? text(origin.address.text()) : Words::tr("A service of the platform")}});
}

void CallTest::showDecision(const engine::Published &moment, const Origin &origin)
{
    const auto &estate_ = *moment.estate;
    const auto *vault = estate_.vault(target().vault());
    const auto wanted = PrincipalId::from(utf8(valueOf("as")));
    const auto *principal = wanted ? estate_.principal(*wanted) : nullptr;
    const auto keyId = KeyId::from(utf8(valueOf("key")));
    const auto *key = keyId ? estate_.key(*keyId) : nullptr;
    const auto operation = PermissionSet::from(utf8(valueOf("operation")));
    if (!principal || !key || !operation || operation->count() != 1) {
        m_answer->set({{State::Neutral,
                        Words::tr("Choose a caller and a key"),
                        key ? QString() : Words::tr("Without a key of this vault only the network can be asked."),
                        {},
                        {},
                        {}}});
        m_how->setPresent(false);
        return;
    }
    const auto permission = static_cast<Permission>(std::countr_zero(operation->bits()));
    const auto decision =
        authorize(estate_, {principal->id, vault->id, key->id, key->latest().id, permission, moment.now, origin});
    const auto &passage = decision.passage;
    const auto who = text(principal->name), what = text(operation->text()), with = text(keyPath(estate_, *key));
    const auto refusal = decision.refusal ? refusalOf(*decision.refusal) : Refusal();
    m_answer->set({{decision.allowed() ? State::Working : State::Lost,
                    decision.allowed() ? Words::tr("%1 may carry out %2 with %3").arg(who, what, with)
                                       : Words::tr("%1 may not carry out %2 with %3").arg(who, what, with),
                    decision.allowed() ? models::sentence(spoken(estate::sentence(passage))) : refusal.whole(),
                    {},
                    {},
                    {}}});
    std::vector<FactsPart::Fact> facts{{.label = Words::tr("Network"),
                                        .value = models::sentence(spoken(estate::sentence(passage))),
                                        .chip = passage.allowed() ? Chip{State::Working, Words::tr("Let in")}
                                                                  : Chip{State::Lost, Words::tr("Kept out")}},
                                       {.label = Words::tr("By the rule"), .value = ruleTitle(passage.rule)}};
    const auto grants = grantsOf(estate_, principal->id, *vault, key->id);
    for (const auto &grant : grants) {
        const bool helps = grant.permissions.has(permission);
        facts.push_back({.label = helps ? Words::tr("Granted by") : Words::tr("Not by"),
                         .value = grantTitle(estate_, principal->id, grant)});
    }
    if (grants.empty()) facts.push_back({.label = Words::tr("Granted by"), .value = Words::tr("Nothing")});
    m_how->set(std::move(facts));
}

namespace {

const Blade callTest([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.call"),
            .title = Words::tr("Test a call"),
            .icon = QStringLiteral("system-run"),
            .scope = Scope::Vault,
            .order = 33,
            .make = makePresenter<CallTest>};
});

} // namespace
} // namespace keyward::models
