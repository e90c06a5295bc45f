// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/orders_feed.h"
#include "core/sync/step.h"
#include "tests/support/test_storage.h"

#include <map>
#include <random>

using namespace sk;
using namespace sk::sync;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;

/// A server full of orders that change while we page through them, with interruptions anywhere: in the end we hold the
/// newest state of every order.
class TestWholeSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingArrives_data();
    void everythingArrives();
};

namespace {

struct ServerOrder
{
    Time created;
    Time updated;
};

/// searchOrders as sp-api.md 3.6 describes it: pages by key, tokens bound to their parameters, dead after 24 hours.
class Server
{
public:
    explicit Server(std::size_t pageSize) : m_pageSize(pageSize) {}

    std::map<std::string, ServerOrder> orders;

    [[nodiscard]] amazon::ApiOutcome answer(const amazon::ApiCall &call, Time now)
    {
        std::map<std::string, std::string> query(call.query.begin(), call.query.end());
        const bool updates = query.contains("lastUpdatedAfter");
        const std::string from = query[updates ? "lastUpdatedAfter" : "createdAfter"];
        const std::string until = query[updates ? "lastUpdatedBefore" : "createdBefore"];
        if (must(timeFromIso(until)) > now - 2min)
            return outcome(fail(ErrorKind::RequestRefused, "the bound is not in the past"), 400);
        std::pair<Time, std::string> after{fromMillis(-1), ""};
        if (const std::string token = query["paginationToken"]; !token.empty()) {
            const auto found = m_tokens.find(token);
            if (found == m_tokens.end() || now - found->second.made > 24h || found->second.window != from + until)
                return outcome(fail(ErrorKind::PaginationTokenRefused, "token"), 400);
            after = found->second.after;
        }
        return page(updates, must(timeFromIso(from)), must(timeFromIso(until)), after, from + until, now);
    }

private:
    struct Token
    {
        Time made;
        std::string window;
        std::pair<Time, std::string> after;
    };

    [[nodiscard]] static amazon::ApiOutcome outcome(Result<net::HttpResponse> response, int status)
    {
        amazon::ApiOutcome outcome;
        outcome.attempts = {{model::AuditOperation::SearchOrders, model::DataClass::Orders, {}, status, "r", 5ms}};
        outcome.response = std::move(response);
        return outcome;
    }

    [[nodiscard]] amazon::ApiOutcome page(bool updates, Time from, Time until,
                                          const std::pair<Time, std::string> &after, const std::string &window,
                                          Time now)
    {
        std::map<std::pair<Time, std::string>, const ServerOrder *> found;
        for (const auto &[id, order] : orders) {
            const Time key = updates ? order.updated : order.created;
            if (key >= from && key <= until && std::pair(key, id) > after)
                found.emplace(std::pair(key, id), &order);
        }
        std::string json = R"({"orders":[)";
        std::size_t count = 0;
        std::string next;
        for (auto entry = found.begin(); entry != found.end(); ++entry) {
            if (++count > m_pageSize) {
                next = "token-" + std::to_string(m_tokens.size());
                m_tokens[next] = {now, window, std::prev(entry)->first};
                break;
            }
            json += std::string(count > 1 ? "," : "") + R"({"orderId":")" + entry->first.second + R"(","createdTime":")"
                + toIso(entry->second->created) + R"(","lastUpdatedTime":")" + toIso(entry->second->updated)
                + R"(","salesChannel":{"channelName":"AMAZON"},"orderItems":[]})";
        }
        json += "]" + (next.empty() ? "" : R"(,"pagination":{"nextToken":")" + next + "\"}") + '}';
        net::HttpResponse response;
        response.status = 200;
        response.body = QByteArray::fromStdString(json);
        return outcome(response, 200);
    }

    std::size_t m_pageSize;
    std::map<std::string, Token> m_tokens;
};

struct World
{
    TestStorage storage;
    Server server;
    std::mt19937_64 random;
    int made = 0;
    Time floor = kNoon - days(300);

    World(std::uint64_t seed, std::size_t pageSize) : server(pageSize), random(seed)
    {
        for (int i = 0; i < 150; ++i)
            add(kNoon - std::chrono::minutes(random() % (310 * 24 * 60)));
    }
    bool chance(unsigned percent) { return random() % 100 < percent; }
    void add(Time created)
    {
        server.orders["order-" + std::to_string(made++)] = {created, created + std::chrono::seconds(random() % 100)};
    }
    void change()
    {
        const Time now = storage.clock.now();
        for (auto &[id, order] : server.orders) {
            if (chance(3))
                order.updated = now;
        }
        if (chance(30))
            add(now);
    }
    /// One run, broken off or troubled when `rough`; returns the number of requests, -1 when it did not reach its end.
    int run(bool rough)
    {
        Stepper stepper(
            {"c1"}, std::make_unique<OrdersFeed>(model::ConnectionId{"c1"}, std::vector<std::string>(), floor, false),
            [] { return 0.5; });
        std::optional<amazon::ApiOutcome> outcome;
        for (int guard = 0; guard < 1000; ++guard) {
            const NextStep step = must(stepper.step(storage.storage, outcome));
            if (!step.call)
                return step.failed ? -1 : static_cast<int>(stepper.tally().requests);
            storage.clock.advance(step.wait);
            if (rough) {
                if (chance(15))
                    return -1; // the process dies before it asks
                storage.clock.advance(std::chrono::minutes(random() % 5));
                if (chance(3))
                    storage.clock.advance(26h); // asleep: tokens die
                change();
            }
            outcome = server.answer(*step.call, storage.clock.now());
            if (rough && chance(10))
                return -1; // ... or before it stores the answer
            if (rough && chance(10))
                outcome->response = fail(chance(50) ? ErrorKind::ServerError : ErrorKind::Throttled);
        }
        qFatal("a run does not end");
    }
};

} // namespace

void TestWholeSync::everythingArrives_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("pageSize");
    for (int seed = 1; seed <= 24; ++seed)
        QTest::addRow("seed %d", seed) << seed
                                       << std::array{1, 3, 10, 100}[static_cast<std::size_t>(seed % 4)]
                * (seed % 4 == 0 ? 7 : 2);
}

void TestWholeSync::everythingArrives()
{
    QFETCH(int, seed);
    QFETCH(int, pageSize);
    World world(static_cast<std::uint64_t>(seed), static_cast<std::size_t>(pageSize));
    for (int i = 0; i < 12; ++i) {
        world.run(true);
        world.storage.clock.advance(std::chrono::minutes(world.random() % 600));
    }
    world.change();
    world.storage.clock.advance(15min); // and now it is quiet
    QVERIFY(world.run(false) >= 0);
    for (const auto &[id, order] : world.server.orders) {
        if (order.created < world.floor && order.updated == order.created)
            continue;
        const std::string stored = world.storage.row("SELECT updated_at FROM orders WHERE order_id = '" + id + "'");
        if (order.created >= world.floor)
            QVERIFY2(stored == std::to_string(toMillis(order.updated)),
                     (id + " of " + toIso(order.created) + " updated " + toIso(order.updated) + ": " + stored).c_str());
    }
    world.storage.clock.advance(15min);
    QCOMPARE(world.run(false), 1); // nothing new costs one request
}

QTEST_APPLESS_MAIN(TestWholeSync)
#include "whole_sync_test.moc"
