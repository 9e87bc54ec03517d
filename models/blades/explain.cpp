// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/blades/explain.h"

#include "models/access_targets.h"
#include "models/access_words.h"
#include "models/actions/pickers.h"
#include "models/actions/place_fields.h"

#include "backend/estate/access.h"
#include "backend/estate/describe.h"
#include "backend/estate/fresh_ids.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Explain)
};

QString ruleTitle(Decision::Rule rule)
{
    using Rule = Decision::Rule;
    switch (rule) {
    case Rule::Granted: return Words::tr("Everything it takes is in place");
    case Rule::NoSuchVault: return Words::tr("There is no such vault");
    case Rule::VaultDeleted: return Words::tr("The vault is deleted");
    case Rule::Firewall: return Words::tr("The vault’s network rules keep the caller out");
    case Rule::NoSuchPrincipal: return Words::tr("There is no such principal");
    case Rule::ForeignTenant: return Words::tr("The principal does not belong to the vault’s tenant");
    case Rule::NoPolicy: return Words::tr("No access policy lets it in");
    case Rule::PolicyLacks: return Words::tr("Its access policy does not include this permission");
    case Rule::NoRole: return Words::tr("It has no role here");
    case Rule::RoleLacks: return Words::tr("None of its roles allows this");
    case Rule::NoSuchKey: return Words::tr("There is no such key");
    case Rule::KeyDeleted: return Words::tr("The key is deleted");
    case Rule::Pending: return Words::tr("The key is not made yet");
    case Rule::Disabled: return Words::tr("The version is disabled");
    case Rule::NotYetValid: return Words::tr("The version is not valid yet");
    case Rule::Expired: return Words::tr("The version has expired");
    case Rule::OperationNotOnKey: return Words::tr("The version does not allow this operation");
    case Rule::RegionOut: return Words::tr("The region of the vault is out");
    }
    return {};
}

struct Case {
    const Estate &estate;
    const Decision &decision;
    const Principal &principal;
    const Vault &vault;
    const Key &key;
    Permission operation;
    const Origin &origin;
};

command::UpdateKeyVersion onLatest(const Case &c) { return {c.key.id, c.key.latest().id, {}, {}, {}, {}, {}}; }

std::optional<Action> throughTheFirewall(const Case &c)
{
    using Rule = Passage::Rule;
    command::SetFirewall rules{c.vault.id};
    switch (c.decision.passage.rule) {
    case Rule::NotInRules: {
        auto range = IpRange::from(c.origin.address.text());
        if (!range) return {};
        rules.ranges = c.vault.firewall.ranges;
        rules.ranges->push_back(std::move(*range));
        return rules;
    }
    case Rule::BypassOff: rules.trustedServices = true; return rules;
    default: return {};
    }
}

/// The one command that makes the same call pass, as far as there is one.
std::optional<Action> mending(const Case &c)
{
    using Rule = Decision::Rule;
    const PermissionSet wanted{c.operation};
    switch (c.decision.rule) {
    case Rule::VaultDeleted: return command::RecoverVault{c.vault.id};
    case Rule::KeyDeleted: return command::RecoverKey{c.key.id};
    case Rule::Firewall: return throughTheFirewall(c);
    case Rule::NoPolicy:
    case Rule::PolicyLacks: {
        const auto has = c.vault.policies.find(c.principal.id);
        return command::SetAccessPolicy{c.vault.id, c.principal.id,
                                        has == c.vault.policies.end() ? wanted : has->second | wanted};
    }
    case Rule::NoRole:
    case Rule::RoleLacks: {
        const auto *role = roleFor(c.estate, wanted);
        if (!role) return {};
        return command::AssignRole{.id = {}, // drawn by whoever asks
                                   .principal = c.principal.id,
                                   .role = role->id,
                                   .scope = {estate::Scope::Kind::Vault, recordOf(c.vault.id)}};
    }
    case Rule::Disabled: {
        auto update = onLatest(c);
        update.enabled = true;
        return update;
    }
    case Rule::NotYetValid: {
        auto update = onLatest(c);
        update.notBefore = std::optional<Instant>();
        return update;
    }
    case Rule::Expired: {
        auto update = onLatest(c);
        update.expires = std::optional<Instant>();
        return update;
    }
    case Rule::RegionOut: return command::SetRegionOutage{c.vault.place.region, false};
    case Rule::OperationNotOnKey: {
        auto update = onLatest(c);
        update.operations = c.key.latest().operations | wanted;
        return update;
    }
    default: return {};
    }
}

