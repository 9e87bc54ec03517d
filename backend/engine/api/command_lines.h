// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/key_tasks.h"
#include "backend/engine/api/workplace.h"
#include "backend/estate/plans/guides.h"

#include <map>

namespace keyward::engine {

/// What is done to the keystore itself, and to stored data, beside what is in it: no command of the estate.
struct StoreDeed {
    enum class What : std::uint8_t {
        ChangePassphrase,
        AddPassphrase,
        AddRecoveryKey,
        AddSystemKeyring,
        RemoveSlot, ///< about: its id
        Verify,
        VerifyLog,    ///< about: a JSON report to compare with, or nothing
        VerifyReport, ///< about: the report
        AcceptClock,
        LockAgent,
        CheckPoint,     ///< about: the id of a recovery point
        CheckProtector, ///< about: a SQL server
        ExportDatabase, ///< about: SERVER/NAME
        TestReceiver,   ///< about: a SIEM receiver
        AddProfile,     ///< file: that a profile of the customer's own is in
    };
    What what = What::Verify;
    std::string about = {};
    std::string label = {};  ///< of a new slot
    std::string signer = {}; ///< fingerprint of whoever must have signed a report; empty: this keystore
    std::string file = {};   ///< a new one that is written, but for AddProfile
    bool quick = false;      ///< stored data is left out
};

/// What is done with a client secret of an application: it is no command of the estate, which never holds the secret.
struct SecretDeed {
    enum class What : std::uint8_t { Add, Check };
    What what = What::Add;
    estate::PrincipalId application;
    std::string label = {}; ///< of a new one
    Millis lifetime{};      ///< of a new one
};

/// What is done with what is stored of a bot: no command of the estate, which knows nothing of it.
struct BotDeed {
    enum class What : std::uint8_t {
        Configure,     ///< settings; an absent value takes one away
        SetChannel,    ///< channel, settings, secret
        RemoveChannel, ///< channel
        SetEndpoint,   ///< url, file
        Send,          ///< conversation, channel, text, file
        GoOn,          ///< encrypting its data anew
    };
    What what = What::Configure;
    std::string bot = {};
    std::map<std::string, std::optional<std::string>> settings = {};
    std::string channel = {};
    bool secret = false;   ///< it gets one, which is asked for
    std::string url = {};  ///< empty: none
    std::string file = {}; ///< certificates to trust; what is attached
    std::string conversation = {};
    std::string text = {};
};

/// What is done with the files of a resource: likewise.
struct StorageDeed {
    enum class What : std::uint8_t { Put, Get, Delete };
    What what = What::Put;
    std::string resource = {};
    std::string path = {};
    std::string file = {}; ///< that it is put from, or got into
    bool overwrite = false;
};

/// What is done with snapshots of a disk, beside commands.
struct DiskDeed {
    enum class What : std::uint8_t { Take, Restore };
    What what = What::Take;
    std::string disk = {};
    std::string snapshot = {};
    std::string made = {}; ///< the new disk
};

/// A SIEM receiver whose authorities come from a file: its command has what stands there, not where.
struct TrustDeed {
    estate::command::AddSiemReceiver receiver;
    std::string file;
};

/// CON-8: what is done in a window, as a line of the command line that does the same. Lines are written beside the
/// grammar that reads them; whoever shows one is given this and asks. Thread-safe.
class CommandLines
{
public:
    virtual ~CommandLines() = default;
    /// Complete: the line alone does the same to the same estate. Empty for what nobody types. Overriding: although
    /// something in use loses access.
    virtual std::string lineOf(const estate::Estate &estate, const estate::Action &action, bool overriding) const = 0;
    std::string lineOf(const estate::Estate &estate, const estate::Action &action) const
    {
        return lineOf(estate, action, false);
    }
    /// The whole way to a goal. Acknowledging: a step of it cannot be taken back.
    virtual std::string lineOf(const estate::Estate &estate, const estate::Goal &goal, bool acknowledging) const = 0;
    /// … with all that the plan needs to be agreed to.
    virtual std::string lineOf(const estate::Estate &estate, const estate::GuideGoal &goal,
                               const estate::Plan &plan) const = 0;
    virtual std::string lineOf(const ReportRequest &request) const = 0;
    virtual std::string lineOf(const estate::Estate &estate, const KeyTask &task) const = 0;
    virtual std::string lineOf(const StoreDeed &deed) const = 0; ///< secrets are asked for when it is run
    virtual std::string lineOf(const estate::Estate &estate, const SecretDeed &deed) const = 0; ///< likewise

    virtual std::string lineOf(const TrustDeed &deed) const = 0;
    virtual std::string lineOf(const BotDeed &deed) const = 0; ///< likewise
    virtual std::string lineOf(const StorageDeed &deed) const = 0;
    virtual std::string lineOf(const DiskDeed &deed) const = 0;

    std::string undoOf(const std::optional<estate::Undo> &undo) const; ///< empty if nothing takes it back
    /// One for each step, empty where nothing is needed. A step names what the steps before it make, so each is worded
    /// on the estate that those leave.
    std::vector<std::string> linesOf(const estate::Estate &estate, const estate::Plan &plan) const;
    /// As in estate/impact.h; what mends the reasons of today is named by its line.
    std::string staysLost(const estate::Estate &before, const estate::Impact::Effect &effect) const;
};

} // namespace keyward::engine
