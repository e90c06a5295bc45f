// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_text.h"

namespace sk::ui {

QString ErrorText::brief(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage: return tr("Not usable as entered");
    case ErrorKind::NotFound: return tr("Not found");
    case ErrorKind::AlreadyExists: return tr("Exists already");
    case ErrorKind::Cancelled: return tr("Stopped");
    case ErrorKind::ProfileBusy: return tr("Profile in use");
    case ErrorKind::KeychainLocked: return tr("Keychain locked");
    case ErrorKind::KeychainUnavailable: return tr("No keychain");
    case ErrorKind::KeychainEmptied: return tr("Keychain emptied");
    case ErrorKind::WrongPassphrase: return tr("Wrong passphrase");
    case ErrorKind::KeyFileDamaged: return tr("Key file damaged");
    case ErrorKind::File: return tr("File error");
    case ErrorKind::RatchetLost: return tr("Expiry key lost");
    case ErrorKind::NetworkDrive: return tr("Network drive");
    case ErrorKind::AuditBroken: return tr("Audit history altered");
    case ErrorKind::ClockWrong: return tr("Clock wrong");
    case ErrorKind::RateLimited: return tr("Too many attempts");
    case ErrorKind::Internal: return tr("Internal mistake");
    case ErrorKind::VaultMissing: return tr("Database missing");
    case ErrorKind::VaultWrongKey: return tr("Database key refused");
    case ErrorKind::VaultDamaged: return tr("Database damaged");
    case ErrorKind::VaultTruncated: return tr("Database cut short");
    case ErrorKind::VaultNewer: return tr("Database too new");
    case ErrorKind::VaultForeign: return tr("Foreign database");
    case ErrorKind::VaultRolledBack: return tr("Older database put back");
    case ErrorKind::DiskFull: return tr("Disk full");
    case ErrorKind::Database: return tr("Database error");
    case ErrorKind::Offline: return tr("Offline");
    case ErrorKind::Timeout: return tr("No answer in time");
    case ErrorKind::TlsRefused: return tr("Server not proven");
    case ErrorKind::RedirectRefused: return tr("Redirect refused");
    case ErrorKind::HostNotAllowed: return tr("Host not allowed");
    case ErrorKind::ResponseTooLarge: return tr("Answer too large");
    case ErrorKind::MalformedResponse: return tr("Answer not readable");
    case ErrorKind::Throttled: return tr("Slowed down by Amazon");
    case ErrorKind::ServerError: return tr("Amazon’s server failed");
    case ErrorKind::RequestRefused: return tr("Request refused");
    case ErrorKind::AuthorisationRevoked: return tr("Authorisation revoked");
    case ErrorKind::ClientRefused: return tr("Client id or secret refused");
    case ErrorKind::ClientSecretExpired: return tr("Client secret expired");
    case ErrorKind::RoleMissing: return tr("Role missing");
    case ErrorKind::AccessTokenRefused: return tr("Access refused");
    case ErrorKind::PaginationLoop: return tr("Same page again");
    case ErrorKind::PaginationTokenRefused: return tr("Page no longer known");
    }
    Q_UNREACHABLE();
}

} // namespace sk::ui
