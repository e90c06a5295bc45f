// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/tls_server.h"

#include <openssl/ssl.h>

namespace sk::test {

/// Lets a unique_ptr free what OpenSSL made.
template <auto release>
struct Release
{
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Context = std::unique_ptr<SSL_CTX, Release<SSL_CTX_free>>;

/// What a TlsServer presents, and the authority its clients should trust.
struct Identity
{
    Context context;
    Context later; ///< for all connections but the first; null if the same
    QByteArray caPem;
};

[[nodiscard]] Identity makeIdentity(const TlsServer::Options &options);

} // namespace sk::test
