// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// User-assigned identities, applications with their client secrets, groups of principals.

#include "models/access_targets.h"
#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/pickers.h"
#include "models/actions/place_fields.h"
#include "models/secret_draft.h"

#include "backend/base/display_name.h"
#include "backend/engine/api/applications.h"
#include "backend/estate/describe.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(IdentityActions)
};

QString lineOf(const Situation &s, const engine::SecretDeed &deed)
{
    return text(s.workspace.lines().lineOf(s.estate(), deed));
}

Field nameField(const QString &hint = {})
{
    return {.id = QStringLiteral("name"), .label = Words::tr("Name"), .hint = hint, .error = nameError<DisplayName>};
}

const Principal &subject(const Situation &s) { return *s.estate().principal(principalOf(s.target)); }
bool isKind(const Situation &s, PrincipalKind kind) { return subject(s).kind == kind; }

// New ones

const DeclaredAction createIdentity([]() -> ActionRecord {
    return {
        .id = QStringLiteral("identity.create"),
        .text = Words::tr("Create identity"),
        .icon = QStringLiteral("list-add-user"),
        .scope = Scope::Estate,
        .order = 40,
        .blades = {QStringLiteral("identities")},
        .primary = true,
        .explanation = Words::tr("A user-assigned identity stands by itself and can be given to several resources, "
                                 "which then come to key vaults under its name."),
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> { return {nameField(), regionField(s)}; },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto name, DisplayName::from(utf8(stringOf(values, "name"))));
            KEYWARD_TRY(auto place, placement(s, values));
            const auto id = s.random().id<PrincipalId>();
            return Deed{command::CreateUserIdentity{id, std::move(name), std::move(place)}, {}, targetOf(id)};
        },
    };
});

const DeclaredAction createApplication([]() -> ActionRecord {
    return {
        .id = QStringLiteral("app.create"),
        .text = Words::tr("Create application"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 41,
        .blades = {QStringLiteral("identities")},
        .explanation = Words::tr("An application signs in with a client id and a client secret, and uses keys of the "
                                 "vaults that let it in."),
        .allowed = always,
        .fields = [](const Situation &) -> std::vector<Field> { return {nameField()}; },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto name, DisplayName::from(utf8(stringOf(values, "name"))));
            const auto id = s.random().id<PrincipalId>();
            return Deed{command::CreateApplication{id, std::move(name), s.estate().settings().tenant,
                                                   guidText(s.random().id<RecordId>())},
                        {},
                        targetOf(id)};
        },
    };
});

const DeclaredAction createGroup([]() -> ActionRecord {
    return {
        .id = QStringLiteral("principalGroup.create"),
        .text = Words::tr("Create group"),
        .icon = QStringLiteral("system-users"),
        .scope = Scope::Estate,
        .order = 42,
        .blades = {QStringLiteral("identities")},
        .explanation = Words::tr("What is given to a group, all its members have."),
        .allowed = always,
        .fields = [](const Situation &) -> std::vector<Field> { return {nameField()}; },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto name, DisplayName::from(utf8(stringOf(values, "name"))));
            const auto id = s.random().id<PrincipalId>();
            return Deed{
                command::CreatePrincipalGroup{id, std::move(name), s.estate().settings().tenant}, {}, targetOf(id)};
        },
    };
});

const DeclaredAction deletePrincipal([]() -> ActionRecord {
    return {
        .id = QStringLiteral("principal.delete"),
        .text = Words::tr("Delete"),
        .icon = QStringLiteral("edit-delete"),
        .scope = principalScope,
        .order = 90,
        .blades = {QStringLiteral("identities"), QStringLiteral("principal.overview")},
        .explanation = Words::tr("It goes with everything that it was given. Another one of its name will be another "
                                 "principal."),
        .supported =
            [](const Situation &s) {
                return !isKind(s, PrincipalKind::SystemAssigned) && !isKind(s, PrincipalKind::FirstParty);
            },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DeletePrincipal{principalOf(s.target)}};
        },
        .previews = true,
        .destructive = true,
    };
});

