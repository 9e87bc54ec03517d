// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkActions)
};

const Firewall &rulesOf(const Situation &s) { return s.estate().vault(s.target.vault())->firewall; }

/// Ranges separated by commas or spaces.
Result<std::vector<IpRange>> rangesFrom(const QString &typed)
{
    std::vector<IpRange> out;
    for (const auto &word : typed.split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts)) {
        KEYWARD_TRY(auto range, IpRange::from(utf8(word)));
        out.push_back(std::move(range));
    }
    return out;
}

const DeclaredAction setRules([]() -> ActionRecord {
    return {
        .id = QStringLiteral("network.set"),
        .text = Words::tr("Change network rules"),
        .icon = QStringLiteral("document-edit"),
        .scope = Scope::Vault,
        .order = 10,
        .blades = {QStringLiteral("vault.networking")},
        .primary = true,
        .explanation =
            Words::tr("Says from where the keys of this vault can be used. Management is not limited by it."),
        .supported = [](const Situation &s) { return !s.estate().vault(s.target.vault())->deleted; },
        .allowed = [](const Situation &s) -> Status {
            return apply(s.estate(), {command::SetFirewall{s.target.vault()}}, s.workspace.actor(), s.moment->now)
                .transform([](const Change &) {});
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            QString ranges;
            for (const auto &range : rulesOf(s).ranges)
                ranges += (ranges.isEmpty() ? QString() : QStringLiteral(", ")) + text(range.text());
            return {{.id = QStringLiteral("access"),
                     .label = Words::tr("Let in from"),
                     .kind = Field::Kind::Choice,
                     .value = text(accessText(rulesOf(s).access)),
                     .options = {{QStringLiteral("all"), Words::tr("All networks")},
                                 {QStringLiteral("selected"), Words::tr("Selected networks and private endpoints")},
                                 {QStringLiteral("disabled"), Words::tr("Private endpoints only")}}},
                    {.id = QStringLiteral("trusted"),
                     .label = Words::tr("Trusted services come in all the same"),
                     .kind = Field::Kind::Check,
                     .value = rulesOf(s).trustedServices,
                     .hint = Words::tr("Backup, storage, databases and others on the platform's list")},
                    {.id = QStringLiteral("ranges"),
                     .label = Words::tr("Address ranges"),
                     .value = ranges,
                     .hint = Words::tr("As in 192.0.2.0/24, 2001:db8::/32; they count for selected networks"),
                     .error =
                         [](const QVariant &value) {
                             const auto checked = rangesFrom(value.toString());
                             return checked ? QString() : refusalOf(checked.error()).whole();
                         },
                     .optional = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            command::SetFirewall rules{s.target.vault()};
            const auto access = stringOf(values, "access");
            rules.access = access == QLatin1String("all")        ? Firewall::Access::AllNetworks
                           : access == QLatin1String("selected") ? Firewall::Access::SelectedNetworks
                                                                 : Firewall::Access::Disabled;
            rules.trustedServices = values.value(QStringLiteral("trusted")).toBool();
            KEYWARD_TRY(rules.ranges, rangesFrom(stringOf(values, "ranges")));
            return Deed{std::move(rules)};
        },
        .previews = true,
    };
});

} // namespace
} // namespace keyward::models
