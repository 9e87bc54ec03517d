// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/form.h"
#include "models/presenter.h"

namespace keyward::models {

/// A page that asks something and answers below, anew with every letter: nothing is done with it.
class FormPresenter : public Presenter
{
public:
    using Presenter::Presenter;
    virtual QString about() const { return {}; } ///< what it is for, where that is not plain
    const Form &form() const { return m_form; }  ///< what is asked, beside what is known from the target
    void setValue(const QString &field, const QVariant &value)
    {
        if (m_form.set(field, value)) update(*workspace().moment());
    }

protected:
    QString valueOf(const char *field) const
    {
        return m_form.values().value(QString::fromLatin1(field)).toString().trimmed();
    }

    Form m_form;
};

} // namespace keyward::models
