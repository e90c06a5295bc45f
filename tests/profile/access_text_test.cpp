// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/access_text.h"
#include "core/profile/command_runner.h"
#include "core/sync/access_run.h"
#include "tests/support/fake_transport.h"
#include "tests/support/test_storage.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <set>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using model::AccessFinding;
using model::AccessVerdict;

namespace {

AccessFinding findingOf(AccessVerdict verdict, std::optional<ErrorKind> error)
{
    AccessFinding finding;
    finding.call = model::AuditOperation::SearchOrders;
    finding.verdict = verdict;
    finding.error = error;
    finding.roles = {"Pricing", "Brand Analytics", "Product Listing"};
    return finding;
}

model::AccessReport reportOf(std::vector<AccessFinding> findings)
{
    return {{"c1"}, model::ConnectionKind::SellingPartner, "eu", kNoon, std::move(findings)};
}

} // namespace

/// What the command line makes of a report, and that nothing of an answer gets into it.
class AccessTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVerdictHasItsWords();
    void rolesRegionAndClockAreNamed();
    void theFirstTroubleDecidesTheExit_data();
    void theFirstTroubleDecidesTheExit();
    void nothingOfTheAnswersIsRepeated_data();
    void nothingOfTheAnswersIsRepeated();
};

void AccessTextTest::everyVerdictHasItsWords()
{
    std::set<std::string> meanings;
    std::set<std::string_view> words;
    for (const AccessVerdict verdict : model::allAccessVerdicts()) {
        const AccessFinding finding = findingOf(verdict, ErrorKind::Internal);
        const std::string meaning = meaningOf(finding, reportOf({finding}));
        QVERIFY2(meaning.find('%') == std::string::npos, meaning.c_str());
        meanings.insert(meaning);
        words.insert(toWord(verdict));
        if (verdict != AccessVerdict::Pending && verdict != AccessVerdict::Fine)
            QVERIFY(!stepFor(finding).empty());
    }
    QCOMPARE(meanings.size(), model::allAccessVerdicts().size());
    QCOMPARE(words.size(), model::allAccessVerdicts().size());
    QVERIFY(!words.contains("unknown"));
    QCOMPARE(static_cast<std::size_t>(AccessVerdict::Unclear) + 1, words.size());
}

void AccessTextTest::rolesRegionAndClockAreNamed()
{
    const AccessFinding role = findingOf(AccessVerdict::RoleMissing, ErrorKind::RoleMissing);
    QVERIFY(meaningOf(role, reportOf({role})).ends_with("the role Pricing, Brand Analytics or Product Listing."));
    const AccessFinding region = findingOf(AccessVerdict::WrongRegion, ErrorKind::RoleMissing);
    QVERIFY(meaningOf(region, reportOf({region})).find("the region eu;") != std::string::npos);
    AccessFinding clock = findingOf(AccessVerdict::ClockWrong, ErrorKind::ClockWrong);
    clock.call.reset();
    clock.clockAhead = std::chrono::seconds(-300);
    QCOMPARE(meaningOf(clock, reportOf({clock})),
             std::string("The clock of this machine is 5 minutes behind Amazon's."));
}

void AccessTextTest::theFirstTroubleDecidesTheExit_data()
{
    QTest::addColumn<std::vector<AccessFinding>>("findings");
    QTest::addColumn<int>("exit");
    const AccessFinding fine = findingOf(AccessVerdict::Fine, std::nullopt);
    const AccessFinding role = findingOf(AccessVerdict::RoleMissing, ErrorKind::RoleMissing);
    const AccessFinding offline = findingOf(AccessVerdict::Offline, ErrorKind::Offline);
    using All = std::vector<AccessFinding>;
    QTest::newRow("fine") << All{fine, fine} << 0;
    QTest::newRow("worth a look") << All{fine, findingOf(AccessVerdict::AddressMissing, std::nullopt)} << 0;
    QTest::newRow("role") << All{fine, role, offline} << 5;
    QTest::newRow("network") << All{offline, role} << 6;
    QTest::newRow("a portal's 403") << All{findingOf(AccessVerdict::Intercepted, ErrorKind::MalformedResponse)} << 6;
    QTest::newRow("clock") << All{fine, findingOf(AccessVerdict::ClockWrong, ErrorKind::ClockWrong)} << 1;
    QTest::newRow("keychain") << All{findingOf(AccessVerdict::CredentialsUnreadable, ErrorKind::KeychainLocked)} << 4;
    QTest::newRow("stopped") << All{findingOf(AccessVerdict::Stopped, ErrorKind::Cancelled)} << 1;
}

