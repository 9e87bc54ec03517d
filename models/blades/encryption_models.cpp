// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MOD-1, MOD-20: the ways to encrypt, beside each other, for one resource.

#include "models/presenter.h"
#include "models/window_words.h"

#include "backend/estate/encryption_models.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EncryptionModels)
};

QString lines(const std::vector<Sentence> &sentences) { return spokenEach(sentences).join(QLatin1Char('\n')); }

FactsPart::Fact here(const ComparedModel &model)
{
    const auto chip = model.inUse                 ? Chip{State::Working, Words::tr("In use", "a model")}
                      : model.unavailable.empty() ? Chip{State::Neutral, Words::tr("Possible")}
                                                  : Chip{State::Disabled, Words::tr("Not possible")};
    return {.label = Words::tr("Here"), .value = spoken(model.unavailable), .chip = chip};
}

class EncryptionModels final : public Presenter
{
public:
    EncryptionModels(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        add<CalloutsPart>(QStringLiteral("choose"))
            ->set({{State::Neutral, Words::tr("How to choose"), spoken(howToChooseAModel())}});
        for (const auto &model : comparedModels(estate(), nullptr))
            m_models.push_back(
                add<FactsPart>(QStringLiteral("model.") + text(codeOf(model.model)), spoken(model.title)));
        start(Follows::Estate);
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto compared = comparedModels(*moment.estate, moment.estate->resource(target().resource()));
        for (std::size_t i = 0; i < compared.size(); ++i) {
            const auto &model = compared[i];
            m_models[i]->set({here(model),
                              {.label = Words::tr("Who encrypts"), .value = spoken(model.encrypts), .wraps = true},
                              {.label = Words::tr("Who holds the key"), .value = spoken(model.holds), .wraps = true},
                              {.label = Words::tr("What works"), .value = spoken(model.functionality), .wraps = true},
                              {.label = Words::tr("For it"), .value = lines(model.advantages), .wraps = true},
                              {.label = Words::tr("Against it"), .value = lines(model.drawbacks), .wraps = true}});
        }
    }

private:
    std::vector<FactsPart *> m_models; ///< in the order they are compared in
};

const Blade compared([]() -> BladeRecord {
    return {.id = QStringLiteral("resource.models"),
            .title = Words::tr("Models compared"),
            .icon = QStringLiteral("view-list-details"),
            .scope = Scope::Resource,
            .order = 12,
            .make = makePresenter<EncryptionModels>};
});

} // namespace
} // namespace keyward::models
