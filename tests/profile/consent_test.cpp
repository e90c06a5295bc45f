// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_lock.h"
#include "tests/profile/consent_bench.h"
#include "tests/support/listening_sockets.h"

#include <QLockFile>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;

/// Consent, redirect page and listener against the sample Amazon. Renewals: consent_renewal_test.
class ConsentFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sellerThroughTheListener();
    void sellerPasted();
    void advertiser();
    void adsAreNotSynced();
    void faults_data();
    void faults();
    void aNewConsentEndsTheOneBefore();
    void cancelled();
    void givenUpWhileItIsTested_data();
    void givenUpWhileItIsTested();
    void passingFailuresDoNotLoseTheGrant_data();
    void passingFailuresDoNotLoseTheGrant();
    void whatCannotBeRecordedDoesNotGoOn();
    void featuresAreSwitchedOnWithTheConnection();
    void adsHaveNoFeatures();
    void everyAdvertiserIsAConnection();
    void unknownConsent();

private:
    ConsentBench m_bench;
};

void ConsentFlowTest::initTestCase()
{
    if (!canConsentInBrowser())
        QSKIP("built without Qt Network Auth");
}

void ConsentFlowTest::sellerThroughTheListener()
{
    Computer computer;
    const ConsentStarted started = must(awaited(computer.session->beginConsent(m_bench.sellerRequest())));
    QVERIFY(started.listening);
    const auto outcome = computer.session->awaitConsent(started.id);
    const QUrl redirected = m_bench.confirmed(started);
    QVERIFY(handOver(redirected).startsWith("HTTP/1.1 200 "));
    SK_OK(awaited(outcome));
    const model::ConnectionView view = computer.connections().front();
    QCOMPARE(view.connection.kind, model::ConnectionKind::SellingPartner);
    QCOMPARE(view.connection.region, std::string("na"));
    QCOMPARE(view.connection.sellingPartnerId, m_bench.amazon().credentials().sellingPartnerId);
    QCOMPARE(view.connection.redirectUrl, std::string("https://agency.example/sellerkeep/"));
    QVERIFY(!view.marketplaces.empty());
    QVERIFY(must(awaited(computer.session->checkAccess(view.connection.id))).trouble() == nullptr);

    QVERIFY(handOver(redirected).isEmpty()); // second hit
    QCOMPARE(computer.audit(model::AuditOperation::ConsentStarted).size(), std::size_t(1));
    QCOMPARE(computer.audit(model::AuditOperation::ConsentAnswered).size(), std::size_t(1));
    QCOMPARE(computer.audit(model::AuditOperation::CodeExchanged).front().event.httpStatus, 200);
}

void ConsentFlowTest::sellerPasted()
{
    Computer computer;
    const ConsentStarted started = must(awaited(computer.session->beginConsent(m_bench.sellerRequest())));
    const auto outcome = computer.session->awaitConsent(started.id);
    SK_FAILS(pasted(computer, started, QUrl(QString::fromStdString(started.address))), ErrorKind::ConsentInvalid);
    const QUrl redirected = m_bench.confirmed(started);
    SK_OK(pasted(computer, started, redirected));
    SK_OK(awaited(outcome));
    SK_FAILS(pasted(computer, started, redirected), ErrorKind::ConsentInvalid); // replay
}

void ConsentFlowTest::advertiser()
{
    Computer computer;
    const auto asked = m_bench.amazon().stats().count("getMarketplaceParticipations");
    const ConnectResult result = must(m_bench.consent(computer, m_bench.adsRequest()));
    QVERIFY(result.marketplaces.empty());
    const model::ConnectionView view = computer.connections().front();
    QCOMPARE(view.connection.kind, model::ConnectionKind::Ads);
    QCOMPARE(view.connection.label, std::string("Advertising"));
    QVERIFY(must(awaited(computer.session->checkAccess(result.connection))).trouble() == nullptr);
    QCOMPARE(m_bench.amazon().stats().count("getMarketplaceParticipations"), asked);
    m_bench.amazon().inject({simulator::FaultKind::RevokedRefreshToken, 1, 1});
    const model::AccessReport refused = must(awaited(computer.session->checkAccess(result.connection)));
    QCOMPARE(refused.findings.front().error, std::optional(ErrorKind::AuthorisationRevoked));
    QCOMPARE(computer.connection().connection.state, model::ConnectionState::ReauthorisationNeeded);
}

