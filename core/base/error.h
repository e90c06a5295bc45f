// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sk {

/// Every way in which Sellerkeep can fail, told apart as far as the user's next step differs.
enum class ErrorKind {
    Usage,               ///< the call's words are off
    NotFound,            ///< no such profile, connection, data set, feature, file
    AlreadyExists,       ///< a profile or connection of that name is there
    Cancelled,           ///< stopped on purpose: interrupt, shutdown, disconnect
    ProfileBusy,         ///< another process owns the profile and does not answer
    KeychainLocked,      ///< there, but it does not give or take secrets now
    KeychainUnavailable, ///< no Secret Service, no session bus
    KeychainEmptied,     ///< works, but our entries are gone while a vault exists
    RatchetLost,         ///< works, but the expiry key of one connection is gone from it
    WrongPassphrase,     ///< the sealed file does not open with it
    KeyFileDamaged,      ///< slot file or sealed file unreadable
    VaultMissing,        ///< file absent or zero length although the profile exists
    VaultWrongKey,       ///< intact elsewhere, but not with our key
    VaultDamaged,        ///< a page fails its HMAC or SQLite's checks
    VaultTruncated,      ///< shorter than its own header says
    VaultNewer,          ///< written by a newer Sellerkeep
    VaultForeign,        ///< another program's or another profile's file
    VaultRolledBack,     ///< an older file was put back: the anchor does not match
    DiskFull,
    Database,          ///< any other answer of SQLite
    File,              ///< reading or writing a file failed
    NetworkDrive,      ///< a vault does not belong there: its locks cannot be relied on
    AuditBroken,       ///< the hash chain does not verify
    CertificateBroken, ///< an erasure certificate is not as it was signed, or not of this profile
    ErasureIncomplete, ///< something of what was erased is still there, or there again
    HoldInForce,       ///< a tax or legal hold stands against an erasure
    ClockWrong,        ///< the machine's clock cannot be used for this
    Offline,           ///< no route, DNS failure, connection refused or dropped
    Timeout,
    TlsRefused, ///< certificate, host name, protocol or cipher not acceptable
    RedirectRefused,
    HostNotAllowed, ///< not on the region's list, or not loopback for a custom endpoint
    ResponseTooLarge,
    MalformedResponse,    ///< not what the model promises; detail names the path
    Throttled,            ///< HTTP 429
    ServerError,          ///< HTTP 5xx
    RequestRefused,       ///< HTTP 400, 404 and kin: our request does not please
    AuthorisationRevoked, ///< LWA invalid_grant
    ClientRefused,        ///< LWA invalid_client: id and secret do not belong together
    ClientSecretExpired,
    RoleMissing,        ///< 403 without details: application or authorisation lacks a role
    AccessTokenRefused, ///< 403 for a stale access token; retried once with a new one
    ConsentInvalid,     ///< an answer to no consent of ours, used before, or too late: start again
    ConsentDeclined,    ///< the seller, or Amazon, said no
    PaginationLoop,     ///< the same page came again and again
    PaginationTokenRefused,
    NotAcknowledged, ///< the acceptable-use rules, before the first look at personal data
    RateLimited,     ///< our own guard: too many unlocks, exports, …
    Internal,        ///< a mistake of ours
};

/// What went wrong. `detail` is English, for people who look closely; it holds no secret and no PII.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    std::string detail;
};

/// The stable word of a kind: `error.kind` of the command line's JSON and the audit log's outcome.
[[nodiscard]] std::string_view toWord(ErrorKind kind);

/// The inverse of toWord(); ErrorKind::Internal for a word we do not know.
[[nodiscard]] ErrorKind errorKindFromWord(std::string_view word);

/// One English sentence or two: what happened and what to do. The desktop has its own, translatable texts.
[[nodiscard]] std::string_view advice(ErrorKind kind);

/// True when trying the same thing later, unchanged, can help.
[[nodiscard]] bool isTransient(ErrorKind kind);

} // namespace sk
