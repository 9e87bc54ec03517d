// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/ids.h"

#include <variant>

/// TDE-19: where the entries of the log go besides (SIEM: security information and event management).
namespace keyward::estate {

/// A port of a host.
struct HostPort {
    std::string host; ///< a name or an address, without brackets
    std::uint16_t port = 0;
    bool operator==(const HostPort &) const = default;
};
/// "siem.example.org:6514", "192.0.2.7:514", "[2001:db8::7]:514". Code::ValueInvalid
Result<HostPort> hostPortFrom(const std::string &text);
std::string hostPortText(const HostPort &place);

/// JSON, one line for each entry.
struct SiemFile {
    static constexpr std::uint64_t recordedAs = 1;
    std::string path; ///< absolute
    bool operator==(const SiemFile &) const = default;
};
/// RFC 5424 in frames that tell their length (RFC 6587, 3.4.1): readable and forgeable on the way.
struct SiemTcp {
    static constexpr std::uint64_t recordedAs = 2;
    HostPort at;
    bool operator==(const SiemTcp &) const = default;
};
/// The same within TLS (RFC 5425).
struct SiemTls {
    static constexpr std::uint64_t recordedAs = 3;
    HostPort at;
    std::string serverName; ///< that its certificate is for; empty: the host's own
    std::string trusted;    ///< certificates of authorities, PEM; empty: those that the system trusts
    const std::string &name() const { return serverName.empty() ? at.host : serverName; }
    bool operator==(const SiemTls &) const = default;
};
using SiemTarget = std::variant<SiemFile, SiemTcp, SiemTls>;
std::string_view transportText(const SiemTarget &target); ///< file, tcp, tls
std::string placeText(const SiemTarget &target);          ///< the path, or host and port
std::string targetText(const SiemTarget &target);         ///< "tls siem.example.org:6514"

/// A receiver takes nothing at present. Values never change their meaning.
struct SiemOutage {
    enum class Kind : std::uint8_t {
        Unreachable = 1, ///< there is no connection
        NotTrusted,      ///< whoever answers does not prove to be it
        NotConfirmed,    ///< it did not read to the end what was sent
        FileRefused,     ///< its file cannot be written to, or holds something else
        LogDiffers,      ///< it has entries that the log does not have
        LogUnreadable,   ///< the log could not be read, or how far it is could not be kept
    };
    Kind kind = Kind::Unreachable;
    Instant since{};
    std::string reason;     ///< one sentence
    std::uint64_t next = 0; ///< the first entry that it lacks
    bool operator==(const SiemOutage &) const = default;
};

/// How far it is stands beside the keystore (engine/api/siem.h): an entry about each batch would be one more to send.
struct SiemReceiver {
    SiemReceiverId id;
    std::string name;
    SiemTarget target;
    bool fromStart = false; ///< from the log's first entry on; else from the one about its being added
    Instant created{};
    std::optional<SiemOutage> outage = {};
};
std::string siemFolder(const SiemReceiverId &receiver); ///< below STORE.d: where its position is kept

// How they are laid out in their records.
KEYWARD_FIELDS(HostPort, s.host, s.port)
KEYWARD_FIELDS(SiemFile, s.path)
KEYWARD_FIELDS(SiemTcp, s.at)
KEYWARD_FIELDS(SiemTls, s.at, s.serverName, s.trusted)
KEYWARD_FIELDS(SiemOutage, s.kind, s.since, s.reason, s.next)
KEYWARD_RECORD(SiemReceiver, 1, first(s.id, s.name, s.target, s.fromStart, s.created, s.outage))

} // namespace keyward::estate
