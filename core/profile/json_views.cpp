// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/json_views.h"

#include "core/profile/command_runner.h"
#include "core/profile/credential_text.h"
#include "core/profile/json_values.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace sk::profile {

namespace {

QJsonArray featureNames(const model::Connection &connection)
{
    QJsonArray names;
    for (const model::Feature feature : connection.features)
        names.append(text(model::toWord(feature)));
    return names;
}

QJsonArray toJson(const std::vector<model::DataSetStatus> &dataSets)
{
    QJsonArray array;
    for (const model::DataSetStatus &status : dataSets) {
        QJsonObject json{{QStringLiteral("name"), text(status.name)},
                         {QStringLiteral("rows"), number(status.rows)},
                         {QStringLiteral("fresh_as_of"), timeOrNull(status.freshAsOf)}};
        if (status.lastError)
            json[QStringLiteral("last_error")] = text(toWord(*status.lastError));
        array.append(json);
    }
    return array;
}

struct Sum
{
    model::DataSetReport report;
    std::optional<Error> error;
};

std::vector<Sum> byName(const model::SyncReport &report)
{
    std::vector<Sum> sums;
    for (const model::DataSetReport &part : report.dataSets) {
        auto at = std::find_if(sums.begin(), sums.end(), [&](const Sum &sum) { return sum.report.name == part.name; });
        if (at == sums.end())
            at = sums.insert(sums.end(), Sum{{{}, part.name, 0, 0, 0, 0, std::nullopt}, std::nullopt});
        at->report.received += part.received;
        at->report.stored += part.stored;
        at->report.requests += part.requests;
        at->report.throttled += part.throttled;
        if (part.error && !at->error)
            at->error = part.error;
    }
    return sums;
}

QJsonObject verdictOf(const std::vector<Sum> &sums)
{
    const auto failed = std::find_if(sums.begin(), sums.end(), [](const Sum &sum) { return sum.error.has_value(); });
    if (failed == sums.end())
        return okAnswer();
    QJsonObject answer = errorAnswer(*failed->error);
    // What was not due asked nothing and proves nothing.
    const auto worked = [](const Sum &sum) {
        return (!sum.error && sum.report.requests > 0) || sum.report.received > 0;
    };
    if (failed->error->kind != ErrorKind::Cancelled && std::any_of(sums.begin(), sums.end(), worked)) {
        QJsonObject error = answer[QStringLiteral("error")].toObject();
        const QJsonValue cause =
            error.value(QLatin1String("kind")); // by value: inserting moves what operator[] refers to
        error[QStringLiteral("cause")] = cause;
        error[QStringLiteral("kind")] = QStringLiteral("partial");
        answer[QStringLiteral("error")] = error;
    }
    return answer;
}

} // namespace

QJsonArray toJson(const std::vector<model::ConnectionView> &views)
{
    QJsonArray array;
    for (const model::ConnectionView &view : views) {
        const model::Connection &connection = view.connection;
        QJsonObject json{{QStringLiteral("id"), text(connection.id.value)},
                         {QStringLiteral("kind"), text(model::toWord(connection.kind))},
                         {QStringLiteral("label"), text(connection.label)},
                         {QStringLiteral("region"), text(connection.region)},
                         {QStringLiteral("state"), text(model::toWord(connection.state))},
                         {QStringLiteral("features"), featureNames(connection)},
                         {QStringLiteral("marketplaces"), toJson(view.marketplaces)},
                         {QStringLiteral("data_sets"), toJson(view.dataSets)},
                         {QStringLiteral("purge_on"), dayOrNull(connection.purgeOn)}};
        if (connection.stateReason)
            json[QStringLiteral("reason")] = text(toWord(*connection.stateReason));
        if (connection.oldSecretUntil)
            json[QStringLiteral("old_secret_until")] = dayOrNull(connection.oldSecretUntil);
        if (!view.leakSteps.empty())
            json[QStringLiteral("leak")] = leakJson(view);
        array.append(json);
    }
    return array;
}

QJsonArray toJson(const std::vector<model::Marketplace> &marketplaces)
{
    QJsonArray array;
    for (const model::Marketplace &marketplace : marketplaces)
        array.append(text(marketplace.id.value));
    return array;
}

QJsonArray toJson(const std::vector<model::AuditEntry> &entries)
{
    QJsonArray array;
    for (const model::AuditEntry &entry : entries) {
        array.append(QJsonObject{{QStringLiteral("seq"), number(entry.seq)},
                                 {QStringLiteral("time"), text(toIso(entry.time))},
                                 {QStringLiteral("actor"), text(model::toWord(entry.event.actor))},
                                 {QStringLiteral("operation"), text(model::toWord(entry.event.operation))},
                                 {QStringLiteral("connection"), text(entry.event.connection.value)},
                                 {QStringLiteral("data_class"), text(model::toWord(entry.event.dataClass))},
                                 {QStringLiteral("outcome"), text(model::outcomeWord(entry.event))},
                                 {QStringLiteral("http_status"), entry.event.httpStatus},
                                 {QStringLiteral("request_id"), text(entry.event.requestId)},
                                 {QStringLiteral("rows"), number(entry.event.rows)},
                                 {QStringLiteral("duration_ms"), number(entry.event.duration.count())}});
    }
    return array;
}

QJsonArray toJson(const std::vector<model::RetentionRow> &rows)
{
    QJsonArray array;
    for (const model::RetentionRow &row : rows) {
        array.append(QJsonObject{{QStringLiteral("key"), text(row.key)},
                                 {QStringLiteral("value"), row.value},
                                 {QStringLiteral("least"), row.least},
                                 {QStringLiteral("most"), row.most},
                                 {QStringLiteral("cap"), row.cap},
                                 {QStringLiteral("reason"), text(row.reason)},
                                 {QStringLiteral("held"), number(row.held)},
                                 {QStringLiteral("oldest"), timeOrNull(row.oldest)},
                                 {QStringLiteral("next_expiry"), dayOrNull(row.nextExpiry)}});
    }
    return array;
}

