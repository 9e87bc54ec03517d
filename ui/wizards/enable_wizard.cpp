// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/wizards/enable_draft.h"
#include "ui/page.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/sentence_row.h"
#include "ui/wizards/plan_wizard.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace keyward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EnableWizard)
};

using models::EnableDraft;

class EnableWizard final : public PlanWizard
{
public:
    EnableWizard(EnableDraft &draft, Host &host, QWidget *parent)
        : PlanWizard(draft, host, QStringLiteral("enable-cmk"), parent), m_draft(draft)
    {
        buildModelPage();
        buildKeyPage();
        buildStepsPage();
        buildReviewPage();
        connect(&draft, &EnableDraft::changed, this, [this] { refresh(); });
        refresh();
        refreshFrame();
    }

private:
    void buildModelPage()
    {
        auto *page = addPage();
        auto *column = columnOf(page, Words::tr("Who holds the key?"));
        for (const auto &choice : m_draft.models()) {
            auto *box = frame("inset", page);
            auto *in = new QVBoxLayout(box);
            in->setContentsMargins(14, 10, 14, 12);
            in->setSpacing(4);
            auto *radio = new QRadioButton(choice.title, box);
            radio->setObjectName(QStringLiteral("model.") + choice.id);
            radio->setAccessibleName(choice.title);
            radio->setAutoExclusive(false);
            radio->setFont(fonts::strong());
            radio->setEnabled(choice.unavailable.isEmpty());
            connect(radio, &QRadioButton::clicked, this, [this, id = choice.id] {
                m_draft.chooseModel(id);
                refresh();
            });
            in->addWidget(radio);
            const auto add = [in, box](const QString &what, Tone tone) {
                auto *text = wrapped(what, tone, box);
                text->setContentsMargins(24, 0, 0, 0);
                in->addWidget(text);
            };
            add(choice.text, Tone::Normal);
            add(Words::tr("For it: %1", "a model of encryption").arg(choice.advantages), Tone::Muted);
            add(Words::tr("Against it: %1", "a model of encryption").arg(choice.drawbacks), Tone::Muted);
            if (!choice.unavailable.isEmpty()) add(choice.unavailable, Tone::Normal);
            m_models.insert(choice.id, radio);
            column->addWidget(box);
        }
        column->addStretch();
    }

