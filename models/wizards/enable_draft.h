// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/plan.h"
#include "models/tables/list_table.h"
#include "models/text.h"
#include "models/wizards/wizard_draft.h"

namespace keyward::models {

/// Enabling a customer-managed key for a resource, or changing it: a draft over estate::planEnable().
class EnableDraft final : public WizardDraft
{
    Q_OBJECT
public:
    enum Page { Model, Key, Prepare, Review };
    EnableDraft(Workspace &workspace, Target resource);

    QString title() const override;
    QString subtitle() const override;
    QStringList pages() const override;
    QString blocker(int page) const override;
    QString doIt() const override;
    bool committing() const override { return m_committing; }
    bool finished() const override { return m_finished; }
    bool dirty() const override { return m_touched && !m_finished; }
    QString standing() const override;
    void commit() override;
    void save() override;
    void takeUp(const Target &made) override;

    // Model
    struct ModelChoice {
        QString id, title, text;
        QString unavailable; ///< why it cannot be chosen here; empty: it can
    };
    std::vector<ModelChoice> models() const;
    const QString &model() const { return m_model; }
    void chooseModel(const QString &id);

    // Key
    ListTable &keys() { return m_keys; } ///< those that fit first, then why the others do not
    void setKeyFilter(const QString &filter);
    bool byIdentifier() const { return m_byIdentifier; }
    void setByIdentifier(bool on); ///< BKP-13: given by URI a version is kept, picked a key is followed
    void chooseKey(const estate::KeyId &key);
    std::optional<estate::KeyId> chosenKey() const;
    std::optional<estate::VaultId> vaultForNewKey() const; ///< that of the chosen key, else one that suits the resource
    const QString &identifier() const { return m_identifier; }
    void setIdentifier(const QString &uri);
    QString identifierError() const;
    QStringList subscriptions() const; ///< BKP-14: a key given by URI comes with that of its key vault
    const QString &vaultSubscription() const { return m_vaultSubscription; }
    void setVaultSubscription(const QString &name);
    QString subscriptionError() const;
    QString keyText() const; ///< kv-backup/kek-prod

    // Prepare
    struct StepView {
        int number = 0;
        QString id, title, detail;
        estate::Step::State state = estate::Step::State::Done;
        QString mark; ///< done, will be done, after step 3, blocked
        QString irreversible;
        bool acknowledged = false;
        QString remedy;
        bool operator==(const StepView &) const = default;
    };
    const std::vector<StepView> &steps() const { return m_steps; }
    QString stepsTitle() const;
    void acknowledge(const QString &step, bool on);

    // Beside and at the end
    struct Meaning {
        Chip chip;
        QString text;
    };
    std::vector<Meaning> meanings() const;
    QString commandLine() const;
    QString inUse() const;      ///< what its key protects from now on
    QString nextAction() const; ///< what people do next there; empty where the service says nothing
    QString afterwards() const;
    QStringList deeds() const;                         ///< what will be done, in order
    const QStringList &done() const { return m_done; } ///< what this wizard did already, and what therefore stays
    /// Where it stopped.
    struct Failure {
        QString step, title;
        Refusal refusal;
        std::optional<estate::Action> overridable = {}; ///< can be done all the same, once it was seen what breaks
        bool operator==(const Failure &other) const { return step == other.step && refusal == other.refusal; }
    };
    const std::optional<Failure> &failure() const { return m_failure; }

private:
    struct Choice {
        estate::VaultId vault;
        estate::KeyId key;
        std::optional<estate::VersionId> version;
    };
    std::optional<Choice> choice() const;
    std::optional<estate::Plan> plan() const;
    void work();
    void listKeys();
    void next();
    void end();
    void stop(const estate::Step &step, const Error &error);
    void resume();
    estate::Goal goal(const Choice &chosen) const;
    void dropSaved();

    QString m_model = QStringLiteral("vault");
    ListTable m_keys;
    QString m_filter;
    std::optional<estate::KeyId> m_key;
    bool m_byIdentifier = false;
    QString m_identifier, m_vaultSubscription;
    QSet<QString> m_acknowledged;
    std::vector<StepView> m_steps;
    std::optional<estate::Plan> m_plan;
    std::optional<estate::DraftId> m_saved;
    QStringList m_done;
    std::optional<Failure> m_failure;
    QString m_carriedOut; ///< the line of what was begun: afterwards the plan knows of nothing to do any more
    Tickets m_tickets;
    bool m_committing = false;
    QString m_doing, m_doingTitle; ///< the step that is on its way
    bool m_finished = false;
    bool m_touched = false;
};

} // namespace keyward::models