void AccessTextTest::theFirstTroubleDecidesTheExit()
{
    QFETCH(const std::vector<AccessFinding>, findings);
    QFETCH(const int, exit);
    const QJsonObject json = toJson(reportOf(findings));
    QCOMPARE(exitCodeOf(json), exit);
    QCOMPARE(json[QStringLiteral("ok")].toBool(), exit == 0);
    QCOMPARE(json[QStringLiteral("checks")].toArray().size(), static_cast<qsizetype>(findings.size()));
}

void AccessTextTest::nothingOfTheAnswersIsRepeated_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 400, 401, 403, 404, 429, 500, 0})
        QTest::addRow("%d", status) << status;
}

/// Everything a server, a portal or the user's own keychain could put into a report says "Planted".
void AccessTextTest::nothingOfTheAnswersIsRepeated()
{
    QFETCH(const int, status);
    TestStorage storage;
    must(records::ConnectionRepository(storage.vault)
             .setFeature({"c1"}, model::Feature::FulfilmentAddresses, true, kNoon));
    must(storage.orders.store(sampleOrder("Planted-Order", kNoon), {{"c1"}, kNoon, "searchOrders"}));
    FakeTransport transport;
    transport.answerAllWith([status](const net::HttpRequest &request) {
        const bool signIn = request.url.host() == QStringLiteral("token.test");
        if (!signIn && status == 0)
            return readyFuture<FakeTransport::Reply>(
                fail(ErrorKind::TlsRefused, "the certificate's issuer is not trusted (issuer: Planted)"));
        net::HttpResponse response;
        response.status = signIn ? 200 : status;
        response.contentType = "Planted";
        response.requestId = "Planted";
        response.errorType = "Planted";
        response.body = signIn
            ? QByteArray(R"({"access_token":"Planted-Access","expires_in":3600,"refresh_token":"Planted-Refresh"})")
            : QByteArray(R"({"errors":[{"code":"Planted","message":"Planted Person","details":"Planted Street 1"}],)"
                         R"("payload":"Planted","orders":"Planted","order":{"orderId":"Planted",)"
                         R"("recipient":{"deliveryAddress":{"name":"Planted"}}}})");
        return readyFuture<FakeTransport::Reply>(response);
    });
    amazon::SpApiClient client(
        {QUrl(QStringLiteral("https://api.test")), QUrl(QStringLiteral("https://token.test/t"))},
        [] {
            return readyFuture(Result<amazon::LwaCredentials>(
                amazon::LwaCredentials{"Planted-Client", secrets::Secret::copyOf(asBytes("Planted-Secret")),
                                       secrets::Secret::copyOf(asBytes("Planted-Token"))}));
        },
        transport, storage.clock);
    vault::DatabaseThread thread(QStringLiteral("database"));
    sync::AccessRun run(
        {"c1"}, client, transport, thread, [&storage]() -> sync::Storage & { return storage.storage; }, storage.clock);
    std::optional<model::AccessReport> report;
    QByteArray told;
    connect(&run, &sync::AccessRun::progressed, &run, [&](const model::AccessProgress &progress) {
        told += QJsonDocument(toJson(progress.report)).toJson() + lineOf(progress).toUtf8();
    });
    connect(&run, &sync::AccessRun::finished, &run, [&](const sync::AccessEnd &end) { report = must(end.report); });
    run.start();
    QTRY_VERIFY(report);
    QVERIFY(transport.requests().size() >= 2);
    QVERIFY(report->trouble() != nullptr);
    told += QJsonDocument(toJson(*report)).toJson();
    QVERIFY(told.contains("searchOrders"));
    QVERIFY2(!told.toLower().contains("planted"), told.constData());
}

QTEST_GUILESS_MAIN(AccessTextTest)
#include "access_text_test.moc"
