// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done to the keystore itself is declared in store, slot, unlock and audit commands; its lines stand together.

#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"

namespace keyward::ctl {

namespace {

Line addSlot(const char *kind, const std::string &label)
{
    Line line("store slot add");
    line.word(kind);
    if (!label.empty()) line.option("--label", label);
    return line;
}

Line written(const engine::StoreDeed &deed)
{
    using What = engine::StoreDeed::What;
    switch (deed.what) {
    case What::ChangePassphrase: return Line("store passphrase change");
    case What::AddPassphrase: return addSlot("passphrase", deed.label);
    case What::AddRecoveryKey: return addSlot("recovery-key", deed.label);
    case What::AddSystemKeyring: return addSlot("system-keyring", deed.label);
    case What::RemoveSlot: return Line("store slot remove").word(deed.about.substr(0, 12)).flag("--yes");
    case What::Verify: return Line("store verify").flag("--quick", deed.quick);
    case What::VerifyLog: {
        Line line("audit verify");
        return deed.about.empty() ? line : line.option("--against", deed.about);
    }
    case What::VerifyReport: {
        Line line("report verify");
        line.word(deed.about);
        return deed.signer.empty() ? line : line.option("--signer", deed.signer);
    }
    case What::AcceptClock: return Line("clock accept");
    case What::LockAgent: return Line("lock");
    case What::CheckPoint: return Line("backup check").word(deed.about.substr(0, 12));
    case What::CheckProtector: return Line("sql protector check").word(deed.about);
    case What::AddProfile: return Line("catalogue add").word(deed.file);
    case What::TestReceiver: return Line("siem test").word(deed.about);
    case What::ExportDatabase: return Line("sql database export").word(deed.about).option("--output", deed.file);
    }
    std::unreachable();
}

} // namespace

std::string KeywardctlLines::lineOf(const engine::StoreDeed &deed) const { return written(deed).text(); }

} // namespace keyward::ctl
