// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>
#include <memory>
#include <string>

#include <openssl/evp.h>
#include <openssl/x509.h>

namespace sk::simulator {

struct KeyDeleter
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
struct CertificateDeleter
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using Key = std::unique_ptr<EVP_PKEY, KeyDeleter>;
using Certificate = std::unique_ptr<X509, CertificateDeleter>;

/// A throw-away authority and a server certificate for localhost and 127.0.0.1. The keys exist in
/// memory only; the authority's key is gone once this is built.
struct ServerIdentity
{
    std::string caPem;
    Certificate certificate;
    Key key;
};

/// Makes one, EC P-256. @throws std::runtime_error when OpenSSL refuses.
ServerIdentity makeServerIdentity(std::time_t notBefore, std::time_t notAfter);

} // namespace sk::simulator
