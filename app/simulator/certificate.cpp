// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/certificate.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <cstdint>
#include <stdexcept>

namespace sk::simulator {

namespace {

void require(bool done, const char *what)
{
    if (!done)
        throw std::runtime_error(std::string("certificate: ") + what);
}

Key makeKey()
{
    Key key(EVP_EC_gen("P-256"));
    require(key != nullptr, "key");
    return key;
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    require(extension != nullptr, "extension");
    const int added = X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    require(added == 1, "extension");
}

void setSerial(X509 *certificate)
{
    std::uint64_t serial = 0;
    require(RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) == 1, "random");
    require(ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1U) == 1, "serial");
}

/// A certificate without extensions and signature.
Certificate makeBlank(const char *name, EVP_PKEY *key, std::time_t notBefore, std::time_t notAfter)
{
    Certificate certificate(X509_new());
    require(certificate != nullptr, "memory");
    require(X509_set_version(certificate.get(), 2) == 1, "version");
    setSerial(certificate.get());
    require(ASN1_TIME_set(X509_getm_notBefore(certificate.get()), notBefore) != nullptr, "start");
    require(ASN1_TIME_set(X509_getm_notAfter(certificate.get()), notAfter) != nullptr, "end");
    require(X509_set_pubkey(certificate.get(), key) == 1, "public key");
    const auto *text = reinterpret_cast<const unsigned char *>(name);
    require(X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8, text, -1, -1, 0)
                == 1,
            "name");
    return certificate;
}

std::string pemOf(X509 *certificate)
{
    BIO *memory = BIO_new(BIO_s_mem());
    require(memory != nullptr, "memory");
    const int written = PEM_write_bio_X509(memory, certificate);
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    std::string pem(data, static_cast<std::size_t>(size));
    BIO_free(memory);
    require(written == 1, "PEM");
    return pem;
}

} // namespace

ServerIdentity makeServerIdentity(std::time_t notBefore, std::time_t notAfter)
{
    const Key caKey = makeKey();
    const Certificate ca = makeBlank("Sellerkeep simulator CA", caKey.get(), notBefore, notAfter);
    require(X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get())) == 1, "issuer");
    addExtension(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(ca.get(), ca.get(), NID_subject_key_identifier, "hash");
    require(X509_sign(ca.get(), caKey.get(), EVP_sha256()) > 0, "signature");

    ServerIdentity identity;
    identity.key = makeKey();
    identity.certificate = makeBlank("localhost", identity.key.get(), notBefore, notAfter);
    X509 *leaf = identity.certificate.get();
    require(X509_set_issuer_name(leaf, X509_get_subject_name(ca.get())) == 1, "issuer");
    addExtension(leaf, ca.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(leaf, ca.get(), NID_key_usage, "critical,digitalSignature");
    addExtension(leaf, ca.get(), NID_ext_key_usage, "serverAuth");
    addExtension(leaf, ca.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    addExtension(leaf, ca.get(), NID_subject_key_identifier, "hash");
    addExtension(leaf, ca.get(), NID_authority_key_identifier, "keyid:always");
    require(X509_sign(leaf, caKey.get(), EVP_sha256()) > 0, "signature");
    identity.caPem = pemOf(ca.get());
    return identity;
}

} // namespace sk::simulator