void ConsentFlowTest::adsAreNotSynced()
{
    Computer computer;
    const ConnectResult ads = must(m_bench.consent(computer, m_bench.adsRequest()));
    SyncRequest named;
    named.connection = ads.connection;
    SK_FAILS(awaited(computer.session->sync(named)), ErrorKind::Usage);
    must(m_bench.consent(computer, m_bench.sellerRequest()));
    const model::SyncReport report = must(awaited(computer.session->sync({})));
    QVERIFY(!report.dataSets.empty());
    for (const model::DataSetReport &set : report.dataSets)
        QVERIFY(set.connection != ads.connection);
}

void ConsentFlowTest::faults_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("kind");
    using simulator::FaultKind;
    QTest::newRow("seller declines") << static_cast<int>(FaultKind::ConsentDeclined) << "consent_declined";
    QTest::newRow("another state") << static_cast<int>(FaultKind::ConsentState) << "consent_invalid";
    QTest::newRow("code refused") << static_cast<int>(FaultKind::CodeRefused) << "consent_invalid";
    QTest::newRow("token service down") << static_cast<int>(FaultKind::TokenUnavailable) << "server_error";
    QTest::newRow("role missing") << static_cast<int>(FaultKind::MissingRole) << "role_missing";
}

void ConsentFlowTest::faults()
{
    QFETCH(const int, fault);
    QFETCH(const QString, kind);
    Computer computer;
    m_bench.amazon().inject({static_cast<simulator::FaultKind>(fault)});
    const ConsentStarted started = must(awaited(computer.session->beginConsent(m_bench.sellerRequest())));
    const auto outcome = computer.session->awaitConsent(started.id);
    const QUrl redirected = m_bench.confirmed(started);
    if (static_cast<simulator::FaultKind>(fault) == simulator::FaultKind::ConsentState) {
        // The page cannot know the way back from a foreign state; the person pastes what it shows.
        SK_FAILS(pasted(computer, started, redirected), ErrorKind::ConsentInvalid);
        computer.session->cancelConsent(started.id);
        SK_FAILS(awaited(outcome), ErrorKind::Cancelled);
    } else {
        (void)handOver(redirected);
        const auto result = awaited(outcome);
        QVERIFY(!result.has_value());
        QCOMPARE(QString::fromStdString(std::string(toWord(result.error().kind))), kind);
    }
    m_bench.amazon().clearFaults();
    QVERIFY(computer.connections().empty());
    QVERIFY(computer.keychain.entries.size() < 5); // device, anchor, canary, probe: no token
}

void ConsentFlowTest::aNewConsentEndsTheOneBefore()
{
    Computer computer;
    const ConsentStarted first = must(awaited(computer.session->beginConsent(m_bench.sellerRequest())));
    const auto outcome = computer.session->awaitConsent(first.id);
    const ConsentStarted second = must(awaited(computer.session->beginConsent(m_bench.sellerRequest())));
    SK_FAILS(awaited(outcome), ErrorKind::Cancelled);
    QVERIFY(handOver(m_bench.confirmed(first)).isEmpty());
    SK_FAILS(awaited(computer.session->awaitConsent(first.id)), ErrorKind::NotFound);
    QVERIFY(handOver(m_bench.confirmed(second)).startsWith("HTTP/1.1 200 "));
    SK_OK(awaited(computer.session->awaitConsent(second.id)));
}

