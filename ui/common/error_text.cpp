// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_text.h"

namespace sk::ui {

QString ErrorText::of(ErrorKind kind)
{
    for (const auto &group :
         {&ErrorText::ofHere, &ErrorText::ofKeys, &ErrorText::ofVault, &ErrorText::ofNetwork, &ErrorText::ofAmazon}) {
        if (const QString text = group(kind); !text.isEmpty())
            return text;
    }
    Q_UNREACHABLE();
}

QString ErrorText::ofHere(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return tr("Something in this input is not complete or not valid. Check the fields and try again.");
    case ErrorKind::NotFound:
        return tr("This is no longer there. It may have been removed in the meantime; refresh the page.");
    case ErrorKind::AlreadyExists: return tr("There is already one with this name. Choose another name.");
    case ErrorKind::Cancelled: return tr("This was stopped. Start it again to go on where it stopped.");
    case ErrorKind::ProfileBusy:
        return tr("The profile is busy: another Sellerkeep or a sync is working with it. Wait until it has finished, "
                  "then try again.");
    case ErrorKind::NetworkDrive:
        return tr(
            "The data folder is on a network drive, where a database can be damaged. Choose a folder on a local disk.");
    case ErrorKind::File:
        return tr("A file could not be read or written. Check that the folder exists and that you may write there.");
    case ErrorKind::AuditBroken:
        return tr("The audit history does not verify: entries were changed, removed or inserted outside Sellerkeep. "
                  "Keep a copy of the profile folder and find out who had access to it.");
    case ErrorKind::ClockWrong:
        return tr("The clock of this computer cannot be right. Set date and time, then try again.");
    case ErrorKind::RateLimited: return tr("Too many attempts in a short time. Wait a minute, then try again.");
    case ErrorKind::Internal:
        return tr("Sellerkeep made a mistake that is ours, not yours. Please report it with the detail shown in the "
                  "tool tip.");
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainEmptied:
    case ErrorKind::RatchetLost:
    case ErrorKind::WrongPassphrase:
    case ErrorKind::KeyFileDamaged:
    case ErrorKind::VaultMissing:
    case ErrorKind::VaultWrongKey:
    case ErrorKind::VaultDamaged:
    case ErrorKind::VaultTruncated:
    case ErrorKind::VaultNewer:
    case ErrorKind::VaultForeign:
    case ErrorKind::VaultRolledBack:
    case ErrorKind::DiskFull:
    case ErrorKind::Database:
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::TlsRefused:
    case ErrorKind::RedirectRefused:
    case ErrorKind::HostNotAllowed:
    case ErrorKind::ResponseTooLarge:
    case ErrorKind::MalformedResponse:
    case ErrorKind::Throttled:
    case ErrorKind::ServerError:
    case ErrorKind::RequestRefused:
    case ErrorKind::AuthorisationRevoked:
    case ErrorKind::ClientRefused:
    case ErrorKind::ClientSecretExpired:
    case ErrorKind::RoleMissing:
    case ErrorKind::AccessTokenRefused:
    case ErrorKind::PaginationLoop:
    case ErrorKind::PaginationTokenRefused: return {};
    }
    Q_UNREACHABLE();
}

QString ErrorText::ofKeys(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::KeychainLocked:
        return tr("The system keychain is locked, and nothing was changed. Unlock it, for example by signing in to your"
                  " desktop session again, then try again.");
    case ErrorKind::KeychainUnavailable:
        return tr("No system keychain answers, and nothing was changed. Start GNOME Keyring, KWallet or the keychain of"
                  " your system, then try again.");
    case ErrorKind::RatchetLost:
        return tr(
            "The keychain no longer holds the expiry key of this connection, so its sealed personal data cannot be"
            " read. Restore the keychain from a backup of your system, or connect the account again to go on"
            " without that data.");
    case ErrorKind::KeychainEmptied:
        return tr("The keychain works, but the entries of this profile are gone from it. The data was left untouched: "
                  "restore the keychain from a backup of your system.");
    case ErrorKind::WrongPassphrase:
        return tr("This passphrase does not open the sealed file. Check it and enter it again.");
    case ErrorKind::KeyFileDamaged:
        return tr("A key file of this profile cannot be read. Restore it from a backup; the data itself was left "
                  "untouched.");
    case ErrorKind::Usage:
    case ErrorKind::NotFound:
    case ErrorKind::AlreadyExists:
    case ErrorKind::Cancelled:
    case ErrorKind::ProfileBusy:
    case ErrorKind::File:
    case ErrorKind::NetworkDrive:
    case ErrorKind::AuditBroken:
    case ErrorKind::ClockWrong:
    case ErrorKind::RateLimited:
    case ErrorKind::Internal:
    case ErrorKind::VaultMissing:
    case ErrorKind::VaultWrongKey:
    case ErrorKind::VaultDamaged:
    case ErrorKind::VaultTruncated:
    case ErrorKind::VaultNewer:
    case ErrorKind::VaultForeign:
    case ErrorKind::VaultRolledBack:
    case ErrorKind::DiskFull:
    case ErrorKind::Database:
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::TlsRefused:
    case ErrorKind::RedirectRefused:
    case ErrorKind::HostNotAllowed:
    case ErrorKind::ResponseTooLarge:
    case ErrorKind::MalformedResponse:
    case ErrorKind::Throttled:
    case ErrorKind::ServerError:
    case ErrorKind::RequestRefused:
    case ErrorKind::AuthorisationRevoked:
    case ErrorKind::ClientRefused:
    case ErrorKind::ClientSecretExpired:
    case ErrorKind::RoleMissing:
    case ErrorKind::AccessTokenRefused:
    case ErrorKind::PaginationLoop:
    case ErrorKind::PaginationTokenRefused: return {};
    }
    Q_UNREACHABLE();
}

