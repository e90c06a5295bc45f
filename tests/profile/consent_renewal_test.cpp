// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/profile/consent_bench.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;

/// A new consent for a connection that is there.
class ConsentRenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void renewalNeedsNoSecret();
    void eachEmptyValueIsCompleted();
    void anotherSellerIsRefused();
    void sellerBecomesKnown();
    void anotherRegionIsRefused();
    void marketplacesStayLimited();
    void takingItApartEndsItsRenewal_data();
    void takingItApartEndsItsRenewal();
    void otherRenewalsGoOn();

private:
    ConsentBench m_bench;
};

void ConsentRenewalTest::initTestCase()
{
    if (!canConsentInBrowser())
        QSKIP("built without Qt Network Auth");
}

void ConsentRenewalTest::renewalNeedsNoSecret()
{
    Computer computer;
    const ConnectResult result = must(m_bench.consent(computer, m_bench.sellerRequest()));
    const auto before = computer.keychain.entries;
    const model::Connection known = computer.connection().connection;
    ConsentRequest renewal = m_bench.renewalOf(result.connection);
    renewal.applicationId.clear();
    renewal.redirectUrl.clear();
    QCOMPARE(must(m_bench.consent(computer, renewal)).connection, result.connection);
    QCOMPARE(computer.connections().size(), std::size_t(1));
    QVERIFY(before != computer.keychain.entries); // another refresh token
    const model::Connection renewed = computer.connection().connection;
    QCOMPARE(renewed.applicationId, m_bench.amazon().credentials().applicationId);
    QVERIFY(renewed.authorisedAt > known.authorisedAt);
    QVERIFY(renewed.secretEnteredAt == known.secretEnteredAt); // its 180 days do not begin anew
}

void ConsentRenewalTest::eachEmptyValueIsCompleted()
{
    Computer computer;
    const ConnectResult result = must(m_bench.consent(computer, m_bench.sellerRequest()));
    ConsentRequest onlyId = m_bench.renewalOf(result.connection);
    onlyId.clientId = m_bench.sellerRequest().clientId;
    SK_OK(m_bench.consent(computer, onlyId));
    ConsentRequest onlySecret = m_bench.renewalOf(result.connection);
    onlySecret.clientSecret = m_bench.sellerRequest().clientSecret;
    SK_OK(m_bench.consent(computer, onlySecret));
    QCOMPARE(computer.connections().size(), std::size_t(1));
}

/// The rows of two sellers must not mix.
void ConsentRenewalTest::anotherSellerIsRefused()
{
    Computer computer;
    const ConnectResult result = must(m_bench.consent(computer, m_bench.sellerRequest()));
    const auto before = computer.keychain.entries;
    const ConsentStarted started = must(awaited(computer.session->beginConsent(m_bench.renewalOf(result.connection))));
    const auto outcome = computer.session->awaitConsent(started.id);
    QUrl redirected = m_bench.confirmed(started);
    const QString seller = QString::fromStdString(m_bench.amazon().credentials().sellingPartnerId);
    redirected.setQuery(redirected.query(QUrl::FullyEncoded).replace(seller, QStringLiteral("AOTHERSELLER")));
    SK_OK(pasted(computer, started, redirected));
    SK_FAILS(awaited(outcome), ErrorKind::ConsentInvalid);
    QCOMPARE(computer.connection().connection.sellingPartnerId, seller.toStdString());
    const auto entryOf = [&](const auto &entries) {
        return std::find_if(entries.begin(), entries.end(),
                            [](const auto &entry) { return entry.first.find("token/") != std::string::npos; })
            ->second;
    };
    QVERIFY(entryOf(before) == entryOf(computer.keychain.entries));
}