void ConsentFlowTest::cancelled()
{
    Computer computer;
    const ConsentStarted started = must(awaited(computer.session->beginConsent(m_bench.sellerRequest())));
    const auto outcome = computer.session->awaitConsent(started.id);
    computer.session->cancelConsent(started.id);
    SK_FAILS(awaited(outcome), ErrorKind::Cancelled);
    QVERIFY(handOver(m_bench.confirmed(started)).isEmpty());
    QVERIFY(computer.connections().empty());
    QVERIFY(computer.audit(model::AuditOperation::ConsentAnswered).front().event.error == ErrorKind::Cancelled);
}

/// The person gives up while the tokens are tested, by a button or by beginning anew.
void ConsentFlowTest::givenUpWhileItIsTested_data()
{
    QTest::addColumn<bool>("byANewOne");
    QTest::newRow("cancelled") << false;
    QTest::newRow("a newer consent") << true;
}

void ConsentFlowTest::givenUpWhileItIsTested()
{
    QFETCH(const bool, byANewOne);
    Computer computer;
    m_bench.amazon().inject({simulator::FaultKind::Slow, 1, 1, 2});
    const ConsentStarted started = must(awaited(computer.session->beginConsent(m_bench.sellerRequest())));
    const auto outcome = computer.session->awaitConsent(started.id);
    (void)handOver(m_bench.confirmed(started));
    QTRY_VERIFY(!computer.audit(model::AuditOperation::CodeExchanged).empty());
    if (byANewOne)
        SK_OK(awaited(computer.session->beginConsent(m_bench.sellerRequest())));
    else
        computer.session->cancelConsent(started.id);
    SK_FAILS(awaited(outcome), ErrorKind::Cancelled);
    // The test call ends all the same, and is told.
    QTRY_VERIFY_WITH_TIMEOUT(!computer.audit(model::AuditOperation::GetMarketplaceParticipations).empty(), 10'000);
    QVERIFY(computer.connections().empty());
    QVERIFY(computer.keychain.entries.size() < 5); // no token
    m_bench.amazon().clearFaults();
}

void ConsentFlowTest::passingFailuresDoNotLoseTheGrant_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("from");
    QTest::addColumn<bool>("ads");
    using simulator::FaultKind;
    QTest::newRow("throttled") << static_cast<int>(FaultKind::Throttle) << 1 << false;
    QTest::newRow("Amazon is down") << static_cast<int>(FaultKind::Unavailable) << 1 << false;
    // The first request for a token is the exchange of the code.
    QTest::newRow("token service down") << static_cast<int>(FaultKind::TokenUnavailable) << 2 << false;
    QTest::newRow("token service down, Ads") << static_cast<int>(FaultKind::TokenUnavailable) << 2 << true;
}

/// Another refresh token would need the seller at Amazon once more.
void ConsentFlowTest::passingFailuresDoNotLoseTheGrant()
{
    QFETCH(const int, fault);
    QFETCH(const int, from);
    QFETCH(const bool, ads);
    Computer computer;
    m_bench.amazon().inject({static_cast<simulator::FaultKind>(fault), from, 1});
    SK_OK(m_bench.consent(computer, ads ? m_bench.adsRequest() : m_bench.sellerRequest()));
    m_bench.amazon().clearFaults();
    QCOMPARE(computer.connections().size(), std::size_t(1));
    const auto tests = computer.audit(from == 1 ? model::AuditOperation::GetMarketplaceParticipations
                                                : model::AuditOperation::TokenRefreshed);
    QVERIFY(std::any_of(tests.begin(), tests.end(), [](const auto &entry) { return entry.event.error.has_value(); }));
    QVERIFY(std::any_of(tests.begin(), tests.end(), [](const auto &entry) { return !entry.event.error; }));
}

