// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/human_text.h"

#include <QJsonArray>

namespace sk::cli {

namespace {

QString valueText(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue item : value.toArray())
            parts.append(item.isObject() ? item.toObject()[QStringLiteral("name")].toString() : valueText(item));
        return parts.join(QStringLiteral(", "));
    }
    return value.isNull() || value.isUndefined() ? QStringLiteral("-") : value.toString();
}

/// A table of an array's objects: the columns' heads, then a line each, padded.
QString table(const QJsonArray &rows, const QStringList &columns)
{
    QList<QStringList> lines{columns};
    for (const QJsonValue row : rows) {
        QStringList line;
        for (const QString &column : columns)
            line.append(valueText(row.toObject()[column]));
        lines.append(line);
    }
    QString text;
    for (const QStringList &line : lines) {
        QString out;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            qsizetype width = 0;
            for (const QStringList &other : lines)
                width = qMax(width, other[i].size());
            out += line[i].leftJustified(width) + QStringLiteral("  ");
        }
        text += out.trimmed() + QLatin1Char('\n');
    }
    return text;
}

QString pairs(const QJsonObject &answer, const QStringList &keys)
{
    QString text;
    for (const QString &key : keys) {
        if (answer.contains(key))
            text += QString(key).replace(QLatin1Char('_'), QLatin1Char(' ')) + QStringLiteral(": ")
                + valueText(answer[key]) + QLatin1Char('\n');
    }
    return text;
}

QString whereText(const QJsonObject &answer)
{
    QString text = QStringLiteral("folder: ") + valueText(answer[QStringLiteral("folder")]) + QLatin1Char('\n');
    for (const QJsonValue warning : answer[QStringLiteral("warnings")].toArray())
        text += QStringLiteral("warning: ") + warning.toString() + QLatin1Char('\n');
    return text;
}

QString statusText(const QJsonObject &answer)
{
    const QJsonObject pii = answer[QStringLiteral("pii")].toObject();
    QString text = table(answer[QStringLiteral("data_sets")].toArray(),
                         {QStringLiteral("name"), QStringLiteral("rows"), QStringLiteral("fresh_as_of")});
    text += QStringLiteral("sealed PII values: ") + valueText(pii[QStringLiteral("sealed_rows")])
        + QStringLiteral(", next expiry: ") + valueText(pii[QStringLiteral("next_expiry")]) + QLatin1Char('\n');
    text += QStringLiteral("values on tax or legal hold: ") + valueText(pii[QStringLiteral("held_rows")])
        + QLatin1Char('\n');
    text += QStringLiteral("audit entries: ")
        + valueText(answer[QStringLiteral("audit")].toObject()[QStringLiteral("entries")]) + QLatin1Char('\n');
    return text + whereText(answer);
}

/// All classes in one table, then each with what it is and the connections it belongs to.
QString inventoryText(const QJsonObject &answer)
{
    const QStringList figures{QStringLiteral("rows"), QStringLiteral("oldest"), QStringLiteral("newest"),
                              QStringLiteral("deleted_from")};
    const QJsonArray classes = answer[QStringLiteral("classes")].toArray();
    QString text = whereText(answer)
        + table(classes,
                QStringList{QStringLiteral("name")} + figures
                    + QStringList{QStringLiteral("key"), QStringLiteral("location")});
    for (const QJsonValue entry : classes) {
        const QJsonObject stock = entry.toObject();
        text += QLatin1Char('\n') + valueText(stock[QStringLiteral("name")]) + QStringLiteral(": ")
            + valueText(stock[QStringLiteral("title")]) + QLatin1Char('\n')
            + pairs(stock, {QStringLiteral("purpose"), QStringLiteral("deletion")}) + QStringLiteral("fields: ");
        QStringList fields; // with commas of their own
        for (const QJsonValue field : stock[QStringLiteral("fields")].toArray())
            fields.append(field.toString());
        text += fields.join(QStringLiteral("; ")) + QLatin1Char('\n');
        if (const QJsonArray connections = stock[QStringLiteral("connections")].toArray(); !connections.isEmpty())
            text += table(connections, QStringList{QStringLiteral("connection"), QStringLiteral("label")} + figures);
    }
    return text;
}

