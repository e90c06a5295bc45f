// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/simulator.h"

#include "app/simulator/consent_pages.h"
#include "app/simulator/control_api.h"
#include "app/simulator/expected_orders.h"
#include "app/simulator/https_server.h"
#include "app/simulator/selling_partner_api.h"
#include "app/simulator/paths.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <stdexcept>

namespace sk::simulator {

namespace {

constexpr std::string_view kTokenPath = "/auth/o2/token";
constexpr std::string_view kControlPath = "/simulator/";

/// `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` from a counter: unique, and easy to find in a log.
std::string requestId(std::uint64_t number)
{
    return "5e11e12e-5a3d-4a3e-8000-" + padded(number, 12);
}

bool hasHeader(const Reply &reply, std::string_view name)
{
    return std::ranges::find(reply.headers, name, &Pairs::value_type::first) != reply.headers.end();
}

} // namespace

struct Simulator::Private
{
    explicit Private(Options optionsIn) : options(std::move(optionsIn)), tokens(options.seed, options.tokenLifetime) {}

    Millis now() const
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(options.clock().time_since_epoch()).count();
    }

    Reply handle(const Request &request);
    Reply dispatch(const Request &request, RequestRecord &record, Millis time);
    Reply answerToken(const Request &request, RequestRecord &record, Millis time);

    const Options options;
    TokenService tokens;
    FaultPlan faults;
    Stats stats;
    std::unique_ptr<OrderBook> book;
    std::unique_ptr<SellingPartnerApi> api;
    std::unique_ptr<ControlApi> control;
    std::unique_ptr<ConsentPages> consent;
    std::unique_ptr<HttpsServer> server;
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<int> port = 0;
};

Reply Simulator::Private::handle(const Request &request)
{
    const Millis time = now();
    RequestRecord record;
    record.operation = "unknown";
    record.path = request.path;
    record.userAgent = request.userAgent;
    record.time = time;
    record.carriedToken = !request.accessToken.empty();
    Reply reply = dispatch(request, record, time);
    record.status = reply.status;
    reply.headers.emplace_back("x-amzn-RequestId", requestId(++requests));
    if (!hasHeader(reply, "Date"))
        reply.headers.emplace_back("Date", httpDate(time));
    if (record.operation != "control")
        stats.record(std::move(record));
    return reply;
}

Reply Simulator::Private::dispatch(const Request &request, RequestRecord &record, Millis time)
{
    if (request.path == kTokenPath && request.method == "POST")
        return answerToken(request, record, time);
    const std::string elsewhere = std::string(kControlPath) + "elsewhere";
    if (request.path == elsewhere) {
        record.operation = "redirectTarget";
        Reply reply;
        reply.body = "{}";
        return reply;
    }
    if (request.path.compare(0, kControlPath.size(), kControlPath) == 0) {
        record.operation = "control";
        return control->answer(request, time - kVisibilityLag);
    }
    if (auto page = consent->answer(request, time, record))
        return std::move(*page);
    const std::string redirectTo = "https://127.0.0.1:" + std::to_string(port) + elsewhere;
    return api->answer(request, redirectTo, time, record);
}

Reply Simulator::Private::answerToken(const Request &request, RequestRecord &record, Millis time)
{
    record.operation = "token";
    const std::vector<Fault> hits = faults.hit(FaultTarget::Token, false);
    for (const Fault &fault : hits)
        record.faults.emplace_back(factOf(fault.kind).name);
    return tokens.answer(request, hits, time, record.parameters);
}

Simulator::Simulator(Options options) : m_private(std::make_unique<Private>(std::move(options))) {}

Simulator::~Simulator()
{
    stop();
}

std::optional<std::string> Simulator::start()
{
    Private &d = *m_private;
    auto marketplaces = chooseMarketplaces(d.options.region, d.options.marketplaces);
    if (marketplaces.empty())
        return "unknown region or marketplace";
    try {
        const Millis time = d.now();
        d.book = std::make_unique<OrderBook>(d.options, std::move(marketplaces), time - kVisibilityLag);
        d.api = std::make_unique<SellingPartnerApi>(d.options, *d.book, d.tokens, d.faults);
        d.consent = std::make_unique<ConsentPages>(d.options, d.tokens, d.faults);
        d.control = std::make_unique<ControlApi>(*d.book, d.faults, d.stats);
        d.server = std::make_unique<HttpsServer>([&d](const Request &request) { return d.handle(request); },
                                                 static_cast<std::time_t>(time / kSecond));
    } catch (const std::runtime_error &error) {
        return error.what();
    }
    if (!d.options.caFile.empty()) {
        std::ofstream file(d.options.caFile, std::ios::trunc);
        file << d.server->caPem() << std::flush;
        if (!file)
            return "cannot write the CA file " + textOf(d.options.caFile);
    }
    const int bound = d.server->start(d.options.port);
    if (bound < 0)
        return "cannot listen on port " + std::to_string(d.options.port);
    d.port = bound;
    return std::nullopt;
}

void Simulator::stop()
{
    if (m_private->server)
        m_private->server->stop();
}

int Simulator::port() const
{
    return m_private->port;
}

std::string Simulator::apiUrl() const
{
    return "https://localhost:" + std::to_string(port());
}

std::string Simulator::tokenUrl() const
{
    return apiUrl() + std::string(kTokenPath);
}

std::filesystem::path Simulator::caFile() const
{
    return m_private->options.caFile;
}

const std::string &Simulator::caPem() const
{
    return m_private->server->caPem();
}

Credentials Simulator::credentials() const
{
    return m_private->tokens.credentials();
}

StatsSnapshot Simulator::stats() const
{
    return m_private->stats.snapshot();
}

void Simulator::inject(const Fault &fault)
{
    m_private->faults.inject(fault);
}

void Simulator::clearFaults()
{
    m_private->faults.clear();
}

void Simulator::addOrders(int count)
{
    m_private->book->add(count, m_private->now() - kVisibilityLag);
}

void Simulator::touchOrders(int count)
{
    m_private->book->touch(count, m_private->now() - kVisibilityLag);
}

std::vector<std::string> Simulator::plantedValues() const
{
    std::vector<std::string> values;
    for (PlantedValue &planted : plantedDetails())
        values.push_back(std::move(planted.value));
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end()); // clang 14 cannot do ranges::unique
    return values;
}

std::vector<PlantedValue> Simulator::plantedDetails() const
{
    std::vector<PlantedValue> values;
    for (const OrderFacts &order : m_private->book->all()) {
        for (PlantedValue &planted : plantedIn(order, m_private->book->marketplaceOf(order)))
            values.push_back(std::move(planted));
    }
    return values;
}

std::vector<ExpectedOrder> Simulator::expectedOrders() const
{
    const Millis now = m_private->now();
    return expectedFrom(*m_private->book, now - kVisibilityLag, now - kOldestAge);
}

} // namespace sk::simulator