/// The log cannot be written: nothing goes on that it does not know of.
void ConsentFlowTest::whatCannotBeRecordedDoesNotGoOn()
{
    if (!canSeeListeningSockets())
        QSKIP("needs /proc");
    Computer computer;
    const ProfileInfo info = must(awaited(computer.library.create("Gone")));
    LocalSession session(info, must(lockProfile(info.folder)), computer.world());
    must(awaited(session.open()));
    must(awaited(session.destroyProfile()));
    const auto before = listeningSockets();
    SK_FAILS(awaited(session.beginConsent(m_bench.sellerRequest())), ErrorKind::Cancelled);
    QTRY_COMPARE(listeningSockets().size(), before.size());
}

void ConsentFlowTest::featuresAreSwitchedOnWithTheConnection()
{
    Computer computer;
    ConsentRequest request = m_bench.sellerRequest();
    request.features = {model::Feature::FulfilmentAddresses};
    must(m_bench.consent(computer, std::move(request)));
    QCOMPARE(computer.connections().front().connection.features,
             std::vector<model::Feature>{model::Feature::FulfilmentAddresses});
    QCOMPARE(computer.audit(model::AuditOperation::FeatureEnabled).size(), std::size_t(1));
}

void ConsentFlowTest::adsHaveNoFeatures()
{
    Computer computer;
    ConsentRequest request = m_bench.adsRequest();
    request.features = {model::Feature::FulfilmentAddresses};
    const ConnectResult ads = must(m_bench.consent(computer, std::move(request)));
    QVERIFY(computer.connection().connection.features.empty());
    const auto feature = model::Feature::FulfilmentAddresses;
    SK_FAILS(awaited(computer.session->setFeature(ads.connection, feature, true)), ErrorKind::Usage);
    SK_OK(awaited(computer.session->setFeature(ads.connection, feature, false)));
    QVERIFY(computer.connection().connection.features.empty());
}

/// Nothing that Amazon answers tells two advertisers apart.
void ConsentFlowTest::everyAdvertiserIsAConnection()
{
    Computer computer;
    const ConnectResult one = must(m_bench.consent(computer, m_bench.adsRequest()));
    const ConnectResult other = must(m_bench.consent(computer, m_bench.adsRequest()));
    QVERIFY(one.connection != other.connection);
    QCOMPARE(must(m_bench.consent(computer, m_bench.renewalOf(one.connection))).connection, one.connection);
    QCOMPARE(computer.connections().size(), std::size_t(2));
}

void ConsentFlowTest::unknownConsent()
{
    Computer computer;
    SK_FAILS(awaited(computer.session->awaitConsent("x")), ErrorKind::NotFound);
    SK_FAILS(awaited(computer.session->pasteConsent("x", {})), ErrorKind::ConsentInvalid);
    computer.session->cancelConsent("x");
    ConsentRequest incomplete = m_bench.sellerRequest();
    incomplete.redirectUrl = "http://agency.example/";
    SK_FAILS(awaited(computer.session->beginConsent(incomplete)), ErrorKind::Usage);
    ConsentRequest elsewhere = m_bench.sellerRequest();
    elsewhere.endpoint->tokenUrl = "https://evil.example/auth/o2/token";
    SK_FAILS(awaited(computer.session->beginConsent(elsewhere)), ErrorKind::HostNotAllowed);
    elsewhere = m_bench.sellerRequest();
    elsewhere.endpoint->apiUrl = "https://evil.example"; // where the browser would go, with the state
    SK_FAILS(awaited(computer.session->beginConsent(elsewhere)), ErrorKind::HostNotAllowed);
    elsewhere = m_bench.adsRequest();
    elsewhere.endpoint->apiUrl = "https://evil.example";
    SK_FAILS(awaited(computer.session->beginConsent(elsewhere)), ErrorKind::HostNotAllowed);
    QCOMPARE(computer.audit(model::AuditOperation::ConsentStarted).size(), std::size_t(4)); // all refused
}

QTEST_GUILESS_MAIN(ConsentFlowTest)
#include "consent_test.moc"
