// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/wizards/enable_draft.h"

#include "backend/base/names.h"
#include "backend/estate/describe.h"
#include "backend/estate/encryption_models.h"
#include "backend/estate/lookup.h"
#include "models/window_words.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EnableDraft)
};

const QString vaultKey = text(codeOf(EncryptionModel::VaultKey));

} // namespace

EnableDraft::EnableDraft(Workspace &workspace, Target resource)
    : PlanDraft(workspace, std::move(resource)), m_model(vaultKey),
      m_keys({{Words::tr("Key"), 226},
              {Words::tr("Kind"), 88},
              {Words::tr("Here"), 116, false, false, true},
              {Words::tr("Why not"), 220, false, true}})
{
    resume();
    connect(&workspace.feed(), &EstateFeed::moved, this, [this] {
        listKeys();
        work();
    });
    listKeys();
    work();
}

QString EnableDraft::title() const
{
    const auto *resource = m_workspace.estate().resource(target().resource());
    return resource && resource->binding && !finished() && !committing() ? Words::tr("Change the customer-managed key")
                                                                         : Words::tr("Enable a customer-managed key");
}

QString EnableDraft::subtitle() const
{
    const auto kind = kindOf(m_workspace.estate(), target());
    const auto what = Words::tr("%1, %2.").arg(titleOf(m_workspace.estate(), target()), kind);
    if (finished()) return what;
    const auto rest = done().isEmpty()
                          ? Words::tr("Nothing is changed before you confirm on the last page.")
                          : Words::tr("What was done so far stays: %Ln steps.", nullptr, countOf(done().size()));
    return what + QLatin1Char(' ') + rest;
}

QStringList EnableDraft::pages() const
{
    return {Words::tr("Model"), Words::tr("Vault and key"), Words::tr("Prepare"), Words::tr("Review and enable")};
}
QString EnableDraft::verb() const { return Words::tr("Enable"); }
QString EnableDraft::wizard() const { return QStringLiteral("enable-cmk"); }

/// MOD-1, MOD-20, in few words; what this service does not offer says why.
std::vector<EnableDraft::ModelChoice> EnableDraft::models() const
{
    const auto &estate = m_workspace.estate();
    const auto listed = [](const std::vector<Sentence> &sentences) {
        return spokenEach(sentences).join(QStringLiteral(" \u00b7 "));
    };
    std::vector<ModelChoice> out;
    for (const auto &model : comparedModels(estate, estate.resource(target().resource())))
        out.push_back({text(codeOf(model.model)), spoken(model.title), sentence(spoken(model.holds)),
                       listed(model.advantages), listed(model.drawbacks), sentence(spoken(model.unavailable))});
    // What the wizard is for stands first.
    std::ranges::stable_partition(out, [](const ModelChoice &one) { return one.id == vaultKey; });
    return out;
}

void EnableDraft::chooseModel(const QString &id)
{
    if (std::exchange(m_model, id) == id) return;
    touch();
    Q_EMIT changed();
}

void EnableDraft::choose()
{
    touch();
    forgetAgreement();
    work();
}

void EnableDraft::setKeyFilter(const QString &filter)
{
    m_filter = filter;
    listKeys();
}

void EnableDraft::setByIdentifier(bool on)
{
    if (std::exchange(m_byIdentifier, on) == on) return;
    touch();
    work();
}

void EnableDraft::chooseKey(const KeyId &key)
{
    if (m_key == key) return;
    m_key = key;
    choose();
}

std::optional<KeyId> EnableDraft::chosenKey() const
{
    const auto chosen = choice();
    return chosen ? std::optional(chosen->key) : std::nullopt;
}

void EnableDraft::setIdentifier(const QString &uri)
{
    if (std::exchange(m_identifier, uri.trimmed()) == uri.trimmed()) return;
    choose();
}

QString EnableDraft::identifierError() const
{
    if (m_identifier.isEmpty()) return {};
    const auto path = keyAt(m_workspace.estate(), utf8(m_identifier));
    return path ? QString() : refusalOf(path.error()).reason;
}

QStringList EnableDraft::subscriptions() const
{
    QStringList out;
    for (const auto &[id, subscription] : m_workspace.estate().subscriptions()) out += text(subscription->name);
    out.sort(Qt::CaseInsensitive);
    return out;
}

void EnableDraft::setVaultSubscription(const QString &name)
{
    if (std::exchange(m_vaultSubscription, name) == name) return;
    choose();
}

QString EnableDraft::subscriptionError() const
{
    const auto path = keyAt(m_workspace.estate(), utf8(m_identifier));
    if (!path || m_vaultSubscription.isEmpty()) return {};
    const auto fits = subscriptionFits(m_workspace.estate(), *path, utf8(m_vaultSubscription));
    return fits ? QString() : refusalOf(fits.error()).reason;
}

