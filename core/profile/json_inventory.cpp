// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/json_views.h"

#include "core/profile/data_location.h"
#include "core/profile/held_classes.h"
#include "core/profile/json_values.h"

namespace sk::profile {

namespace {

QJsonObject heldJson(const model::Held &held)
{
    return {{QStringLiteral("rows"), number(held.rows)},
            {QStringLiteral("oldest"), timeOrNull(held.oldest)},
            {QStringLiteral("newest"), timeOrNull(held.newest)},
            {QStringLiteral("deleted_from"), dayOrNull(held.goesFrom)}};
}

QJsonArray ofConnections(const std::vector<model::HeldOfConnection> &connections)
{
    QJsonArray array;
    for (const model::HeldOfConnection &one : connections) {
        QJsonObject json = heldJson(one.held);
        json[QStringLiteral("connection")] = text(one.connection.value);
        json[QStringLiteral("label")] = one.label ? QJsonValue(text(*one.label)) : QJsonValue();
        array.append(json);
    }
    return array;
}

void describe(QJsonObject &json, const HeldClass &heldClass, int period, bool secretsInFile)
{
    QJsonArray fields;
    for (const std::string &field : heldFields(heldClass))
        fields.append(text(field));
    json[QStringLiteral("title")] = QString::fromUtf8(heldClass.title);
    json[QStringLiteral("purpose")] = QString::fromUtf8(heldClass.purpose);
    json[QStringLiteral("fields")] = fields;
    json[QStringLiteral("key")] = text(toWord(heldClass.key, secretsInFile));
    json[QStringLiteral("location")] = text(placeOf(heldClass.place, secretsInFile));
    json[QStringLiteral("deleted_by")] = text(toWord(heldClass.ending));
    json[QStringLiteral("deletion")] = text(endingText(heldClass.ending, period));
}

} // namespace

QJsonObject toJson(const model::Inventory &inventory)
{
    QJsonArray classes;
    for (const model::InventoryClass &stock : inventory.classes) {
        QJsonObject json = heldJson(stock.held);
        json[QStringLiteral("name")] = text(stock.name);
        json[QStringLiteral("connections")] = ofConnections(stock.connections);
        if (const HeldClass *heldClass = findHeldClass(stock.name))
            describe(json, *heldClass, stock.period, inventory.secretsInFile);
        classes.append(json);
    }
    QJsonArray warnings;
    for (const std::string &warning : warningsOf(inventory.location))
        warnings.append(text(warning));
    return {{QStringLiteral("taken"), text(toIso(inventory.taken))},
            {QStringLiteral("folder"), text(inventory.location.folder)},
            {QStringLiteral("warnings"), warnings},
            {QStringLiteral("classes"), classes}};
}

} // namespace sk::profile
