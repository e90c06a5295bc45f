// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/command_runner.h"

#include "core/amazon/lwa.h"
#include "core/profile/json_views.h"

#include <algorithm>

namespace sk::profile {

namespace {

QString word(const QJsonObject &command, const char *key)
{
    return command[QLatin1String(key)].toString();
}

std::string text(const QJsonObject &command, const char *key)
{
    return word(command, key).toStdString();
}

std::vector<std::string> texts(const QJsonObject &command, const char *key)
{
    std::vector<std::string> list;
    for (const QString &part : word(command, key).split(QLatin1Char(','), Qt::SkipEmptyParts))
        list.push_back(part.trimmed().toStdString());
    return list;
}

/// A day of the command; nothing when it does not name one, an error when it is no day.
Result<std::optional<Day>> day(const QJsonObject &command, const char *key)
{
    const std::string value = text(command, key);
    if (value.empty())
        return std::optional<Day>();
    const auto parsed = dayFromIso(value);
    if (!parsed)
        return fail(ErrorKind::Usage, std::string("--") + key + ": " + parsed.error().detail);
    return std::optional(*parsed);
}

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

CommandRunner::CommandRunner(Session &session) : m_session(session)
{
    connect(&m_session, &Session::syncProgressed, this,
            [this](const model::SyncProgress &progress) { Q_EMIT progressed(progressLine(progress)); });
}

void CommandRunner::stop()
{
    m_session.stopSync();
}

QFuture<QJsonObject> CommandRunner::run(const QJsonObject &command)
{
    const Answer promise;
    const QString name = word(command, "command");
    if (name == QStringLiteral("connections"))
        connections(promise);
    else if (name == QStringLiteral("connect"))
        connectAccount(command, promise);
    else if (name == QStringLiteral("feature"))
        feature(command, promise);
    else if (name == QStringLiteral("sync"))
        sync(command, promise);
    else if (name == QStringLiteral("status"))
        status(promise);
    else if (name == QStringLiteral("expire"))
        answer(m_session.expireNow(), promise, [](const model::ExpiryReport &report) { return toJson(report); });
    else if (name == QStringLiteral("disconnect"))
        disconnectAccount(command, promise);
    else if (name == QStringLiteral("export"))
        exportData(command, promise);
    else if (name == QStringLiteral("retention"))
        retention(command, promise);
    else if (name == QStringLiteral("audit list"))
        auditList(command, promise);
    else if (name == QStringLiteral("audit verify"))
        auditVerify(promise);
    else if (name == QStringLiteral("audit export"))
        auditExport(command, promise);
    else
        promise.finish(errorAnswer({ErrorKind::Usage, "unknown command"}));
    return promise.future();
}

/// Finishes `promise` with `done(value)`, made ok, or with the error.
template <typename T, typename Done>
void CommandRunner::answer(const QFuture<Result<T>> &future, const Answer &promise, Done done)
{
    whenDone(future, this, [promise, done](const Result<T> &result) {
        if (!result)
            return promise.finish(errorAnswer(result.error()));
        QJsonObject json;
        if constexpr (std::is_void_v<T>)
            json = done();
        else
            json = done(*result);
        if (!json.contains(QStringLiteral("ok")))
            json[QStringLiteral("ok")] = true;
        promise.finish(json);
    });
}

void CommandRunner::connections(const Answer &promise)
{
    answer(m_session.connections(), promise, [](const std::vector<model::ConnectionView> &views) {
        return QJsonObject{{QStringLiteral("connections"), toJson(views)}};
    });
}

void CommandRunner::connectAccount(const QJsonObject &command, const Answer &promise)
{
    std::string input = text(command, "credentials");
    const secrets::Secret json = secrets::Secret::take({reinterpret_cast<std::uint8_t *>(input.data()), input.size()});
    auto credentials = amazon::credentialsFromJson(json);
    if (!credentials)
        return promise.finish(errorAnswer(credentials.error()));
    ConnectRequest request;
    request.region = text(command, "region");
    request.label = text(command, "label");
    request.sellingPartnerId = text(command, "selling-partner-id");
    request.marketplaces = texts(command, "marketplaces");
    request.clientId = credentials->clientId;
    request.clientSecret = credentials->clientSecret;
    request.refreshToken = credentials->refreshToken;
    if (command.contains(QStringLiteral("api-url")))
        request.endpoint =
            model::CustomEndpoint{text(command, "api-url"), text(command, "token-url"), text(command, "ca-pem")};
    answer(m_session.connectAccount(std::move(request)), promise, [](const ConnectResult &result) {
        return QJsonObject{{QStringLiteral("connection"), QString::fromStdString(result.connection.value)},
                           {QStringLiteral("marketplaces"), toJson(result.marketplaces)}};
    });
}

void CommandRunner::feature(const QJsonObject &command, const Answer &promise)
{
    const model::ConnectionId connection{text(command, "connection")};
    const QString action = word(command, "action");
    if (action == QStringLiteral("list")) {
        return answer(m_session.connections(), promise, [connection](const std::vector<model::ConnectionView> &views) {
            const auto found = std::find_if(views.begin(), views.end(),
                                            [&](const auto &view) { return view.connection.id == connection; });
            if (found == views.end())
                return errorAnswer({ErrorKind::NotFound, "no connection " + connection.value});
            return featuresJson(found->connection);
        });
    }
    const auto feature = model::featureFromWord(text(command, "name"));
    if (!feature)
        return promise.finish(
            errorAnswer({ErrorKind::NotFound, "no feature " + text(command, "name") + ": fulfilment-addresses"}));
    const bool enable = action == QStringLiteral("enable");
    answer(m_session.setFeature(connection, *feature, enable), promise, [] { return okAnswer(); });
}

void CommandRunner::sync(const QJsonObject &command, const Answer &promise)
{
    const auto since = day(command, "since");
    if (!since)
        return promise.finish(errorAnswer(since.error()));
    SyncRequest request;
    request.since = *since;
    request.dataSets = texts(command, "data-set");
    if (command.contains(QStringLiteral("connection")))
        request.connection = model::ConnectionId{text(command, "connection")};
    for (const std::string &name : request.dataSets) {
        if (!isDataSet(name))
            return promise.finish(
                errorAnswer({ErrorKind::Usage,
                             "no data set " + name + ": orders, order-items, marketplaces, fulfilment-addresses"}));
    }
    answer(m_session.sync(std::move(request)), promise, [](const model::SyncReport &report) { return toJson(report); });
}

void CommandRunner::status(const Answer &promise)
{
    answer(m_session.status(), promise, [](const model::StatusView &view) { return toJson(view); });
}

void CommandRunner::disconnectAccount(const QJsonObject &command, const Answer &promise)
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

void CommandRunner::exportData(const QJsonObject &command, const Answer &promise)
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

void CommandRunner::retention(const QJsonObject &command, const Answer &promise)
{
    if (word(command, "action") == QStringLiteral("set")) {
        bool isNumber = false;
        const int value = word(command, "value").toInt(&isNumber);
        if (!isNumber)
            return promise.finish(
                errorAnswer({ErrorKind::Usage, "a retention setting is a whole number, as in pii.days=14"}));
        return answer(m_session.setRetention(text(command, "key"), value), promise, [] { return okAnswer(); });
    }
    answer(m_session.retention(), promise, [](const std::vector<model::RetentionRow> &rows) {
        return QJsonObject{{QStringLiteral("retention"), toJson(rows)}};
    });
}

void CommandRunner::auditList(const QJsonObject &command, const Answer &promise)
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
                 std::vector<std::int64_t> oldestFirst(sequences->rbegin(), sequences->rend());
                 answer(m_session.auditEntries(std::move(oldestFirst)), promise,
                        [](const std::vector<model::AuditEntry> &entries) {
                            return QJsonObject{{QStringLiteral("entries"), toJson(entries)}};
                        });
             });
}

void CommandRunner::auditVerify(const Answer &promise)
{
    answer(m_session.verifyAudit(), promise, [](const model::AuditVerification &verification) {
        QJsonObject json = verification.intact()
            ? okAnswer()
            : errorAnswer({ErrorKind::AuditBroken, "first bad entry: " + std::to_string(*verification.firstBad)});
        addTo(json, verification);
        return json;
    });
}

void CommandRunner::auditExport(const QJsonObject &command, const Answer &promise)
{
    const std::filesystem::path output(word(command, "output").toStdU16String());
    answer(m_session.exportAudit({output, {}}), promise, [](std::int64_t rows) {
        return QJsonObject{{QStringLiteral("entries"), static_cast<qint64>(rows)}};
    });
}

} // namespace sk::profile
