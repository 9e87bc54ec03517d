// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/scope.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace keyward::test {

using namespace estate;

void giveUp(const Error &error)
{
    std::fprintf(stderr, "unexpected refusal: %s (%s)\n", message(error).c_str(),
                 std::string(codeName(error.code)).c_str());
    std::abort();
}

crypto::ContextPtr context()
{
    static const auto made = must(crypto::Context::create());
    return made;
}

Bytes resource(const char *name)
{
    QFile file(QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly)) giveUp({Code::Internal, name, {"missing"}, {}});
    const auto json = file.readAll();
    return {json.begin(), json.end()};
}

std::shared_ptr<const Catalogue> catalogue()
{
    static const auto parsed = must(
        Catalogue::parse(resource(":/keyward/catalogue/profiles.json"), resource(":/keyward/catalogue/platform.json")));
    return parsed;
}

crypto::SecretBytes secret(std::string_view text) { return must(crypto::SecretBytes::copyOf(bytesOf(text))); }
keystore::Unlock typed(std::string_view passphrase) { return {keystore::Unlock::By::Typed, secret(passphrase)}; }

namespace {

Placement placeIn(const Settings &settings, const std::string &region)
{
    return {must(Region::from(region)), settings.tenant, settings.subscription, "default"};
}

command::VersionSeed seed() { return {id<VersionId>(), id<RecordId>(), true, {}, {}, {}, {}}; }

} // namespace

Desk::Desk(const std::filesystem::path &folder, const Clock &clock) : m_folder(folder)
{
    m_store = std::filesystem::exists(file())
                  ? must(keystore::SqliteStore::open(environment(), file(), typed(passphrase)))
                  : must(keystore::SqliteStore::create(environment(), file(), secret(passphrase),
                                                       crypto::Argon2Parameters::floor(), clock.now()));
    auto *raw = m_store.get();
    m_custody = std::make_unique<custody::SoftwareCustody>(
        context(), [raw](const RecordId &material) { return raw->readSecret(material); });
    m_engine = must(engine::Engine::open(
        {*m_store, *m_custody, clock, *context(), context(), catalogue(), m_store->folder(), false}));
    m_commit = std::make_unique<engine::GroupCommit>(*m_engine);
    m_keys = std::make_unique<engine::AuditedKeyOperations>(*m_engine, *m_commit, 2);
}

Desk::~Desk() = default;

Result<engine::EstatePtr> Desk::run(const Action &action, bool overriding)
{
    return m_engine->execute({action, overriding}, owner);
}

VaultId Desk::vault(const std::string &name, bool purgeProtection, const std::string &region)
{
    const auto made = id<VaultId>();
    must(run(command::CreateVault{made,
                                  must(VaultName::from(name)),
                                  placeIn(estate()->settings(), region),
                                  Tier::Standard,
                                  {},
                                  purgeProtection,
                                  90}));
    return made;
}

KeyId Desk::key(const VaultId &vault, const std::string &name, KeySpec spec)
{
    const auto made = id<KeyId>();
    must(run(command::CreateKey{made, vault, must(KeyName::from(name)), spec, seed()}));
    return made;
}

ResourceId Desk::resource(const std::string &name, const std::string &region)
{
    const auto made = id<ResourceId>();
    must(run(command::CreateResource{
        made, "recovery-services-vault", must(ResourceName::from(name)), placeIn(estate()->settings(), region), {}}));
    return made;
}

PrincipalId Desk::identity(const ResourceId &resource)
{
    const auto made = id<PrincipalId>();
    must(run(command::EnableIdentity{resource, made}));
    return made;
}

void Desk::grant(const VaultId &vault, const PrincipalId &principal, std::string_view permissions)
{
    must(run(command::SetAccessPolicy{vault, principal, must(PermissionSet::from(permissions))}));
}

Desk::Bound Desk::bound(const std::string &name)
{
    Bound out;
    out.vault = vault("kv-" + name);
    out.key = key(out.vault, "cmk");
    out.resource = resource(name);
    out.principal = identity(out.resource);
    grant(out.vault, out.principal);
    must(run(command::SetKey{out.resource, out.vault, out.key, {}, {}, id<JobId>()}));
    return out;
}

command::RotateKey Desk::rotation(const KeyId &key) { return {key, seed()}; }

engine::KeyRequest Desk::request(const Bound &bound) const
{
    return {bound.principal, bound.vault, bound.key, estate()->key(bound.key)->latest().id, "test", {}};
}

