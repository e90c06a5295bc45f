// SPDX-License-Identifier: GPL-3.0-or-later
// size: consent and export share the sample Amazon and the computers beside it
#include "core/base/byte_search.h"
#include "core/base/files.h"
#include "core/profile/connect_facts.h"
#include "core/profile/profile_library.h"
#include "tests/simulator/test_client.h"
#include "tests/support/check.h"
#include "tests/support/fake_keychain_backend.h"

#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;

namespace {

constexpr std::string_view kPassphrase = "Correct-Horse7";

template <typename T>
Result<T> awaited(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        return fail(ErrorKind::Timeout);
    return future.result();
}

simulator::Options smallAmazon()
{
    simulator::Options options;
    options.orders = 5;
    options.enforceRates = false;
    options.draftApplication = true;
    return options;
}

/// A profile of its own, as on one computer.
struct Computer
{
    Folder folder;
    SystemClock clock;
    FakeKeychainBackend keychain;
    ProfileLibrary library;
    std::shared_ptr<Session> session;

    Computer() : library(folder.path() / "data", {{&keychain, {}, SecretStoreKind::Os, secrets::systemRandom()}, clock})
    {
        must(awaited(library.create("Agency")));
        session = must(awaited(library.open("Agency")));
    }
    [[nodiscard]] std::vector<model::ConnectionView> connections() const
    {
        return must(awaited(session->connections()));
    }
    [[nodiscard]] std::vector<model::AuditEntry> audit(model::AuditOperation operation) const
    {
        model::AuditFilter filter;
        filter.operation = operation;
        return must(awaited(session->auditEntries(must(awaited(session->auditSequences(filter))))));
    }
};

} // namespace

/// Consent, redirect page and listener against the sample Amazon; then the way to another computer.
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
    void renewalNeedsNoSecret();
    void featuresAreSwitchedOnWithTheConnection();
    void unknownConsent();

    void exportAndImport();
    void exportedFileHoldsNothingInTheClear();
    void weakPassphraseIsRefused();
    void exportRefuses();
    void importRefuses();

private:
    [[nodiscard]] model::CustomEndpoint endpoint()
    {
        simulator::Simulator &amazon = m_bench.simulator();
        return {amazon.apiUrl(), amazon.tokenUrl(), amazon.caPem()};
    }
    [[nodiscard]] ConsentRequest sellerRequest()
    {
        const simulator::Credentials known = m_bench.simulator().credentials();
        ConsentRequest request;
        request.marketplace = "US";
        request.label = "Client shop";
        request.applicationId = known.applicationId;
        request.draft = true;
        request.redirectUrl = "https://agency.example/sellerkeep/";
        request.clientId = known.clientId;
        request.clientSecret = secrets::Secret::copyOf(asBytes(known.clientSecret));
        request.endpoint = endpoint();
        request.closingTitle = "Done";
        return request;
    }
    [[nodiscard]] ConsentRequest adsRequest()
    {
        ConsentRequest request = sellerRequest();
        request.kind = model::ConnectionKind::Ads;
        request.region = "na";
        request.label = "Advertising";
        request.applicationId.clear();
        return request;
    }
    /// Confirms on the page, as the seller does; the address to which Amazon then sends the browser.
    [[nodiscard]] QUrl confirmed(const ConsentStarted &started)
    {
        const QUrl page(QString::fromStdString(started.address));
        const std::string target =
            (page.path() + QStringLiteral("/confirm?") + page.query(QUrl::FullyEncoded)).toStdString();
        return QUrl(QString::fromStdString(m_bench.getRaw(target).header("location")), QUrl::StrictMode);
    }
    /// What the redirect page does with it.
    static QByteArray handOver(const QUrl &redirected)
    {
        const QStringList state = QUrlQuery(redirected).queryItemValue(QStringLiteral("state")).split(QLatin1Char('.'));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), state.value(1).toUShort());
        socket.write("GET /" + state.value(2).toLatin1() + '?' + redirected.query(QUrl::FullyEncoded).toLatin1()
                     + " HTTP/1.1\r\nHost: 127.0.0.1:" + state.value(1).toLatin1() + "\r\n\r\n");
        (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
        return socket.readAll();
    }
    Result<ConnectResult> consent(Computer &computer, ConsentRequest request)
    {
        const ConsentStarted started = must(awaited(computer.session->beginConsent(std::move(request))));
        const auto outcome = computer.session->awaitConsent(started.id);
        (void)handOver(confirmed(started));
        return awaited(outcome);
    }
    ConnectionExport exportTo(const Computer &computer, const std::filesystem::path &file)
    {
        return {computer.connections().front().connection.id, file, secrets::Secret::copyOf(asBytes(kPassphrase))};
    }

    simulator::test::Bench m_bench{smallAmazon()};
};