QString ErrorText::ofVault(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::VaultMissing:
        return tr("A database file of this profile is missing or empty. Restore it from a backup; Sellerkeep has not "
                  "made a new one in its place.");
    case ErrorKind::VaultWrongKey:
        return tr("The database does not open with the key of this profile. If the file was copied from elsewhere, put "
                  "the right file back.");
    case ErrorKind::VaultDamaged:
        return tr("The database is damaged. Restore it from a backup; the damaged file was left as it is.");
    case ErrorKind::VaultTruncated:
        return tr("The database file was cut short, perhaps while it was copied. Restore it from a backup; the file was"
                  " left as it is.");
    case ErrorKind::VaultNewer:
        return tr("The database was written by a newer version of Sellerkeep. Update this program.");
    case ErrorKind::VaultForeign:
        return tr("The database file belongs to another program or another profile. Put the right file back.");
    case ErrorKind::VaultRolledBack:
        return tr("The database is older than the state this computer has already seen, so an older copy was put back. "
                  "Put the newer file back.");
    case ErrorKind::DiskFull: return tr("The disk is full. Free some space and start again; nothing was lost.");
    case ErrorKind::Database:
        return tr("The database refused an operation. Try again; if it stays, report it with the detail shown in the "
                  "tool tip.");
    case ErrorKind::Usage:
    case ErrorKind::NotFound:
    case ErrorKind::AlreadyExists:
    case ErrorKind::Cancelled:
    case ErrorKind::ProfileBusy:
    case ErrorKind::File:
    case ErrorKind::NetworkDrive:
    case ErrorKind::AuditBroken:
    case ErrorKind::ClockWrong:
    case ErrorKind::RateLimited:
    case ErrorKind::Internal:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainEmptied:
    case ErrorKind::RatchetLost:
    case ErrorKind::WrongPassphrase:
    case ErrorKind::KeyFileDamaged:
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::TlsRefused:
    case ErrorKind::RedirectRefused:
    case ErrorKind::HostNotAllowed:
    case ErrorKind::ResponseTooLarge:
    case ErrorKind::MalformedResponse:
    case ErrorKind::Throttled:
    case ErrorKind::ServerError:
    case ErrorKind::RequestRefused:
    case ErrorKind::AuthorisationRevoked:
    case ErrorKind::ClientRefused:
    case ErrorKind::ClientSecretExpired:
    case ErrorKind::RoleMissing:
    case ErrorKind::AccessTokenRefused:
    case ErrorKind::PaginationLoop:
    case ErrorKind::PaginationTokenRefused: return {};
    }
    Q_UNREACHABLE();
}