    void buildKeyPage()
    {
        auto *page = addPage();
        auto *column = columnOf(page, Words::tr("Which key wraps the data keys?"));
        m_pick = new QRadioButton(page);
        m_pick->setObjectName(QStringLiteral("key.pick"));
        m_byUri = new QRadioButton(page);
        m_byUri->setObjectName(QStringLiteral("key.byIdentifier"));
        connect(m_pick, &QRadioButton::clicked, this, [this] { m_draft.setByIdentifier(false); });
        connect(m_byUri, &QRadioButton::clicked, this, [this] { m_draft.setByIdentifier(true); });
        column->addLayout(besideItsSentence(*m_pick, m_draft.pickText()));
        m_picking = new QWidget(page);
        auto *picking = new QVBoxLayout(m_picking);
        picking->setContentsMargins(0, 0, 0, 0);
        picking->setSpacing(6);
        auto *row = new QHBoxLayout;
        auto *filter = new QLineEdit(m_picking);
        filter->setObjectName(QStringLiteral("key.filter"));
        filter->setPlaceholderText(Words::tr("Filter keys"));
        filter->setAccessibleName(Words::tr("Filter keys"));
        connect(filter, &QLineEdit::textChanged, &m_draft, &EnableDraft::setKeyFilter);
        row->addWidget(filter, 1);
        auto *vault = button(QStringLiteral("key.newVault"), Words::tr("Create key vault…"), Kind::Outline, m_picking);
        connect(vault, &QPushButton::clicked, this, [this] { m_host.start(QStringLiteral("vault.create"), {}); });
        m_newKey = button(QStringLiteral("key.new"), Words::tr("Create key…"), Kind::Outline, m_picking);
        connect(m_newKey, &QPushButton::clicked, this, [this] {
            if (const auto into = m_draft.vaultForNewKey())
                m_host.start(QStringLiteral("key.create"), models::Target::of(*into));
        });
        row->addWidget(m_newKey);
        row->addWidget(vault);
        picking->addLayout(row);
        m_keys = new DataTable(QStringLiteral("wizardKeys"), m_draft.keys(), {}, m_picking);
        m_keys->setAccessibleName(Words::tr("Keys"));
        m_keys->setMinimumHeight(240);
        connect(m_keys, &DataTable::selectionMoved, this, [this] {
            if (const auto target = m_keys->selectedTarget()) m_draft.chooseKey(target->key());
        });
        picking->addWidget(m_keys, 1);
        m_keysNote = wrapped({}, Tone::Muted, m_picking);
        m_keysNote->setObjectName(QStringLiteral("key.note"));
        picking->addWidget(m_keysNote);
        column->addWidget(m_picking, 1);
        column->addLayout(
            besideItsSentence(*m_byUri, Words::tr("Give a key identifier: the version it names is kept")));
        m_uri = new QLineEdit(page);
        m_uri->setObjectName(QStringLiteral("key.identifier"));
        m_uri->setAccessibleName(Words::tr("Key identifier"));
        m_uri->setFont(fonts::mono());
        m_uri->setPlaceholderText(Words::tr("https://VAULT.vault.keyward.local/keys/KEY/VERSION"));
        connect(m_uri, &QLineEdit::textChanged, &m_draft, &EnableDraft::setIdentifier);
        column->addWidget(m_uri);
        m_uriError = wrapped({}, Tone::Error, page);
        m_uriError->setObjectName(QStringLiteral("key.identifierError"));
        column->addWidget(m_uriError);
        m_uri->setText(m_draft.identifier());
        m_subscription = new QComboBox(page);
        m_subscription->setObjectName(QStringLiteral("key.subscription"));
        m_subscription->setAccessibleName(Words::tr("Subscription of the key's vault"));
        m_subscription->addItem(Words::tr("Choose the subscription of the key's vault"), QString());
        for (const auto &name : m_draft.subscriptions()) m_subscription->addItem(name, name);
        m_subscription->setCurrentIndex(std::max(0, m_subscription->findData(m_draft.vaultSubscription())));
        connect(m_subscription, &QComboBox::currentIndexChanged, this,
                [this] { m_draft.setVaultSubscription(m_subscription->currentData().toString()); });
        column->addWidget(m_subscription);
        m_subscriptionError = wrapped({}, Tone::Error, page);
        m_subscriptionError->setObjectName(QStringLiteral("key.subscriptionError"));
        column->addWidget(m_subscriptionError);
    }

    void refresh()
    {
        for (auto radio = m_models.begin(); radio != m_models.end(); ++radio)
            radio.value()->setChecked(radio.key() == m_draft.model());
        m_pick->setChecked(!m_draft.byIdentifier());
        m_byUri->setChecked(m_draft.byIdentifier());
        m_picking->setEnabled(!m_draft.byIdentifier());
        m_uri->setEnabled(m_draft.byIdentifier());
        m_uriError->setText(m_draft.byIdentifier() ? m_draft.identifierError() : QString());
        m_subscription->setEnabled(m_draft.byIdentifier());
        m_subscriptionError->setText(m_draft.byIdentifier() ? m_draft.subscriptionError() : QString());
        m_newKey->setEnabled(m_draft.vaultForNewKey().has_value());
        m_keysNote->setText(m_draft.keysNote());
        m_keysNote->setVisible(!m_draft.keysNote().isEmpty());
        m_keys->setVisible(m_draft.keys().rowCount() > 0);
        if (!m_draft.byIdentifier() && m_keys->selectedRow() < 0)
            if (const auto key = m_draft.chosenKey()) m_keys->selectId(RecordId{key->bytes});
        refreshPlan();
    }

    EnableDraft &m_draft;
    QMap<QString, QRadioButton *> m_models;
    QRadioButton *m_pick = nullptr;
    QRadioButton *m_byUri = nullptr;
    QWidget *m_picking = nullptr;
    DataTable *m_keys = nullptr;
    QLabel *m_keysNote = nullptr;
    QPushButton *m_newKey = nullptr;
    QLineEdit *m_uri = nullptr;
    QLabel *m_uriError = nullptr;
    QComboBox *m_subscription = nullptr;
    QLabel *m_subscriptionError = nullptr;
};

const WizardPageOf enable([]() -> WizardPageRecord {
    return {.wizard = QStringLiteral("enable-cmk"),
            .make = [](models::WizardDraft &draft, Host &host, QWidget *parent) -> QWidget * {
                return new EnableWizard(static_cast<EnableDraft &>(draft), host, parent);
            }};
});

} // namespace
} // namespace keyward::ui
