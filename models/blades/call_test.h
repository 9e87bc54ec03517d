// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/form_presenter.h"

#include "backend/estate/authorize.h"

namespace keyward::models {

/// VLT-10, MOD-11: a call to a vault that nobody makes. From where and as whom is filled in; what the firewall says,
/// and what the keys' own rules say after it, stands below and follows the estate. Nothing is used, changed or logged.
class CallTest final : public FormPresenter
{
public:
    CallTest(Workspace &workspace, const Target &target);

    QString about() const override;

protected:
    void update(const engine::Published &moment) override;

private:
    std::optional<estate::Origin> origin(const estate::Estate &estate) const;
    void showPassage(const estate::Estate &estate, const estate::Origin &origin);
    void showDecision(const engine::Published &moment, const estate::Origin &origin);

    CalloutsPart *m_answer;
    FactsPart *m_how;
};

} // namespace keyward::models
