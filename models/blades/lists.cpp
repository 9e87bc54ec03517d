// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/blades/activity.h"
#include "models/presenter.h"

#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ListsBlade)
};

QString badge(std::size_t count) { return count ? number(count) : QString(); }

class ReportsBlade final : public Presenter
{
public:
    ReportsBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        auto *about = add<CalloutsPart>(QStringLiteral("about"));
        about->set({{State::Neutral,
                     Words::tr("Audit report"),
                     Words::tr("Estate, keys and versions with their age, bindings and health, access, stored "
                               "data, jobs and the log in one document, signed by this keystore. "
                               "Give the fingerprint below to whoever reads it: with it, “Verify a report” proves "
                               "that nothing was altered."),
                     Words::tr("Export audit report"),
                     {},
                     QStringLiteral("report.export")}});
        m_facts = add<FactsPart>(QStringLiteral("signer"), Words::tr("Signer"));
        connect(&workspace, &Workspace::factsKnown, this, [this] { fill(); });
        start();
    }

protected:
    void update(const engine::Published &) override { fill(); }

private:
    void fill()
    {
        const auto &facts = workspace().facts();
        if (!facts) return;
        m_facts->set(
            {{.label = Words::tr("Fingerprint"), .value = text(facts->signer), .mono = true, .copyable = true},
             {.label = Words::tr("Keystore"), .value = grouped(facts->id), .mono = true, .copyable = true},
             {.label = Words::tr("File"), .value = text(facts->file.string()), .mono = true, .copyable = true}});
    }
    FactsPart *m_facts;
};

const Blade resources([]() -> BladeRecord {
    return {.id = QStringLiteral("resources"),
            .title = Words::tr("All resources"),
            .icon = QStringLiteral("view-list-details"),
            .order = 10,
            .badge = [](const engine::Published &m, const Target &) { return badge(m.estate->resources().size()); },
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<ListBlade>(
                    workspace, target, resourcesSource(),
                    ListWords{.id = "resources",
                              .counted = [](int n) { return Words::tr("%Ln resources", nullptr, n); },
                              .emptyTitle = Words::tr("No resources yet"),
                              .emptyText =
                                  Words::tr("Resources are what keys protect. Create one, give it a key of your own, "
                                            "then put data in it."),
                              .emptyAction = QStringLiteral("resource.create")});
            }};
});
const Blade vaults([]() -> BladeRecord {
    return {.id = QStringLiteral("vaults"),
            .title = Words::tr("Key vaults"),
            .icon = QStringLiteral("folder-locked"),
            .order = 20,
            .badge = [](const engine::Published &m, const Target &) { return badge(m.estate->vaults().size()); },
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<ListBlade>(
                    workspace, target, vaultsSource(),
                    ListWords{.id = "vaults",
                              .counted = [](int n) { return Words::tr("%Ln vaults", nullptr, n); },
                              .emptyTitle = Words::tr("No key vaults yet"),
                              .emptyText =
                                  Words::tr("A key vault holds your keys and says who may use them. It must be in the "
                                            "same region as what its keys protect."),
                              .emptyAction = QStringLiteral("vault.create")});
            }};
});
const Blade keys([]() -> BladeRecord {
    return {.id = QStringLiteral("keys"),
            .title = Words::tr("Keys"),
            .icon = QStringLiteral("password-copy"),
            .order = 30,
            .badge = [](const engine::Published &m, const Target &) { return badge(m.estate->keys().size()); },
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<ListBlade>(
                    workspace, target, keysSource(),
                    ListWords{.id = "keys",
                              .counted = [](int n) { return Words::tr("%Ln keys", nullptr, n); },
                              .emptyTitle = Words::tr("No keys yet"),
                              .emptyText = Words::tr(
                                  "Keys live in key vaults. Open or create a vault, then create a key in it."),
                              .emptyAction = QStringLiteral("vault.create")});
            }};
});
const Blade activity([]() {
    auto all = activityOf({.id = "activity", .order = 51});
    all.group = Words::tr("Operate");
    return all;
});
const Blade reports([]() -> BladeRecord {
    return {.id = QStringLiteral("reports"),
            .title = Words::tr("Reports"),
            .icon = QStringLiteral("document-export"),
            .order = 60,
            .group = Words::tr("Assure"),
            .make = makePresenter<ReportsBlade>};
});

const Blade resourceActivity([]() {
    return activityOf({.id = "resource.activity", .scope = Scope::Resource, .order = 70});
});
const Blade vaultActivity([]() { return activityOf({.id = "vault.activity", .scope = Scope::Vault}); });
const Blade subscriptionActivity([]() {
    return activityOf({.id = "subscription.activity", .scope = Scope::Subscription});
});
const Blade groupActivity([]() { return activityOf({.id = "group.activity", .scope = Scope::Group}); });
const Blade networkActivity([]() { return activityOf({.id = "network.activity", .scope = Scope::Network}); });
const Blade keyActivity([]() {
    return activityOf({.id = "key.activity", .scope = Scope::Key, .order = 40, .title = Words::tr("Activity")});
});

} // namespace
} // namespace keyward::models
