// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/keystore_fields.h"

#include <QCoreApplication>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeystoreActions)
};

} // namespace

QString lineOf(const Situation &s, const engine::StoreDeed &deed) { return text(s.workspace.lines().lineOf(deed)); }

Field tick(const QString &label)
{
    return {.id = QStringLiteral("understood"),
            .label = label,
            .kind = Field::Kind::Check,
            .value = false,
            .error = [](const QVariant &value) {
                return value.toBool() ? QString() : Words::tr("Tick that you understand it.");
            }};
}

} // namespace keyward::models