void ConsentFlowTest::initTestCase()
{
    if (!canConsentInBrowser())
        QSKIP("built without Qt Network Auth");
}

void ConsentFlowTest::sellerThroughTheListener()
{
    Computer computer;
    const ConsentStarted started = must(awaited(computer.session->beginConsent(sellerRequest())));
    QVERIFY(started.listening);
    const auto outcome = computer.session->awaitConsent(started.id);
    const QUrl redirected = confirmed(started);
    QVERIFY(handOver(redirected).startsWith("HTTP/1.1 200 "));
    SK_OK(awaited(outcome));
    const model::ConnectionView view = computer.connections().front();
    QCOMPARE(view.connection.kind, model::ConnectionKind::SellingPartner);
    QCOMPARE(view.connection.region, std::string("na"));
    QCOMPARE(view.connection.sellingPartnerId, m_bench.simulator().credentials().sellingPartnerId);
    QCOMPARE(view.connection.redirectUrl, std::string("https://agency.example/sellerkeep/"));
    QVERIFY(!view.marketplaces.empty());
    SK_OK(awaited(computer.session->testConnection(view.connection.id)));

    QVERIFY(handOver(redirected).isEmpty()); // second hit
    QCOMPARE(computer.audit(model::AuditOperation::ConsentStarted).size(), std::size_t(1));
    QCOMPARE(computer.audit(model::AuditOperation::ConsentAnswered).size(), std::size_t(1));
    QCOMPARE(computer.audit(model::AuditOperation::CodeExchanged).front().event.httpStatus, 200);
}

void ConsentFlowTest::sellerPasted()
{
    Computer computer;
    const ConsentStarted started = must(awaited(computer.session->beginConsent(sellerRequest())));
    const auto outcome = computer.session->awaitConsent(started.id);
    const auto paste = [&](const QUrl &address) {
        const std::string text = address.toString(QUrl::FullyEncoded).toStdString();
        return awaited(computer.session->pasteConsent(started.id, secrets::Secret::copyOf(asBytes(text))));
    };
    SK_FAILS(paste(QUrl(QString::fromStdString(started.address))), ErrorKind::ConsentInvalid);
    const QUrl redirected = confirmed(started);
    SK_OK(paste(redirected));
    SK_OK(awaited(outcome));
    SK_FAILS(paste(redirected), ErrorKind::ConsentInvalid); // replay
}

void ConsentFlowTest::advertiser()
{
    Computer computer;
    const ConnectResult result = must(consent(computer, adsRequest()));
    QVERIFY(result.marketplaces.empty());
    const model::ConnectionView view = computer.connections().front();
    QCOMPARE(view.connection.kind, model::ConnectionKind::Ads);
    QCOMPARE(view.connection.label, std::string("Advertising"));
    SK_OK(awaited(computer.session->testConnection(result.connection)));
    QCOMPARE(m_bench.simulator().stats().count("getMarketplaceParticipations"), std::uint64_t(0));
    m_bench.simulator().inject({simulator::FaultKind::RevokedRefreshToken, 1, 1});
    SK_FAILS(awaited(computer.session->testConnection(result.connection)), ErrorKind::AuthorisationRevoked);
}

void ConsentFlowTest::adsAreNotSynced()
{
    Computer computer;
    const ConnectResult ads = must(consent(computer, adsRequest()));
    SyncRequest named;
    named.connection = ads.connection;
    SK_FAILS(awaited(computer.session->sync(named)), ErrorKind::Usage);
    must(consent(computer, sellerRequest()));
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
    m_bench.simulator().inject({static_cast<simulator::FaultKind>(fault)});
    const ConsentStarted started = must(awaited(computer.session->beginConsent(sellerRequest())));
    const auto outcome = computer.session->awaitConsent(started.id);
    const QUrl redirected = confirmed(started);
    if (static_cast<simulator::FaultKind>(fault) == simulator::FaultKind::ConsentState) {
        // The page cannot know the way back from a foreign state; the person pastes what it shows.
        const std::string text = redirected.toString(QUrl::FullyEncoded).toStdString();
        SK_FAILS(awaited(computer.session->pasteConsent(started.id, secrets::Secret::copyOf(asBytes(text)))),
                 ErrorKind::ConsentInvalid);
        computer.session->cancelConsent(started.id);
        SK_FAILS(awaited(outcome), ErrorKind::Cancelled);
    } else {
        (void)handOver(redirected);
        const auto result = awaited(outcome);
        QVERIFY(!result.has_value());
        QCOMPARE(QString::fromStdString(std::string(toWord(result.error().kind))), kind);
    }
    m_bench.simulator().clearFaults();
    QVERIFY(computer.connections().empty());
    QVERIFY(computer.keychain.entries.size() < 5); // device, anchor, canary, probe: no token
}

