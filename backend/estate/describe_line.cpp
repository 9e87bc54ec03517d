// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CON-8: what the window does, as a line of keywardctl. Complete: the line alone does the same to the same estate.

#include "backend/estate/describe_line.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/overloaded.h"
#include "backend/estate/scope.h"

namespace keyward::estate {

Line &Line::word(const std::string &value)
{
    m_words.push_back(quoted(value));
    m_dashed |= value.starts_with('-');
    return *this;
}

Line &Line::option(std::string_view name, const std::string &value)
{
    m_options += std::string(m_options.empty() ? "" : " ") + std::string(name) + (value.starts_with('-') ? "=" : " ") +
                 quoted(value);
    return *this;
}

Line &Line::flag(std::string_view name, bool on)
{
    if (on) m_options += std::string(m_options.empty() ? "" : " ") + std::string(name);
    return *this;
}

std::string Line::text() const
{
    std::string words;
    for (const auto &word : m_words) words += " " + word;
    const auto options = m_options.empty() ? std::string() : " " + m_options;
    return m_dashed ? m_command + options + " --" + words : m_command + words + options;
}

std::string lineName(const Estate &estate, const PrincipalId &id)
{
    const auto *principal = estate.principal(id);
    return principal && estate.principalNamed(principal->name) == principal ? principal->name : id.text();
}

namespace {

using namespace command;

constexpr std::size_t enoughDigits = 12; ///< as lists show ids of jobs and points

template <class Tag> std::string shortened(const Id<Tag> &id) { return id.text().substr(0, enoughDigits); }

void addTags(Line &line, const Tags &tags)
{
    for (const auto &[name, value] : tags) line.option("--tag", name + "=" + value);
}

void addPlace(Line &line, const Estate &estate, const Placement &place)
{
    line.option("--region", place.region.text());
    if (place.subscription != estate.settings().subscription) {
        const auto *id = estate.subscriptionId(place.subscription);
        line.option("--subscription", id ? estate.subscription(*id)->name : place.subscription);
    }
    if (place.resourceGroup != "default") line.option("--resource-group", place.resourceGroup);
}

void addTime(Line &line, std::string_view name, std::string_view none,
             const std::optional<std::optional<Instant>> &time)
{
    if (time && *time)
        line.option(name, isoText(**time));
    else
        line.flag(none, time.has_value());
}

void addSeed(Line &line, const VersionSeed &seed, bool next)
{
    if (next || (seed.expires && *seed.expires)) addTime(line, "--expires", "--no-expiry", seed.expires);
    if (seed.notBefore && *seed.notBefore) line.option("--not-before", isoText(**seed.notBefore));
    if (seed.operations) line.option("--ops", seed.operations->text());
    if (seed.tags) addTags(line, *seed.tags);
    line.flag("--disabled", !seed.enabled);
}

Line firewallLine(const Estate &estate, const Vault &vault, const Firewall &rules)
{
    Line line("network set");
    line.word(vault.name.text()).option("--access", std::string(accessText(rules.access)));
    line.flag(rules.trustedServices ? "--trusted-services" : "--no-trusted-services");
    line.flag("--no-ranges", rules.ranges.empty());
    for (const auto &range : rules.ranges) line.option("--range", range.text());
    line.flag("--no-subnets", rules.subnets.empty());
    for (const auto &ref : rules.subnets) line.option("--subnet", nameOf(estate, ref.network) + "/" + ref.subnet);
    return line;
}

Line createVaultLine(const Estate &estate, const CreateVault &c)
{
    Line line("vault create");
    line.word(c.name.text());
    addPlace(line, estate, c.place);
    if (c.tier != Tier::Standard) line.option("--tier", std::string(tierText(c.tier)));
    line.flag("--purge-protection", c.purgeProtection);
    if (c.retentionDays != 90) line.option("--retention-days", std::to_string(c.retentionDays));
    addTags(line, c.tags);
    return line;
}

Line updateVaultLine(const Estate &estate, const UpdateVault &c)
{
    Line line("vault update");
    line.word(nameOf(estate, c.vault));
    if (c.softDelete) line.flag(*c.softDelete ? "--soft-delete" : "--no-soft-delete");
    if (c.purgeProtection) line.flag(*c.purgeProtection ? "--purge-protection" : "--no-purge-protection");
    if (c.retentionDays) line.option("--retention-days", std::to_string(*c.retentionDays));
    if (c.tier) line.option("--tier", std::string(tierText(*c.tier)));
    if (c.tags) addTags(line, *c.tags);
    return line;
}

Line createKeyLine(const Estate &estate, const CreateKey &c)
{
    Line line("key create");
    line.word(nameOf(estate, c.vault) + "/" + c.name.text()).option("--kty", c.spec.kty());
    if (c.spec.kind == KeyKind::Ec)
        line.option("--curve", std::string(curveText(c.spec.curve)));
    else
        line.option("--size", std::to_string(c.spec.bits));
    addSeed(line, c.first, estate.keyNamed(c.vault, c.name.text()) != nullptr);
    return line;
}

Line updateVersionLine(const Estate &estate, const UpdateKeyVersion &c)
{
    const auto path = nameOf(estate, c.key) + "/" + c.version.text();
    if (c.enabled) return Line(*c.enabled ? "key enable" : "key disable").word(path);
    Line line("key update");
    line.word(path);
    addTime(line, "--expires", "--no-expiry", c.expires);
    addTime(line, "--not-before", "--no-not-before", c.notBefore);
    if (c.operations) line.option("--ops", c.operations->text());
    if (c.tags) addTags(line, *c.tags);
    return line;
}

Line setKeyLine(const Estate &estate, const SetKey &c)
{
    Line line("cmk set-key");
    line.word(nameOf(estate, c.resource))
        .option("--key", nameOf(estate, c.key) + (c.version ? "/" + c.version->text() : ""));
    if (c.identity) line.option("--identity", lineName(estate, *c.identity));
    return line;
}

Line backupLine(const Estate &estate, const StartBackup &c)
{
    Line line("backup run");
    return line.word(nameOf(estate, c.resource))
        .option("--source", c.source)
        .flag("--skip-unreadable", c.skipUnreadable);
}

Line restoreLine(const StartRestore &c)
{
    Line line("backup restore");
    line.option("--point", shortened(c.point)).option("--target", c.target);
    for (const auto &path : c.includes) line.option("--include", path);
    if (!c.intoRegion.empty()) line.option("--target-region", c.intoRegion);
    return line;
}

std::optional<Line> policyLine(const Estate &estate, const VaultId &vault, const PrincipalId &principal,
                               const PermissionSet *permissions)
{
    Line line(permissions ? "policy set" : "policy remove");
    line.word(nameOf(estate, vault)).option("--principal", lineName(estate, principal));
    if (permissions) line.option("--key-permissions", permissions->text());
    return line;
}

Line roleLine(const Estate &estate, const char *verb, const RoleId &role, const PrincipalId &principal,
              const Scope &scope)
{
    Line line(verb);
    return line.word(nameOf(estate, role))
        .option("--principal", lineName(estate, principal))
        .option("--scope", scopeText(estate, scope));
}

Line identityLine(const Estate &estate, const char *verb, const PrincipalId &identity, const ResourceId &resource)
{
    Line line(verb);
    return line.word(lineName(estate, identity)).option("--resource", nameOf(estate, resource));
}

Line memberLine(const Estate &estate, const SetMember &c)
{
    Line line(c.in ? "principal-group add" : "principal-group remove");
    return line.word(lineName(estate, c.group)).option("--member", lineName(estate, c.member));
}

Line modelLine(const Estate &estate, const VaultId &vault, AccessModel to)
{
    Line line("access switch");
    return line.word(nameOf(estate, vault)).option("--to", to == AccessModel::Roles ? "roles" : "policies");
}

std::optional<Line> firewallAfter(const Estate &estate, const SetFirewall &c)
{
    const auto *vault = estate.vault(c.vault);
    if (!vault) return std::nullopt;
    auto next = vault->firewall;
    if (c.access) next.access = *c.access;
    if (c.trustedServices) next.trustedServices = *c.trustedServices;
    if (c.ranges) next.ranges = *c.ranges;
    if (c.subnets) next.subnets = *c.subnets;
    return firewallLine(estate, *vault, next);
}

using MaybeLine = std::optional<Line>;

template <class Id> Line about(const Estate &estate, const char *verb, const Id &id)
{
    Line line(verb);
    return line.word(nameOf(estate, id));
}

MaybeLine lineOf(const Estate &estate, const Action &action)
{
    return std::visit(
        Overloaded{
            [&](const CreateVault &c) -> MaybeLine { return createVaultLine(estate, c); },
            [&](const UpdateVault &c) -> MaybeLine { return updateVaultLine(estate, c); },
            [&](const DeleteVault &c) -> MaybeLine { return about(estate, "vault delete", c.vault); },
            [&](const RecoverVault &c) -> MaybeLine { return about(estate, "vault recover", c.vault); },
            [&](const PurgeVault &c) -> MaybeLine { return about(estate, "vault purge", c.vault); },
            [&](const CreateKey &c) -> MaybeLine { return createKeyLine(estate, c); },
            [&](const RotateKey &c) -> MaybeLine {
                auto line = about(estate, "key rotate", c.key);
                addSeed(line, c.next, true);
                return line;
            },
            [&](const UpdateKeyVersion &c) -> MaybeLine { return updateVersionLine(estate, c); },
            [&](const DeleteKey &c) -> MaybeLine { return about(estate, "key delete", c.key); },
            [&](const RecoverKey &c) -> MaybeLine { return about(estate, "key recover", c.key); },
            [&](const PurgeKey &c) -> MaybeLine { return about(estate, "key purge", c.key); },
            [&](const NoteKeyBackup &c) -> MaybeLine {
                if (c.file.empty()) return std::nullopt;
                return about(estate, "key backup", c.key).option("--output", c.file);
            },
            [&](const SetAccessPolicy &c) -> MaybeLine {
                return policyLine(estate, c.vault, c.principal, &c.permissions);
            },
            [&](const RemoveAccessPolicy &c) -> MaybeLine { return policyLine(estate, c.vault, c.principal, nullptr); },
            [&](const SetAccessModel &c) -> MaybeLine { return modelLine(estate, c.vault, c.model); },
            [&](const AssignRole &c) -> MaybeLine {
                return roleLine(estate, "role assign", c.role, c.principal, c.scope);
            },
            [&](const RemoveAssignment &c) -> MaybeLine {
                const auto *gone = estate.assignment(c.assignment);
                if (!gone) return std::nullopt;
                return roleLine(estate, "role unassign", gone->role, gone->principal, gone->scope);
            },
            [&](const RemoveLock &c) -> MaybeLine { return about(estate, "resource-lock remove", c.lock); },
            [&](const SetFirewall &c) -> MaybeLine { return firewallAfter(estate, c); },
            [&](const SetMember &c) -> MaybeLine { return memberLine(estate, c); },
            [&](const AssignIdentity &c) -> MaybeLine {
                return identityLine(estate, "identity assign", c.identity, c.resource);
            },
            [&](const UnassignIdentity &c) -> MaybeLine {
                return identityLine(estate, "identity unassign", c.identity, c.resource);
            },
            [&](const EnableIdentity &c) -> MaybeLine { return about(estate, "identity enable", c.resource); },
            [&](const DisableIdentity &c) -> MaybeLine { return about(estate, "identity disable", c.resource); },
            [&](const CreateResource &c) -> MaybeLine {
                Line line("resource create");
                line.word(c.type).word(c.name.text());
                addPlace(line, estate, c.place);
                addTags(line, c.tags);
                return line;
            },
            [&](const DeleteResource &c) -> MaybeLine { return about(estate, "resource delete", c.resource); },
            [&](const SetKey &c) -> MaybeLine { return setKeyLine(estate, c); },
            [&](const SetServiceManaged &c) -> MaybeLine {
                return about(estate, "cmk set-key", c.resource).flag("--service-managed");
            },
            [&](const StartBackup &c) -> MaybeLine { return backupLine(estate, c); },
            [](const StartRestore &c) -> MaybeLine { return restoreLine(c); },
            [](const DeletePoint &c) -> MaybeLine {
                Line line("backup delete");
                return line.word(shortened(c.point));
            },
            [](const RequestCancel &c) -> MaybeLine {
                Line line("jobs cancel");
                return line.word(shortened(c.job));
            },
            [](const ResumeJob &c) -> MaybeLine {
                Line line("jobs resume");
                return line.word(shortened(c.job));
            },
            [](const auto &) -> MaybeLine { return std::nullopt; }},
        action);
}

} // namespace

std::string commandLine(const Estate &estate, const Action &action, bool overriding)
{
    auto line = lineOf(estate, action);
    return line ? line->flag("--yes", !irreversible(estate, action).empty()).flag("--override", overriding).text()
                : std::string();
}

std::string commandLine(const Estate &estate, const Action &action) { return commandLine(estate, action, false); }

} // namespace keyward::estate