std::optional<EnableDraft::Choice> EnableDraft::choice() const
{
    const auto &estate = m_workspace.estate();
    if (m_byIdentifier) {
        const auto path = keyAt(estate, utf8(m_identifier));
        if (!path || !subscriptionFits(estate, *path, utf8(m_vaultSubscription))) return std::nullopt;
        return Choice{path->vault->id, path->key->id, pinnedVersion(*path, m_workspace.moment()->now)};
    }
    const auto *key = m_key ? estate.key(*m_key) : nullptr;
    if (!key) return std::nullopt;
    return Choice{key->vault, key->id, std::nullopt};
}

std::optional<VaultId> EnableDraft::vaultForNewKey() const
{
    if (const auto chosen = choice()) return chosen->vault;
    const auto &estate = m_workspace.estate();
    const auto *resource = estate.resource(target().resource());
    std::optional<VaultId> any;
    for (const auto &[id, vault] : estate.vaults()) {
        if (vault->deleted) continue;
        if (resource && vault->place.region == resource->place.region) return id;
        if (!any) any = id;
    }
    return any;
}

QString EnableDraft::keyText() const
{
    const auto chosen = choice();
    const auto *key = chosen ? m_workspace.estate().key(chosen->key) : nullptr;
    return key ? text(keyPath(m_workspace.estate(), *key)) : QString();
}

std::optional<Plan> EnableDraft::makePlan() const
{
    const auto chosen = choice();
    if (!chosen) return std::nullopt;
    return planEnable(m_workspace.estate(), goal(*chosen), m_workspace.moment()->now);
}

Goal EnableDraft::goal(const Choice &chosen) const
{
    return {.resource = target().resource(),
            .vault = chosen.vault,
            .key = chosen.key,
            .version = chosen.version,
            .newPrincipal = {}, // new things get their ids when they are made: see Workspace::execute()
            .job = {},
            .identity = identityFor(m_workspace.estate(), target().resource())};
}

QString EnableDraft::keysNote() const
{
    if (m_notListed > 0)
        return Words::tr("%Ln more are not listed. Filter by a part of the vault's or the key's name.", nullptr,
                         countOf(m_notListed));
    if (m_keys.rowCount() > 0 || !m_looked) return {};
    return m_filter.trimmed().isEmpty()
               ? Words::tr("There are no keys yet. Create a key vault in the resource's region, then a key in it.")
               : Words::tr("No key has this in its name or its vault's.");
}

void EnableDraft::listKeys()
{
    const auto ticket = m_tickets.next();
    m_workspace.background().run(
        Background::Lane::Compute, this,
        [moment = m_workspace.moment(), resource = target().resource(), filter = folded(utf8(m_filter.trimmed()))] {
            return keysFor(*moment->estate, resource, filter, moment->now);
        },
        [this, ticket](OfferedKeys offered) {
            if (ticket != m_tickets.current()) return;
            m_keys.setRows(std::move(offered.rows));
            m_notListed = offered.notListed;
            m_looked = true;
            Q_EMIT changed();
        });
}

QString EnableDraft::detailOf(const Step &step) const
{
    if (step.reason) return spoken(*step.reason);
    if (step.state == Step::State::Done)
        return step.id == "unused" ? Words::tr("After the first item this would be refused for good.") : QString();
    if (!step.irreversible.empty()) return sentence(spoken(step.irreversible));
    if (step.id == "permission") return Words::tr("The key vault lets exactly this identity in, for these operations.");
    return {};
}

QString EnableDraft::blocker(int page) const
{
    if (committing()) return Words::tr("It is being done.");
    if (page == Model)
        return m_model == vaultKey ? QString()
               : m_model == text(codeOf(EncryptionModel::ServiceManaged))
                   ? Words::tr("Service-managed keys are in use as long as no key is set; there is nothing to do.")
                   : Words::tr("Choose a model that this service supports.");
    if (!plan() && m_byIdentifier && !m_identifier.isEmpty() && identifierError().isEmpty())
        return Words::tr("Choose the subscription of the key's vault.");
    if (!plan())
        return m_byIdentifier ? Words::tr("Paste the identifier of a key in one of your vaults.")
                              : Words::tr("Choose a key.");
    if (page == Key) {
        const auto key = std::ranges::find(plan()->steps, std::string("key"), &Step::id);
        return key != plan()->steps.end() && key->reason ? spoken(*key->reason) : QString();
    }
    if (auto missing = stepsBlocker(); !missing.isEmpty()) return missing;
    if (page == Review && plan()->done()) return Words::tr("Everything is done already.");
    return {};
}

std::vector<PlanDraft::Meaning> EnableDraft::meanings() const
{
    const auto *profile = rules();
    std::vector<Meaning> out{
        {{State::Working, Words::tr("Gains")}, Words::tr("you hold the key; revoke, rotate, audit")}};
    if (profile && !profile->revertible)
        out.push_back({{State::Warning, Words::tr("For good")}, Words::tr("no way back to platform keys")});
    if (profile && !profile->movable)
        out.push_back({{State::Warning, Words::tr("For good")}, Words::tr("no move to another group or subscription")});
    if (profile)
        out.push_back({{State::AtRisk, Words::tr("Your duty")},
                       Words::tr("lose the key, lose %1").arg(spokenOf(profile->words.protects))});
    return out;
}