void ConsentFlowTest::aNewConsentEndsTheOneBefore()
{
    Computer computer;
    const ConsentStarted first = must(awaited(computer.session->beginConsent(sellerRequest())));
    const auto outcome = computer.session->awaitConsent(first.id);
    const ConsentStarted second = must(awaited(computer.session->beginConsent(sellerRequest())));
    SK_FAILS(awaited(outcome), ErrorKind::Cancelled);
    QVERIFY(handOver(confirmed(first)).isEmpty());
    SK_FAILS(awaited(computer.session->awaitConsent(first.id)), ErrorKind::NotFound);
    QVERIFY(handOver(confirmed(second)).startsWith("HTTP/1.1 200 "));
    SK_OK(awaited(computer.session->awaitConsent(second.id)));
}

void ConsentFlowTest::cancelled()
{
    Computer computer;
    const ConsentStarted started = must(awaited(computer.session->beginConsent(sellerRequest())));
    const auto outcome = computer.session->awaitConsent(started.id);
    computer.session->cancelConsent(started.id);
    SK_FAILS(awaited(outcome), ErrorKind::Cancelled);
    QVERIFY(handOver(confirmed(started)).isEmpty());
    QVERIFY(computer.connections().empty());
}

void ConsentFlowTest::renewalNeedsNoSecret()
{
    Computer computer;
    const ConnectResult result = must(consent(computer, sellerRequest()));
    const auto before = computer.keychain.entries;
    ConsentRequest renewal = sellerRequest();
    renewal.replaces = result.connection;
    renewal.clientId.clear();
    renewal.clientSecret = {};
    renewal.applicationId.clear();
    renewal.redirectUrl.clear();
    QCOMPARE(must(consent(computer, renewal)).connection, result.connection);
    QCOMPARE(computer.connections().size(), std::size_t(1));
    QVERIFY(before != computer.keychain.entries); // another refresh token
    QCOMPARE(computer.connections().front().connection.applicationId, m_bench.simulator().credentials().applicationId);
}

void ConsentFlowTest::featuresAreSwitchedOnWithTheConnection()
{
    Computer computer;
    ConsentRequest request = sellerRequest();
    request.features = {model::Feature::FulfilmentAddresses};
    must(consent(computer, std::move(request)));
    QCOMPARE(computer.connections().front().connection.features,
             std::vector<model::Feature>{model::Feature::FulfilmentAddresses});
    QCOMPARE(computer.audit(model::AuditOperation::FeatureEnabled).size(), std::size_t(1));
}

void ConsentFlowTest::unknownConsent()
{
    Computer computer;
    SK_FAILS(awaited(computer.session->awaitConsent("x")), ErrorKind::NotFound);
    SK_FAILS(awaited(computer.session->pasteConsent("x", {})), ErrorKind::ConsentInvalid);
    computer.session->cancelConsent("x");
    ConsentRequest incomplete = sellerRequest();
    incomplete.redirectUrl = "http://agency.example/";
    SK_FAILS(awaited(computer.session->beginConsent(incomplete)), ErrorKind::Usage);
    ConsentRequest elsewhere = sellerRequest();
    elsewhere.endpoint->apiUrl = elsewhere.endpoint->tokenUrl = "https://evil.example/auth/o2/token";
    SK_FAILS(awaited(computer.session->beginConsent(elsewhere)), ErrorKind::HostNotAllowed);
    QCOMPARE(computer.audit(model::AuditOperation::ConsentStarted).size(), std::size_t(2)); // both refused
}

void ConsentFlowTest::exportAndImport()
{
    Computer one;
    Computer other;
    must(consent(one, sellerRequest()));
    const std::filesystem::path file = one.folder / "shop.sellerkeep";
    SK_OK(awaited(one.session->exportConnection(exportTo(one, file))));
    QCOMPARE(one.audit(model::AuditOperation::ConnectionExported).size(), std::size_t(1));

    const ConnectResult result =
        must(awaited(other.session->importConnection({file, secrets::Secret::copyOf(asBytes(kPassphrase)), {}, {}})));
    const model::ConnectionView here = one.connections().front();
    const model::ConnectionView there = other.connections().front();
    QCOMPARE(there.connection.label, here.connection.label);
    QCOMPARE(there.connection.region, here.connection.region);
    QCOMPARE(there.connection.sellingPartnerId, here.connection.sellingPartnerId);
    QCOMPARE(there.connection.redirectUrl, here.connection.redirectUrl);
    QVERIFY(there.connection.secretEnteredAt == here.connection.secretEnteredAt); // its age travels with it
    QCOMPARE(there.marketplaces.size(), here.marketplaces.size());
    QVERIFY(there.connection.features.empty());
    SK_OK(awaited(other.session->testConnection(result.connection)));

    must(consent(one, adsRequest()));
    const std::filesystem::path ads = one.folder / "ads.sellerkeep";
    ConnectionExport request = exportTo(one, ads);
    request.connection = one.connections().back().connection.id;
    SK_OK(awaited(one.session->exportConnection(request)));
    SK_OK(awaited(other.session->importConnection({ads, request.passphrase, "My ads", {}})));
    QCOMPARE(other.connections().back().connection.kind, model::ConnectionKind::Ads);
    QCOMPARE(other.connections().back().connection.label, std::string("My ads"));
}

