// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sk::model {

/// What an erasure takes away.
enum class ErasureScope : std::uint8_t { Connection, Profile, Order };
/// Why: part of the certificate (DEL-4) and of the register of deletion requests (DEL-6).
enum class ErasureReason : std::uint8_t { OwnerRequest, DisconnectedTooLong, AmazonRequest, BuyerRequest };

/// How much of one kind of data went: `orders`, `order-items`, `pii-values`, `keychain-entries`, …
struct ErasedCount
{
    std::string what;
    std::int64_t erased = 0;

    friend bool operator==(const ErasedCount &, const ErasedCount &) = default;
};

/// One way in which the erasure was checked afterwards.
struct ErasureCheck
{
    std::string what;          ///< `rows`, `vault-pages`, `pii-pages`, `files`, `keychain`
    std::int64_t examined = 0; ///< bytes, rows or entries looked at
    std::int64_t found = 0;    ///< remnants; 0 is the proof
    bool done = true;          ///< false: could not be done, e.g. for want of memory

    friend bool operator==(const ErasureCheck &, const ErasureCheck &) = default;
};

/// The erasure certificate (DEL-4): what went, when, why, by whom, how that was verified, and what is out of reach.
/// Signed with the profile's audit key; see privacy/certificate.h. Ids only: no PII is in it.
struct ErasureCertificate
{
    std::string id; ///< UUID
    std::string profileId;
    std::string profileName;
    ErasureScope scope = ErasureScope::Connection;
    std::string subject; ///< connection id, profile id or order id
    std::string label;   ///< the connection's, as the user named it
    ErasureReason reason = ErasureReason::OwnerRequest;
    std::string by; ///< the person's slot: `owner`
    Time begun{};
    Time finished{};
    std::vector<ErasedCount> counts;
    std::vector<ErasureCheck> checks;
    std::vector<std::string> outOfReach; ///< words: `exports-moved`, `exports-older`, `os-snapshots`, `amazon`, …
    std::int64_t auditSeq = 0;           ///< the log's last entry when the certificate was made
    std::string auditHead;               ///< its hash, hexadecimal

    /// Every check was done and found nothing.
    [[nodiscard]] bool isClean() const;
};

/// A certificate with the file to hand out.
struct Erased
{
    ErasureCertificate certificate;
    std::string file; ///< signed JSON, see privacy/certificate.h
};

/// What `certificate verify` says.
struct CertificateVerdict
{
    ErasureCertificate certificate;
    bool signatureValid = false;
    /// The vault of the profile is here: its audit key made the signature, its log has the certificate's hash, and
    /// nothing of the subject is in it. Absent when there is no such profile (any more).
    std::optional<bool> matchesProfile;
    std::int64_t rowsRestored = 0; ///< rows of the subject that are there again

    [[nodiscard]] bool holds() const { return signatureValid && matchesProfile.value_or(true) && rowsRestored == 0; }
};

/// Stable words: `connection`, `owner-request`, …
[[nodiscard]] std::string_view toWord(ErasureScope scope);
[[nodiscard]] std::string_view toWord(ErasureReason reason);
[[nodiscard]] std::optional<ErasureScope> erasureScopeFromWord(std::string_view word);
[[nodiscard]] std::optional<ErasureReason> erasureReasonFromWord(std::string_view word);

} // namespace sk::model