QJsonObject toJson(const model::Hold &hold)
{
    return {{QStringLiteral("id"), text(hold.id)},
            {QStringLiteral("connection"), text(hold.connection.value)},
            {QStringLiteral("label"), text(hold.label)},
            {QStringLiteral("order"), text(hold.order.value)},
            {QStringLiteral("kind"), text(model::toWord(hold.kind))},
            {QStringLiteral("reason"), text(hold.reason)},
            {QStringLiteral("by"), text(hold.by)},
            {QStringLiteral("placed"), text(toIso(hold.placed))},
            {QStringLiteral("until"), text(toIso(hold.until))},
            {QStringLiteral("values"), number(hold.values)},
            {QStringLiteral("in_force"), hold.isInForce()},
            {QStringLiteral("ended"), timeOrNull(hold.ended)},
            {QStringLiteral("ended_by"), hold.endedBy ? QJsonValue(text(model::toWord(*hold.endedBy))) : QJsonValue()}};
}

QJsonArray toJson(const std::vector<model::CredentialAge> &ages)
{
    QJsonArray array;
    for (const model::CredentialAge &age : ages) {
        array.append(QJsonObject{
            {QStringLiteral("kind"), text(model::toWord(age.kind))},
            {QStringLiteral("connection"), age.connection ? QJsonValue(text(age.connection->value)) : QJsonValue()},
            {QStringLiteral("since"), text(toIso(age.madeAt))},
            {QStringLiteral("state"), text(model::toWord(age.stage))},
            {QStringLiteral("remind_on"), dayOrNull(age.remindOn)},
            {QStringLiteral("ends_on"), dayOrNull(age.endsOn)}});
    }
    return array;
}

QJsonObject leakJson(const model::ConnectionView &view)
{
    QJsonArray steps;
    for (const model::LeakStepState &state : view.leakSteps)
        steps.append(QJsonObject{{QStringLiteral("step"), text(model::toWord(state.step))},
                                 {QStringLiteral("done"), state.done},
                                 {QStringLiteral("message"), text(leakStepText(state.step))}});
    return {{QStringLiteral("connection"), text(view.connection.id.value)},
            {QStringLiteral("suspected_at"), timeOrNull(view.connection.suspectedAt)},
            {QStringLiteral("steps"), steps}};
}

QJsonObject toJson(const model::StatusView &view)
{
    QJsonArray warnings;
    for (const std::string &warning : view.warnings)
        warnings.append(text(warning));
    return {{QStringLiteral("data_sets"), toJson(view.dataSets)},
            {QStringLiteral("pii"),
             QJsonObject{{QStringLiteral("sealed_rows"), number(view.pii.sealedRows)},
                         {QStringLiteral("next_expiry"), dayOrNull(view.pii.nextExpiry)},
                         {QStringLiteral("held_rows"), number(view.pii.heldRows)}}},
            {QStringLiteral("audit"), QJsonObject{{QStringLiteral("entries"), number(view.auditEntries)}}},
            {QStringLiteral("credentials"), toJson(view.credentials)},
            {QStringLiteral("folder"), text(view.location.folder)},
            {QStringLiteral("warnings"), warnings}};
}

QJsonObject toJson(const model::Erased &erased)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(erased.file)).object();
}

QJsonObject toJson(const model::ExpiryReport &report)
{
    return {{QStringLiteral("expired_rows"), number(report.expiredValues)},
            {QStringLiteral("deleted_rows"), number(report.deletedRows)}};
}

QJsonObject toJson(const model::SyncReport &report)
{
    const std::vector<Sum> sums = byName(report);
    QJsonObject answer = verdictOf(sums);
    QJsonArray array;
    for (const Sum &sum : sums) {
        QJsonObject json{{QStringLiteral("name"), text(sum.report.name)},
                         {QStringLiteral("received"), number(sum.report.received)},
                         {QStringLiteral("stored"), number(sum.report.stored)},
                         {QStringLiteral("requests"), number(sum.report.requests)},
                         {QStringLiteral("throttled"), number(sum.report.throttled)}};
        if (sum.error)
            json[QStringLiteral("error")] = errorAnswer(*sum.error)[QStringLiteral("error")];
        array.append(json);
    }
    answer[QStringLiteral("data_sets")] = array;
    return answer;
}

QJsonObject featuresJson(const model::Connection &connection)
{
    QJsonArray features;
    for (const model::Feature feature : model::allFeatures()) {
        const bool enabled =
            std::find(connection.features.begin(), connection.features.end(), feature) != connection.features.end();
        features.append(
            QJsonObject{{QStringLiteral("name"), text(model::toWord(feature))}, {QStringLiteral("enabled"), enabled}});
    }
    return {{QStringLiteral("features"), features}};
}

void addTo(QJsonObject &json, const model::AuditVerification &verification)
{
    json[QStringLiteral("entries")] = number(verification.entries);
    json[QStringLiteral("pruned")] = number(verification.pruned);
    json[QStringLiteral("head")] = text(verification.head);
    json[QStringLiteral("intact")] = verification.intact();
    json[QStringLiteral("first_bad")] =
        verification.firstBad ? QJsonValue(number(*verification.firstBad)) : QJsonValue();
}

bool isDataSet(std::string_view name)
{
    constexpr std::array<std::string_view, 4> names{"orders", "order-items", "marketplaces", "fulfilment-addresses"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace sk::profile
