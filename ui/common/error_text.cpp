// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_text.h"

#include <array>

namespace sk::ui {

namespace {

struct Row
{
    ErrorKind kind;
    const char *brief;
    const char *text;
};

/// Every kind there is, in the order of the enum.
constexpr std::array kRows{
    Row{ErrorKind::Usage, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Not usable as entered"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "Something in this input is not complete or not valid. Check the fields and try again.")},
    Row{ErrorKind::NotFound, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Not found"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "This is no longer there. It may have been removed in the meantime; refresh the page.")},
    Row{ErrorKind::AlreadyExists, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Exists already"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText", "There is already one with this name. Choose another name.")},
    Row{ErrorKind::Cancelled, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Stopped"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText", "This was stopped. Start it again to go on where it stopped.")},
    Row{ErrorKind::ProfileBusy, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Profile in use"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The profile is busy: another Sellerkeep or a sync is working with it. Wait until it has finished, then try again.")},
    Row{ErrorKind::KeychainLocked, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Keychain locked"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The system keychain is locked, and nothing was changed. Unlock it, for example by signing in to your desktop session again, then try again.")},
    Row{ErrorKind::KeychainUnavailable, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "No keychain"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "No system keychain answers, and nothing was changed. Start GNOME Keyring, KWallet or the keychain of your system, then try again.")},
    Row{ErrorKind::KeychainEmptied, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Keychain emptied"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The keychain works, but the entries of this profile are gone from it. The data was left untouched: restore the keychain from a backup of your system.")},
    Row{ErrorKind::RatchetLost, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Expiry key lost"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The keychain no longer holds the expiry key of this connection, so its sealed personal data cannot be read. Restore the keychain from a backup of your system, or connect the account again to go on without that data.")},
    Row{ErrorKind::WrongPassphrase, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Wrong passphrase"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "This passphrase does not open the sealed file. Check it and enter it again.")},
    Row{ErrorKind::KeyFileDamaged, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Key file damaged"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "A file with keys or credentials cannot be read. Restore it from a backup, or export it anew where it came from; the data itself was left untouched.")},
    Row{ErrorKind::VaultMissing, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Database missing"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "A database file of this profile is missing or empty. Restore it from a backup; Sellerkeep has not made a new one in its place.")},
    Row{ErrorKind::VaultWrongKey, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Database key refused"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The database does not open with the key of this profile. If the file was copied from elsewhere, put the right file back.")},
    Row{ErrorKind::VaultDamaged, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Database damaged"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "The database is damaged. Restore it from a backup; the damaged file was left as it is.")},
    Row{ErrorKind::VaultTruncated, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Database cut short"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The database file was cut short, perhaps while it was copied. Restore it from a backup; the file was left as it is.")},
    Row{ErrorKind::VaultNewer, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Database too new"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "The database was written by a newer version of Sellerkeep. Update this program.")},
    Row{ErrorKind::VaultForeign, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Foreign database"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "The database file belongs to another program or another profile. Put the right file back.")},
    Row{ErrorKind::VaultRolledBack, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Older database put back"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The database is older than the state this computer has already seen, so an older copy was put back. Put the newer file back.")},
    Row{ErrorKind::DiskFull, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Disk full"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText", "The disk is full. Free some space and start again; nothing was lost.")},
    Row{ErrorKind::Database, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Database error"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The database refused an operation. Try again; if it stays, report it with the detail shown in the tool tip.")},
    Row{ErrorKind::File, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "File error"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "A file could not be read or written. Check that the folder exists and that you may write there.")},
    Row{ErrorKind::NetworkDrive, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Network drive"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The data folder is on a network drive, where a database can be damaged. Choose a folder on a local disk.")},
    Row{ErrorKind::AuditBroken, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Audit history altered"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The audit history does not verify: entries were changed, removed or inserted outside Sellerkeep. Keep a copy of the profile folder and find out who had access to it.")},
    Row{ErrorKind::CertificateBroken, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Certificate not valid"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "This certificate is not as it was signed, or another profile signed it. Ask for the original file.")},
    Row{ErrorKind::ErasureIncomplete, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Erasure not complete"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "Something of what was erased is there. Erase again, and find out how it came back.")},
    Row{ErrorKind::HoldInForce, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "On hold"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "A tax or legal hold forbids this erasure, so it was not done. If the hold no longer applies, release it on the page “Holds” first.")},
    Row{ErrorKind::ClockWrong, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Clock wrong"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "The clock of this computer cannot be right. Set date and time, then try again.")},
    Row{ErrorKind::Offline, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Offline"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Amazon cannot be reached. Check the network connection; the next sync goes on where this one stopped.")},
    Row{ErrorKind::Timeout, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "No answer in time"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "Amazon did not answer in time. Try again in a few minutes; nothing was lost.")},
    Row{ErrorKind::TlsRefused, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Server not proven"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The server could not prove that it is Amazon, so nothing was sent. A proxy, a hotel network or a wrong clock may be in the way.")},
    Row{ErrorKind::RedirectRefused, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Redirect refused"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The server tried to send Sellerkeep to another address. This was refused and nothing was sent there.")},
    Row{ErrorKind::HostNotAllowed, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Host not allowed"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "This address is not one of Amazon’s for the chosen region, so it was not contacted. Check the region of the connection.")},
    Row{ErrorKind::ResponseTooLarge, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Answer too large"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "The answer was larger than any real one and was refused. Try again later.")},
    Row{ErrorKind::MalformedResponse, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Answer not readable"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Amazon’s answer is not what its documentation promises, and nothing of it was stored. Try again later; look for an update of Sellerkeep if it stays.")},
    Row{ErrorKind::Throttled, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Slowed down by Amazon"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "Amazon asked us to slow down. Nothing is lost; sync again in a few minutes.")},
    Row{ErrorKind::ServerError, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Amazon’s server failed"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText",
                          "Amazon has a problem on its side. Sync again later; the sync goes on where it stopped.")},
    Row{ErrorKind::RequestRefused, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Request refused"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Amazon refused the request as wrong. Try again; if it stays, report it with the request id from the audit history.")},
    Row{ErrorKind::AuthorisationRevoked, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Authorisation revoked"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Amazon no longer accepts this authorisation. Authorise your application again in Seller Central and connect with the new refresh token; what is stored stays.")},
    Row{ErrorKind::ClientRefused, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Client id or secret refused"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Amazon does not accept this client id and client secret together. Copy both again from Seller Central; the refresh token stays valid.")},
    Row{ErrorKind::ClientSecretExpired, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Client secret expired"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The client secret is older than 180 days and has expired. Rotate it in Seller Central and enter the new one.")},
    Row{ErrorKind::RoleMissing, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Role missing"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Your application lacks the role that this needs, or the account is not in this region. Check roles and region; after adding a role, authorise again.")},
    Row{ErrorKind::AccessTokenRefused, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Access refused"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Amazon refused a fresh access token. Try again later; if it stays, authorise your application again.")},
    Row{ErrorKind::ConsentInvalid, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Consent not valid"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "This answer does not belong to the consent you started, was used before, or came too late. Start the consent again.")},
    Row{ErrorKind::ConsentDeclined, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Consent declined"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "The consent was declined on Amazon’s page, and nothing was connected. Start it again if that was a mistake.")},
    Row{ErrorKind::PaginationLoop, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Same page again"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Amazon sent the same page again and again, so the sync stopped there. What had arrived is stored; sync again later.")},
    Row{ErrorKind::PaginationTokenRefused, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Page no longer known"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Amazon no longer knows the place where we stopped. The next sync fetches this period once more.")},
    Row{ErrorKind::NotAcknowledged, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Rules not acknowledged"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Personal data is given only to who has acknowledged the acceptable-use rules. They are shown with the first address on the page “Fulfilment”.")},
    Row{ErrorKind::RateLimited, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Too many attempts"),
        QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Too many attempts in a short time. Wait a while, then try again.")},
    Row{ErrorKind::Internal, QT_TRANSLATE_NOOP("sk::ui::ErrorText", "Internal mistake"),
        QT_TRANSLATE_NOOP(
            "sk::ui::ErrorText",
            "Sellerkeep made a mistake that is ours, not yours. Please report it with the detail shown in the tool tip.")},
};

constexpr bool isEveryKindInItsPlace()
{
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (kRows[i].kind != static_cast<ErrorKind>(i))
            return false;
    }
    return kRows.back().kind == ErrorKind::Internal; // the last one
}
static_assert(isEveryKindInItsPlace());

const Row &rowOf(ErrorKind kind)
{
    return kRows[static_cast<std::size_t>(kind)];
}

} // namespace

QString ErrorText::of(ErrorKind kind)
{
    return tr(rowOf(kind).text);
}

QString ErrorText::brief(ErrorKind kind)
{
    return tr(rowOf(kind).brief);
}

} // namespace sk::ui
