// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/orders_parser.h"
#include "core/privacy/registry.h"
#include "core/records/connection_repository.h"
#include "core/records/order_repository.h"
#include "tests/records/order_fields.h"
#include "tests/support/sample_orders.h"
#include "tests/support/test_vault.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <set>

using namespace sk;
using namespace sk::test;

/// What becomes of each field of Amazon's model of Orders 2026-01-01: stored, PII, or left out for a reason. A field
/// that Amazon adds fails here until somebody has decided. Paths are those of the PII registry.
class TestOrderFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFieldIsDecided();
    void noDecisionIsStale();
    void aNewFieldIsNoticed();
    void storedFieldsAreFoundInTheirColumns();
    void nothingElseIsStored();
    void requiredFieldsAreDemanded();

private:
    QJsonObject m_definitions;
};

namespace {

bool isBelow(std::string_view path, std::string_view ancestor)
{
    return path == ancestor
        || (path.size() > ancestor.size() && path.starts_with(ancestor) && path[ancestor.size()] == '.');
}

bool isStored(std::string_view path)
{
    return std::any_of(std::begin(kStored), std::end(kStored), [&](const auto &field) { return field.path == path; });
}

bool isPersonal(std::string_view path)
{
    return std::any_of(privacy::kPiiFields.begin(), privacy::kPiiFields.end(),
                       [&](const auto &field) { return isBelow(path, field.path); });
}

bool isLeftOut(std::string_view path)
{
    return std::any_of(std::begin(kLeftOut), std::end(kLeftOut),
                       [&](const auto &field) { return isBelow(path, field.path); });
}

std::string joined(const std::string &path, const QString &member)
{
    return (path.empty() ? std::string() : path + '.') + member.toStdString();
}

/// Walks a definition of the model and makes an answer of it in which every field has a value of its own.
class ModelWalk
{
public:
    explicit ModelWalk(const QJsonObject &definitions) : m_definitions(definitions)
    {
        m_order = made({{QStringLiteral("$ref"), QStringLiteral("#/definitions/Order")}}, {}, {}).toObject();
    }

    [[nodiscard]] const QJsonObject &order() const { return m_order; }
    /// Path of each leaf and what its value looks like in the vault.
    [[nodiscard]] const std::map<std::string, std::string> &leaves() const { return m_leaves; }
    /// Path of each required member, and the same with array indexes.
    [[nodiscard]] const std::map<std::string, std::string> &required() const { return m_required; }

private:
    QJsonValue made(const QJsonObject &schema, const std::string &path, const std::string &indexed)
    {
        const QString reference = schema[QStringLiteral("$ref")].toString();
        if (!reference.isEmpty())
            return made(m_definitions[reference.section(QLatin1Char('/'), -1)].toObject(), path, indexed);
        for (const char *keyword : {"allOf", "anyOf", "oneOf", "additionalProperties"}) {
            if (schema.contains(QLatin1String(keyword)))
                qFatal("%s: this test does not know %s", path.c_str(), keyword);
        }
        if (schema.contains(QStringLiteral("items")))
            return QJsonArray{made(schema[QStringLiteral("items")].toObject(), path, indexed + "[0]")};
        if (!schema.contains(QStringLiteral("properties")))
            return leaf(schema, path);
        for (const QJsonValue &member : schema[QStringLiteral("required")].toArray())
            m_required[joined(path, member.toString())] = joined(indexed, member.toString());
        const QJsonObject properties = schema[QStringLiteral("properties")].toObject();
        QJsonObject object;
        for (auto member = properties.begin(); member != properties.end(); ++member)
            object[member.key()] =
                made(member.value().toObject(), joined(path, member.key()), joined(indexed, member.key()));
        return object;
    }

    QJsonValue leaf(const QJsonObject &schema, const std::string &path)
    {
        const int number = 1000 + static_cast<int>(m_leaves.size());
        const QString type = schema[QStringLiteral("type")].toString();
        std::string &stored = m_leaves[path];
        if (path.ends_with(".currencyCode")) {
            stored = "EUR";
            return QStringLiteral("EUR");
        }
        if (path.ends_with(".amount")) {
            stored = std::to_string(number) + "50";
            return QString::number(number) + QStringLiteral(".50");
        }
        if (schema[QStringLiteral("format")] == QStringLiteral("date-time")) {
            const Time time = kNoon + std::chrono::hours(number);
            stored = std::to_string(toMillis(time));
            return QString::fromStdString(toIso(time));
        }
        stored = std::to_string(number);
        if (type == QStringLiteral("integer"))
            return number;
        if (type == QStringLiteral("number")) {
            stored += ".5";
            return number + 0.5;
        }
        if (type != QStringLiteral("string"))
            qFatal("%s: this test does not know the type %s", path.c_str(), qPrintable(type));
        stored = "text-" + stored;
        return QString::fromStdString(stored);
    }

    const QJsonObject &m_definitions;
    QJsonObject m_order;
    std::map<std::string, std::string> m_leaves;
    std::map<std::string, std::string> m_required;
};

std::string undecided(const QJsonObject &definitions)
{
    std::string paths;
    const ModelWalk model(definitions);
    for (const auto &[path, value] : model.leaves()) {
        const int fates = int{isStored(path)} + int{isPersonal(path)} + int{isLeftOut(path)};
        if (fates != 1)
            paths += path + (fates == 0 ? ": nobody decided\n" : ": decided twice\n");
    }
    return paths;
}

std::string pageOf(const QJsonObject &order)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("orders"), QJsonArray{order}}}).toJson().toStdString();
}

