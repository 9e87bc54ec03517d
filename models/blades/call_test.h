// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/form.h"
#include "models/presenter.h"

#include "backend/estate/authorize.h"

namespace keyward::models {

/// VLT-10, MOD-11: a call to a vault that nobody makes. From where and as whom is filled in; what the firewall says,
/// and what the keys' own rules say after it, stands below and follows the estate. Nothing is used, changed or logged.
class CallTest final : public Presenter
{
    Q_OBJECT
public:
    CallTest(Workspace &workspace, const Target &target);

    const Form &form() const { return m_form; }
    void setValue(const QString &field, const QVariant &value);

Q_SIGNALS:
    void asked(); ///< something else was filled in

protected:
    void update(const engine::Published &moment) override;

private:
    std::optional<estate::Origin> origin(const estate::Estate &estate) const;
    void showPassage(const estate::Estate &estate, const estate::Origin &origin);
    void showDecision(const engine::Published &moment, const estate::Origin &origin);
    QString valueOf(const char *field) const;

    Form m_form;
    CalloutsPart *m_answer;
    FactsPart *m_how;
};

} // namespace keyward::models
