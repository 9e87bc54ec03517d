// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keyward/robot.h"
#include "app/keyward/window_program.h"
#include "backend/engine/api/applications.h"
#include "backend/estate/findings.h"
#include "models/access_targets.h"
#include "tests/support/opened.h"
#include "tests/ui/longer_words.h"
#include "ui/widgets/line_view.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace keyward::test {

/// The whole window in a folder of its own, with hands to use it.
class Window
{
public:
    explicit Window(std::optional<QSize> size = {})
    {
        LongerWords::speakIfAsked();
        program = must(app::WindowProgram::create(
            *qApp, {m_folder.filePath("window.ini"), m_folder.filePath("state").toStdString(), cheapKdf}));
        if (size) program->window().resize(*size);
        program->window().show();
        robot = std::make_unique<app::Robot>(program->window());
        must(QTest::qWaitForWindowExposed(&program->window())
                 ? Status{}
                 : fail(Code::Internal, {}, {"the window did not come up"}));
    }
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void openSample()
    {
        must(waitFor("welcome.sample"));
        click("welcome.sample");
        must(waitFor("home.enable"));
    }
    /// Up to the page of its recovery key.
    void createKeystore(const char *file)
    {
        click("welcome.create");
        type("create.file", path(file));
        robot->type(*any("create.passphrase"), "correct horse battery staple");
        robot->type(*any("create.again"), "correct horse battery staple");
        click("create.do");
        must(waitFor("recovery.skip"));
    }
    /// By the keystore, not by hand.
    estate::KeyId addKey(const char *vault, const std::string &name)
    {
        const auto id = test::id<estate::KeyId>();
        must(workspace()
                 .workplace()
                 ->console()
                 .execute({estate::command::CreateKey{id,
                                                      estate().vaultNamed(vault)->id,
                                                      must(KeyName::from(name)),
                                                      must(KeySpec::ec("P-256")),
                                                      {test::id<estate::VersionId>(), test::id<RecordId>()}}},
                          owner)
                 .transform([](const auto &) {}));
        return id;
    }
    models::Workspace &workspace() { return *program->session().workspace(); }
    const estate::Estate &estate() { return workspace().estate(); }

    /// Visible and enabled within a while.
    Status waitFor(const QString &name, int ms = 30'000)
    {
        return QTest::qWaitFor([&] { return robot->find(name) != nullptr; }, ms)
                   ? Status{}
                   : fail(Code::Internal, {}, {"'" + name.toStdString() + "' did not appear"});
    }
    QWidget *find(const QString &name) const { return robot->find(name); }
    QWidget *any(const QString &name) const { return robot->findAny(name); }
    void click(const QString &name)
    {
        must(waitFor(name));
        robot->click(*robot->find(name));
    }
    void type(const QString &name, const QString &text)
    {
        must(waitFor(name));
        robot->replace(*robot->find(name), text);
    }
    bool rows(const QString &table, int atLeast)
    {
        return QTest::qWaitFor(
            [&] {
                auto *view = qobject_cast<QAbstractItemView *>(robot->find(table));
                return view && view->model()->rowCount() >= atLeast;
            },
            30'000);
    }
    void clickRow(const QString &table, int row) { robot->clickRow(*robot->find(table), row, 0); }
    QString textOf(const QString &label) const
    {
        if (auto *line = qobject_cast<ui::LineView *>(robot->findAny(label))) return line->line();
        auto *found = qobject_cast<QLabel *>(robot->findAny(label));
        return found ? found->text().remove(QChar(0x200b)) : QString(); // where it may break
    }
    bool reads(const QString &label, const QString &words)
    {
        return QTest::qWaitFor([&] { return textOf(label).contains(words); }, 30'000);
    }
    /// Somebody of each kind and something that each was given, beside what the sample has.
    std::vector<models::Target> givenAccess()
    {
        using namespace estate;
        const auto workplace = workspace().workplace();
        const auto run = [&](const Action &action) {
            must(workplace->console().execute({action}, owner).transform([](const auto &) {}));
        };
        const auto &settings = workplace->console().snapshot()->settings();
        const Placement place{must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"};
        const auto app = id<PrincipalId>(), people = id<PrincipalId>(), shared = id<PrincipalId>();
        run(command::CreateApplication{app, must(DisplayName::from("build server")), settings.tenant,
                                       guidText(id<RecordId>())});
        run(command::CreatePrincipalGroup{people, must(DisplayName::from("key officers")), settings.tenant});
        run(command::SetMember{people, app, true});
        run(command::CreateUserIdentity{shared, must(DisplayName::from("a shared identity")), place});
        const auto spare = id<PrincipalId>();
        run(command::CreateUserIdentity{spare, must(DisplayName::from("a spare identity")), place});
        const auto resource = this->estate().resourceNamed("rsv-new")->id;
        run(command::AssignIdentity{resource, shared});
        const auto role = id<RoleId>();
        run(command::CreateRole{
            {role, "Signs and verifies", "For releases", {"Microsoft.KeyVault/vaults/keys/sign/action"}, {}}});
        const auto vault = id<VaultId>();
        run(command::CreateVault{vault, must(VaultName::from("kv-by-roles")), place, Tier::Standard, {}, true, 90});
        run(command::SetAccessModel{vault, AccessModel::Roles});
        const auto key = id<KeyId>();
        run(command::CreateKey{key, vault, must(KeyName::from("signing")), {}, {id<VersionId>(), id<RecordId>()}});
        const auto assignment = id<AssignmentId>();
        run(command::AssignRole{assignment, people, role, {estate::Scope::Kind::Vault, RecordId{vault.bytes}}});
        must(workplace->applications().addSecret(app, "for the pipeline", Days(20), owner).transform([](const auto &) {
        }));
        must(QTest::qWaitFor(
                 [&] {
                     return this->estate().assignment(assignment) && !this->estate().principal(app)->secrets.empty();
                 },
                 30'000)
                 ? Status{}
                 : fail(Code::Internal, {}, {"the window did not follow"}));
        const auto secret = this->estate().principal(app)->secrets.front().id;
        return {models::targetOf(app),         models::targetOf(people),
                models::targetOf(shared),      models::targetOf(role),
                models::targetOf(assignment),  models::memberOf(people, app),
                models::secretOf(app, secret), models::identityAt(resource, shared),
                models::Target::of(vault),     models::Target::of(key)};
    }
    /// By the search, as a person goes somewhere.
    void go(const QString &words)
    {
        program->window().activateWindow(); // as it is for whoever closed a menu; hits are shown where the focus is
        must(QTest::qWaitForWindowActive(&program->window())
                 ? Status{}
                 : fail(Code::Internal, {}, {"the window did not become active"}));
        type("search", words);
        const auto *hits = program->window().findChild<QAbstractItemView *>("searchHits");
        must(QTest::qWaitFor(
                 [&] {
                     return hits->isVisible() && hits->model()->rowCount() > 0 &&
                            hits->model()->index(0, 0).data().toString().contains(words);
                 },
                 30'000)
                 ? Status{}
                 : fail(Code::Internal, {}, {"'" + words.toStdString() + "' was not found"}));
        robot->key(*robot->find("search"), Qt::Key_Return);
        QTest::qWait(50);
    }

private:
    QTemporaryDir m_folder;

public:
    std::unique_ptr<app::WindowProgram> program;
    std::unique_ptr<app::Robot> robot;
};

} // namespace keyward::test
