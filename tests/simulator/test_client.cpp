// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/test_client.h"

#include "app/simulator/paths.h"
#include "app/simulator/time_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

#include <httplib.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <stdexcept>

namespace sk::simulator::test {

namespace {

Answer translate(const httplib::Result &result)
{
    Answer answer;
    if (!result)
        return answer;
    answer.status = result->status;
    answer.body = result->body;
    for (const auto &[name, value] : result->headers) {
        std::string lower = name;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        answer.headers.emplace(lower, value);
    }
    return answer;
}

QJsonObject firstError(const Answer &answer)
{
    return answer.json().value(QLatin1String("errors")).toArray().first().toObject();
}

} // namespace

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
}

bool Answer::isJson() const
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(body)).isObject();
}

std::string Answer::header(const std::string &name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

QString Answer::oauthError() const
{
    return json()[QLatin1String("error")].toString();
}

QString Answer::code() const
{
    return firstError(*this).value(QLatin1String("code")).toString();
}

QString Answer::details() const
{
    return firstError(*this).value(QLatin1String("details")).toString();
}

QString Answer::nextToken() const
{
    return json()[QLatin1String("pagination")][QLatin1String("nextToken")].toString();
}

QString Answer::message() const
{
    return firstError(*this).value(QLatin1String("message")).toString();
}

Bench::Bench(Options options)
{
    options.caFile = m_folder.filePath(QStringLiteral("ca.pem")).toStdU16String();
    m_simulator = std::make_unique<Simulator>(std::move(options));
    if (const auto error = m_simulator->start())
        throw std::runtime_error(*error);
}

Answer Bench::login(const Parameters &changes)
{
    const Credentials credentials = m_simulator->credentials();
    std::map<std::string, std::string> form = {{"grant_type", "refresh_token"},
                                               {"client_id", credentials.clientId},
                                               {"client_secret", credentials.clientSecret},
                                               {"refresh_token", credentials.refreshToken}};
    for (const auto &[name, value] : changes)
        form[name] = value;
    std::string body;
    for (const auto &[name, value] : form)
        body += (body.empty() ? "" : "&") + name + "=" + percentEncode(value);
    Answer answer = post("/auth/o2/token", body, "application/x-www-form-urlencoded;charset=UTF-8");
    const std::string token = answer.json().value(QLatin1String("access_token")).toString().toStdString();
    if (!token.empty())
        accessToken = token;
    return answer;
}

Answer Bench::post(const std::string &path, const std::string &body, const std::string &contentType)
{
    httplib::SSLClient client("localhost", m_simulator->port());
    client.set_ca_cert_path(textOf(m_simulator->caFile()).c_str());
    client.enable_server_certificate_verification(true);
    return translate(client.Post(path.c_str(), body, contentType.c_str()));
}

Answer Bench::get(const std::string &path, const Parameters &parameters)
{
    std::string target = path;
    char separator = '?';
    for (const auto &[name, value] : parameters) {
        target += separator + name + "=" + percentEncode(value);
        separator = '&';
    }
    return getRaw(target);
}

Answer Bench::getRaw(const std::string &target)
{
    httplib::SSLClient client("localhost", m_simulator->port());
    client.set_ca_cert_path(textOf(m_simulator->caFile()).c_str());
    client.enable_server_certificate_verification(true);
    client.set_url_encode(false);
    client.set_decompress(false);
    client.set_read_timeout(std::chrono::seconds(3));
    httplib::Headers headers = {{"User-Agent", userAgent}};
    if (!accessToken.empty())
        headers.emplace("x-amz-access-token", accessToken);
    return translate(client.Get(target.c_str(), headers));
}

Answer Bench::search(const Parameters &parameters)
{
    return get("/orders/2026-01-01/orders", parameters);
}

std::vector<QJsonObject> Bench::searchAll(Parameters parameters)
{
    std::vector<QJsonObject> orders;
    const std::size_t plain = parameters.size();
    for (int page = 0; page < 10'000; ++page) {
        const Answer answer = search(parameters);
        if (answer.status != 200)
            break;
        for (const auto &order : answer.json().value(QLatin1String("orders")).toArray())
            orders.push_back(order.toObject());
        const QString next = answer.nextToken();
        if (next.isEmpty())
            break;
        parameters.resize(plain);
        parameters.emplace_back("paginationToken", next.toStdString());
    }
    return orders;
}

std::string percentEncode(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '.' || c == '_' || c == '~') {
            out += c;
            continue;
        }
        char buffer[4];
        std::snprintf(buffer, sizeof buffer, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += buffer;
    }
    return out;
}

Options unpaced(int orders)
{
    Options options;
    options.orders = orders;
    options.enforceRates = false;
    return options;
}

Options unpaced(const FakeClock &clock)
{
    Options options = unpaced();
    options.clock = clock.function();
    return options;
}

Options unpaced(const FakeClock &clock, int orders, int days)
{
    Options options = unpaced(clock);
    options.orders = orders;
    options.historyDays = days;
    options.tokenLifetime = std::chrono::hours(10'000);
    return options;
}

std::string before(std::int64_t now, std::int64_t millis)
{
    return isoText(now - millis);
}

} // namespace sk::simulator::test
