// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace sk::simulator::test {

/// The part of JSON Schema that Amazon's Swagger 2.0 models use: type, required, properties, items,
/// $ref, enum, pattern, format date-time and date. Unlike JSON Schema, a property that the model
/// does not name is an error: the simulator must not invent fields.
class SchemaValidator
{
public:
    /// @return false when the file cannot be read.
    bool load(const QString &modelFile);

    /// All violations, each with its path; empty when `value` fits definition `name`.
    QStringList check(const QString &name, const QJsonValue &value) const;

    /// How many values have been looked at, so that a test can see that it tested something.
    int checkedValues() const { return m_checked; }

private:
    void checkSchema(const QJsonObject &schema, const QJsonValue &value, const QString &path,
                     QStringList &errors) const;
    void checkObject(const QJsonObject &schema, const QJsonObject &object, const QString &path,
                     QStringList &errors) const;
    static void checkString(const QJsonObject &schema, const QString &text, const QString &path, QStringList &errors);

    QJsonObject m_definitions;
    mutable int m_checked = 0;
};

} // namespace sk::simulator::test