/// A report to read or to pass on: each check with what it means and the step to take.
QString accessText(const QJsonObject &answer)
{
    QString text =
        pairs(answer,
              {QStringLiteral("connection"), QStringLiteral("kind"), QStringLiteral("region"), QStringLiteral("time")});
    for (const QJsonValue value : answer[QStringLiteral("checks")].toArray()) {
        const QJsonObject check = value.toObject();
        text += QLatin1Char('\n') + check[QStringLiteral("name")].toString() + QStringLiteral(": ")
            + check[QStringLiteral("verdict")].toString().replace(QLatin1Char('_'), QLatin1Char(' '))
            + QStringLiteral("\n  ") + check[QStringLiteral("message")].toString() + QLatin1Char('\n');
        if (const QString step = check[QStringLiteral("step")].toString(); !step.isEmpty())
            text += QStringLiteral("  what to do: ") + step + QLatin1Char('\n');
        const QString requestId = check[QStringLiteral("request_id")].toString();
        if (const int status = check[QStringLiteral("http_status")].toInt(); status != 0)
            text += QStringLiteral("  HTTP %1, %2 ms, request id %3\n")
                        .arg(QString::number(status), valueText(check[QStringLiteral("duration_ms")]),
                             requestId.isEmpty() ? QStringLiteral("-") : requestId);
    }
    return text;
}

/// One order's address, or the rules: what a person has to read.
QString addressText(const QJsonObject &answer)
{
    QString text = pairs(answer,
                         {QStringLiteral("order_id"), QStringLiteral("connection"), QStringLiteral("purpose"),
                          QStringLiteral("ship_by"), QStringLiteral("held_until")});
    for (const QJsonValue value : answer[QStringLiteral("values")].toArray())
        text += value[QStringLiteral("field")].toString() + QStringLiteral(": ")
            + value[QStringLiteral("value")].toString() + QLatin1Char('\n');
    return text;
}

QString rulesText(const QJsonObject &answer)
{
    const QString version = valueText(answer[QStringLiteral("version")]);
    QString text = QStringLiteral("acceptable-use rules, version %1\n").arg(version);
    int number = 0;
    for (const QJsonValue rule : answer[QStringLiteral("rules")].toArray())
        text += QStringLiteral("%1. %2\n").arg(QString::number(++number), rule.toString());
    const QJsonValue at = answer[QStringLiteral("acknowledged")];
    return text
        + (at.isNull() ? QStringLiteral("not acknowledged; to do so: --confirm %1\n").arg(version)
                       : QStringLiteral("acknowledged: %1\n").arg(at.toString()));
}

/// What is left to do, connection by connection, in order.
QString leakText(const QJsonObject &answer)
{
    QString text = QStringLiteral("The profile has new keys.\n");
    for (const QJsonValue value : answer[QStringLiteral("suspected")].toArray()) {
        const QJsonObject leak = value.toObject();
        text += QLatin1Char('\n') + leak[QStringLiteral("connection")].toString() + QLatin1Char('\n');
        for (const QJsonValue state : leak[QStringLiteral("steps")].toArray())
            text += (state.toObject()[QStringLiteral("done")].toBool() ? QStringLiteral("  [x] ")
                                                                       : QStringLiteral("  [ ] "))
                + state.toObject()[QStringLiteral("message")].toString() + QLatin1Char('\n');
    }
    return text;
}

/// What went and what the checks found, certificate by certificate.
QString certificatesText(const QJsonArray &certificates)
{
    QString text;
    for (const QJsonValue file : certificates) {
        const QJsonObject certificate = file.toObject()[QStringLiteral("certificate")].toObject();
        text += pairs(certificate,
                      {QStringLiteral("id"), QStringLiteral("scope"), QStringLiteral("subject"),
                       QStringLiteral("reason"), QStringLiteral("finished")});
        text +=
            table(certificate[QStringLiteral("counts")].toArray(), {QStringLiteral("what"), QStringLiteral("erased")});
        text += table(
            certificate[QStringLiteral("checks")].toArray(),
            {QStringLiteral("what"), QStringLiteral("examined"), QStringLiteral("found"), QStringLiteral("done")});
    }
    return text;
}

