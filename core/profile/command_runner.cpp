// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/command_runner_p.h"

#include "core/profile/access_text.h"
#include "core/profile/json_views.h"

#include <algorithm>
#include <array>

namespace sk::profile {

namespace {

/// So many audit entries are asked for at once: a bounded message for another process.
constexpr std::size_t kAuditPage = 10'000;

QString progressLine(const model::SyncProgress &progress)
{
    QString line = QString::fromStdString(progress.dataSet) + QStringLiteral(": %1").arg(progress.received);
    if (progress.expected && *progress.expected > progress.received)
        line += QStringLiteral(" of about %1").arg(*progress.expected);
    if (progress.timeLeft && *progress.timeLeft > std::chrono::seconds(5))
        line += QStringLiteral(", about %1 s left")
                    .arg(std::chrono::duration_cast<std::chrono::seconds>(*progress.timeLeft).count());
    if (progress.waitingUntil)
        line += QStringLiteral(", waiting for Amazon's rate limit until ")
            + QString::fromStdString(toIso(*progress.waitingUntil));
    return line;
}

} // namespace

struct CommandRunner::Row
{
    const char *name;
    void (CommandRunner::*run)(const Command &, const Answer &);
};

CommandRunner::CommandRunner(Session &session) : m_session(session)
{
    connect(&m_session, &Session::syncProgressed, this, [this](const model::SyncProgress &progress) {
        if (m_syncing)
            Q_EMIT progressed(progressLine(progress));
    });
    connect(&m_session, &Session::accessProgressed, this, [this](const model::AccessProgress &progress) {
        if (m_checking)
            Q_EMIT progressed(lineOf(progress));
    });
}

void CommandRunner::stop()
{
    m_stopped = true; // a consent may still be on its way to us
    if (m_syncing)
        m_session.stopSync();
    if (m_checking)
        m_session.stopAccessCheck();
    if (!m_consent.empty())
        m_session.cancelConsent(m_consent);
}

QFuture<QJsonObject> CommandRunner::run(const Command &command)
{
    static constexpr std::array rows{
        Row{"connections", &CommandRunner::connections},
        Row{"connect", &CommandRunner::connectAccount},
        Row{"consent", &CommandRunner::consent},
        Row{"connection export", &CommandRunner::exportConnection},
        Row{"connection import", &CommandRunner::importConnection},
        Row{"feature list", &CommandRunner::listFeatures},
        Row{"feature enable", &CommandRunner::setFeature},
        Row{"feature disable", &CommandRunner::setFeature},
        Row{"keys show", &CommandRunner::showKeys},
        Row{"keys rotate", &CommandRunner::rotateKeys},
        Row{"leak", &CommandRunner::suspectLeak},
        Row{"sync", &CommandRunner::sync},
        Row{"status", &CommandRunner::status},
        Row{"inventory", &CommandRunner::inventory},
        Row{"expire", &CommandRunner::expire},
        Row{"doctor", &CommandRunner::doctor},
        Row{"disconnect", &CommandRunner::disconnectAccount},
        Row{"export", &CommandRunner::exportData},
        Row{"retention show", &CommandRunner::showRetention},
        Row{"retention set", &CommandRunner::setRetention},
        Row{"hold list", &CommandRunner::listHolds},
        Row{"hold place", &CommandRunner::placeHold},
        Row{"hold release", &CommandRunner::releaseHold},
        Row{"audit list", &CommandRunner::auditList},
        Row{"audit verify", &CommandRunner::auditVerify},
        Row{"audit export", &CommandRunner::auditExport},
        Row{"erase", &CommandRunner::erase},
        Row{"certificate list", &CommandRunner::listCertificates},
        Row{"certificate verify", &CommandRunner::verifyCertificate},
        Row{"fulfilment list", &CommandRunner::listShipments},
        Row{"fulfilment show", &CommandRunner::showAddress},
        Row{"fulfilment acknowledge", &CommandRunner::acknowledgeUse},
        Row{"fulfilment zones", &CommandRunner::countZones},
        Row{"buyer find", &CommandRunner::findBuyer},
        Row{"buyer export", &CommandRunner::exportBuyer},
        Row{"buyer erase", &CommandRunner::eraseBuyer},
        Row{"request add", &CommandRunner::addRequest},
        Row{"request list", &CommandRunner::listRequests},
        Row{"request complete", &CommandRunner::completeRequest},
    };
    const Answer promise;
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row &other) { return command.name == QLatin1String(other.name); });
    if (row == rows.end())
        promise.finish(errorAnswer({ErrorKind::Usage, "unknown command"}));
    else
        (this->*row->run)(command, promise);
    return promise.future();
}