/// The object without the member at `path` ("orderItems[0].product").
QJsonObject without(QJsonObject object, const QString &path)
{
    const QString first = path.section(QLatin1Char('.'), 0, 0);
    const QString rest = path.section(QLatin1Char('.'), 1);
    if (rest.isEmpty()) {
        object.remove(first);
    } else if (first.endsWith(QStringLiteral("[0]"))) {
        object[first.chopped(3)] = QJsonArray{without(object[first.chopped(3)][0].toObject(), rest)};
    } else {
        object[first] = without(object[first].toObject(), rest);
    }
    return object;
}

/// A vault with the order that the model describes.
struct StoredOrder
{
    TestDatabase file;
    vault::Database database = file.create(vault::Schema::Vault);

    explicit StoredOrder(const QJsonObject &order)
    {
        must(records::ConnectionRepository(database).add(sampleConnection("c1")));
        const amazon::OrdersPage page = must(amazon::parseOrdersPage(pageOf(order)));
        auto orders = must(records::OrderRepository::open(database));
        must(orders.store(page.orders.at(0).order, {{"c1"}, kNoon, "searchOrders"}));
    }

    /// The words of all values of a column.
    [[nodiscard]] std::set<std::string> words(const std::string &table, const std::string &column) const
    {
        std::set<std::string> found;
        vault::Statement select = must(database.prepare("SELECT " + column + " FROM " + table));
        while (must(select.next())) {
            std::string text = select.text(0);
            std::replace_if(
                text.begin(), text.end(), [](char c) { return c == '\n' || c == '=' || c == '/'; }, ' ');
            for (const QString &word : QString::fromStdString(text).split(QLatin1Char(' ')))
                found.insert(word.toStdString());
        }
        return found;
    }

    [[nodiscard]] std::set<std::string> allWords() const
    {
        std::set<std::string> all;
        vault::Statement columns = must(database.prepare(
            "SELECT s.name, i.name FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS i WHERE s.type = 'table'"));
        while (must(columns.next()))
            all.merge(words(columns.text(0), columns.text(1)));
        return all;
    }
};

} // namespace

void TestOrderFields::initTestCase()
{
    QFile file(QStringLiteral(SK_SHARED_DIR "/sp-api-models/orders_2026-01-01.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("Amazon's models are not here (SK_SHARED_DIR/sp-api-models is missing)");
    m_definitions = QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("definitions")].toObject();
    QVERIFY(!m_definitions.isEmpty());
}

void TestOrderFields::everyFieldIsDecided()
{
    QVERIFY(ModelWalk(m_definitions).leaves().size() > 100);
    QCOMPARE(undecided(m_definitions), std::string());
}

void TestOrderFields::noDecisionIsStale()
{
    const ModelWalk model(m_definitions);
    for (const StoredField &field : kStored)
        QVERIFY2(model.leaves().contains(std::string(field.path)), field.path.data());
    const auto covers = [&](std::string_view ancestor) {
        return std::any_of(model.leaves().begin(), model.leaves().end(),
                           [&](const auto &leaf) { return isBelow(leaf.first, ancestor); });
    };
    for (const LeftOutField &field : kLeftOut)
        QVERIFY2(covers(field.path) && !field.reason.empty(), field.path.data());
    for (const privacy::PiiField &field : privacy::kPiiFields)
        QVERIFY2(covers(field.path), field.path.data());
}

void TestOrderFields::aNewFieldIsNoticed()
{
    QJsonObject definitions = m_definitions;
    QJsonObject condition = definitions[QStringLiteral("ItemCondition")].toObject();
    QJsonObject properties = condition[QStringLiteral("properties")].toObject();
    properties[QStringLiteral("newField")] = QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}};
    condition[QStringLiteral("properties")] = properties;
    definitions[QStringLiteral("ItemCondition")] = condition;
    QCOMPARE(undecided(definitions), std::string("orderItems.product.condition.newField: nobody decided\n"));
}

void TestOrderFields::storedFieldsAreFoundInTheirColumns()
{
    const ModelWalk model(m_definitions);
    const StoredOrder stored(model.order());
    for (const StoredField &field : kStored) {
        const auto words = stored.words(std::string(field.table), std::string(field.column));
        const std::string &value = model.leaves().at(std::string(field.path));
        QVERIFY2(words.contains(value), (std::string(field.path) + " = " + value).c_str());
    }
}

void TestOrderFields::nothingElseIsStored()
{
    const ModelWalk model(m_definitions);
    const std::set<std::string> words = StoredOrder(model.order()).allWords();
    QVERIFY(words.contains(model.leaves().at("orderId")));
    for (const auto &[path, value] : model.leaves()) {
        if (isStored(path) || value == "EUR")
            continue;
        const bool unique = value.starts_with("text-"); // even as a part of something longer
        QVERIFY2(std::ranges::none_of(words,
                                      [&](const std::string &word) {
                                          return unique ? word.find(value) != std::string::npos : word == value;
                                      }),
                 path.c_str());
    }
}

void TestOrderFields::requiredFieldsAreDemanded()
{
    const ModelWalk model(m_definitions);
    int checked = 0;
    std::string accepted;
    for (const auto &[path, indexed] : model.required()) {
        const auto isBelowIt = [&path = path](const StoredField &field) { return isBelow(field.path, path); };
        if (std::none_of(std::begin(kStored), std::end(kStored), isBelowIt))
            continue; // not read at all
        ++checked;
        const auto page = amazon::parseOrdersPage(pageOf(without(model.order(), QString::fromStdString(indexed))));
        if (page || page.error().detail != "orders[0]." + indexed + ": missing")
            accepted += indexed + '\n';
    }
    QVERIFY(checked > 20);
    QCOMPARE(accepted, std::string());
}

QTEST_APPLESS_MAIN(TestOrderFields)
#include "order_fields_test.moc"
