// SPDX-License-Identifier: GPL-3.0-or-later
// The commands on personal data that is held for a purpose.
#include "core/profile/command_runner_p.h"

#include "core/profile/acceptable_use.h"
#include "core/profile/address_values.h"
#include "core/profile/json_values.h"

#include <QJsonArray>

namespace sk::profile {

namespace {

QJsonArray textsJson(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &one : texts)
        array.append(text(one));
    return array;
}

QJsonObject toJson(const model::Shipment &shipment)
{
    return {{QStringLiteral("connection"), text(shipment.order.connection.value)},
            {QStringLiteral("order_id"), text(shipment.order.order.value)},
            {QStringLiteral("open"), shipment.open},
            {QStringLiteral("ship_by"), timeOrNull(shipment.shipBy)},
            {QStringLiteral("marketplace"), text(shipment.marketplace)},
            {QStringLiteral("service_level"), text(shipment.serviceLevel)},
            {QStringLiteral("items"), number(static_cast<std::int64_t>(shipment.items.size()))},
            {QStringLiteral("units"), number(shipment.units())},
            {QStringLiteral("held_fields"), textsJson(shipment.fields)},
            {QStringLiteral("held_until"), dayOrNull(shipment.heldUntil)}};
}

QJsonObject toJson(const Revealed &revealed, model::RevealPurpose purpose)
{
    const RevealedAddress &address = revealed.addresses.front();
    QJsonArray values;
    for (const AddressValue &value : addressValues(address)) {
        values.append(
            QJsonObject{{QStringLiteral("field"), text(value.field)}, {QStringLiteral("value"), text(value.value)}});
    }
    QJsonObject json = toJson(address.shipment);
    json.remove(QStringLiteral("held_fields"));
    json[QStringLiteral("purpose")] = text(toWord(purpose));
    json[QStringLiteral("values")] = values;
    return json;
}

QJsonObject useJson(const model::AcceptableUse &use)
{
    QJsonArray rules;
    for (const char *rule : kUseTextsList)
        rules.append(QString::fromUtf8(rule));
    return {{QStringLiteral("version"), use.rules},
            {QStringLiteral("rules"), rules},
            {QStringLiteral("acknowledged"), timeOrNull(use.acknowledgedAt)}};
}

} // namespace

void CommandRunner::listShipments(const Command &command, const Answer &promise)
{
    const bool all = command.options.contains(QStringLiteral("all"));
    answer(m_session.shipments(), promise, [all](const std::vector<model::Shipment> &shipments) {
        QJsonArray array;
        for (const model::Shipment &shipment : shipments) {
            if (all || shipment.open)
                array.append(toJson(shipment));
        }
        return QJsonObject{{QStringLiteral("shipments"), array}};
    });
}

void CommandRunner::showAddress(const Command &command, const Answer &promise)
{
    const auto purpose = model::revealPurposeFromWord(text(command, "purpose"));
    if (!purpose)
        return promise.finish(errorAnswer({ErrorKind::Usage, "--purpose is fulfilment, tax or legal"}));
    RevealRequest request;
    request.orders = {{{text(command, "connection")}, {text(command, "order")}}};
    request.purpose = *purpose;
    answer(m_session.reveal(std::move(request)), promise,
           [purpose = *purpose](const Revealed &revealed) { return toJson(revealed, purpose); });
}

/// Shows the rules; with --confirm and their version, also takes the acknowledgement.
void CommandRunner::acknowledgeUse(const Command &command, const Answer &promise)
{
    const auto tell = [this, promise] {
        answer(m_session.acceptableUse(), promise, [](const model::AcceptableUse &use) { return useJson(use); });
    };
    if (!command.options.contains(QStringLiteral("confirm")))
        return tell();
    bool isNumber = false;
    const int version = word(command, "confirm").toInt(&isNumber);
    if (!isNumber)
        return promise.finish(errorAnswer({ErrorKind::Usage, "--confirm repeats the version of the rules"}));
    whenDone(m_session.acknowledgeUse(version), this, [promise, tell](const Result<void> &done) {
        if (done)
            tell();
        else
            promise.finish(errorAnswer(done.error()));
    });
}

void CommandRunner::countZones(const Command &command, const Answer &promise)
{
    const std::filesystem::path table(word(command, "table").toStdU16String());
    answer(m_session.shippingZones(table), promise, [](const std::vector<model::ZoneCount> &counts) {
        QJsonArray zones;
        for (const model::ZoneCount &count : counts) {
            zones.append(QJsonObject{{QStringLiteral("zone"), count.zone.empty() ? QJsonValue() : text(count.zone)},
                                     {QStringLiteral("orders"), number(count.orders)}});
        }
        return QJsonObject{{QStringLiteral("zones"), zones}};
    });
}

} // namespace sk::profile
