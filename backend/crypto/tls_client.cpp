// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/tls_client.h"

#include "backend/base/network.h"
#include "backend/crypto/openssl_support.h"

#include <array>
#include <functional>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace keyward::crypto {
namespace {

using SslCtxPtr = std::unique_ptr<SSL_CTX, Freer<SSL_CTX_free>>;
using SslPtr = std::unique_ptr<SSL, Freer<SSL_free>>;
using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;

constexpr int securityLevel = 2; ///< 112 bits: no RSA below 2048, no SHA-1 in signatures

std::string lastReason(const Sentence &otherwise)
{
    const auto code = ::ERR_peek_last_error();
    const bool ended = ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
    const char *reason = code && !ended ? ::ERR_reason_error_string(code) : nullptr;
    std::string out = reason ? reason : otherwise.text();
    ::ERR_clear_error();
    return out;
}

std::unexpected<TlsFailure> refused(std::string why) { return std::unexpected(TlsFailure{false, std::move(why)}); }

/// Each certificate of a PEM text. False where there is something else in it.
bool eachIn(Context &context, const std::string &pem, const std::function<bool(X509 &)> &take)
{
    const BioPtr in(::BIO_new_mem_buf(pem.data(), intSize(pem.size())));
    while (in) {
        X509 *raw = ::X509_new_ex(context.native(), nullptr);
        const bool read = raw && ::PEM_read_bio_X509(in.get(), &raw, nullptr, nullptr);
        const X509Ptr one(raw);
        if (!read) {
            const auto code = ::ERR_peek_last_error();
            ::ERR_clear_error();
            return ERR_GET_REASON(code) == PEM_R_NO_START_LINE; // the end
        }
        if (!take(*one)) return false;
    }
    return false;
}

} // namespace

struct TlsClient::Parts {
    SslCtxPtr settings;
    SslPtr session;
    BIO *in = nullptr; ///< of the session
    BIO *out = nullptr;
    bool closing = false;
};

TlsClient::TlsClient(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
TlsClient::~TlsClient() = default;

TlsResult<std::unique_ptr<TlsClient>> TlsClient::create(Context &context, const TlsPeer &peer)
{
    ::ERR_clear_error();
    auto parts = std::make_unique<Parts>();
    parts->settings.reset(::SSL_CTX_new_ex(context.native(), nullptr, ::TLS_client_method()));
    auto *settings = parts->settings.get();
    if (!settings || ::SSL_CTX_set_min_proto_version(settings, TLS1_2_VERSION) != 1 ||
        ::SSL_CTX_set_cipher_list(settings, "ECDHE+AESGCM:ECDHE+CHACHA20") != 1)
        return refused(lastReason(said("TLS cannot be set up")));
    ::SSL_CTX_set_security_level(settings, securityLevel);
    ::SSL_CTX_set_verify(settings, SSL_VERIFY_PEER, nullptr);
    ::SSL_CTX_set_options(settings, SSL_OP_NO_RENEGOTIATION);
    if (peer.trusted.empty()) {
        if (::SSL_CTX_set_default_verify_paths(settings) != 1)
            return refused(lastReason(said("the system's list of trusted authorities cannot be read")));
    } else {
        auto *store = ::SSL_CTX_get_cert_store(settings);
        const bool whole =
            eachIn(context, peer.trusted, [&](X509 &one) { return ::X509_STORE_add_cert(store, &one) == 1; });
        if (!whole) return refused(said("the certificates of its authorities cannot be read").text());
        // An authority below the topmost is enough where it was named; nobody else's word is.
        ::X509_VERIFY_PARAM_set_flags(::SSL_CTX_get0_param(settings), X509_V_FLAG_PARTIAL_CHAIN);
    }
    parts->session.reset(::SSL_new(settings));
    auto *session = parts->session.get();
    parts->in = ::BIO_new(::BIO_s_mem());
    parts->out = ::BIO_new(::BIO_s_mem());
    if (!session || !parts->in || !parts->out) {
        ::BIO_free(parts->in);
        ::BIO_free(parts->out);
        return refused(lastReason(said("there is no memory")));
    }
    ::BIO_set_mem_eof_return(parts->in, -1);
    ::SSL_set_bio(session, parts->in, parts->out); // owns both now
    ::SSL_set_connect_state(session);
    auto *wanted = ::SSL_get0_param(session);
    ::X509_VERIFY_PARAM_set_hostflags(wanted, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    const bool address = IpAddress::from(peer.name).has_value();
    const bool named = address ? ::X509_VERIFY_PARAM_set1_ip_asc(wanted, peer.name.c_str()) == 1
                               : ::SSL_set1_host(session, peer.name.c_str()) == 1 &&
                                     ::SSL_set_tlsext_host_name(session, peer.name.c_str()) == 1;
    if (!named || peer.name.empty())
        return refused(said("'{0}' is no name that a certificate can be for", peer.name).text());
    return std::unique_ptr<TlsClient>(new TlsClient(std::move(parts)));
}

void TlsClient::received(ByteView bytes)
{
    if (!bytes.empty()) ::BIO_write(m_parts->in, bytes.data(), intSize(bytes.size()));
}

void TlsClient::lineEnded() { ::BIO_set_mem_eof_return(m_parts->in, 0); }

Bytes TlsClient::toSend()
{
    Bytes out(::BIO_ctrl_pending(m_parts->out));
    if (!out.empty()) ::BIO_read(m_parts->out, out.data(), intSize(out.size()));
    return out;
}

TlsFailure TlsClient::failure(const Sentence &during) const
{
    const auto verdict = ::SSL_get_verify_result(m_parts->session.get());
    if (verdict != X509_V_OK) {
        ::ERR_clear_error();
        return {true, ::X509_verify_cert_error_string(verdict)};
    }
    return {false, lastReason(during)};
}

TlsResult<bool> TlsClient::handshake()
{
    ::ERR_clear_error();
    const int done = ::SSL_do_handshake(m_parts->session.get());
    if (done == 1) return true;
    if (::SSL_get_error(m_parts->session.get(), done) == SSL_ERROR_WANT_READ) return false;
    return std::unexpected(failure(said("the connection ended within the handshake")));
}

TlsResult<void> TlsClient::put(ByteView plain)
{
    ::ERR_clear_error();
    while (!plain.empty()) {
        std::size_t taken = 0;
        if (::SSL_write_ex(m_parts->session.get(), plain.data(), plain.size(), &taken) != 1)
            return std::unexpected(failure(said("the connection ended")));
        plain = plain.subspan(taken);
    }
    return {};
}

TlsResult<bool> TlsClient::close()
{
    ::ERR_clear_error();
    auto *session = m_parts->session.get();
    if (!std::exchange(m_parts->closing, true) && ::SSL_shutdown(session) < 0)
        return std::unexpected(failure(said("the connection ended")));
    std::array<char, 4096> dropped{};
    for (;;) {
        std::size_t size = 0;
        if (::SSL_read_ex(session, dropped.data(), dropped.size(), &size) == 1) continue;
        switch (::SSL_get_error(session, 0)) {
        case SSL_ERROR_ZERO_RETURN: return true;
        case SSL_ERROR_WANT_READ: return false;
        default:
            return std::unexpected(failure(said("it ended the connection without saying that it read everything")));
        }
    }
}

Result<std::size_t> certificatesIn(Context &context, const std::string &pem)
{
    std::size_t count = 0;
    const bool whole = eachIn(context, pem, [&](X509 &) { return ++count > 0; });
    if (!whole || count == 0) return fail(Code::ValueInvalid, {}, {"list of certificates", "PEM"});
    return count;
}

} // namespace keyward::crypto