// Groups

const DeclaredAction addMember([]() -> ActionRecord {
    return {
        .id = QStringLiteral("member.add"),
        .text = Words::tr("Add member"),
        .icon = QStringLiteral("list-add-user"),
        .scope = principalScope,
        .order = 10,
        .blades = {QStringLiteral("principal.overview")},
        .explanation = Words::tr("It gets all that the group was given."),
        .supported = [](const Situation &s) { return isKind(s, PrincipalKind::Group); },
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto takes = [group = subject(s)](const Principal &one) {
                return one.id != group.id && one.tenant == group.tenant && !group.members.contains(one.id);
            };
            return {{.id = QStringLiteral("member"),
                     .label = Words::tr("Member"),
                     .kind = Field::Kind::Pick,
                     .picker = principalPicker(s, takes)}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto member, PrincipalId::from(utf8(stringOf(values, "member"))));
            return Deed{command::SetMember{principalOf(s.target), member, true}};
        },
    };
});

const DeclaredAction removeMember([]() -> ActionRecord {
    return {
        .id = QStringLiteral("member.remove"),
        .text = Words::tr("Remove"),
        .icon = QStringLiteral("list-remove-user"),
        .scope = memberScope,
        .order = 20,
        .explanation = Words::tr("It loses what it has through the group alone."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::SetMember{principalOf(s.target), s.target.principal(), false}};
        },
        .previews = true,
        .destructive = true,
    };
});

// Client secrets

const DeclaredAction addSecret([]() -> ActionRecord {
    return {
        .id = QStringLiteral("secret.add"),
        .text = Words::tr("Add client secret"),
        .icon = QStringLiteral("password-generate"),
        .scope = principalScope,
        .order = 11,
        .blades = {QStringLiteral("principal.overview")},
        .explanation =
            Words::tr("The application signs in with it. It is shown once, here; nothing can show it again."),
        .supported = [](const Situation &s) { return isKind(s, PrincipalKind::Application); },
        .allowed = always,
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("label"),
                     .label = Words::tr("Label"),
                     .hint = Words::tr("To tell several apart: where it is used"),
                     .optional = true},
                    {.id = QStringLiteral("expires"),
                     .label = Words::tr("Valid for"),
                     .kind = Field::Kind::Choice,
                     .value = QStringLiteral("P180D"),
                     .options = {{QStringLiteral("P30D"), Words::tr("30 days")},
                                 {QStringLiteral("P90D"), Words::tr("90 days")},
                                 {QStringLiteral("P180D"), Words::tr("180 days")},
                                 {QStringLiteral("P365D"), Words::tr("One year")},
                                 {QStringLiteral("P730D"), Words::tr("Two years")}}}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto lifetime, parseDuration(utf8(stringOf(values, "expires"))));
            const auto label = utf8(stringOf(values, "label"));
            const auto name = text(subject(s).name);
            auto secret = std::make_shared<OneTimeSecret>();
            return Deed{.action = {},
                        .errand = [actor = s.workspace.actor(), id = principalOf(s.target), label, lifetime, name,
                                   secret](engine::Workplace &workplace, const auto &) -> Result<Outcome> {
                            KEYWARD_TRY(auto issued, workplace.applications().addSecret(id, label, lifetime, actor));
                            secret->label = Words::tr("Client secret of %1").arg(name);
                            secret->note = Words::tr("Valid until %1. Keep it where the application finds it, and "
                                                     "nowhere else; it is not shown again.")
                                               .arg(dateAndTime(issued.expires));
                            secret->text = std::move(issued.text);
                            return Outcome{.sentence = Words::tr("Done: %1 has a new client secret, valid until %2.")
                                                           .arg(name, shortDate(issued.expires))};
                        },
                        .title = Words::tr("Add a client secret to %1").arg(name),
                        .commandLine = lineOf(s, {.what = engine::SecretDeed::What::Add,
                                                  .application = principalOf(s.target),
                                                  .label = label,
                                                  .lifetime = lifetime}),
                        .secret = std::move(secret)};
        },
    };
});

