// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/simulator.h"
#include "tests/simulator/fake_clock.h"

#include <QJsonObject>
#include <QString>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sk::simulator::test {

/// What came back; status 0 when nothing did.
struct Answer
{
    int status = 0;
    std::string body;
    std::multimap<std::string, std::string> headers; ///< names in lower case

    QJsonObject json() const;
    bool isJson() const;
    std::string header(const std::string &name) const;
    /// `code` of the first error.
    QString code() const;
    QString details() const;
    QString message() const;
    QString nextToken() const;
    /// `error` of a token endpoint's answer (RFC 6749 5.2).
    QString oauthError() const;
};

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// A running simulator with a client that trusts only its CA file.
class Bench
{
public:
    explicit Bench(Options options = {});

    Simulator &simulator() { return *m_simulator; }

    /// Sends a token request with the right credentials (but for `changes`), remembers the token.
    Answer login(const Parameters &changes = {});
    Answer post(const std::string &path, const std::string &body, const std::string &contentType);
    Answer get(const std::string &path, const Parameters &parameters = {});
    /// `target` goes out as it stands.
    Answer getRaw(const std::string &target);
    Answer search(const Parameters &parameters);
    /// All pages of a search, as order objects; stops at the first answer that is not 200.
    std::vector<QJsonObject> searchAll(Parameters parameters);

    std::string accessToken;
    std::string userAgent = "SimulatorTest/1 (Language=C++)";

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Simulator> m_simulator;
};

std::string percentEncode(const std::string &text);

/// The content type of a token request.
inline constexpr const char *kForm = "application/x-www-form-urlencoded";

/// A shop that nobody has to wait for: no rate limits, and by default few orders.
Options unpaced(int orders = 5);
/// The same by a clock of the test's.
Options unpaced(const FakeClock &clock);
/// And with a history; tokens outlive whatever the clock is set to.
Options unpaced(const FakeClock &clock, int orders, int days);

/// ISO text of `now` minus some time.
std::string before(std::int64_t now, std::int64_t millis);

} // namespace sk::simulator::test
