// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/views.h"

#include "backend/estate/authorize.h"
#include "backend/estate/describe.h"
#include "backend/reports/access_views.h"
#include "backend/reports/json.h"
#include "backend/reports/services/list.h"

namespace keyward::reports {

using namespace estate;

namespace {

QJsonObject tagsView(const Tags &tags)
{
    QJsonObject out;
    for (const auto &[name, value] : tags) out.insert(text(name), text(value));
    return out;
}

QJsonArray identitiesView(const Estate &estate, const Resource &resource)
{
    QJsonArray out;
    for (const auto &id : resource.userIdentities)
        if (const auto *principal = estate.principal(id)) out.append(text(principal->name));
    return out;
}

void addPlace(QJsonObject &out, const Placement &place)
{
    out.insert(QLatin1String("region"), text(place.region.text()));
    out.insert(QLatin1String("tenant"), text(place.tenant));
    out.insert(QLatin1String("subscription"), text(place.subscription));
    out.insert(QLatin1String("resourceGroup"), text(place.resourceGroup));
}

void addStatement(QJsonObject &out, const Statement &what)
{
    out.insert(QLatin1String("code"), text(codeName(what.code)));
    out.insert(QLatin1String("target"), text(what.target));
    out.insert(QLatin1String("arguments"), list(textsOf(what.arguments)));
}

void addDeletion(QJsonObject &out, const std::optional<Deletion> &deleted)
{
    if (!deleted) return;
    out.insert(QLatin1String("deleted"), time(deleted->at));
    out.insert(QLatin1String("scheduledPurge"), time(deleted->purgeAt));
}

QJsonArray formerKeysView(const Estate &estate, const Resource &resource)
{
    QJsonArray out;
    for (const auto &former : resource.formerKeys) {
        const auto *vault = estate.vault(former.vault);
        const auto *key = estate.key(former.key);
        out.append(QJsonObject{{QLatin1String("kid"),
                                vault && key ? QJsonValue(text(keyUri(*vault, *key, &former.version))) : QJsonValue()},
                               {QLatin1String("version"), text(former.version.text())},
                               {QLatin1String("until"), time(former.until)}});
    }
    return out;
}

} // namespace

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

QJsonObject view(const Estate &estate, const Vault &vault)
{
    QJsonObject out{{QLatin1String("name"), text(vault.name.text())},
                    {QLatin1String("uri"), text(vault.uri())},
                    {QLatin1String("tier"), text(tierText(vault.tier))},
                    {QLatin1String("enableSoftDelete"), vault.softDelete},
                    {QLatin1String("enablePurgeProtection"), vault.purgeProtection},
                    {QLatin1String("softDeleteRetentionInDays"), static_cast<int>(vault.retentionDays)},
                    {QLatin1String("enableRbacAuthorization"), vault.accessModel == AccessModel::Roles},
                    {QLatin1String("network"), firewallView(estate, vault)},
                    {QLatin1String("created"), time(vault.created)},
                    {QLatin1String("tags"), tagsView(vault.tags)},
                    {QLatin1String("keys"), static_cast<qint64>(estate.keysOf(vault.id).size())}};
    addPlace(out, vault.place);
    addDeletion(out, vault.deleted);
    return out;
}

QJsonArray accessView(const Estate &estate, const Vault &vault)
{
    QJsonArray out;
    for (const auto &[id, permissions] : vault.policies) {
        const auto *principal = estate.principal(id);
        out.append(QJsonObject{{QLatin1String("vault"), text(vault.name.text())},
                               {QLatin1String("principal"), text(principal ? principal->name : id.text())},
                               {QLatin1String("principalId"), text(id.text())},
                               {QLatin1String("keyPermissions"), list(permissions.names())}});
    }
    return out;
}

QJsonObject view(const Estate &estate, const Key &key, const KeyVersion &version)
{
    const auto *vault = estate.vault(key.vault);
    return {
        {QLatin1String("version"), text(version.id.text())},
        {QLatin1String("kid"), vault ? text(keyUri(*vault, key, &version.id)) : QString()},
        {QLatin1String("enabled"), version.enabled},
        {QLatin1String("created"), time(version.created)},
        {QLatin1String("updated"), time(version.updated)},
        {QLatin1String("notBefore"), time(version.notBefore)},
        {QLatin1String("expires"), time(version.expires)},
        {QLatin1String("keyOps"), list(version.operations.names())},
        {QLatin1String("tags"), tagsView(version.tags)},
        {QLatin1String("origin"), QLatin1String(version.origin == MaterialOrigin::Imported ? "imported" : "generated")},
        {QLatin1String("importedFrom"),
         version.importedFrom.empty() ? QJsonValue() : QJsonValue(text(version.importedFrom))},
        {QLatin1String("escrow"), version.escrow ? QJsonValue(text(version.escrow->place)) : QJsonValue()},
        {QLatin1String("hsmPlatform"), QLatin1String("0")}, // held in software, whatever its kind
        {QLatin1String("publicKey"), text(toBase64Url(version.spki))}};
}

QJsonObject view(const Estate &estate, const Key &key, bool withVersions)
{
    const auto *vault = estate.vault(key.vault);
    QJsonObject out{{QLatin1String("name"), text(key.name.text())},
                    {QLatin1String("vault"), vault ? text(vault->name.text()) : QString()},
                    {QLatin1String("kid"), vault ? text(keyUri(*vault, key)) : QString()},
                    {QLatin1String("kty"), text(key.spec.kty())},
                    {QLatin1String("size"), key.spec.bits},
                    {QLatin1String("currentVersion"), text(key.latest().id.text())},
                    {QLatin1String("enabled"), key.latest().enabled},
                    {QLatin1String("backedUp"), time(key.backedUp)},
                    {QLatin1String("backupIsCurrent"), key.backupIsCurrent()}};
    if (key.spec.kind == KeyKind::Ec) out.insert(QLatin1String("crv"), text(curveText(key.spec.curve)));
    addDeletion(out, key.deleted);
    if (!withVersions) return out;
    QJsonArray versions;
    QJsonArray backups;
    for (const auto &backup : key.backups)
        backups.append(QJsonObject{{QLatin1String("file"), text(backup.file)},
                                   {QLatin1String("at"), time(backup.at)},
                                   {QLatin1String("versions"), static_cast<qint64>(backup.versions)}});
    out.insert(QLatin1String("backups"), backups);
    for (const auto &version : key.versions) {
        auto one = view(estate, key, version);
        QJsonArray claimed;
        for (const auto &claim : claims(estate, key, version.id)) claimed.append(view(claim));
        one.insert(QLatin1String("claims"), claimed);
        versions.append(one);
    }
    out.insert(QLatin1String("versions"), versions);
    return out;
}

QJsonObject view(const Principal &principal, const Estate &estate)
{
    const auto *resource = principal.resource ? estate.resource(*principal.resource) : nullptr;
    QJsonArray secrets, members;
    for (const auto &secret : principal.secrets)
        secrets.append(QJsonObject{{QLatin1String("id"), text(secret.id.text())},
                                   {QLatin1String("label"), text(secret.label)},
                                   {QLatin1String("hint"), text(secret.hint)},
                                   {QLatin1String("expires"), time(secret.expires)}});
    for (const auto &id : principal.members)
        if (const auto *member = estate.principal(id)) members.append(text(member->name));
    QJsonObject out{{QLatin1String("name"), text(principal.name)},
                    {QLatin1String("principalId"), text(principal.id.text())},
                    {QLatin1String("tenantId"), text(principal.tenant)},
                    {QLatin1String("type"), text(kindText(principal.kind))},
                    {QLatin1String("resource"), resource ? text(resource->name.text()) : QString()},
                    {QLatin1String("clientId"),
                     principal.applicationId.empty() ? QJsonValue() : QJsonValue(text(principal.applicationId))},
                    {QLatin1String("secrets"), secrets},
                    {QLatin1String("members"), members}};
    if (principal.place) addPlace(out, *principal.place);
    return out;
}

QJsonObject bindingView(const Estate &estate, const Resource &resource)
{
    QJsonObject out{{QLatin1String("resource"), text(resource.name.text())},
                    {QLatin1String("encryptionAtRestType"),
                     QLatin1String(resource.binding ? "CustomerManaged" : "MicrosoftManaged")},
                    {QLatin1String("keyUri"), QJsonValue()},
                    {QLatin1String("subscriptionId"), QJsonValue()},
                    {QLatin1String("lastUpdateStatus"), QLatin1String(resource.binding ? "Succeeded" : "NotEnabled")},
                    {QLatin1String("infrastructureEncryptionState"), QLatin1String("Disabled")}};
    if (!resource.binding) return out;
    const auto *vault = estate.vault(resource.binding->vault);
    const auto *key = estate.key(resource.binding->key);
    out.insert(QLatin1String("keyUri"),
               vault && key ? text(keyUri(*vault, *key, &resource.binding->version)) : QJsonValue());
    out.insert(QLatin1String("subscriptionId"), text(resource.binding->subscription));
    const auto *identity = estate.identityOf(resource);
    out.insert(QLatin1String("identity"), identity ? QJsonValue(text(identity->name)) : QJsonValue());
    out.insert(QLatin1String("identityType"), identity ? QJsonValue(text(kindText(identity->kind))) : QJsonValue());
    out.insert(QLatin1String("followsNewVersions"), !resource.binding->pinned);
    out.insert(QLatin1String("savedInOlderForm"), resource.binding->olderForm);
    out.insert(QLatin1String("since"), time(resource.binding->since));
    return out;
}

QJsonObject view(const Estate &estate, const Resource &resource)
{
    QJsonObject out{{QLatin1String("name"), text(resource.name.text())},
                    {QLatin1String("type"), text(resource.type)},
                    {QLatin1String("created"), time(resource.created)},
                    {QLatin1String("tags"), tagsView(resource.tags)},
                    {QLatin1String("identity"), resource.identity ? text(resource.identity->text()) : QJsonValue()},
                    {QLatin1String("userAssignedIdentities"), identitiesView(estate, resource)},
                    {QLatin1String("protectionAttempted"), resource.protectionAttempted},
                    {QLatin1String("encryption"), bindingView(estate, resource)}};
    const auto *store = resource.store ? estate.resource(*resource.store) : nullptr;
    out.insert(QLatin1String("store"), store ? QJsonValue(text(store->name.text())) : QJsonValue());
    out.insert(QLatin1String("formerKeys"), formerKeysView(estate, resource));
    std::visit(
        [&]<class Facet>(const Facet &facet) {
            if constexpr (!std::is_same_v<Facet, std::monostate>)
                addFacet(out, FacetOf<Facet>{estate, resource, facet});
        },
        resource.facet);
    addPlace(out, resource.place);
    return out;
}

void addWork(QJsonObject &out, const WorkOf<KeyChangeWork> &) { out.insert(QLatin1String("point"), QJsonValue()); }

QJsonObject view(const Estate &estate, const Job &job)
{
    const auto *resource = estate.resource(job.resource);
    QJsonObject out{{QLatin1String("id"), text(job.id.text())},
                    {QLatin1String("kind"), text(kindText(job))},
                    {QLatin1String("state"), text(stateText(job.state))},
                    {QLatin1String("resource"), resource ? text(resource->name.text()) : QString()},
                    {QLatin1String("title"), text(job.title)},
                    {QLatin1String("started"), time(job.started)},
                    {QLatin1String("finished"), time(job.finished)},
                    {QLatin1String("warnings"), list(job.warnings)},
                    {QLatin1String("failure"), text(job.failure)}};
    std::visit([&]<class Work>(const Work &work) { addWork(out, WorkOf<Work>{estate, work}); }, job.work);
    return out;
}

QJsonObject view(const BindingHealth &health)
{
    QJsonArray reasons;
    for (const auto &reason : health.reasons)
        reasons.append(QJsonObject{{QLatin1String("code"), text(codeName(reason.what.code))},
                                   {QLatin1String("weight"), text(healthText(reason.weight))},
                                   {QLatin1String("text"), text(reason.text())},
                                   {QLatin1String("remedy"), text(reason.remedy())}});
    return {{QLatin1String("state"), text(healthText(health.health))},
            {QLatin1String("reasons"), reasons},
            {QLatin1String("lostAt"), time(health.lostAt)},
            {QLatin1String("validUntil"), time(health.validUntil)},
            {QLatin1String("unreadablePoints"), number(health.unreadable)}};
}

/// Absent is null: an entry from before ids were logged, or about what is no entity.
QJsonObject view(const engine::AuditEntry &entry)
{
    const auto said = [](bool there, auto value) { return there ? QJsonValue(text(value())) : QJsonValue(); };
    const auto &who = entry.principalId;
    const auto &what = entry.subjectId;
    return {{QLatin1String("sequence"), number(entry.sequence)},
            {QLatin1String("time"), text(isoTextMillis(entry.time))},
            {QLatin1String("principal"), text(entry.principal)},
            {QLatin1String("principalId"), said(who.has_value(), [&] { return who->id.text(); })},
            {QLatin1String("actor"), said(entry.actor.has_value(), [&] { return kindText(*entry.actor); })},
            {QLatin1String("address"), text(entry.address)},
            {QLatin1String("operation"), text(entry.operation)},
            {QLatin1String("subject"), text(entry.subject)},
            {QLatin1String("subjectKind"), said(what.has_value(), [&] { return kindText(what->kind); })},
            {QLatin1String("subjectId"), said(what.has_value(), [&] { return what->id.text(); })},
            {QLatin1String("subjectVersion"), said(what && what->version, [&] { return what->version->text(); })},
            {QLatin1String("result"), text(engine::resultText(entry.result))},
            {QLatin1String("reason"), text(entry.reason)},
            {QLatin1String("durationMicros"), number(entry.durationMicros)},
            {QLatin1String("correlation"), text(entry.correlation.text())}};
}

QJsonObject view(const Claim &claim)
{
    return {{QLatin1String("code"), text(codeName(claim.what.code))},
            {QLatin1String("count"), number(claim.count)},
            {QLatin1String("text"), text(claim.text())},
            {QLatin1String("ends"), text(claim.ends())},
            {QLatin1String("version"), text(claim.use.version.text())}};
}

QJsonObject view(const Estate &before, const Impact &impact, const engine::CommandLines &lines)
{
    QJsonArray effects;
    for (const auto &effect : impact.effects)
        effects.append(QJsonObject{{QLatin1String("resource"), text(effect.name)},
                                   {QLatin1String("worse"), effect.worse()},
                                   {QLatin1String("staysLost"), text(lines.staysLost(before, effect))},
                                   {QLatin1String("before"), view(effect.before)},
                                   {QLatin1String("after"), view(effect.after)}});
    QJsonArray claimed;
    for (const auto &claim : impact.claims) claimed.append(view(claim));
    QJsonArray access;
    for (const auto &difference : impact.access) access.append(view(difference));
    return {{QLatin1String("access"), access},
            {QLatin1String("stillHeldBy"), list(impact.stillHeldBy)},
            {QLatin1String("takesAccessAway"), impact.takesAway},
            {QLatin1String("effects"), effects},
            {QLatin1String("claims"), claimed},
            {QLatin1String("irreversible"), text(impact.irreversible.text())},
            {QLatin1String("undo"), text(lines.undoOf(impact.undo))}};
}

QJsonObject view(const Error &error)
{
    return {{QLatin1String("code"), text(codeName(error.code))},
            {QLatin1String("message"), text(message(error))},
            {QLatin1String("target"), text(error.target)},
            {QLatin1String("remedy"), text(remedy(error))}};
}

namespace {

QJsonArray told(const std::vector<Statement> &statements)
{
    QJsonArray out;
    for (const auto &one : statements) out.append(view(one));
    return out;
}

} // namespace

QJsonObject view(const Estate &estate, const Plan &plan, const engine::CommandLines &lines)
{
    QJsonArray steps;
    const auto commands = lines.linesOf(estate, plan);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const auto &step = plan.steps[i];
        QJsonObject one{{QLatin1String("id"), text(step.id)},
                        {QLatin1String("state"), text(stateText(step.state))},
                        {QLatin1String("title"), text(step.title())},
                        {QLatin1String("irreversible"), text(step.irreversible.text())},
                        {QLatin1String("command"), text(commands[i])}};
        addStatement(one, step.what);
        one.insert(QLatin1String("loses"), told(step.loses));
        one.insert(QLatin1String("takesAccessAway"), step.overrides);
        if (step.reason) one.insert(QLatin1String("reason"), view(*step.reason));
        steps.append(one);
    }
    QJsonObject out{{QLatin1String("goal"), text(plan.goal())},
                    {QLatin1String("done"), plan.done()},
                    {QLatin1String("blocked"), plan.blocked()},
                    {QLatin1String("steps"), steps},
                    {QLatin1String("advice"), told(plan.advice)}};
    if (plan.what) addStatement(out, *plan.what);
    return out;
}

} // namespace keyward::reports
