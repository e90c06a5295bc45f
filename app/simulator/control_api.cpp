// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/control_api.h"

#include "app/simulator/api_errors.h"
#include "app/simulator/json_writer.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sk::simulator {

namespace {

constexpr int kMostOrders = 1'000'000;

QJsonObject objectOf(const std::string &body)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
}

Reply done()
{
    Reply reply;
    reply.body = R"({"ok":true})";
    return reply;
}

Reply catalogue()
{
    JsonWriter json;
    {
        JsonArray list(json);
        for (const FaultFact &fact : faultCatalogue()) {
            JsonObject object(json);
            json.member("kind", fact.name);
            json.member("times", fact.usualTimes);
            json.member("summary", fact.summary);
        }
    }
    Reply reply;
    reply.body = json.take();
    return reply;
}

} // namespace

ControlApi::ControlApi(OrderBook &book, FaultPlan &faults, const Stats &stats)
    : m_book(book)
    , m_faults(faults)
    , m_stats(stats)
{
}

Reply ControlApi::answer(const Request &request, Millis visible)
{
    const std::string call = request.method + " " + request.path;
    if (call == "GET /simulator/stats") {
        Reply reply;
        reply.body = m_stats.json();
        return reply;
    }
    if (call == "GET /simulator/faults")
        return catalogue();
    if (call == "POST /simulator/faults")
        return injectFault(request.body);
    if (call == "POST /simulator/orders")
        return changeOrders(request.body, visible);
    return errorReply(kNotFound);
}

Reply ControlApi::injectFault(const std::string &body)
{
    const QJsonObject object = objectOf(body);
    if (object.value(QLatin1String("clear")).toBool()) {
        m_faults.clear();
        return done();
    }
    std::optional<Fault> fault = parseFault(object.value(QLatin1String("kind")).toString().toStdString());
    if (!fault)
        return invalidInput("Unknown fault kind");
    fault->from = object.value(QLatin1String("from")).toInt(fault->from);
    fault->times = object.value(QLatin1String("times")).toInt(fault->times);
    fault->value = object.value(QLatin1String("value")).toDouble(fault->value);
    m_faults.inject(*fault);
    return done();
}

Reply ControlApi::changeOrders(const std::string &body, Millis visible)
{
    const QJsonObject object = objectOf(body);
    const int add = object.value(QLatin1String("add")).toInt();
    const int touch = object.value(QLatin1String("touch")).toInt();
    if (add < 0 || touch < 0 || add > kMostOrders || (add == 0 && touch == 0))
        return invalidInput("Expected {\"add\":n,\"touch\":n}");
    m_book.touch(touch, visible);
    m_book.add(add, visible);
    return done();
}

} // namespace sk::simulator
