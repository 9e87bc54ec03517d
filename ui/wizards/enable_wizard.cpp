// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/wizards/enable_draft.h"
#include "ui/page.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/line_view.h"
#include "ui/widgets/part_widgets.h"
#include "ui/widgets/sentence_row.h"
#include "ui/wizards/wizard_frame.h"

#include <QCheckBox>
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

using models::Chip;
using models::EnableDraft;
using models::State;
using Step = estate::Step;

QVBoxLayout *columnOf(QWidget *page, const QString &title, QLabel **heading = nullptr)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(22, 14, 22, 16);
    column->setSpacing(10);
    auto *head = label(title, fonts::section(), Tone::Normal, page);
    column->addWidget(head);
    if (heading) *heading = head;
    return column;
}

class EnableWizard final : public WizardFrame
{
public:
    EnableWizard(EnableDraft &draft, Host &host, QWidget *parent)
        : WizardFrame(draft, host, QStringLiteral("enable-cmk"), parent), m_draft(draft)
    {
        buildModelPage();
        buildKeyPage();
        buildPreparePage();
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
            auto *text = wrapped(choice.text, Tone::Muted, box);
            text->setContentsMargins(24, 0, 0, 0);
            in->addWidget(text);
            if (!choice.unavailable.isEmpty()) {
                auto *why = wrapped(choice.unavailable, Tone::Normal, box);
                why->setContentsMargins(24, 0, 0, 0);
                in->addWidget(why);
            }
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
        column->addLayout(besideItsSentence(*m_pick, Words::tr("Pick a key: new versions are followed")));
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
        m_noKeys =
            wrapped(Words::tr("There are no keys yet. Create a key vault in the resource's region, then a key in it."),
                    Tone::Muted, m_picking);
        picking->addWidget(m_noKeys);
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

    void buildPreparePage()
    {
        auto *page = addPage();
        auto *column = columnOf(page, {}, &m_stepsTitle);
        m_stepsTitle->setObjectName(QStringLiteral("steps.title"));
        m_stepList = new QVBoxLayout;
        m_stepList->setSpacing(0);
        column->addLayout(m_stepList);
        column->addStretch();
    }

    void buildReviewPage()
    {
        auto *page = addPage();
        auto *column = columnOf(page, Words::tr("What will happen"), &m_reviewTitle);
        m_deeds = new QVBoxLayout;
        m_deeds->setSpacing(0);
        column->addLayout(m_deeds);
        column->addStretch();
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
        m_noKeys->setVisible(m_draft.keys().rowCount() == 0);
        m_keys->setVisible(m_draft.keys().rowCount() > 0);
        if (!m_draft.byIdentifier() && m_keys->selectedRow() < 0)
            if (const auto key = m_draft.chosenKey()) m_keys->selectId(RecordId{key->bytes});
        refreshSteps();
        refreshReview();
        refreshAside();
    }

    /// A tick changes nothing but itself and keeps the focus; what else changed is made anew, and the focus goes to it.
    void refreshSteps()
    {
        m_stepsTitle->setText(m_draft.stepsTitle());
        auto shown = m_draft.steps();
        for (auto &step : shown) {
            if (auto *tick = m_ticks.value(step.id)) tick->setChecked(step.acknowledged);
            step.acknowledged = false;
        }
        if (std::exchange(m_shownSteps, shown) == shown) return;
        const auto focused = m_ticks.key(qobject_cast<QCheckBox *>(window()->focusWidget()));
        m_ticks.clear();
        clear(m_stepList);
        for (const auto &step : m_draft.steps()) m_stepList->addWidget(stepWidget(step));
        if (auto *again = m_ticks.value(focused)) again->setFocus();
    }

    QWidget *stepWidget(const EnableDraft::StepView &step)
    {
        auto *box = frame("headLine", this);
        box->setObjectName(QStringLiteral("step.") + step.id);
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(0, 11, 0, 11);
        row->setSpacing(12);
        auto *mark = new MarkLabel(box);
        const bool done = step.state == Step::State::Done;
        if (done)
            mark->setMark(QStringLiteral("\u2713"), State::Working);
        else if (step.state == Step::State::Blocked)
            mark->setMark(QStringLiteral("!"), State::Lost);
        else if (!step.irreversible.isEmpty())
            mark->setMark(QStringLiteral("!"), State::Warning);
        else
            mark->setMark(QString::number(step.number), State::Neutral);
        row->addWidget(mark, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(3);
        auto *title = wrapped(step.title, Tone::Normal, box);
        title->setFont(fonts::strong());
        words->addWidget(title);
        if (!step.detail.isEmpty())
            words->addWidget(wrapped(step.detail, step.state == Step::State::Blocked ? Tone::Error : Tone::Muted, box));
        if (!step.remedy.isEmpty()) words->addWidget(wrapped(step.remedy, Tone::Normal, box));
        if (step.state == Step::State::Needed && !step.irreversible.isEmpty()) {
            auto *tick = new QCheckBox(box);
            tick->setObjectName(QStringLiteral("acknowledge.") + step.id);
            tick->setChecked(step.acknowledged);
            connect(tick, &QCheckBox::toggled, this, [this, id = step.id](bool on) { m_draft.acknowledge(id, on); });
            words->addLayout(besideItsSentence(*tick, Words::tr("I understand that this cannot be undone")));
            tick->setAccessibleName(Words::tr("%1: I understand that this cannot be undone").arg(step.title));
            m_ticks.insert(step.id, tick);
        }
        row->addLayout(words, 1);
        if (!done) {
            const bool forGood = step.state == Step::State::Needed && !step.irreversible.isEmpty();
            auto *chips = new QVBoxLayout;
            chips->setSpacing(4);
            if (forGood)
                chips->addWidget(new ChipLabel({State::Warning, Words::tr("irreversible")}, box), 0, Qt::AlignRight);
            chips->addWidget(
                new ChipLabel({step.state == Step::State::Blocked ? State::Lost : State::Neutral, step.mark}, box), 0,
                Qt::AlignRight);
            chips->addStretch();
            row->addLayout(chips);
        }
        return box;
    }

    void refreshReview()
    {
        const auto deeds = m_draft.deeds();
        const auto &failure = m_draft.failure();
        m_reviewTitle->setText(m_draft.finished()     ? Words::tr("Enabled")
                               : m_draft.committing() ? Words::tr("Carrying it out")
                               : failure              ? Words::tr("It stopped before the end")
                                                      : Words::tr("What will happen, in this order"));
        const auto key =
            QStringList{deeds.join(QLatin1Char('|')), m_draft.done().join(QLatin1Char('|')),
                        failure ? failure->refusal.whole() : QString(), QString::number(m_draft.finished())}
                .join(QLatin1Char('#'));
        if (std::exchange(m_shownDeeds, key) == key) return;
        clear(m_deeds);
        if (m_draft.finished()) {
            addDeed(QStringLiteral("\u2713"), State::Working,
                    Words::tr("%1 is in use. %2").arg(m_draft.keyText(), m_draft.inUse()));
            addNext();
            return;
        }
        int number = 0;
        for (const auto &deed : m_draft.done()) {
            ++number;
            addDeed(QStringLiteral("\u2713"), State::Working, deed, {State::Working, QStringLiteral("done")});
        }
        if (failure) addFailure(*failure);
        for (const auto &deed : deeds) {
            ++number;
            if (!failure)
                addDeed(QString::number(number), State::Neutral, deed);
            else if (deed != failure->title)
                addDeed(QString::number(number), State::Neutral, deed, {State::Neutral, Words::tr("not done")});
        }
        if (failure) return;
        for (const auto &step : m_draft.steps())
            if (step.state == Step::State::Needed && !step.irreversible.isEmpty())
                addDeed(QStringLiteral("!"), State::Warning, Words::tr("For good: %1.").arg(step.irreversible));
    }

    /// What people do next with a resource of this service.
    void addNext()
    {
        const auto *action = models::actionById(m_draft.nextAction());
        if (!action) return;
        auto *next = button(QStringLiteral("wizard.use"), models::labelOf(*action), Kind::Outline, this);
        connect(next, &QPushButton::clicked, this, [this] { m_host.start(m_draft.nextAction(), m_draft.target()); });
        m_deeds->addSpacing(10);
        m_deeds->addWidget(next, 0, Qt::AlignLeft);
    }

    /// Where it stopped: why, and what can be done about it here.
    void addFailure(const EnableDraft::Failure &failure)
    {
        auto *words =
            addDeed(QStringLiteral("!"), State::Lost, failure.title, {State::Lost, QStringLiteral("refused")});
        auto *why = wrapped(breakable(failure.refusal.reason), Tone::Error, words->parentWidget());
        why->setObjectName(QStringLiteral("wizard.failure"));
        words->addWidget(why);
        if (!failure.refusal.remedy.isEmpty()) {
            auto *remedy = wrapped(breakable(failure.refusal.remedy), Tone::Normal, words->parentWidget());
            remedy->setObjectName(QStringLiteral("wizard.remedy"));
            words->addWidget(remedy);
        }
        if (!failure.overridable) return;
        auto *look =
            button(QStringLiteral("wizard.fix"), Words::tr("Show what breaks…"), Kind::Outline, words->parentWidget());
        connect(look, &QPushButton::clicked, this, [this, action = *failure.overridable] {
            m_host.fix(Words::tr("Go on all the same"), action, m_draft.target());
        });
        words->addWidget(look, 0, Qt::AlignLeft);
    }

    QVBoxLayout *addDeed(const QString &mark, State state, const QString &text, const Chip &chip = {})
    {
        auto *box = frame("headLine", this);
        box->setObjectName(QStringLiteral("deed"));
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(0, 10, 0, 10);
        row->setSpacing(12);
        auto *sign = new MarkLabel(box);
        sign->setMark(mark, state);
        row->addWidget(sign, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(4);
        words->addWidget(wrapped(breakable(text), Tone::Normal, box));
        row->addLayout(words, 1);
        if (!chip.text.isEmpty()) row->addWidget(new ChipLabel(chip, box), 0, Qt::AlignTop);
        m_deeds->addWidget(box);
        return words;
    }

    void addHeading(const QString &text)
    {
        auto *heading = wrapped(text, Tone::Normal, this);
        heading->setFont(fonts::section());
        aside()->addWidget(heading);
    }

    void refreshAside()
    {
        const auto commandLine = m_draft.commandLine();
        const auto afterwards = m_draft.afterwards();
        if (std::exchange(m_shownAside, commandLine + afterwards) == commandLine + afterwards) return;
        clear(aside());
        addHeading(Words::tr("What this means"));
        for (const auto &meaning : m_draft.meanings()) {
            auto *box = new QWidget(this);
            auto *row = new QHBoxLayout(box);
            row->setContentsMargins(0, 0, 0, 0);
            row->setSpacing(8);
            row->addWidget(new ChipLabel(meaning.chip, box), 0, Qt::AlignTop);
            row->addWidget(wrapped(meaning.text, Tone::Normal, box), 1);
            aside()->addWidget(box);
        }
        aside()->addSpacing(10);
        if (!commandLine.isEmpty()) {
            addHeading(Words::tr("Same thing on the command line"));
            auto *box = frame("card", this);
            auto *in = new QVBoxLayout(box);
            in->setContentsMargins(12, 10, 12, 10);
            auto *line = new LineView(QStringLiteral("wizard.commandLine"), box);
            line->setLine(commandLine);
            in->addWidget(line);
            aside()->addWidget(box);
            aside()->addSpacing(10);
        }
        addHeading(Words::tr("After enabling"));
        aside()->addWidget(wrapped(afterwards, Tone::Muted, this));
        aside()->addStretch();
    }

    EnableDraft &m_draft;
    QMap<QString, QRadioButton *> m_models;
    QRadioButton *m_pick = nullptr;
    QRadioButton *m_byUri = nullptr;
    QWidget *m_picking = nullptr;
    DataTable *m_keys = nullptr;
    QLabel *m_noKeys = nullptr;
    QPushButton *m_newKey = nullptr;
    QLineEdit *m_uri = nullptr;
    QLabel *m_uriError = nullptr;
    QComboBox *m_subscription = nullptr;
    QLabel *m_subscriptionError = nullptr;
    QLabel *m_stepsTitle = nullptr;
    QVBoxLayout *m_stepList = nullptr;
    QMap<QString, QCheckBox *> m_ticks; ///< by step
    QLabel *m_reviewTitle = nullptr;
    QVBoxLayout *m_deeds = nullptr;
    std::vector<EnableDraft::StepView> m_shownSteps;
    QString m_shownDeeds, m_shownAside;
};

const WizardPageOf enable([]() -> WizardPageRecord {
    return {.wizard = QStringLiteral("enable-cmk"),
            .make = [](models::WizardDraft &draft, Host &host, QWidget *parent) -> QWidget * {
                return new EnableWizard(static_cast<EnableDraft &>(draft), host, parent);
            }};
});

} // namespace
} // namespace keyward::ui
