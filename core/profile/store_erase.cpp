// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/amazon/lwa.h"
#include "core/base/files.h"
#include "core/keys/hold_key.h"
#include "core/keys/ratchet.h"
#include "core/privacy/certificate.h"
#include "core/privacy/remnants.h"
#include "core/records/erasure.h"
#include "core/records/signing_keys.h"
#include "core/secrets/crypto.h"
#include "core/vault/transaction.h"

#include <algorithm>
#include <limits>

namespace sk::profile {

namespace {

std::int64_t sumOf(const std::vector<model::ErasedCount> &counts)
{
    std::int64_t sum = 0;
    for (const model::ErasedCount &count : counts)
        sum += count.erased;
    return sum;
}

/// What became of the files that were written for the user.
struct Exports
{
    std::int64_t removed = 0;
    bool moved = false; ///< some are not there, or not what was written: the user's own by now
    bool older = false; ///< some hold rows of connections that were removed before: perhaps this account's, too
};

Result<Exports> removeExports(const vault::Database &vault, const model::ConnectionId &connection)
{
    SK_ASSIGN(const std::vector<records::ExportedFile> files, records::exportedFiles(vault));
    SK_ASSIGN(const std::vector<model::Connection> present, records::ConnectionRepository(vault).all());
    const auto isPresent = [&](const model::ConnectionId &id) {
        return std::ranges::any_of(present, [&](const model::Connection &other) { return other.id == id; });
    };
    Exports exports;
    for (const records::ExportedFile &file : files) {
        if (std::ranges::find(file.connections, connection) == file.connections.end()) {
            exports.older |= !std::ranges::all_of(file.connections, isPresent);
            continue;
        }
        const auto hash = sha256OfFile(file.path);
        const bool ours = hash && std::ranges::equal(*hash, file.sha256);
        std::error_code code;
        if (ours && std::filesystem::remove(file.path, code)) {
            ++exports.removed;
            SK_TRY(records::forgetExport(vault, file.path));
        } else {
            exports.moved = true;
        }
    }
    return exports;
}

} // namespace

Result<std::int64_t> Store::secretsLeft(const model::ConnectionId &id)
{
    std::int64_t left = 0;
    for (const std::string &entry : {amazon::tokenEntry(id.value), keys::ratchetEntry(id.value)}) {
        const auto read = m_world.secrets.read(entry);
        if (!read && read.error().kind != ErrorKind::NotFound)
            return fail(read.error());
        left += read ? 1 : 0;
    }
    return left;
}

Result<std::int64_t> Store::holdKeysLeft(const std::vector<model::Hold> &holds)
{
    std::int64_t left = 0;
    for (const model::Hold &hold : holds) {
        const auto read = m_world.secrets.read(keys::holdEntry(hold.id));
        if (!read && read.error().kind != ErrorKind::NotFound)
            return fail(read.error());
        left += read ? 1 : 0;
    }
    return left;
}

Result<std::vector<model::ErasureCheck>>
Store::checkErased(const model::ConnectionId &id, const std::vector<model::Hold> &holds, const ByteSearch &search)
{
    SK_ASSIGN(const std::vector<model::ErasedCount> rows, records::rowsOfConnection(m_vault, id));
    SK_ASSIGN(const model::PiiStatus pii, m_pii.status(id));
    const auto entries = secretsLeft(id); // a keychain that went away costs its check, not the certificate
    const auto holdKeys = holdKeysLeft(holds);
    return std::vector<model::ErasureCheck>{
        {"rows", static_cast<std::int64_t>(rows.size()), sumOf(rows), true},
        {"pii-values", 2, pii.sealedRows + pii.heldRows, true},
        {"keychain", 2 + static_cast<std::int64_t>(holds.size()), entries.value_or(0) + holdKeys.value_or(0),
         entries.has_value() && holdKeys.has_value()},
        privacy::searchPages(m_vault, "vault-pages", search),
        privacy::searchPages(m_pii.database(), "pii-pages", search),
        privacy::searchFiles(m_folder, search),
    };
}

Result<model::Erased> Store::erase(const ErasureRequest &request)
{
    const model::ConnectionId &id = request.connection;
    SK_ASSIGN(const model::Connection connection, records::ConnectionRepository(m_vault).find(id));
    SK_ASSIGN(const std::vector<model::Hold> holds, unendedHolds(id));
    if (!holds.empty() && request.reason != model::ErasureReason::OwnerRequest)
        return fail(ErrorKind::HoldInForce,
                    std::to_string(holds.size()) + " of them, among others of order " + holds.front().order.value
                        + " until " + toIso(holds.front().until));
    model::ErasureCertificate certificate;
    certificate.id = newUuid(m_world.random);
    certificate.profileId = m_profileId;
    certificate.profileName = request.profileName;
    certificate.subject = id.value;
    certificate.label = connection.label;
    certificate.reason = request.reason;
    certificate.by = "owner";
    certificate.begun = m_time.now();

    SK_ASSIGN(const std::vector<std::string> identifiers, records::identifiersOf(m_vault, id));
    SK_ASSIGN(certificate.counts, records::rowsOfConnection(m_vault, id));
    SK_ASSIGN(const model::PiiStatus pii, m_pii.status(id));
    SK_ASSIGN(const std::int64_t entries, secretsLeft(id));
    certificate.counts.push_back({"pii-values", pii.sealedRows});
    certificate.counts.push_back({"held-values", pii.heldRows});
    certificate.counts.push_back({"keychain-entries", entries + static_cast<std::int64_t>(holds.size())});

    SK_TRY(endConnection(id, dayOf(m_time.now()), model::AuditActor::Owner));
    SK_TRY(eraseHolds(id));
    // The rows last and as one: until they are gone, an erasure that was interrupted can be repeated.
    SK_ASSIGN(const Exports exports, removeExports(m_vault, id));
    certificate.counts.push_back({"export-files", exports.removed});
    SK_TRY(purgeConnection(id, std::numeric_limits<std::int64_t>::max()));
    SK_TRY(m_vault.checkpoint());
    SK_TRY(m_pii.database().checkpoint());
    SK_ASSIGN(certificate.checks, checkErased(id, holds, ByteSearch(identifiers)));
    if (exports.moved)
        certificate.outOfReach.emplace_back("exports-moved");
    if (exports.older)
        certificate.outOfReach.emplace_back("exports-older");
    certificate.outOfReach.emplace_back("os-snapshots");
    certificate.outOfReach.emplace_back("amazon");
    return certified(std::move(certificate));
}

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

/// Signs the certificate, keeps it, and lets the audit log remember its hash.
Result<model::Erased> Store::certified(model::ErasureCertificate certificate)
{
    SK_ASSIGN(const audit::Anchor head, m_audit.head(m_time.now()));
    certificate.finished = m_time.now();
    certificate.auditSeq = head.seq;
    certificate.auditHead = toHex(head.head);
    const Bytes file = privacy::signedCertificate(certificate, m_ring.auditSeed);
    model::AuditEvent event{model::AuditActor::Owner,
                            model::AuditOperation::ErasureCertified,
                            {},
                            model::DataClass::None,
                            sumOf(certificate.counts)};
    if (certificate.scope != model::ErasureScope::Profile)
        event.connection = {certificate.subject};
    event.requestId = toHex(secrets::sha256(file));
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::storeCertificate(m_vault, certificate, file));
    SK_TRY(m_audit.append(event, m_time.now()));
    SK_TRY(transaction.commit());
    SK_TRY(writeAnchor());
    return model::Erased{std::move(certificate), std::string(asText(file))};
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
    SK_ASSIGN(const std::optional<Time> since, records::signingKeySince(m_vault, read.publicKey));
    verdict.matchesProfile = since && select.integer(0) > 0;
    const model::ConnectionId subject{read.certificate.subject};
    SK_ASSIGN(const std::vector<model::ErasedCount> rows, records::rowsOfConnection(m_vault, subject));
    SK_ASSIGN(const model::PiiStatus pii, m_pii.status(subject));
    verdict.rowsRestored = sumOf(rows) + pii.sealedRows + pii.heldRows;
    return verdict;
}

} // namespace sk::profile
