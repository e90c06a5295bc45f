// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/schema_validator.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace sk::simulator::test {

namespace {

bool hasType(const QString &type, const QJsonValue &value)
{
    if (type == QLatin1String("object"))
        return value.isObject();
    if (type == QLatin1String("array"))
        return value.isArray();
    if (type == QLatin1String("string"))
        return value.isString();
    if (type == QLatin1String("boolean"))
        return value.isBool();
    if (type == QLatin1String("number"))
        return value.isDouble();
    if (type == QLatin1String("integer"))
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    return false;
}

bool matches(const char *pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern))).match(text).hasMatch();
}

} // namespace

bool SchemaValidator::load(const QString &modelFile)
{
    QFile file(modelFile);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    m_definitions = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("definitions")).toObject();
    return !m_definitions.isEmpty();
}

QStringList SchemaValidator::check(const QString &name, const QJsonValue &value) const
{
    QStringList errors;
    if (!m_definitions.contains(name))
        errors.append(QStringLiteral("no definition ") + name);
    else
        checkSchema(m_definitions.value(name).toObject(), value, name, errors);
    return errors;
}

void SchemaValidator::checkSchema(const QJsonObject &schema, const QJsonValue &value, const QString &path,
                                  QStringList &errors) const
{
    ++m_checked;
    const QString reference = schema.value(QLatin1String("$ref")).toString();
    if (!reference.isEmpty()) {
        const QString name = reference.section(QLatin1Char('/'), -1);
        checkSchema(m_definitions.value(name).toObject(), value, path, errors);
        return;
    }
    const QString type = schema.value(QLatin1String("type")).toString();
    if (!hasType(type, value)) {
        errors.append(path + QStringLiteral(": not of type ") + type);
    } else if (value.isObject()) {
        checkObject(schema, value.toObject(), path, errors);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            checkSchema(schema.value(QLatin1String("items")).toObject(), array.at(i),
                        QStringLiteral("%1[%2]").arg(path).arg(i), errors);
    } else if (value.isString()) {
        checkString(schema, value.toString(), path, errors);
    }
}

void SchemaValidator::checkObject(const QJsonObject &schema, const QJsonObject &object, const QString &path,
                                  QStringList &errors) const
{
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    for (const auto &name : schema.value(QLatin1String("required")).toArray()) {
        if (!object.contains(name.toString()))
            errors.append(path + QStringLiteral(".") + name.toString() + QStringLiteral(": missing"));
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString memberPath = path + QStringLiteral(".") + member.key();
        if (!properties.contains(member.key()))
            errors.append(memberPath + QStringLiteral(": not in the model"));
        else
            checkSchema(properties.value(member.key()).toObject(), member.value(), memberPath, errors);
    }
}

void SchemaValidator::checkString(const QJsonObject &schema, const QString &text, const QString &path,
                                  QStringList &errors)
{
    const QJsonArray allowed = schema.value(QLatin1String("enum")).toArray();
    if (!allowed.isEmpty() && !allowed.contains(QJsonValue(text)))
        errors.append(path + QStringLiteral(": not in the enum: ") + text);
    const QString format = schema.value(QLatin1String("format")).toString();
    if (format == QLatin1String("date-time") && !matches(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)", text))
        errors.append(path + QStringLiteral(": not a date-time: ") + text);
    if (format == QLatin1String("date") && !matches(R"(\d{4}-\d\d-\d\d)", text))
        errors.append(path + QStringLiteral(": not a date: ") + text);
    const QString pattern = schema.value(QLatin1String("pattern")).toString();
    if (!pattern.isEmpty() && !QRegularExpression(pattern).match(text).hasMatch())
        errors.append(path + QStringLiteral(": against the pattern: ") + text);
}

} // namespace sk::simulator::test
