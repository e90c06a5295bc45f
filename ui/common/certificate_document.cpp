// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/certificate_document.h"

#include "ui/common/format.h"
#include "ui/common/printed_document.h"
#include "ui/common/text.h"
#include "ui/common/words.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace sk::ui {

using namespace Qt::StringLiterals;

namespace {

QString row(const QString &name, const QString &value)
{
    return u"<tr><td>%1</td><td style='padding-left:16px'>%2</td></tr>"_s.arg(name.toHtmlEscaped(), value);
}

QString plain(const std::string &text)
{
    return toQString(text).toHtmlEscaped();
}

QString mono(const QString &text)
{
    return u"<span style='font-family:monospace'>%1</span>"_s.arg(text.toHtmlEscaped());
}

QString by(const model::ErasureCertificate &certificate)
{
    for (const model::AuditActor actor : {model::AuditActor::Owner, model::AuditActor::System}) {
        if (certificate.by == model::toWord(actor))
            return Words::actor(actor);
    }
    return toQString(certificate.by);
}

QString heading(const QString &text)
{
    return u"<h3>%1</h3>"_s.arg(text.toHtmlEscaped());
}

} // namespace

QString CertificateDocument::what(std::string_view word)
{
    const std::array names{
        std::pair{std::string_view("connections"), tr("Connections")},
        std::pair{std::string_view("features"), tr("Features switched on")},
        std::pair{std::string_view("marketplaces"), tr("Marketplaces")},
        std::pair{std::string_view("orders"), tr("Orders")},
        std::pair{std::string_view("order-items"), tr("Order items")},
        std::pair{std::string_view("order-item-handling"), tr("Handling of order items")},
        std::pair{std::string_view("order-item-substitutes"), tr("Substitutes of order items")},
        std::pair{std::string_view("order-proceeds"), tr("Amounts of orders")},
        std::pair{std::string_view("order-packages"), tr("Packages of orders")},
        std::pair{std::string_view("order-package-items"), tr("Contents of packages")},
        std::pair{std::string_view("sync-cursors"), tr("Marks of the sync")},
        std::pair{std::string_view("rate-buckets"), tr("Marks of the rate limit")},
        std::pair{std::string_view("pii-values"), tr("Sealed personal values")},
        std::pair{std::string_view("held-values"), tr("Personal values on hold")},
        std::pair{std::string_view("holds"), tr("Holds in the register")},
        std::pair{std::string_view("keychain-entries"), tr("Entries of the keychain")},
        std::pair{std::string_view("export-files"), tr("Exported files")},
        std::pair{std::string_view("order-mentions"), tr("Mentions in other orders")},
        std::pair{std::string_view("order-handling"), tr("Shipping demands of items")},
        std::pair{std::string_view("sync-marks"), tr("Marks of sync and rate limit")},
        std::pair{std::string_view("audit-entries"), tr("Entries of the audit history")},
        std::pair{std::string_view("certificates"), tr("Erasure certificates")},
        std::pair{std::string_view("deletion-requests"), tr("Deletion requests")},
        std::pair{std::string_view("erased-orders"), tr("Marks of erased orders")},
        std::pair{std::string_view("settings"), tr("Settings")},
        std::pair{std::string_view("files"), tr("Files of the profile")},
    };
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto &name) { return name.first == word; });
    return found == names.end() ? toQString(word) : found->second;
}

QString CertificateDocument::check(std::string_view word)
{
    const std::array names{
        std::pair{std::string_view("rows"), tr("Rows counted again, table by table")},
        std::pair{std::string_view("pii-values"), tr("Sealed values counted again")},
        std::pair{std::string_view("keychain"), tr("Keychain entries read back, while others still read")},
        std::pair{std::string_view("vault-pages"), tr("Every page of the vault searched, freed ones included")},
        std::pair{std::string_view("pii-pages"), tr("Every page of the PII store searched, freed ones included")},
        std::pair{std::string_view("files"), tr("Every file of the profile’s folder searched")},
        std::pair{std::string_view("folder"), tr("The profile’s folder looked for")},
    };
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto &name) { return name.first == word; });
    return found == names.end() ? toQString(word) : found->second;
}

QString CertificateDocument::outOfReach(std::string_view word)
{
    if (word == "exports-moved")
        return tr("Exports that were moved or changed after they were written: they are the owner’s to delete.");
    if (word == "exports-older")
        return tr(
            "Exports that were written for connections removed earlier. If they were of the same account, they are "
            "the owner’s to delete.");
    if (word == "exports-kept")
        return tr("Exports that were written before: they lie where they were written and are the owner’s to delete.");
    if (word == "exports-with-order")
        return tr(
            "Exports of several orders that were written before: the order may be in them. They are the owner’s to "
            "delete.");
    if (word == "orders-on-hold")
        return tr(
            "Orders on a tax or legal hold: what the hold keeps, and its entry in the register, stay until it ends.");
    if (word == "interrupted")
        return tr("The erasure was interrupted and finished later. What had gone before was overwritten when it was "
                  "deleted, but could not be searched for any more.");
    if (word == "folder-copies")
        return tr(
            "Copies that the operating system or a backup program made of the profile’s folder: who has one and the "
            "passphrase can still open it.");
    if (word == "profile-copies")
        return tr(
            "Copies that the operating system or a backup program made of the files. Nobody can open them any more: "
            "their keys are destroyed.");
    if (word == "order-copies")
        return tr("Copies that the operating system or a backup program made of the files: with the profile’s keys the "
                  "order can be read in them.");
    if (word == "order-copies-pii")
        return tr("Copies that the operating system or a backup program made of the files: with the profile’s keys the "
                  "order can be read in them, its personal data until the day on which their key dies, 30 days after "
                  "receipt at the latest.");
    if (word == "os-snapshots")
        return tr("Copies that the operating system or a backup program made of the files. Personal data and tokens in "
                  "them stay unreadable, because their keys are destroyed; other rows can be read with the profile’s "
                  "keys.");
    if (word == "amazon")
        return tr("What Amazon itself holds.");
    return toQString(word);
}