/// Without --certificate, or when the file could not be written, the signed certificate itself: only these bytes can be
/// verified, and nobody else keeps them.
QString deletedText(const QJsonObject &answer)
{
    if (answer.contains(QStringLiteral("certificate_file")))
        return answer[QStringLiteral("certificate_file")].toString();
    if (answer.contains(QStringLiteral("unsigned_because")))
        return QStringLiteral(
                   "deleted, without a certificate: the profile could not be opened any more (%1), so there was "
                   "no key to sign one with and nothing could be counted\n")
            .arg(answer[QStringLiteral("unsigned_because")].toString());
    return certificatesText(QJsonArray{answer[QStringLiteral("certificate")]});
}

/// What is held of an order, table by table with every column; of personal values which, and until when.
QString foundText(const QJsonObject &answer)
{
    QString text = pairs(
        answer,
        {QStringLiteral("order"), QStringLiteral("held"), QStringLiteral("erased_at"), QStringLiteral("certificates")});
    for (const QJsonValue value : answer[QStringLiteral("holdings")].toArray()) {
        const QJsonObject holding = value.toObject();
        text += QLatin1Char('\n') + pairs(holding, {QStringLiteral("connection"), QStringLiteral("label")});
        const QJsonObject tables = holding[QStringLiteral("tables")].toObject();
        for (auto it = tables.begin(); it != tables.end(); ++it) {
            for (const QJsonValue row : it.value().toArray())
                text += it.key() + QStringLiteral(":\n") + pairs(row.toObject(), row.toObject().keys());
        }
        text += table(holding[QStringLiteral("personal")].toArray(),
                      {QStringLiteral("name"), QStringLiteral("received"), QStringLiteral("deleted_from")});
    }
    return text
        + table(answer[QStringLiteral("files")].toArray(),
                {QStringLiteral("path"), QStringLiteral("written"), QStringLiteral("copy_for_buyer")});
}

QString requestsText(const QJsonArray &requests)
{
    QString text = table(requests,
                         {QStringLiteral("id"), QStringLiteral("asked_by"), QStringLiteral("received_on"),
                          QStringLiteral("deadline"), QStringLiteral("state")});
    for (const QJsonValue request : requests)
        text += QLatin1Char('\n') + request.toObject()[QStringLiteral("id")].toString() + QStringLiteral(":\n")
            + table(request.toObject()[QStringLiteral("orders")].toArray(),
                    {QStringLiteral("order"), QStringLiteral("certificate")});
    return text;
}

} // namespace

