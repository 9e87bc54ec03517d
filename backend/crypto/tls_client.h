// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"

#include <expected>

namespace keyward::crypto {

/// Why a TLS connection came to nothing.
struct TlsFailure {
    bool untrusted = false; ///< whoever answers does not prove to be the peer; else the protocol or the line failed
    std::string why;        ///< a few words
};
template <class T> using TlsResult = std::expected<T, TlsFailure>;

/// Whom to expect at the other end: MOD-18, nobody is talked to unverified.
struct TlsPeer {
    std::string name;    ///< the host name, or the address, that its certificate has to be for
    std::string trusted; ///< certificates of authorities, PEM; empty: those that the system trusts
};

/// The client's side of TLS 1.2 or later (RFC 5246, 8446), without a socket: bytes that came are put in, bytes to be
/// sent are taken out, so that whoever carries them minds time and signals. Not thread-safe.
class TlsClient
{
public:
    /// Fails where the authorities cannot be read.
    static TlsResult<std::unique_ptr<TlsClient>> create(Context &context, const TlsPeer &peer);
    ~TlsClient();
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    void received(ByteView bytes);
    void lineEnded(); ///< the peer sends no more: what it owes now is a failure
    Bytes toSend();   ///< after each of the calls below; may be empty

    // Each says whether it is done; if not, more has to be received.
    TlsResult<bool> handshake();
    TlsResult<void> put(ByteView plain); ///< after the handshake
    /// Says that nothing more will come, and waits until the peer says so too (RFC 5425, 4.4), which nobody on the way
    /// can say for it. What it sends until then is dropped.
    TlsResult<bool> close();

private:
    struct Parts;
    explicit TlsClient(std::unique_ptr<Parts> parts);
    TlsFailure failure(const Sentence &during) const;
    std::unique_ptr<Parts> m_parts;
};

/// How many certificates there are in a PEM text, none of them anything else. Code::ValueInvalid
Result<std::size_t> certificatesIn(Context &context, const std::string &pem);

} // namespace keyward::crypto
