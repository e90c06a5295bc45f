// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tls_server.certificates.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <atomic>

namespace sk::test {

namespace {

using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Cert = std::unique_ptr<X509, Release<X509_free>>;

void extend(X509 *certificate, int nid, const std::string &value)
{
    std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str()));
    X509_add_ext(certificate, extension.get(), -1);
}

/// `issuer` null: self-signed.
Cert make(const Certificate &wish, EVP_PKEY *key, X509 *issuer, EVP_PKEY *signingKey, bool authority)
{
    static std::atomic<long> serial = 1000;
    Cert made(X509_new());
    X509_set_version(made.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial++);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), wish.fromDays * 86'400);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), wish.untilDays * 86'400);
    X509_NAME *subject = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wish.commonName.c_str()), -1, -1, 0);
    X509_set_issuer_name(made.get(), issuer ? X509_get_subject_name(issuer) : subject);
    X509_set_pubkey(made.get(), key);
    extend(made.get(), NID_basic_constraints, authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (authority)
        extend(made.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    if (!authority && !wish.names.empty())
        extend(made.get(), NID_subject_alt_name, wish.names);
    X509_sign(made.get(), signingKey, EVP_sha256());
    return made;
}

Key makeKey(bool rsa)
{
    return Key(rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"));
}

QByteArray toPem(X509 *certificate)
{
    std::unique_ptr<BIO, Release<BIO_free_all>> memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(memory.get(), certificate);
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

/// The two authorities of a server; the foreign one is not in its caPem().
struct Authorities
{
    Key key = makeKey(false);
    Key foreignKey = makeKey(false);
    Cert own = make({"Sellerkeep test CA", {}}, key.get(), nullptr, key.get(), true);
    Cert foreign = make({"Strange CA", {}}, foreignKey.get(), nullptr, foreignKey.get(), true);
};

Context makeContext(const Certificate &wish, const TlsServer::Options &options, const Authorities &by)
{
    const Key key = makeKey(options.onlyOldTls || options.onlyWeakCipher);
    X509 *issuer = wish.selfSigned ? nullptr : wish.foreignAuthority ? by.foreign.get() : by.own.get();
    EVP_PKEY *signer = wish.selfSigned ? key.get() : wish.foreignAuthority ? by.foreignKey.get() : by.key.get();
    const Cert leaf = make(wish, key.get(), issuer, signer, false);
    Context context(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_use_certificate(context.get(), leaf.get());
    SSL_CTX_use_PrivateKey(context.get(), key.get());
    if (options.onlyOldTls) {
        SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");
        SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context.get(), TLS1_1_VERSION);
    } else if (options.onlyWeakCipher) {
        SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION);
        SSL_CTX_set_cipher_list(context.get(), "AES128-SHA:AES128-GCM-SHA256");
    }
    return context;
}

} // namespace

Identity makeIdentity(const TlsServer::Options &options)
{
    const Authorities authorities;
    Identity made;
    made.caPem = toPem(authorities.own.get());
    made.context = makeContext(options.certificate, options, authorities);
    if (options.later)
        made.later = makeContext(*options.later, options, authorities);
    return made;
}

} // namespace sk::test
