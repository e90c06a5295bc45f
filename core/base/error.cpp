// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <array>

namespace sk {

namespace {

struct Row
{
    ErrorKind kind;
    std::string_view word;
    std::string_view advice;
    bool transient;
};

constexpr std::array kRows{
    Row{ErrorKind::Usage, "usage", "The command is not complete or not known; see --help.", false},
    Row{ErrorKind::NotFound, "not_found", "There is nothing of that name here; list what there is and try again.",
        false},
    Row{ErrorKind::AlreadyExists, "already_exists", "Something of that name exists already; choose another name.",
        false},
    Row{ErrorKind::Cancelled, "cancelled", "Stopped on request. Running the same again resumes where it stopped.",
        true},
    Row{ErrorKind::ProfileBusy, "profile_busy",
        "Another Sellerkeep process owns this profile and does not answer; wait for it or end it.", true},
    Row{ErrorKind::KeychainLocked, "keychain_locked",
        "The system keychain is locked. Unlock it (sign in to the desktop session or open your keyring application) and try again. Nothing was changed.",
        true},
    Row{ErrorKind::KeychainUnavailable, "keychain_unavailable",
        "No system keychain answers. Start a Secret Service such as GNOME Keyring or KWallet, or use --secret-store file. Nothing was changed.",
        true},
    Row{ErrorKind::KeychainEmptied, "keychain_emptied",
        "The keychain works, but this profile's entries are gone from it. The vault was left untouched: restore the keychain from a backup of the system.",
        false},
    Row{ErrorKind::RatchetLost, "ratchet_lost",
        "The keychain no longer holds this connection's expiry key, so its sealed PII cannot be read. Restore the keychain, or connect the account again to go on without that PII.",
        false},
    Row{ErrorKind::WrongPassphrase, "wrong_passphrase",
        "The passphrase does not open the sealed file. Check it and try again.", false},
    Row{ErrorKind::KeyFileDamaged, "key_file_damaged",

        "A file with keys or credentials cannot be read. Restore it from a backup, or export it anew where it came from; the vault was left untouched.",
        false},
    Row{ErrorKind::VaultMissing, "vault_missing",
        "A database file of the profile is missing or empty. Restore it from a backup; no new one was made.", false},
    Row{ErrorKind::VaultWrongKey, "vault_wrong_key",
        "The database does not open with this profile's key. If it was copied from elsewhere, put the right file back.",
        false},
    Row{ErrorKind::VaultDamaged, "vault_damaged",
        "The database is damaged. Restore it from a backup; the damaged file was left as it is.", false},
    Row{ErrorKind::VaultTruncated, "vault_truncated",
        "The database file was cut short. Restore it from a backup; the file was left as it is.", false},
    Row{ErrorKind::VaultNewer, "vault_newer", "The database was written by a newer Sellerkeep. Update this program.",
        false},
    Row{ErrorKind::VaultForeign, "vault_foreign",
        "The file is not a database of this profile. Put the right file back.", false},
    Row{ErrorKind::VaultRolledBack, "vault_rolled_back",
        "The database is older than what this machine has already seen: an older copy was put back. Restore the newer file.",
        false},
    Row{ErrorKind::DiskFull, "disk_full",
        "The disk is full. Free some space; nothing was lost and running again resumes.", true},
    Row{ErrorKind::Database, "database", "The database refused an operation; see the detail.", false},
    Row{ErrorKind::File, "file", "A file could not be read or written; check the path, its folder and its permissions.",
        false},
    Row{ErrorKind::NetworkDrive, "network_drive",
        "The data folder is on a network drive, where a database can be damaged. Choose a folder on a local disk.",
        false},
    Row{ErrorKind::AuditBroken, "audit_broken",
        "The audit log does not verify: entries were changed, removed or inserted outside Sellerkeep.", false},
    Row{ErrorKind::CertificateBroken, "certificate_broken",
        "The certificate is not as it was signed, or another profile signed it. Ask for the original file.", false},
    Row{ErrorKind::ErasureIncomplete, "erasure_incomplete",
        "Something of what was erased is there. Erase again, and find out how it came back.", false},
    Row{ErrorKind::HoldInForce, "hold_in_force",
        "A tax or legal hold forbids this erasure, so it was not done. Release the hold first if it no longer applies.",
        false},
    Row{ErrorKind::ClockWrong, "clock_wrong", "The clock of this machine is wrong; set it and try again.", false},
    Row{ErrorKind::Offline, "offline", "Amazon cannot be reached. Check the network connection; running again resumes.",
        true},
    Row{ErrorKind::Timeout, "timeout", "Amazon did not answer in time; running again resumes.", true},
    Row{ErrorKind::TlsRefused, "tls_refused",
        "The server could not prove who it is, so nothing was sent. A proxy, a captive portal or a wrong clock may be in the way.",
        false},
    Row{ErrorKind::RedirectRefused, "redirect_refused",
        "The server tried to send us to another address; this was refused and nothing was sent there.", false},
    Row{ErrorKind::HostNotAllowed, "host_not_allowed",
        "This address is not one of Amazon's for the region; custom endpoints must be https on loopback with a CA file.",
        false},
    Row{ErrorKind::ResponseTooLarge, "response_too_large",
        "The server's answer was larger than any real one; it was refused.", false},
    Row{ErrorKind::MalformedResponse, "malformed_response",
        "The server's answer is not what Amazon's model promises; nothing of it was stored.", true},
    Row{ErrorKind::Throttled, "throttled", "Amazon asked us to slow down; running again resumes.", true},
    Row{ErrorKind::ServerError, "server_error", "Amazon has a problem on its side; running again resumes.", true},
    Row{ErrorKind::RequestRefused, "request_refused",
        "Amazon refused the request as wrong; see the detail and the request id.", false},
    Row{ErrorKind::AuthorisationRevoked, "authorisation_revoked",
        "Amazon no longer accepts this authorisation. Authorise the application again and connect with the new refresh token; stored data is kept.",
        false},
    Row{ErrorKind::ClientRefused, "client_refused",
        "Amazon does not accept the client id and secret together. Enter the current client secret; the refresh token is kept.",
        false},
    Row{ErrorKind::ClientSecretExpired, "client_secret_expired",
        "The client secret has passed its 180 days. Rotate it in the developer portal and enter the new one.", false},
    Row{ErrorKind::RoleMissing, "role_missing",
        "The application or the authorisation lacks the role this needs, or the account is not in this region.", false},
    Row{ErrorKind::AccessTokenRefused, "access_token_refused",
        "Amazon refused a fresh access token; try again later or authorise again.", false},
    Row{ErrorKind::ConsentInvalid, "consent_invalid",
        "The answer does not belong to this consent, was used before, or came too late. Start the consent again.",
        false},
    Row{ErrorKind::ConsentDeclined, "consent_declined",
        "The consent was declined on Amazon's page; nothing was connected. Start it again if that was a mistake.",
        false},
    Row{ErrorKind::PaginationLoop, "pagination_loop",
        "Amazon sent the same page again and again; the sync stopped here and keeps what it has.", true},
    Row{ErrorKind::PaginationTokenRefused, "pagination_token_refused",
        "Amazon no longer accepts the place where we stopped; the sync restarts this window.", true},
    Row{ErrorKind::NotAcknowledged, "not_acknowledged",
        "Personal data is shown only to who has acknowledged the acceptable-use rules. Read and acknowledge them, then try again.",
        false},
    Row{ErrorKind::RateLimited, "rate_limited", "Too many attempts in a short time; wait a little.", true},
    Row{ErrorKind::Internal, "internal", "Sellerkeep made a mistake; please report it with the detail.", false},
};

const Row &rowOf(ErrorKind kind)
{
    for (const Row &row : kRows) {
        if (row.kind == kind)
            return row;
    }
    return kRows.back();
}

} // namespace

std::string_view toWord(ErrorKind kind)
{
    return rowOf(kind).word;
}

ErrorKind errorKindFromWord(std::string_view word)
{
    for (const Row &row : kRows) {
        if (row.word == word)
            return row.kind;
    }
    return ErrorKind::Internal;
}

std::string_view advice(ErrorKind kind)
{
    return rowOf(kind).advice;
}

bool isTransient(ErrorKind kind)
{
    return rowOf(kind).transient;
}

} // namespace sk
