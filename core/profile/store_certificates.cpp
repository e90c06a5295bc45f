// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/privacy/certificate.h"
#include "core/records/erasure.h"
#include "core/records/one_order.h"
#include "core/records/signing_keys.h"
#include "core/secrets/crypto.h"
#include "core/vault/transaction.h"

#include <algorithm>

// What was handed out: exports, and certificates of what was taken away.
namespace sk::profile {

Result<void> Store::recordExport(const model::AuditEvent &event, std::optional<records::ExportedFile> file)
{
    if (file && file->connections.empty()) { // by now: whoever joined while it was written is named rather than missed
        SK_ASSIGN(const std::vector<model::Connection> all, records::ConnectionRepository(m_vault).all());
        for (const model::Connection &connection : all)
            file->connections.push_back(connection.id);
    }
    if (file)
        file->exportedAt = m_time.now();
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    if (file)
        SK_TRY(records::rememberExport(m_vault, *file));
    SK_TRY(m_audit.append(event, m_time.now()));
    SK_TRY(transaction.commit());
    anchorSoon();
    return {};
}

Result<std::vector<model::Erased>> Store::certificates()
{
    SK_ASSIGN(const std::vector<Bytes> files, records::certificateFiles(m_vault));
    std::vector<model::Erased> certificates;
    for (const Bytes &file : files) {
        SK_ASSIGN(const privacy::ReadCertificate read, privacy::readCertificate(file));
        certificates.push_back({read.certificate, std::string(asText(file))});
    }
    return certificates;
}

/// The plain file that lists show; a profile without one is named by nothing.
ProfileFile Store::profileFacts() const
{
    return readProfileFile(m_folder).value_or(ProfileFile{m_profileId, {}, SecretStoreKind::Os});
}

/// Everything that is known before it was looked what is left.
Result<model::ErasureCertificate> Store::certificateOf(const records::PendingErasure &pending)
{
    model::ErasureCertificate certificate;
    certificate.id = pending.id;
    certificate.profileId = m_profileId;
    certificate.profileName = profileFacts().name;
    certificate.scope = pending.scope;
    certificate.subject = pending.subject;
    certificate.label = pending.label;
    certificate.reason = pending.reason;
    const bool byItself = pending.reason == model::ErasureReason::DisconnectedTooLong;
    certificate.by = model::toWord(byItself ? model::AuditActor::System : model::AuditActor::Owner);
    certificate.begun = pending.begunAt;
    certificate.counts = pending.counts;
    SK_ASSIGN(const audit::Anchor head, m_audit.head(m_time.now()));
    certificate.auditSeq = head.seq;
    certificate.auditHead = toHex(head.head);
    return certificate;
}

Result<model::Erased> Store::certified(model::ErasureCertificate certificate, const std::string &pendingId)
{
    certificate.finished = m_time.now();
    const Bytes file = privacy::signedCertificate(certificate, m_ring.auditSeed);
    model::AuditEvent event{model::AuditActor::Owner,
                            model::AuditOperation::ErasureCertified,
                            {},
                            model::DataClass::None,
                            sumOf(certificate.counts)};
    if (certificate.scope == model::ErasureScope::Connection)
        event.connection = {certificate.subject};
    if (certificate.reason == model::ErasureReason::DisconnectedTooLong)
        event.actor = model::AuditActor::System;
    event.requestId = toHex(secrets::sha256(file));
    SK_TRY(records::dropPending(m_vault, pendingId));
    SK_TRY(records::storeCertificate(m_vault, certificate, file));
    SK_TRY(m_audit.append(event, m_time.now()));
    return model::Erased{std::move(certificate), std::string(asText(file))};
}

Result<std::int64_t> Store::rowsOfSubject(const model::ErasureCertificate &certificate)
{
    if (certificate.scope == model::ErasureScope::Order) {
        SK_ASSIGN(const std::vector<model::ErasedCount> rows, records::countOrder(m_vault, {certificate.subject}));
        SK_ASSIGN(const std::vector<privacy::SealedOf> sealed, m_pii.sealedOf({certificate.subject}));
        return sumOf(rows) + static_cast<std::int64_t>(sealed.size());
    }
    if (certificate.scope == model::ErasureScope::Profile) // it is here again, with all its log
        return m_vault.integer("SELECT count(*) FROM audit_entry");
    const model::ConnectionId subject{certificate.subject};
    SK_ASSIGN(const std::vector<model::ErasedCount> rows, records::rowsOfConnection(m_vault, subject));
    SK_ASSIGN(const model::PiiStatus pii, m_pii.status(subject));
    const bool withoutHolds = std::ranges::find(certificate.outOfReach, kOrdersOnHold) != certificate.outOfReach.end();
    return sumOf(rows) + pii.sealedRows + (withoutHolds ? -countOf(rows, "holds") : pii.heldRows);
}

Result<model::CertificateVerdict> Store::verifyCertificate(ByteView file)
{
    SK_ASSIGN(const privacy::ReadCertificate read, privacy::readCertificate(file));
    model::CertificateVerdict verdict{read.certificate, read.signatureValid, std::nullopt, 0};
    if (read.certificate.profileId != m_profileId)
        return fail(ErrorKind::NotFound, "the certificate speaks of another profile");
    SK_ASSIGN(vault::Statement select,
              m_vault.prepare("SELECT count(*) FROM audit_entry WHERE operation = ?1 AND request_id = ?2"));
    SK_TRY(select.bindAll(static_cast<int>(model::AuditOperation::ErasureCertified), toHex(read.hash)));
    SK_TRY(select.next()); // more than one where a cut of the log repeated it
    // The log of an erased profile ended before its certificate was signed.
    const bool isLogged = read.certificate.scope == model::ErasureScope::Profile || select.integer(0) > 0;
    SK_ASSIGN(const std::optional<Time> since, records::signingKeySince(m_vault, read.publicKey));
    verdict.matchesProfile = since && isLogged;
    SK_ASSIGN(verdict.rowsRestored, rowsOfSubject(read.certificate));
    return verdict;
}

} // namespace sk::profile