Field operationField()
{
    Field field{.id = QStringLiteral("operation"),
                .label = Words::tr("Operation"),
                .kind = Field::Kind::Choice,
                .value = QStringLiteral("unwrapKey")};
    for (unsigned i = 0; i < permissionCount; ++i) {
        const auto name = text(permissionText(Permission(i)));
        field.options.push_back({name, name});
    }
    return field;
}

} // namespace

Explain::Explain(Workspace &workspace, const Target &target) : FormPresenter(workspace, target)
{
    std::vector<Field> fields;
    if (target.scope != principalScope)
        fields.push_back({.id = QStringLiteral("principal"),
                          .label = Words::tr("Who"),
                          .kind = Field::Kind::Pick,
                          .picker = following(workspace, [](const Situation &s) { return principalPicker(s); })});
    fields.push_back(operationField());
    const auto only = target.scope == Scope::Vault ? std::optional(target.vault()) : std::nullopt;
    fields.push_back({.id = QStringLiteral("key"),
                      .label = Words::tr("With key"),
                      .kind = Field::Kind::Pick,
                      .picker = following(workspace, [only](const Situation &s) { return keyPicker(s, only); })});
    fields.push_back({.id = QStringLiteral("address"),
                      .label = Words::tr("Calling from address"),
                      .hint = Words::tr("As in 192.0.2.7; left empty, from this machine, and for a resource from "
                                        "its service"),
                      .error = addressError,
                      .optional = true});
    m_form = Form(std::move(fields));
    m_verdict = add<CalloutsPart>(QStringLiteral("verdict"), Words::tr("Verdict"));
    m_facts = add<FactsPart>(QStringLiteral("decision"), Words::tr("How it was decided"));
    m_grants = new ListTable(
        {{Words::tr("Grant"), 330, false, true}, {Words::tr("Allows this"), 110}, {Words::tr("Key permissions"), 260}});
    m_grantsPart = add<TablePart>(QStringLiteral("grants"), Words::tr("What it was given"), m_grants);
    m_grantsPart->opens = false;
    m_grantsPart->emptyTitle = Words::tr("Nothing that counts for this key");
    start();
}

std::optional<Explain::Question> Explain::question(const Estate &estate) const
{
    Question out;
    if (target().scope == principalScope)
        out.principal = estate.principal(principalOf(target()));
    else if (const auto id = PrincipalId::from(utf8(valueOf("principal"))))
        out.principal = estate.principal(*id);
    if (const auto id = KeyId::from(utf8(valueOf("key")))) out.key = estate.key(*id);
    if (out.key) out.vault = estate.vault(out.key->vault);
    const auto operation = PermissionSet::from(utf8(valueOf("operation")));
    if (!out.principal || !out.key || !out.vault || !operation || operation->count() != 1) return {};
    out.operation = Permission(static_cast<unsigned>(std::countr_zero(operation->bits())));
    if (const auto from = valueOf("address"); !from.isEmpty()) {
        const auto address = IpAddress::from(utf8(from));
        if (!address) return {};
        out.origin = Origin::at(*address);
        return out;
    }
    // A service calls for its resource.
    const auto *resource = out.principal->resource ? estate.resource(*out.principal->resource) : nullptr;
    if (!resource && out.principal->kind == PrincipalKind::UserAssigned) {
        const auto users = estate.resourcesOf(out.principal->id);
        for (const auto &id : users) resource = estate.resource(id);
    }
    if (resource) out.origin = Origin::of(resource->type);
    return out;
}