std::string EnableDraft::lineNow(const Plan *plan) const
{
    const auto chosen = choice();
    if (!chosen) return {};
    return m_workspace.lines().lineOf(m_workspace.estate(), goal(*chosen), plan && plan->needsAcknowledgement());
}

const ServiceProfile *EnableDraft::rules() const
{
    const auto *resource = m_workspace.estate().resource(target().resource());
    return resource ? m_workspace.estate().catalogue().find(resource->type) : nullptr;
}

QString EnableDraft::pickText() const
{
    const auto *profile = rules();
    return profile && profile->takesVersions ? Words::tr("Pick a key: its newest version is taken, and stays")
                                             : Words::tr("Pick a key: new versions are followed");
}

QString EnableDraft::afterwards() const
{
    const auto chosen = choice();
    const auto name = chosen ? titleOf(m_workspace.estate(), Target::of(chosen->key)) : Words::tr("the key");
    const auto *profile = rules();
    const auto pieces = spokenOf(plural(profile ? profile->words.piece : std::string("piece")));
    const auto own = keyWords(name);
    const auto wrapped =
        own ? own->afterwards : Words::tr("New %1 use a fresh AES-256 key each, wrapped by %2.").arg(pieces, name);
    const auto followed = profile && profile->takesVersions
                              ? Words::tr("The version stays until you set another one; a new version of the key "
                                          "changes nothing here.")
                          : chosen && chosen->version
                              ? Words::tr("Because you gave a version, new versions are not taken up by themselves.")
                              : Words::tr("Because you picked the key, new versions are taken within an hour; the "
                                          "former version is kept until one more job has run.");
    return wrapped + QLatin1Char(' ') + followed;
}

std::optional<KeyWords> EnableDraft::keyWords(const QString &key) const
{
    const auto &estate = m_workspace.estate();
    const auto *resource = estate.resource(target().resource());
    const auto *facts = resource ? factsOf(estate, *resource) : nullptr;
    return facts && facts->keyWords ? std::optional(facts->keyWords(key)) : std::nullopt;
}

QString EnableDraft::inUse() const
{
    if (const auto own = keyWords(keyText())) return own->inUse;
    const auto *profile = rules();
    return profile ? Words::tr("Every %1 made from now on is encrypted under it.").arg(spokenOf(profile->words.piece))
                   : QString();
}

QString EnableDraft::nextAction() const
{
    const auto &estate = m_workspace.estate();
    const auto *resource = estate.resource(target().resource());
    const auto *facts = resource ? factsOf(estate, *resource) : nullptr;
    return facts ? facts->next : QString();
}

QString EnableDraft::stepsHeading(const QString &count) const { return Words::tr("Prepare: %1").arg(count); }
QString EnableDraft::afterwardsTitle() const { return Words::tr("After enabling"); }
QString EnableDraft::endTitle() const { return Words::tr("Enabled"); }
QString EnableDraft::endText() const { return Words::tr("%1 is in use. %2").arg(keyText(), inUse()); }

QString EnableDraft::endNotice() const
{
    return Words::tr("%1 now encrypts under %2.").arg(titleOf(m_workspace.estate(), target()), keyText());
}

QString EnableDraft::savedNotice() const
{
    return Words::tr("Saved. Continue on the Encryption page of %1.").arg(titleOf(m_workspace.estate(), target()));
}

std::map<std::string, std::string> EnableDraft::kept() const
{
    std::map<std::string, std::string> out{{"model", utf8(m_model)},
                                           {"identifier", utf8(m_identifier)},
                                           {"byIdentifier", m_byIdentifier ? "1" : ""},
                                           {"subscription", utf8(m_vaultSubscription)}};
    if (m_key) out["key"] = m_key->text();
    return out;
}

void EnableDraft::takeUp(const Target &made)
{
    if (made.scope == Scope::Key) chooseKey(made.key());
}

void EnableDraft::resume()
{
    const auto *draft = takeUpSaved();
    if (!draft) return;
    const auto value = [&](const char *name) {
        const auto found = draft->values.find(name);
        return found == draft->values.end() ? std::string() : found->second;
    };
    if (const auto key = KeyId::from(value("key")); key && m_workspace.estate().key(*key)) m_key = *key;
    m_identifier = text(value("identifier"));
    m_byIdentifier = !value("byIdentifier").empty();
    m_vaultSubscription = text(value("subscription"));
    const auto page = QString::fromStdString(value("page")).toInt();
    if (choice()) goTo(std::min<int>(page, Prepare)); // what cannot be undone is acknowledged anew
}

namespace {
const Wizard enable([]() -> WizardRecord {
    return {.id = QStringLiteral("enable-cmk"),
            .title = Words::tr("Enable a customer-managed key"),
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<WizardDraft> {
                return std::make_unique<EnableDraft>(workspace, target);
            }};
});
} // namespace

} // namespace keyward::models