const DeclaredAction checkSecret([]() -> ActionRecord {
    return {
        .id = QStringLiteral("secret.check"),
        .text = Words::tr("Check a client secret"),
        .icon = QStringLiteral("security-high"),
        .scope = principalScope,
        .order = 12,
        .blades = {QStringLiteral("principal.overview")},
        .explanation = Words::tr("Signs in as the application would and says whether that works. A sign-in is logged."),
        .supported = [](const Situation &s) { return isKind(s, PrincipalKind::Application); },
        .allowed = always,
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("secret"),
                     .label = Words::tr("Client secret"),
                     .kind = Field::Kind::Secret,
                     .value = QVariant::fromValue(std::make_shared<TypedSecret>())}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto secret, typedIn(values, "secret"));
            const auto name = text(subject(s).name);
            return Deed{.action = {},
                        .errand = [secret, application = subject(s).applicationId,
                                   name](engine::Workplace &workplace, const auto &) -> Result<Outcome> {
                            KEYWARD_CHECK(workplace.applications()
                                              .signIn(application, *secret, IpAddress::loopback().text())
                                              .transform([](const auto &) {}));
                            return Outcome{.sentence = Words::tr("It signs in as %1.").arg(name)};
                        },
                        .title = Words::tr("Check a client secret of %1").arg(name),
                        .commandLine =
                            lineOf(s, {.what = engine::SecretDeed::What::Check, .application = principalOf(s.target)})};
        },
    };
});

const DeclaredAction removeSecret([]() -> ActionRecord {
    return {
        .id = QStringLiteral("secret.remove"),
        .text = Words::tr("Remove"),
        .icon = QStringLiteral("edit-delete"),
        .scope = clientSecretScope,
        .order = 20,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::RemoveClientSecret{principalOf(s.target), clientSecretOf(s.target)}};
        },
        .previews = true,
        .destructive = true,
    };
});

// User-assigned identities of resources

bool takesUserIdentities(const Situation &s)
{
    const auto *resource = s.estate().resource(s.target.resource());
    const auto *profile = s.estate().catalogue().find(resource->type);
    return profile && std::ranges::contains(profile->identityKinds, PrincipalKind::UserAssigned);
}

const DeclaredAction assignIdentity([]() -> ActionRecord {
    return {
        .id = QStringLiteral("identity.assign"),
        .text = Words::tr("Add user-assigned identity"),
        .icon = QStringLiteral("list-add-user"),
        .scope = Scope::Resource,
        .order = 30,
        .blades = {QStringLiteral("resource.identity")},
        .explanation = Words::tr("The resource can then come to key vaults under its name."),
        .supported = takesUserIdentities,
        .allowed = [](const Situation &s) -> Status {
            const auto *resource = s.estate().resource(s.target.resource());
            for (const auto &[id, one] : s.estate().principals())
                if (one->kind == PrincipalKind::UserAssigned && !resource->userIdentities.contains(id)) return {};
            return refused(Words::tr("There is no other user-assigned identity."),
                           Words::tr("Create one on the Identities page first."));
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("identity"),
                     .label = Words::tr("Identity"),
                     .kind = Field::Kind::Pick,
                     .hint = Words::tr("By name, resource group or id; the choice beside it is the subscription"),
                     .picker = userIdentityPicker(s, s.target.resource())}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto identity, PrincipalId::from(utf8(stringOf(values, "identity"))));
            return Deed{command::AssignIdentity{s.target.resource(), identity}};
        },
    };
});

const DeclaredAction unassignIdentity([]() -> ActionRecord {
    return {
        .id = QStringLiteral("identity.unassign"),
        .text = Words::tr("Remove"),
        .icon = QStringLiteral("list-remove-user"),
        .scope = resourceIdentityScope,
        .order = 20,
        .explanation = Words::tr("The identity itself stays, with everything that it was given."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::UnassignIdentity{s.target.resource(), s.target.principal()}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