void Explain::update(const engine::Published &moment)
{
    const auto asked = question(*moment.estate);
    m_facts->setPresent(asked.has_value());
    m_grantsPart->setPresent(asked.has_value());
    if (asked) return answer(moment, *asked);
    m_verdict->set({{State::Neutral, Words::tr("Say who wants to do what with which key"),
                     Words::tr("The answer is the one that the key vault would give now. Nothing is done with the "
                               "key, and nothing is logged.")}});
}

void Explain::answer(const engine::Published &moment, const Question &asked)
{
    const auto &estate = *moment.estate;
    const auto decision = authorize(estate, {asked.principal->id, asked.vault->id, asked.key->id,
                                             asked.key->latest().id, asked.operation, moment.now, asked.origin});
    const auto who = text(asked.principal->name), what = text(permissionText(asked.operation)),
               with = text(keyPath(estate, *asked.key));
    CalloutsPart::Callout verdict{decision.allowed() ? State::Working : State::Lost,
                                  decision.allowed()
                                      ? Words::tr("%1 may carry out %2 with %3").arg(who, what, with)
                                      : Words::tr("%1 may not carry out %2 with %3").arg(who, what, with)};
    verdict.detail = decision.refusal ? refusalOf(*decision.refusal).whole() : ruleTitle(decision.rule);
    auto fix =
        decision.allowed()
            ? std::nullopt
            : mending({estate, decision, *asked.principal, *asked.vault, *asked.key, asked.operation, asked.origin});
    if (fix) fix = withFreshIds(*std::move(fix), workspace().random());
    if (fix && applyUnguarded(estate, {*fix}, workspace().actor(), moment.now)) {
        verdict.button = Words::tr("Mend it…");
        verdict.fix = fix;
        verdict.detail += QLatin1Char('\n') + sentence(spoken(describe(estate, *fix)));
    }
    m_verdict->set({std::move(verdict)});
    const auto *profile = asked.origin.service.empty() ? nullptr : estate.catalogue().find(asked.origin.service);
    m_facts->set(
        {{.label = Words::tr("Rule"), .value = ruleTitle(decision.rule)},
         {.label = Words::tr("Who decides"),
          .value = asked.vault->accessModel == AccessModel::Roles ? Words::tr("Roles") : Words::tr("Access policies")},
         {.label = Words::tr("Comes from"),
          .value = asked.origin.service.empty()
                       ? Words::tr("Address %1").arg(text(asked.origin.address.text()))
                       : Words::tr("Service %1").arg(spokenOf(profile ? profile->title : asked.origin.service))},
         {.label = Words::tr("Network"), .value = capital(spoken(sentence(decision.passage)))},
         {.label = Words::tr("Version"),
          .value = text(asked.key->latest().id.text()),
          .mono = true,
          .copyable = true}});
    std::vector<ListRow> rows;
    const auto grants = grantsOf(estate, asked.principal->id, *asked.vault, asked.key->id);
    for (const auto &grant : grants) {
        const bool allows = grant.permissions.has(asked.operation);
        const auto title = grantTitle(estate, asked.principal->id, grant);
        rows.push_back({rowIdOf(utf8(title)),
                        {{title, {}, {}, false, false, true},
                         {allows ? Words::tr("Yes") : Words::tr("No"), {}, allows ? State::Working : State::Neutral},
                         {spaced(grant.permissions), {}, {}}},
                        {},
                        {},
                        {}});
    }
    m_grants->setRows(std::move(rows));
}

namespace {

const Blade everywhere([]() -> BladeRecord {
    return {.id = QStringLiteral("explain"),
            .title = Words::tr("Check access"),
            .icon = QStringLiteral("edit-find"),
            .order = 38,
            .group = Words::tr("Access"),
            .make = makePresenter<Explain>};
});
const Blade inVault([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.explain"),
            .title = Words::tr("Check access"),
            .icon = QStringLiteral("edit-find"),
            .scope = Scope::Vault,
            .order = 23,
            .make = makePresenter<Explain>};
});
const Blade ofPrincipal([]() -> BladeRecord {
    return {.id = QStringLiteral("principal.explain"),
            .title = Words::tr("Check access"),
            .icon = QStringLiteral("edit-find"),
            .scope = principalScope,
            .order = 20,
            .make = makePresenter<Explain>};
});

} // namespace
} // namespace keyward::models