void CommandRunner::connections(const Command &, const Answer &promise)
{
    answer(m_session.connections(), promise, [](const std::vector<model::ConnectionView> &views) {
        return QJsonObject{{QStringLiteral("connections"), toJson(views)}};
    });
}

void CommandRunner::listFeatures(const Command &command, const Answer &promise)
{
    const model::ConnectionId connection{text(command, "connection")};
    answer(m_session.connections(), promise, [connection](const std::vector<model::ConnectionView> &views) {
        const auto found = std::find_if(views.begin(), views.end(),
                                        [&](const auto &view) { return view.connection.id == connection; });
        if (found == views.end())
            return errorAnswer({ErrorKind::NotFound, "no connection " + connection.value});
        return featuresJson(found->connection);
    });
}

void CommandRunner::setFeature(const Command &command, const Answer &promise)
{
    const auto feature = model::featureFromWord(text(command, "name"));
    if (!feature)
        return promise.finish(
            errorAnswer({ErrorKind::NotFound, "no feature " + text(command, "name") + ": fulfilment-addresses"}));
    const bool enable = command.name == QStringLiteral("feature enable");
    answer(m_session.setFeature({text(command, "connection")}, *feature, enable), promise, [] { return okAnswer(); });
}

void CommandRunner::sync(const Command &command, const Answer &promise)
{
    const auto since = day(command, "since");
    if (!since)
        return promise.finish(errorAnswer(since.error()));
    SyncRequest request;
    request.since = *since;
    request.dataSets = texts(command, "data-set");
    if (command.options.contains(QStringLiteral("connection")))
        request.connection = model::ConnectionId{text(command, "connection")};
    for (const std::string &name : request.dataSets) {
        if (!isDataSet(name))
            return promise.finish(
                errorAnswer({ErrorKind::Usage,
                             "no data set " + name + ": orders, order-items, marketplaces, fulfilment-addresses"}));
    }
    const auto future = m_session.sync(std::move(request));
    m_syncing = true;
    whenDone(future, this, [this](const Result<model::SyncReport> &) { m_syncing = false; });
    answer(future, promise, [](const model::SyncReport &report) { return toJson(report); });
}

void CommandRunner::status(const Command &, const Answer &promise)
{
    answer(m_session.status(), promise, [](const model::StatusView &view) { return toJson(view); });
}

void CommandRunner::inventory(const Command &, const Answer &promise)
{
    answer(m_session.inventory(), promise, [](const model::Inventory &inventory) { return toJson(inventory); });
}

void CommandRunner::expire(const Command &, const Answer &promise)
{
    answer(m_session.expireNow(), promise, [](const model::ExpiryReport &report) { return toJson(report); });
}

void CommandRunner::doctor(const Command &command, const Answer &promise)
{
    const auto future = m_session.checkAccess({text(command, "connection")});
    m_checking = true;
    whenDone(future, this, [this](const Result<model::AccessReport> &) { m_checking = false; });
    answer(future, promise, [](const model::AccessReport &report) { return toJson(report); });
}

void CommandRunner::disconnectAccount(const Command &command, const Answer &promise)
{
    std::optional<Day> purgeOn;
    if (word(command, "purge") == QStringLiteral("now")) {
        purgeOn = Day{}; // any day that has passed
    } else {
        const auto named = day(command, "purge");
        if (!named)
            return promise.finish(errorAnswer(named.error()));
        purgeOn = *named;
    }
    answer(m_session.disconnectAccount({text(command, "connection")}, purgeOn), promise, [] { return okAnswer(); });
}

void CommandRunner::exportData(const Command &command, const Answer &promise)
{
    const auto since = day(command, "since");
    const auto until = day(command, "until");
    if (!since || !until)
        return promise.finish(errorAnswer(since ? until.error() : since.error()));
    const std::filesystem::path output(word(command, "output").toStdU16String());
    answer(m_session.exportData({text(command, "data-set"), text(command, "format"), output, *since, *until}), promise,
           [](std::int64_t rows) {
               return QJsonObject{{QStringLiteral("rows"), static_cast<qint64>(rows)}};
           });
}