void ConsentFlowTest::exportedFileHoldsNothingInTheClear()
{
    Computer computer;
    must(consent(computer, sellerRequest()));
    const std::filesystem::path file = computer.folder / "shop.sellerkeep";
    SK_OK(awaited(computer.session->exportConnection(exportTo(computer, file))));
    const Bytes content = must(readFile(file, 1'000'000));
    const simulator::Credentials known = m_bench.simulator().credentials();
    const ByteSearch search({known.clientId, known.clientSecret, known.applicationId, known.sellingPartnerId,
                             "Client shop", "agency.example", std::string(kPassphrase)});
    QCOMPARE(search.texts(), std::size_t(7));
    QCOMPARE(search.count(content), std::int64_t(0));
    const auto permissions = std::filesystem::status(file).permissions();
    QVERIFY((permissions & (std::filesystem::perms::group_all | std::filesystem::perms::others_all))
            == std::filesystem::perms::none);
}

void ConsentFlowTest::weakPassphraseIsRefused()
{
    Computer computer;
    must(consent(computer, sellerRequest()));
    const std::filesystem::path file = computer.folder / "shop.sellerkeep";
    for (const std::string_view weak : {"short", "correct-horse7", "Correct-Agency7", "Client-Horse77"}) {
        ConnectionExport request = exportTo(computer, file);
        request.passphrase = secrets::Secret::copyOf(asBytes(weak));
        const auto done = awaited(computer.session->exportConnection(request));
        SK_FAILS(done, ErrorKind::Usage);
        QVERIFY(done.error().detail.find(std::string(weak)) == std::string::npos);
        QVERIFY(!std::filesystem::exists(file));
    }
}

void ConsentFlowTest::exportRefuses()
{
    Computer computer;
    const ConnectResult result = must(consent(computer, sellerRequest()));
    SK_FAILS(awaited(computer.session->exportConnection(
                 exportTo(computer, computer.session->info().folder / "shop.sellerkeep"))),
             ErrorKind::Usage);
    ConnectionExport unknown = exportTo(computer, computer.folder / "shop.sellerkeep");
    unknown.connection = {"c0"};
    SK_FAILS(awaited(computer.session->exportConnection(unknown)), ErrorKind::NotFound);
    SK_OK(awaited(computer.session->disconnectAccount(result.connection, std::nullopt)));
    SK_FAILS(awaited(computer.session->exportConnection(exportTo(computer, computer.folder / "shop.sellerkeep"))),
             ErrorKind::NotFound);
}

void ConsentFlowTest::importRefuses()
{
    Computer computer;
    must(consent(computer, sellerRequest()));
    const std::filesystem::path file = computer.folder / "shop.sellerkeep";
    SK_OK(awaited(computer.session->exportConnection(exportTo(computer, file))));
    Computer other;
    const auto import = [&other](const std::filesystem::path &path, std::string_view passphrase) {
        return awaited(other.session->importConnection({path, secrets::Secret::copyOf(asBytes(passphrase)), {}, {}}));
    };
    SK_FAILS(import(file, "Correct-Horse8"), ErrorKind::WrongPassphrase);
    SK_FAILS(import(computer.folder / "none.sellerkeep", kPassphrase), ErrorKind::NotFound);
    Bytes damaged = must(readFile(file, 1'000'000));
    damaged.back() ^= 1U;
    must(writeFileAtomically(computer.folder / "damaged.sellerkeep", damaged));
    SK_FAILS(import(computer.folder / "damaged.sellerkeep", kPassphrase), ErrorKind::KeyFileDamaged);
    must(writeFileAtomically(computer.folder / "foreign.sellerkeep", asBytes("{\"refresh_token\":1}")));
    SK_FAILS(import(computer.folder / "foreign.sellerkeep", kPassphrase), ErrorKind::KeyFileDamaged);
    m_bench.simulator().inject({simulator::FaultKind::RevokedRefreshToken, 1, 1});
    SK_FAILS(import(file, kPassphrase), ErrorKind::AuthorisationRevoked); // tested before it is stored
    QVERIFY(other.connections().empty());
}

QTEST_GUILESS_MAIN(ConsentFlowTest)
#include "consent_test.moc"