QString ErrorText::ofNetwork(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Offline:
        return tr("Amazon cannot be reached. Check the network connection; the next sync goes on where this one "
                  "stopped.");
    case ErrorKind::Timeout: return tr("Amazon did not answer in time. Try again in a few minutes; nothing was lost.");
    case ErrorKind::TlsRefused:
        return tr("The server could not prove that it is Amazon, so nothing was sent. A proxy, a hotel network or a "
                  "wrong clock may be in the way.");
    case ErrorKind::RedirectRefused:
        return tr(
            "The server tried to send Sellerkeep to another address. This was refused and nothing was sent there.");
    case ErrorKind::HostNotAllowed:
        return tr("This address is not one of Amazon’s for the chosen region, so it was not contacted. Check the region"
                  " of the connection.");
    case ErrorKind::ResponseTooLarge:
        return tr("The answer was larger than any real one and was refused. Try again later.");
    case ErrorKind::MalformedResponse:
        return tr("Amazon’s answer is not what its documentation promises, and nothing of it was stored. Try again "
                  "later; look for an update of Sellerkeep if it stays.");
    case ErrorKind::Usage:
    case ErrorKind::NotFound:
    case ErrorKind::AlreadyExists:
    case ErrorKind::Cancelled:
    case ErrorKind::ProfileBusy:
    case ErrorKind::File:
    case ErrorKind::NetworkDrive:
    case ErrorKind::AuditBroken:
    case ErrorKind::ClockWrong:
    case ErrorKind::RateLimited:
    case ErrorKind::Internal:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainEmptied:
    case ErrorKind::RatchetLost:
    case ErrorKind::WrongPassphrase:
    case ErrorKind::KeyFileDamaged:
    case ErrorKind::VaultMissing:
    case ErrorKind::VaultWrongKey:
    case ErrorKind::VaultDamaged:
    case ErrorKind::VaultTruncated:
    case ErrorKind::VaultNewer:
    case ErrorKind::VaultForeign:
    case ErrorKind::VaultRolledBack:
    case ErrorKind::DiskFull:
    case ErrorKind::Database:
    case ErrorKind::Throttled:
    case ErrorKind::ServerError:
    case ErrorKind::RequestRefused:
    case ErrorKind::AuthorisationRevoked:
    case ErrorKind::ClientRefused:
    case ErrorKind::ClientSecretExpired:
    case ErrorKind::RoleMissing:
    case ErrorKind::AccessTokenRefused:
    case ErrorKind::PaginationLoop:
    case ErrorKind::PaginationTokenRefused: return {};
    }
    Q_UNREACHABLE();
}

QString ErrorText::ofAmazon(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Throttled: return tr("Amazon asked us to slow down. Nothing is lost; sync again in a few minutes.");
    case ErrorKind::ServerError:
        return tr("Amazon has a problem on its side. Sync again later; the sync goes on where it stopped.");
    case ErrorKind::RequestRefused:
        return tr("Amazon refused the request as wrong. Try again; if it stays, report it with the request id from the "
                  "audit history.");
    case ErrorKind::AuthorisationRevoked:
        return tr("Amazon no longer accepts this authorisation. Authorise your application again in Seller Central and "
                  "connect with the new refresh token; what is stored stays.");
    case ErrorKind::ClientRefused:
        return tr("Amazon does not accept this client id and client secret together. Copy both again from Seller "
                  "Central; the refresh token stays valid.");
    case ErrorKind::ClientSecretExpired:
        return tr("The client secret is older than 180 days and has expired. Rotate it in Seller Central and enter the "
                  "new one.");
    case ErrorKind::RoleMissing:
        return tr("Your application lacks the role that this needs, or the account is not in this region. Check roles "
                  "and region; after adding a role, authorise again.");
    case ErrorKind::AccessTokenRefused:
        return tr(
            "Amazon refused a fresh access token. Try again later; if it stays, authorise your application again.");
    case ErrorKind::PaginationLoop:
        return tr("Amazon sent the same page again and again, so the sync stopped there. What had arrived is stored; "
                  "sync again later.");
    case ErrorKind::PaginationTokenRefused:
        return tr("Amazon no longer knows the place where we stopped. The next sync fetches this period once more.");
    case ErrorKind::Usage:
    case ErrorKind::NotFound:
    case ErrorKind::AlreadyExists:
    case ErrorKind::Cancelled:
    case ErrorKind::ProfileBusy:
    case ErrorKind::File:
    case ErrorKind::NetworkDrive:
    case ErrorKind::AuditBroken:
    case ErrorKind::ClockWrong:
    case ErrorKind::RateLimited:
    case ErrorKind::Internal:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainEmptied:
    case ErrorKind::RatchetLost:
    case ErrorKind::WrongPassphrase:
    case ErrorKind::KeyFileDamaged:
    case ErrorKind::VaultMissing:
    case ErrorKind::VaultWrongKey:
    case ErrorKind::VaultDamaged:
    case ErrorKind::VaultTruncated:
    case ErrorKind::VaultNewer:
    case ErrorKind::VaultForeign:
    case ErrorKind::VaultRolledBack:
    case ErrorKind::DiskFull:
    case ErrorKind::Database:
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::TlsRefused:
    case ErrorKind::RedirectRefused:
    case ErrorKind::HostNotAllowed:
    case ErrorKind::ResponseTooLarge:
    case ErrorKind::MalformedResponse: return {};
    }
    Q_UNREACHABLE();
}

} // namespace sk::ui
