// SPDX-License-Identifier: Apache-2.0
#include "platform/net/tls.h"

#include <arpa/inet.h>
#include <array>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace amends::net {
namespace {

std::string last_error()
{
    const char* reason = ERR_reason_error_string(ERR_get_error());
    ERR_clear_error();
    return reason == nullptr ? "TLS failed" : std::string("TLS: ") + reason;
}

bool is_address(const std::string& host)
{
    std::array<unsigned char, sizeof(in6_addr)> parsed{};
    return inet_pton(AF_INET, host.c_str(), parsed.data()) == 1 ||
           inet_pton(AF_INET6, host.c_str(), parsed.data()) == 1;
}

struct FreeContext {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct FreeSession {
    void operator()(SSL* session) const { SSL_free(session); }
};

} // namespace

struct TlsFilter::State {
    std::unique_ptr<SSL_CTX, FreeContext> context{};
    std::unique_ptr<SSL, FreeSession> session{};
    BIO* from_wire = nullptr; // Both belong to the session.
    BIO* to_wire = nullptr;

    bool prepare(const std::string& ca_file)
    {
        context.reset(SSL_CTX_new(TLS_client_method()));
        if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1) return false;
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
        return ca_file.empty() ? SSL_CTX_set_default_verify_paths(context.get()) == 1
                               : SSL_CTX_load_verify_file(context.get(), ca_file.c_str()) == 1;
    }

    bool address(const std::string& host) const
    {
        // A server name is a name: an address is checked, but not announced (RFC 6066).
        if (is_address(host)) return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session.get()), host.c_str()) == 1;
        SSL_set_hostflags(session.get(), X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        return SSL_set1_host(session.get(), host.c_str()) == 1 &&
               SSL_set_tlsext_host_name(session.get(), host.c_str()) == 1; // NOLINT: OpenSSL's macro casts.
    }

    bool open(const std::string& host)
    {
        session.reset(SSL_new(context.get()));
        if (!session) return false;
        from_wire = BIO_new(BIO_s_mem());
        to_wire = BIO_new(BIO_s_mem());
        SSL_set_bio(session.get(), from_wire, to_wire);
        SSL_set_connect_state(session.get());
        return from_wire != nullptr && to_wire != nullptr && address(host);
    }
};

std::expected<std::unique_ptr<TlsFilter>, std::string> TlsFilter::client(const std::string& host,
                                                                         const std::string& ca_file)
{
    auto state = std::make_unique<State>();
    if (!state->prepare(ca_file)) {
        ERR_clear_error();
        return std::unexpected("cannot read the trusted certificates" + (ca_file.empty() ? "" : " in " + ca_file));
    }
    if (!state->open(host)) return std::unexpected(last_error());
    return std::unique_ptr<TlsFilter>(new TlsFilter(std::move(state)));
}

TlsFilter::TlsFilter(std::unique_ptr<State> state) : state_(std::move(state)) {}
TlsFilter::~TlsFilter() = default;

void TlsFilter::feed(std::string_view encrypted)
{
    BIO_write(state_->from_wire, encrypted.data(), static_cast<int>(encrypted.size()));
}

std::string TlsFilter::take()
{
    std::string encrypted(BIO_ctrl_pending(state_->to_wire), '\0');
    if (!encrypted.empty()) BIO_read(state_->to_wire, encrypted.data(), static_cast<int>(encrypted.size()));
    return encrypted;
}

std::string TlsFilter::trouble() const
{
    const auto verdict = SSL_get_verify_result(state_->session.get());
    if (verdict == X509_V_OK) return last_error();
    ERR_clear_error();
    return std::string("certificate refused: ") + X509_verify_cert_error_string(verdict);
}

std::expected<bool, std::string> TlsFilter::shake_hands()
{
    ERR_clear_error();
    const int result = SSL_do_handshake(state_->session.get());
    if (result == 1) return true;
    if (SSL_get_error(state_->session.get(), result) == SSL_ERROR_WANT_READ) return false;
    return std::unexpected(trouble());
}

std::expected<void, std::string> TlsFilter::encrypt(std::string_view plain)
{
    if (plain.empty()) return {};
    ERR_clear_error();
    // A BIO in memory takes everything at once.
    const int result = SSL_write(state_->session.get(), plain.data(), static_cast<int>(plain.size()));
    if (result == static_cast<int>(plain.size())) return {};
    return std::unexpected(trouble());
}

std::expected<bool, std::string> TlsFilter::decrypt(std::string& plain)
{
    std::array<char, 16384> chunk{};
    for (;;) {
        ERR_clear_error();
        const int result = SSL_read(state_->session.get(), chunk.data(), static_cast<int>(chunk.size()));
        if (result > 0) plain.append(chunk.data(), static_cast<std::size_t>(result));
        else {
            const int why = SSL_get_error(state_->session.get(), result);
            if (why == SSL_ERROR_WANT_READ) return false;
            if (why == SSL_ERROR_ZERO_RETURN) return true;
            return std::unexpected(trouble());
        }
    }
}

} // namespace amends::net
