// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/service_parts.h"
#include "models/tables/list_table.h"
#include "models/wizards/enable_keys.h"
#include "models/wizards/plan_draft.h"

namespace keyward::models {

/// Enabling a customer-managed key for a resource, or changing it: a draft over estate::planEnable().
class EnableDraft final : public PlanDraft
{
    Q_OBJECT
public:
    enum Page { Model, Key, Prepare, Review };
    EnableDraft(Workspace &workspace, Target resource);

    QString title() const override;
    QString subtitle() const override;
    QStringList pages() const override;
    QString blocker(int page) const override;
    void takeUp(const Target &made) override;

    // Model
    struct ModelChoice {
        QString id, title, text;
        QString advantages, drawbacks;
        QString unavailable; ///< why it cannot be chosen here; empty: it can
    };
    std::vector<ModelChoice> models() const;
    const QString &model() const { return m_model; }
    void chooseModel(const QString &id);

    // Key
    ListTable &keys() { return m_keys; } ///< those that fit first, then why the others do not
    QString keysNote() const;            ///< why there are none, or that there are more; empty: nothing to say
    void setKeyFilter(const QString &filter);
    QString pickText() const; ///< what it means to pick one
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

    // Beside and at the end
    std::vector<Meaning> meanings() const override;
    QString afterwards() const override;
    QString afterwardsTitle() const override;
    QString endTitle() const override;
    QString endText() const override;
    QString nextAction() const override; ///< empty where the service says nothing

protected:
    QString wizard() const override;
    std::optional<estate::Plan> makePlan() const override;
    std::string lineNow(const estate::Plan *plan) const override;
    QString detailOf(const estate::Step &step) const override;
    int stepsPage() const override { return Prepare; }
    QString stepsHeading(const QString &count) const override;
    QString verb() const override;
    QString endNotice() const override;
    QString savedNotice() const override;
    std::map<std::string, std::string> kept() const override;

private:
    struct Choice {
        estate::VaultId vault;
        estate::KeyId key;
        std::optional<estate::VersionId> version;
    };
    std::optional<Choice> choice() const;
    const estate::ServiceProfile *rules() const;                ///< of its service; null: its type is not known
    QString inUse() const;                                      ///< what its key protects from now on
    std::optional<KeyWords> keyWords(const QString &key) const; ///< in its service's own words, where it has some
    void listKeys();
    void resume();
    void choose(); ///< another key: what was agreed to no longer counts
    estate::Goal goal(const Choice &chosen) const;

    QString m_model; ///< codeOf(EncryptionModel)
    ListTable m_keys;
    std::size_t m_notListed = 0;
    bool m_looked = false; ///< for keys
    QString m_filter;
    std::optional<estate::KeyId> m_key;
    bool m_byIdentifier = false;
    QString m_identifier, m_vaultSubscription;
    Tickets m_tickets;
};

} // namespace keyward::models