void ConsentRenewalTest::sellerBecomesKnown()
{
    Computer computer;
    const ConnectResult result = must(awaited(computer.session->connectAccount(m_bench.selfAuthorised())));
    QVERIFY(computer.connection().connection.sellingPartnerId.empty());
    SK_OK(m_bench.consent(computer, m_bench.renewalOf(result.connection)));
    QCOMPARE(computer.connection().connection.sellingPartnerId, m_bench.amazon().credentials().sellingPartnerId);
    ConnectRequest another = m_bench.selfAuthorised();
    another.replaces = result.connection;
    another.sellingPartnerId = "AOTHERSELLER";
    SK_FAILS(awaited(computer.session->connectAccount(another)), ErrorKind::Usage);
}

void ConsentRenewalTest::anotherRegionIsRefused()
{
    Computer computer;
    const ConnectResult result = must(m_bench.consent(computer, m_bench.sellerRequest()));
    ConsentRequest elsewhere = m_bench.renewalOf(result.connection);
    elsewhere.marketplace = "DE";
    SK_FAILS(awaited(computer.session->beginConsent(elsewhere)), ErrorKind::Usage);
    elsewhere.marketplace = "ca";
    SK_OK(m_bench.consent(computer, elsewhere));
}

/// Whoever limited a connection to some marketplaces did so on purpose.
void ConsentRenewalTest::marketplacesStayLimited()
{
    Computer computer;
    ConnectRequest limited = m_bench.selfAuthorised();
    limited.marketplaces = {"ATVPDKIKX0DER"};
    const ConnectResult result = must(awaited(computer.session->connectAccount(limited)));
    QCOMPARE(computer.connection().marketplaces.size(), std::size_t(1));
    SK_OK(m_bench.consent(computer, m_bench.renewalOf(result.connection)));
    QCOMPARE(computer.connection().marketplaces.size(), std::size_t(1));
    ConnectRequest again = m_bench.selfAuthorised();
    again.replaces = result.connection;
    SK_OK(awaited(computer.session->connectAccount(again)));
    QCOMPARE(computer.connection().marketplaces.size(), std::size_t(1));
}

void ConsentRenewalTest::takingItApartEndsItsRenewal_data()
{
    QTest::addColumn<bool>("erase");
    QTest::newRow("disconnect") << false;
    QTest::newRow("erase") << true;
}

/// DEL-1: an answer on its way must not bring back what the user took apart.
void ConsentRenewalTest::takingItApartEndsItsRenewal()
{
    QFETCH(const bool, erase);
    Computer computer;
    const ConnectResult result = must(m_bench.consent(computer, m_bench.sellerRequest()));
    const ConsentStarted started = must(awaited(computer.session->beginConsent(m_bench.renewalOf(result.connection))));
    const auto outcome = computer.session->awaitConsent(started.id);
    const QUrl redirected = m_bench.confirmed(started);
    if (erase)
        SK_OK(awaited(computer.session->eraseConnection(result.connection, model::ErasureReason::OwnerRequest)));
    else
        SK_OK(awaited(computer.session->disconnectAccount(result.connection, std::nullopt)));
    SK_FAILS(awaited(outcome), ErrorKind::Cancelled);
    QVERIFY(handOver(redirected).isEmpty());
    QCOMPARE(computer.connections().size(), std::size_t(erase ? 0 : 1));
    if (!erase)
        QCOMPARE(computer.connection().connection.state, model::ConnectionState::Disconnected);
}

/// Of another connection, it goes on.
void ConsentRenewalTest::otherRenewalsGoOn()
{
    Computer computer;
    const ConnectResult ads = must(m_bench.consent(computer, m_bench.adsRequest()));
    const ConnectResult seller = must(m_bench.consent(computer, m_bench.sellerRequest()));
    const ConsentStarted started = must(awaited(computer.session->beginConsent(m_bench.renewalOf(seller.connection))));
    const auto outcome = computer.session->awaitConsent(started.id);
    SK_OK(awaited(computer.session->disconnectAccount(ads.connection, std::nullopt)));
    (void)handOver(m_bench.confirmed(started));
    SK_OK(awaited(outcome));
}

QTEST_GUILESS_MAIN(ConsentRenewalTest)
#include "consent_renewal_test.moc"
