// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QJsonObject>
#include <QMap>

namespace sk::profile {

/// A command of cli.md on an open profile, taken apart.
struct Command
{
    QString name; ///< "sync", "feature enable", …
    QMap<QString, QString> options;
    secrets::Secret input; ///< what it reads from standard input: credentials, or a passphrase
};

/// Runs the commands of cli.md on an open profile; the answer is the JSON object that `--json` prints.
class CommandRunner : public QObject
{
    Q_OBJECT

public:
    /// `session` outlives the runner.
    explicit CommandRunner(Session &session);

    /// Never fails by itself: errors are in the answer. One at a time.
    [[nodiscard]] QFuture<QJsonObject> run(const Command &command);
    /// Stops the sync or the check, or ends the consent that run() began, or is about to; its answer follows.
    void stop();
    /// A further line of standard input: the pasted address of a consent that waits.
    void supply(const secrets::Secret &line);

Q_SIGNALS:
    /// One line of progress for standard error, of the sync or the check that run() began.
    void progressed(const QString &line);
    /// The consent that run() began waits: somebody has to open its address.
    void consentStarted(const sk::profile::ConsentStarted &started);
    /// What was supplied does not fit; it may be supplied once more.
    void pasteRefused(const sk::Error &error);

private:
    using Answer = SharedPromise<QJsonObject>;
    struct Row;
    struct AuditList;
    template <typename T, typename Done>
    void answer(const QFuture<Result<T>> &future, const Answer &promise, Done done);

    void connections(const Command &command, const Answer &promise);
    void connectAccount(const Command &command, const Answer &promise);
    void consent(const Command &command, const Answer &promise);
    void exportConnection(const Command &command, const Answer &promise);
    void importConnection(const Command &command, const Answer &promise);
    void listFeatures(const Command &command, const Answer &promise);
    void setFeature(const Command &command, const Answer &promise);
    void showKeys(const Command &command, const Answer &promise);
    void rotateKeys(const Command &command, const Answer &promise);
    void suspectLeak(const Command &command, const Answer &promise);
    void sync(const Command &command, const Answer &promise);
    void status(const Command &command, const Answer &promise);
    void inventory(const Command &command, const Answer &promise);
    void expire(const Command &command, const Answer &promise);
    void doctor(const Command &command, const Answer &promise);
    void disconnectAccount(const Command &command, const Answer &promise);
    void exportData(const Command &command, const Answer &promise);
    void showRetention(const Command &command, const Answer &promise);
    void setRetention(const Command &command, const Answer &promise);
    void listHolds(const Command &command, const Answer &promise);
    void placeHold(const Command &command, const Answer &promise);
    void releaseHold(const Command &command, const Answer &promise);
    void auditList(const Command &command, const Answer &promise);
    void nextAuditEntries(const std::shared_ptr<AuditList> &list, const Answer &promise);
    void auditVerify(const Command &command, const Answer &promise);
    void auditExport(const Command &command, const Answer &promise);
    void erase(const Command &command, const Answer &promise);
    void listCertificates(const Command &command, const Answer &promise);
    void verifyCertificate(const Command &command, const Answer &promise);
    void listShipments(const Command &command, const Answer &promise);
    void showAddress(const Command &command, const Answer &promise);
    void acknowledgeUse(const Command &command, const Answer &promise);
    void countZones(const Command &command, const Answer &promise);
    void findBuyer(const Command &command, const Answer &promise);
    void exportBuyer(const Command &command, const Answer &promise);
    void eraseBuyer(const Command &command, const Answer &promise);
    void addRequest(const Command &command, const Answer &promise);
    void listRequests(const Command &command, const Answer &promise);
    void completeRequest(const Command &command, const Answer &promise);

    Session &m_session;
    bool m_syncing = false;
    bool m_checking = false; ///< the access of a connection
    bool m_stopped = false;
    std::string m_consent; ///< the one that run() waits for
};

/// {"ok":true}, for members to be added.
[[nodiscard]] QJsonObject okAnswer();
/// {"ok":false,"error":{"kind":…,"message":…}}; the message is the kind's advice with the detail.
[[nodiscard]] QJsonObject errorAnswer(const Error &error);
/// The answer of an erasure, with its certificate, which is written to `output` unless that is empty. `elsewhere` says
/// where it is to be had if that fails.
[[nodiscard]] QJsonObject erasedAnswer(const model::Erased &erased, const std::filesystem::path &output,
                                       std::string_view elsewhere = "`certificate list` has it");
/// The answer of `certificate verify`: ok only when the certificate holds.
[[nodiscard]] QJsonObject verdictAnswer(const model::CertificateVerdict &verdict);
/// The exit code of cli.md for an answer.
[[nodiscard]] int exitCodeOf(const QJsonObject &answer);

} // namespace sk::profile
