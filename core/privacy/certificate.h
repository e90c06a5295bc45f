// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/erasure.h"
#include "core/secrets/signature.h"

namespace sk::privacy {

/// The file of a certificate: indented JSON with sorted members, its Ed25519 signature (RFC 8032) over the
/// `certificate` member in the canonical form of RFC 8785. `seed` is the profile's audit signing seed.
[[nodiscard]] Bytes signedCertificate(const model::ErasureCertificate &certificate, const secrets::Secret &seed);

/// A certificate file that was read.
struct ReadCertificate
{
    model::ErasureCertificate certificate;
    secrets::PublicKey publicKey{};
    bool signatureValid = false;
    Sha256 hash{}; ///< of the file: what the audit log remembers of it
};

/// Reads a certificate file. CertificateBroken for anything that is not one, and for a file that differs in a single
/// byte, white space included, from what signedCertificate() writes for the same content.
[[nodiscard]] Result<ReadCertificate> readCertificate(ByteView file);

} // namespace sk::privacy