QString CertificateDocument::reason(model::ErasureReason reason)
{
    switch (reason) {
    case model::ErasureReason::OwnerRequest: return tr("Decision of the owner");
    case model::ErasureReason::DisconnectedTooLong: return tr("End of the period after a disconnect");
    case model::ErasureReason::AmazonRequest: return tr("Request of Amazon");
    case model::ErasureReason::BuyerRequest: return tr("Request of the buyer");
    }
    Q_UNREACHABLE();
}

QString CertificateDocument::facts(const model::ErasureCertificate &certificate)
{
    QString rows;
    rows += row(tr("Profile"), plain(certificate.profileName));
    switch (certificate.scope) {
    case model::ErasureScope::Connection: rows += row(tr("Erased connection"), plain(certificate.label)); break;
    case model::ErasureScope::Profile: rows += row(tr("Erased"), tr("the whole profile").toHtmlEscaped()); break;
    case model::ErasureScope::Order: rows += row(tr("Erased order"), plain(certificate.subject)); break;
    }
    rows += row(tr("Id"), mono(toQString(certificate.subject)));
    rows += row(tr("Reason"), reason(certificate.reason).toHtmlEscaped());
    rows += row(tr("Done by"), by(certificate).toHtmlEscaped());
    rows += row(tr("Begun"), Format::exactTime(certificate.begun).toHtmlEscaped());
    rows += row(tr("Finished"), Format::exactTime(certificate.finished).toHtmlEscaped());
    return u"<table>%1</table>"_s.arg(rows);
}

QString CertificateDocument::counts(const model::ErasureCertificate &certificate)
{
    QString rows;
    for (const model::ErasedCount &count : certificate.counts)
        rows += row(what(count.what), Format::count(count.erased));
    return heading(tr("What was erased")) + u"<table>%1</table>"_s.arg(rows);
}

QString CertificateDocument::checks(const model::ErasureCertificate &certificate)
{
    QString rows;
    for (const model::ErasureCheck &done : certificate.checks) {
        QString verdict;
        if (!done.done)
            verdict = tr("could not be done");
        else if (done.found == 0)
            verdict = tr("nothing found");
        else
            verdict = tr("%Ln remnant(s) found", nullptr, Format::plural(done.found));
        rows += row(check(done.what), verdict.toHtmlEscaped());
    }
    const QString sum = certificate.isClean() ? tr("Every check was done and found nothing.")
                                              : tr("Not every check was clean: something may be left, see above.");
    return heading(tr("How it was checked")) + u"<table>%1</table><p><b>%2</b></p>"_s.arg(rows, sum.toHtmlEscaped());
}

QString CertificateDocument::rest(const model::Erased &erased)
{
    QString items;
    for (const std::string &word : erased.certificate.outOfReach)
        items += u"<li>%1</li>"_s.arg(outOfReach(word).toHtmlEscaped());
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(erased.file), QCryptographicHash::Sha256).toHex();
    QString proof = tr("The signed file of this certificate has the SHA-256 below; the audit log of the profile "
                       "names it after entry %L1. To verify it: sellerkeep-cli certificate verify FILE.")
                        .arg(erased.certificate.auditSeq);
    if (erased.certificate.scope == model::ErasureScope::Profile)
        proof =
            tr("The signed file of this certificate has the SHA-256 below. The profile it speaks of is gone, and "
               "with it the key of the signature: nobody can make another. To verify it: sellerkeep-cli certificate "
               "verify FILE.");
    return heading(tr("What cannot be reached")) + u"<ul>%1</ul>"_s.arg(items) + heading(tr("Proof"))
        + u"<p>%1</p><p>%2</p><p>%3</p>"_s.arg(proof.toHtmlEscaped(), mono(QString::fromLatin1(hash)),
                                               mono(toQString(erased.certificate.id)));
}

QString CertificateDocument::html(const model::Erased &erased)
{
    const model::ErasureCertificate &certificate = erased.certificate;
    return u"<h2>%1</h2>"_s.arg(tr("Certificate of erasure").toHtmlEscaped()) + facts(certificate) + counts(certificate)
        + checks(certificate) + rest(erased);
}

Result<void> CertificateDocument::writePdf(const model::Erased &erased, const QString &file)
{
    return PrintedDocument(tr("Certificate of erasure"), html(erased)).writePdf(file);
}

} // namespace sk::ui