struct CommandRunner::AuditList
{
    std::vector<std::int64_t> newestFirst; ///< still to be asked for
    QJsonArray entries;
};

void CommandRunner::auditList(const Command &command, const Answer &promise)
{
    const auto since = day(command, "since");
    if (!since)
        return promise.finish(errorAnswer(since.error()));
    model::AuditFilter filter;
    if (*since)
        filter.since = Time(**since);
    if (const std::string operation = text(command, "operation"); !operation.empty()) {
        filter.operation = model::auditOperationFromWord(operation);
        if (!filter.operation)
            return promise.finish(errorAnswer({ErrorKind::Usage, "no audit operation " + operation}));
    }
    whenDone(m_session.auditSequences(filter), this,
             [this, promise](const Result<std::vector<std::int64_t>> &sequences) {
                 if (!sequences)
                     return promise.finish(errorAnswer(sequences.error()));
                 nextAuditEntries(std::make_shared<AuditList>(AuditList{*sequences, {}}), promise);
             });
}

void CommandRunner::nextAuditEntries(const std::shared_ptr<AuditList> &list, const Answer &promise)
{
    std::vector<std::int64_t> &rest = list->newestFirst;
    const auto count = static_cast<std::ptrdiff_t>(std::min(rest.size(), kAuditPage));
    const std::vector<std::int64_t> oldestFirst(rest.rbegin(), rest.rbegin() + count);
    rest.erase(rest.end() - count, rest.end());
    whenDone(m_session.auditEntries(oldestFirst), this,
             [this, list, promise](const Result<std::vector<model::AuditEntry>> &entries) {
                 if (!entries)
                     return promise.finish(errorAnswer(entries.error()));
                 for (const QJsonValue entry : toJson(*entries))
                     list->entries.append(entry);
                 if (!list->newestFirst.empty())
                     return nextAuditEntries(list, promise);
                 QJsonObject json = okAnswer();
                 json[QStringLiteral("entries")] = list->entries;
                 promise.finish(json);
             });
}

void CommandRunner::auditVerify(const Command &, const Answer &promise)
{
    answer(m_session.verifyAudit(), promise, [](const model::AuditVerification &verification) {
        QJsonObject json = verification.intact()
            ? okAnswer()
            : errorAnswer({ErrorKind::AuditBroken, "first bad entry: " + std::to_string(*verification.firstBad)});
        addTo(json, verification);
        return json;
    });
}

void CommandRunner::auditExport(const Command &command, const Answer &promise)
{
    const std::filesystem::path output(word(command, "output").toStdU16String());
    answer(m_session.exportAudit({output, {}}), promise, [](std::int64_t rows) {
        return QJsonObject{{QStringLiteral("entries"), static_cast<qint64>(rows)}};
    });
}

void CommandRunner::erase(const Command &command, const Answer &promise)
{
    const std::string connection = text(command, "connection");
    if (text(command, "confirm") != connection)
        return promise.finish(errorAnswer({ErrorKind::Usage, "--confirm must repeat the connection's id"}));
    const auto reason = reasonOf(command, model::ErasureReason::OwnerRequest);
    if (!reason)
        return promise.finish(errorAnswer(reason.error()));
    const std::filesystem::path output(word(command, "output").toStdU16String());
    answer(m_session.eraseConnection({connection}, *reason), promise,
           [output](const model::Erased &erased) { return erasedAnswer(erased, output); });
}

void CommandRunner::listCertificates(const Command &, const Answer &promise)
{
    answer(m_session.certificates(), promise, [](const std::vector<model::Erased> &all) {
        QJsonArray certificates;
        for (const model::Erased &erased : all)
            certificates.append(toJson(erased));
        return QJsonObject{{QStringLiteral("certificates"), certificates}};
    });
}

void CommandRunner::verifyCertificate(const Command &command, const Answer &promise)
{
    answer(m_session.verifyCertificate(text(command, "certificate")), promise,
           [](const model::CertificateVerdict &verdict) { return verdictAnswer(verdict); });
}

} // namespace sk::profile
