// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/authorize.h"
#include "models/form_presenter.h"

namespace keyward::models {

/// MOD-11: whether a principal may do something with a key now, from where it calls; the rule that decides, what lets
/// it in and what does not, and the command that mends a refusal. Nothing is done with the key.
class Explain final : public FormPresenter
{
public:
    Explain(Workspace &workspace, const Target &target);

protected:
    void update(const engine::Published &moment) override;

private:
    struct Question {
        const estate::Principal *principal = nullptr;
        const estate::Key *key = nullptr;
        const estate::Vault *vault = nullptr;
        estate::Permission operation = estate::Permission::UnwrapKey;
        estate::Origin origin;
    };
    std::optional<Question> question(const estate::Estate &estate) const;
    void answer(const engine::Published &moment, const Question &asked);

    CalloutsPart *m_verdict;
    FactsPart *m_facts;
    ListTable *m_grants;
    TablePart *m_grantsPart;
};

} // namespace keyward::models