QString humanText(const QString &command, const QJsonObject &answer)
{
    const auto list = [&](const char *key, const QStringList &columns) {
        return answer.contains(QLatin1String(key)) ? table(answer[QLatin1String(key)].toArray(), columns) : QString();
    };
    if (command == QStringLiteral("profile list")) {
        QString text;
        for (const QJsonValue name : answer[QStringLiteral("profiles")].toArray())
            text += name.toString() + QLatin1Char('\n');
        return text;
    }
    if (command == QStringLiteral("connections"))
        return list("connections",
                    {QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("label"), QStringLiteral("region"),
                     QStringLiteral("state"), QStringLiteral("features")});
    if (command == QStringLiteral("feature list"))
        return list("features", {QStringLiteral("name"), QStringLiteral("enabled")});
    if (command == QStringLiteral("sync"))
        return list("data_sets",
                    {QStringLiteral("name"), QStringLiteral("received"), QStringLiteral("stored"),
                     QStringLiteral("requests"), QStringLiteral("throttled")});
    if (command == QStringLiteral("status") && answer.contains(QStringLiteral("pii")))
        return statusText(answer);
    if (command == QStringLiteral("inventory") && answer.contains(QStringLiteral("classes")))
        return inventoryText(answer);
    if (command == QStringLiteral("doctor") && answer.contains(QStringLiteral("checks")))
        return accessText(answer);
    if (command == QStringLiteral("keys show"))
        return list("credentials",
                    {QStringLiteral("kind"), QStringLiteral("connection"), QStringLiteral("since"),
                     QStringLiteral("state"), QStringLiteral("remind_on"), QStringLiteral("ends_on")});
    if (command == QStringLiteral("leak") && answer.contains(QStringLiteral("suspected")))
        return leakText(answer);
    if (command == QStringLiteral("retention show"))
        return list("retention",
                    {QStringLiteral("key"), QStringLiteral("value"), QStringLiteral("least"), QStringLiteral("most"),
                     QStringLiteral("held"), QStringLiteral("next_expiry"), QStringLiteral("reason")});
    if (command == QStringLiteral("hold list"))
        return list("holds",
                    {QStringLiteral("id"), QStringLiteral("connection"), QStringLiteral("order"),
                     QStringLiteral("kind"), QStringLiteral("until"), QStringLiteral("values"), QStringLiteral("by"),
                     QStringLiteral("ended"), QStringLiteral("reason")});
    if (answer.contains(QStringLiteral("hold")))
        return pairs(answer[QStringLiteral("hold")].toObject(),
                     {QStringLiteral("id"), QStringLiteral("order"), QStringLiteral("kind"), QStringLiteral("until"),
                      QStringLiteral("values"), QStringLiteral("ended")});
    if (command == QStringLiteral("certificate list"))
        return certificatesText(answer[QStringLiteral("certificates")].toArray());
    if (command == QStringLiteral("profile delete") && answer.contains(QStringLiteral("certificate")))
        return deletedText(answer);
    if (command == QStringLiteral("buyer find") && answer.contains(QStringLiteral("holdings")))
        return foundText(answer);
    if (command == QStringLiteral("request list"))
        return requestsText(answer[QStringLiteral("requests")].toArray());
    if (command == QStringLiteral("request add") && answer.contains(QStringLiteral("request")))
        return requestsText(QJsonArray{answer[QStringLiteral("request")]});
    if (command == QStringLiteral("request complete") && answer.contains(QStringLiteral("request")))
        return requestsText(QJsonArray{answer[QStringLiteral("request")]})
            + certificatesText(answer[QStringLiteral("certificates")].toArray());
    const bool erases = command == QStringLiteral("erase") || command == QStringLiteral("buyer erase");
    if (erases && answer.contains(QStringLiteral("certificate")))
        return certificatesText(QJsonArray{answer[QStringLiteral("certificate")]});
    if (command == QStringLiteral("fulfilment list"))
        return list("shipments",
                    {QStringLiteral("order_id"), QStringLiteral("connection"), QStringLiteral("ship_by"),
                     QStringLiteral("units"), QStringLiteral("service_level"), QStringLiteral("open"),
                     QStringLiteral("held_until")});
    if (command == QStringLiteral("fulfilment show") && answer.contains(QStringLiteral("values")))
        return addressText(answer);
    if (command == QStringLiteral("fulfilment acknowledge") && answer.contains(QStringLiteral("rules")))
        return rulesText(answer);
    if (command == QStringLiteral("fulfilment zones"))
        return list("zones", {QStringLiteral("zone"), QStringLiteral("orders")});
    if (command == QStringLiteral("audit list"))
        return list("entries",
                    {QStringLiteral("seq"), QStringLiteral("time"), QStringLiteral("actor"),
                     QStringLiteral("operation"), QStringLiteral("connection"), QStringLiteral("outcome"),
                     QStringLiteral("http_status"), QStringLiteral("request_id"), QStringLiteral("rows")});
    const QString told = pairs(
        answer, {QStringLiteral("profile"),         QStringLiteral("connection"),    QStringLiteral("marketplaces"),
                 QStringLiteral("resealed"),        QStringLiteral("dropped"),       QStringLiteral("expired_rows"),
                 QStringLiteral("deleted_rows"),    QStringLiteral("rows"),          QStringLiteral("order"),
                 QStringLiteral("personal_values"), QStringLiteral("entries"),       QStringLiteral("head"),
                 QStringLiteral("intact"),          QStringLiteral("first_bad"),     QStringLiteral("signature_valid"),
                 QStringLiteral("matches_profile"), QStringLiteral("rows_restored"), QStringLiteral("scope"),
                 QStringLiteral("subject"),         QStringLiteral("finished"),      QStringLiteral("clean")});
    if (answer.contains(QStringLiteral("matches_profile")) && answer[QStringLiteral("matches_profile")].isNull())
        return told
            + QStringLiteral("the profile is not here: only the signature could be checked, not what is left of it\n");
    return told.isEmpty() && answer[QStringLiteral("ok")].toBool() ? QStringLiteral("done\n") : told;
}

} // namespace sk::cli
