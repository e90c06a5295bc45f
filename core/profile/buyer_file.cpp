// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/buyer_file.h"

#include "core/profile/held_classes.h"
#include "core/profile/json_values.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <span>

namespace sk::profile {

namespace {

constexpr int kVersion = 1;

QJsonValue valueOf(const model::HeldValue &value)
{
    if (!value.value)
        return QJsonValue::Null;
    return value.isNumber ? QJsonValue(text(*value.value).toLongLong()) : QJsonValue(text(*value.value));
}

QJsonObject toJson(const std::vector<model::HeldTable> &tables)
{
    QJsonObject json;
    for (const model::HeldTable &table : tables) {
        QJsonArray rows;
        for (const model::HeldRow &row : table.rows) {
            QJsonObject object;
            for (const model::HeldValue &value : row.values)
                object[text(value.name)] = valueOf(value);
            rows.append(object);
        }
        json[text(table.name)] = rows;
    }
    return json;
}

using Values = std::span<const secrets::Secret>;

/// `values` is empty, or has one for each.
QJsonArray toJson(const std::vector<model::HeldPersonal> &held, Values values)
{
    QJsonArray array;
    for (std::size_t i = 0; i < held.size(); ++i) {
        const model::HeldPersonal &personal = held[i];
        QJsonObject json{{QStringLiteral("field"), text(personal.field)},
                         {QStringLiteral("name"), text(plainFieldName(personal.field))},
                         {QStringLiteral("received"), text(toIso(personal.receivedAt))},
                         {QStringLiteral("origin"), text(personal.origin)},
                         {QStringLiteral("deleted_from"), text(toIso(personal.expiryDay))}};
        if (i < values.size() && !values[i].isEmpty())
            json[QStringLiteral("value")] = text(values[i].text());
        array.append(json);
    }
    return array;
}

QJsonArray holdingsOf(const model::OrderFound &found, Values values)
{
    QJsonArray array;
    for (const model::OrderHolding &holding : found.holdings) {
        const Values its = values.first(std::min(holding.personal.size(), values.size()));
        array.append(QJsonObject{{QStringLiteral("connection"), text(holding.connection.value)},
                                 {QStringLiteral("label"), text(holding.label)},
                                 {QStringLiteral("tables"), toJson(holding.tables)},
                                 {QStringLiteral("personal"), toJson(holding.personal, its)}});
        values = values.subspan(its.size());
    }
    return array;
}

} // namespace

Bytes buyerFile(const BuyerCopy &copy, const std::string &profileName, Time now)
{
    const QJsonObject json{
        {QStringLiteral("format"), QStringLiteral("sellerkeep-buyer-data")},
        {QStringLiteral("version"), kVersion},
        {QStringLiteral("purpose"),
         QStringLiteral("Copy of all data held about the buyer of this order, for the buyer (right of access).")},
        {QStringLiteral("holder"), text(profileName)},
        {QStringLiteral("written"), text(toIso(now))},
        {QStringLiteral("order"), text(copy.found.order.value)},
        {QStringLiteral("holdings"), holdingsOf(copy.found, copy.values)}};
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Indented);
    return {bytes.begin(), bytes.end()};
}

QJsonObject toJson(const model::OrderFound &found)
{
    QJsonArray files;
    for (const model::RememberedFile &file : found.files)
        files.append(QJsonObject{{QStringLiteral("path"), text(file.path)},
                                 {QStringLiteral("written"), text(toIso(file.writtenAt))},
                                 {QStringLiteral("copy_for_buyer"), file.ofThisOrder}});
    QJsonArray certificates;
    for (const std::string &id : found.certificates)
        certificates.append(text(id));
    return {{QStringLiteral("order"), text(found.order.value)},        {QStringLiteral("held"), found.isHeld()},
            {QStringLiteral("holdings"), holdingsOf(found, {})},       {QStringLiteral("files"), files},
            {QStringLiteral("erased_at"), timeOrNull(found.erasedAt)}, {QStringLiteral("certificates"), certificates}};
}

QJsonObject toJson(const model::DeletionRequest &request)
{
    QJsonArray orders;
    for (const model::RequestedOrder &requested : request.orders)
        orders.append(
            QJsonObject{{QStringLiteral("order"), text(requested.order.value)},
                        {QStringLiteral("certificate"),
                         requested.certificate.empty() ? QJsonValue() : QJsonValue(text(requested.certificate))}});
    return {{QStringLiteral("id"), text(request.id)},
            {QStringLiteral("asked_by"), text(model::toWord(request.askedBy))},
            {QStringLiteral("received_on"), text(toIso(request.receivedOn))},
            {QStringLiteral("deadline"), text(toIso(request.deadline()))},
            {QStringLiteral("state"), text(model::stateOf(request))},
            {QStringLiteral("done_at"), timeOrNull(request.doneAt)},
            {QStringLiteral("orders"), orders}};
}

} // namespace sk::profile