Model::Model() : estate(catalogue())
{
    must(run(
        command::Initialise{id<SettingsId>(), "tenant-a", "sub-a", id<RecordId>(), id<RecordId>(), id<RecordId>()}));
}

Status Model::run(const Action &action, bool overriding)
{
    auto change = apply(estate, {action, overriding}, owner, now);
    if (!change) return std::unexpected(change.error());
    const auto effects = change->effects;
    for (const auto &effect : effects) complete(*change, effect, {Bytes{1, 2, 3}});
    estate = std::move(change->next);
    return {};
}

VaultId Model::vault(const std::string &name, bool purgeProtection, const std::string &region)
{
    const auto made = id<VaultId>();
    must(run(command::CreateVault{made,
                                  must(VaultName::from(name)),
                                  placeIn(estate.settings(), region),
                                  Tier::Standard,
                                  {},
                                  purgeProtection,
                                  90}));
    return made;
}

KeyId Model::key(const VaultId &vault, const std::string &name, KeySpec spec)
{
    const auto made = id<KeyId>();
    must(run(command::CreateKey{made, vault, must(KeyName::from(name)), spec, seed()}));
    return made;
}

ResourceId Model::resource(const std::string &name, const std::string &region, const std::string &type)
{
    const auto made = id<ResourceId>();
    must(run(
        command::CreateResource{made, type, must(ResourceName::from(name)), placeIn(estate.settings(), region), {}}));
    return made;
}

PrincipalId Model::identity(const ResourceId &resource)
{
    const auto made = id<PrincipalId>();
    must(run(command::EnableIdentity{resource, made}));
    return made;
}

void Model::grant(const VaultId &vault, const PrincipalId &principal, std::string_view permissions)
{
    must(run(command::SetAccessPolicy{vault, principal, must(PermissionSet::from(permissions))}));
}

command::SetKey Model::binding(const ResourceId &resource, const VaultId &vault, const KeyId &key, bool pinned)
{
    return {resource, vault, key, pinned ? std::optional(keyOf(key).latest().id) : std::nullopt, {}, id<JobId>()};
}

Desk::Bound Model::bound(const std::string &name)
{
    Desk::Bound out;
    out.vault = vault("kv-" + name);
    out.key = key(out.vault, "cmk");
    out.resource = resource(name);
    out.principal = identity(out.resource);
    grant(out.vault, out.principal);
    must(run(binding(out.resource, out.vault, out.key)));
    return out;
}

Placement Model::place(const std::string &region) const { return placeIn(estate.settings(), region); }

PrincipalId Model::application(const std::string &name)
{
    const auto made = id<PrincipalId>();
    must(run(command::CreateApplication{made, must(DisplayName::from(name)), estate.settings().tenant,
                                        guidText(id<RecordId>())}));
    return made;
}

PrincipalId Model::group(const std::string &name, std::initializer_list<PrincipalId> members)
{
    const auto made = id<PrincipalId>();
    must(run(command::CreatePrincipalGroup{made, must(DisplayName::from(name)), estate.settings().tenant}));
    for (const auto &member : members) must(run(command::SetMember{made, member, true}));
    return made;
}

PrincipalId Model::userIdentity(const std::string &name)
{
    const auto made = id<PrincipalId>();
    must(run(command::CreateUserIdentity{made, must(DisplayName::from(name)), place()}));
    return made;
}

AssignmentId Model::assign(std::string_view role, const PrincipalId &principal, const std::string &scope)
{
    const auto made = id<AssignmentId>();
    const auto *found = estate.roleNamed(role);
    if (!found) giveUp({Code::NotFound, std::string(role), {"role"}, {}});
    must(run(command::AssignRole{made, principal, found->id, must(scopeFrom(estate, scope))}));
    return made;
}

PointId Model::point(const ResourceId &resource)
{
    const auto job = id<JobId>();
    const auto point = id<PointId>();
    must(run(command::StartBackup{resource, job, point, point.text(), "/source-" + point.text(), false, false,
                                  command::ProtectionKind::Folder}));
    const auto &binding = estate.resource(resource)->binding;
    RecoveryPoint made{point,       resource, job, "/source", now, 1, 1, 1, 1, {}, {}, {}, WrapAlgorithm::RsaOaep256,
                       point.text()};
    if (binding) made.wrappedBy = WrappedBy{binding->vault, binding->key, binding->version, "uri"};
    must(run(command::FinishBackup{job, made}));
    return point;
}

} // namespace keyward::test
