// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/local_keystores.h"
#include "app/keywardctl/lines.h"
#include "backend/engine/api/services/recovery_services_vault.h"
#include "models/session.h"
#include "models/workspace.h"
#include "tests/support/fixture.h"

#include <QSignalSpy>
#include <QTest>

/// What tests of models and window share: a keystore of this test alone, opened as the window opens it.
namespace keyward::test {

inline const ctl::KeywardctlLines lines;
inline const crypto::Argon2Parameters cheapKdf = *crypto::Argon2Parameters::from("m=64,t=1,p=4");

inline std::shared_ptr<engine::Keystores> keystores(const QTemporaryDir &folder, const Clock &clock)
{
    return std::make_shared<app::LocalKeystores>(
        app::LocalKeystores::Parts{.context = context(),
                                   .clock = clock,
                                   .stateFolder = folder.filePath("state").toStdString(),
                                   .catalogue = catalogue(),
                                   .kdf = cheapKdf,
                                   .schedulesEvery = std::chrono::minutes(1)});
}

/// A workspace over a fresh keystore, with short ways to objects; each is a real command.
class Opened
{
public:
    Opened() : Opened(nullptr) {}
    /// 'wrap' may put something between the keystore and the window.
    explicit Opened(const std::function<engine::WorkplacePtr(engine::WorkplacePtr)> &wrap)
    {
        auto made = must(keystores(m_folder, m_clock)->create(file(), secret("correct horse battery staple")));
        m_inner = made;
        workspace = std::make_unique<models::Workspace>(wrap ? wrap(std::move(made)) : std::move(made), owner,
                                                        background, lines);
        settle();
    }
    /// Whether this opens it now.
    void reopen(const char *passphrase) { must(keystores(m_folder, m_clock)->open(file(), secret(passphrase))); }
    std::filesystem::path file() const { return m_folder.filePath("s.keyward").toStdString(); }
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    ManualClock &clock() { return m_clock; }
    engine::Workplace &inner() { return *m_inner; }
    const estate::Estate &estate() { return workspace->estate(); }

    /// Until the feed has everything.
    void settle()
    {
        bool caughtUp = false;
        workspace->feed().catchUp(workspace.get(), [&] { caughtUp = true; });
        QTRY_VERIFY_WITH_TIMEOUT(caughtUp && workspace->feed().ready(), 60'000);
    }
    Status run(const estate::Action &action, bool overriding = false)
    {
        return m_inner->console().execute({action, overriding}, owner).transform([](const auto &) {});
    }
    estate::VaultId vault(const std::string &name, bool purgeProtection = true,
                          const std::string &region = "westeurope")
    {
        const auto id_ = id<estate::VaultId>();
        must(run(estate::command::CreateVault{
            id_, must(VaultName::from(name)), place(region), estate::Tier::Standard, {}, purgeProtection, 90}));
        return id_;
    }
    estate::KeyId key(const estate::VaultId &vault, const std::string &name, KeySpec spec = {})
    {
        const auto id_ = id<estate::KeyId>();
        must(run(estate::command::CreateKey{
            id_, vault, must(KeyName::from(name)), spec, {id<estate::VersionId>(), id<RecordId>()}}));
        return id_;
    }
    estate::ResourceId resource(const std::string &name, const std::string &region = "westeurope")
    {
        const auto id_ = id<estate::ResourceId>();
        must(run(estate::command::CreateResource{
            id_, "recovery-services-vault", must(ResourceName::from(name)), place(region), {}}));
        return id_;
    }
    Desk::Bound bound(const std::string &name = "rsv1")
    {
        Desk::Bound out{vault("kv-" + name), {}, resource(name), id<estate::PrincipalId>()};
        out.key = key(out.vault, "cmk");
        must(run(estate::command::EnableIdentity{out.resource, out.principal}));
        must(run(estate::command::SetAccessPolicy{out.vault, out.principal,
                                                  must(estate::PermissionSet::from("get,list,wrapKey,unwrapKey"))}));
        must(run(estate::command::SetKey{out.resource, out.vault, out.key, {}, {}, id<estate::JobId>()}));
        return out;
    }
    /// A folder with a few files, and a recovery point of it.
    QString documents()
    {
        QDir(m_folder.path()).mkpath("documents/inner");
        for (const char *name : {"documents/a.txt", "documents/inner/b.txt"}) {
            QFile file_(path(name));
            if (file_.open(QIODevice::WriteOnly)) file_.write("to be protected\n");
        }
        return path("documents");
    }
    estate::PointId point(const estate::ResourceId &resource)
    {
        return must(m_inner->services().get<engine::FolderBackups>().backUp({resource, documents().toStdString()},
                                                                            owner, [](const auto &) { return true; }));
    }

private:
    estate::Placement place(const std::string &region)
    {
        const auto &settings = m_inner->console().snapshot()->settings();
        return {must(Region::from(region)), settings.tenant, settings.subscription, "default"};
    }
    QTemporaryDir m_folder;
    ManualClock m_clock;
    engine::WorkplacePtr m_inner;

public:
    models::Background background;
    std::unique_ptr<models::Workspace> workspace; ///< goes before everything it works on
};

} // namespace keyward::test
