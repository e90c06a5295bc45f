// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_search.h"
#include "core/profile/connection_file.h"
#include "tests/profile/consent_bench.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;

namespace {

constexpr std::string_view kPassphrase = "Correct-Horse7";

secrets::Secret passphrase()
{
    return secrets::Secret::copyOf(asBytes(kPassphrase));
}

} // namespace

/// Connections on their way from one computer to another, against the sample Amazon.
class ConnectionFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exportAndImport();
    void exportedFileHoldsNothingInTheClear();
    void weakPassphraseIsRefused();
    void exportRefuses();
    void importRefuses();
    void marketplacesThatAreLeftAreTaken();
    void agesAreNeverOfTheFuture();
    void textsAreBounded();
    void olderFileReplacesNothing();
    void optInsAreNotForAds();

private:
    ConnectionExport exportTo(const Computer &computer, const std::filesystem::path &file)
    {
        return {computer.connection().connection.id, file, passphrase()};
    }
    /// As another computer would have written it.
    [[nodiscard]] CarriedConnection carried()
    {
        const simulator::Credentials known = m_bench.amazon().credentials();
        CarriedConnection carried;
        carried.connection.region = "na";
        carried.connection.label = "Shop";
        carried.connection.sellingPartnerId = known.sellingPartnerId;
        carried.connection.endpoint = m_bench.endpoint();
        carried.connection.authorisedAt = carried.connection.secretEnteredAt = fromMillis(1'700'000'000'000);
        carried.credentials = {known.clientId, secrets::Secret::copyOf(asBytes(known.clientSecret)),
                               secrets::Secret::copyOf(asBytes(known.refreshToken))};
        return carried;
    }
    static Result<ConnectResult> takeOver(Computer &computer, const CarriedConnection &carried)
    {
        const std::filesystem::path file = computer.folder / "carried.sellerkeep";
        must(writeFileAtomically(file, must(sealConnection(carried, passphrase(), secrets::systemRandom()))));
        return awaited(computer.session->importConnection({file, passphrase(), {}, {}}));
    }

    ConsentBench m_bench;
};

void ConnectionFileTest::initTestCase()
{
    if (!canConsentInBrowser())
        QSKIP("built without Qt Network Auth");
}

void ConnectionFileTest::exportAndImport()
{
    Computer one;
    Computer other;
    must(m_bench.consent(one, m_bench.sellerRequest()));
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
    QVERIFY(must(awaited(other.session->checkAccess(result.connection))).trouble() == nullptr);

    must(m_bench.consent(one, m_bench.adsRequest()));
    const std::filesystem::path ads = one.folder / "ads.sellerkeep";
    ConnectionExport request = exportTo(one, ads);
    request.connection = one.connections().back().connection.id;
    SK_OK(awaited(one.session->exportConnection(request)));
    SK_OK(awaited(other.session->importConnection({ads, request.passphrase, "My ads", {}})));
    QCOMPARE(other.connections().back().connection.kind, model::ConnectionKind::Ads);
    QCOMPARE(other.connections().back().connection.label, std::string("My ads"));
}

void ConnectionFileTest::exportedFileHoldsNothingInTheClear()
{
    Computer computer;
    must(m_bench.consent(computer, m_bench.sellerRequest()));
    const std::filesystem::path file = computer.folder / "shop.sellerkeep";
    SK_OK(awaited(computer.session->exportConnection(exportTo(computer, file))));
    const Bytes content = must(readFile(file, 1'000'000));
    const simulator::Credentials known = m_bench.amazon().credentials();
    const ByteSearch search({known.clientId, known.clientSecret, known.applicationId, known.sellingPartnerId,
                             "Client shop", "agency.example", std::string(kPassphrase)});
    QCOMPARE(search.texts(), std::size_t(7));
    QCOMPARE(search.count(content), std::int64_t(0));
    const auto permissions = std::filesystem::status(file).permissions();
    QVERIFY((permissions & (std::filesystem::perms::group_all | std::filesystem::perms::others_all))
            == std::filesystem::perms::none);
}

void ConnectionFileTest::weakPassphraseIsRefused()
{
    Computer computer;
    must(m_bench.consent(computer, m_bench.sellerRequest()));
    const std::filesystem::path file = computer.folder / "shop.sellerkeep";
    for (const std::string_view weak : {"short", "correct-horse7", "Correct-Agency7", "Client-Horse77"}) {
        ConnectionExport request = exportTo(computer, file);
        request.passphrase = secrets::Secret::copyOf(asBytes(weak));
        const auto done = awaited(computer.session->exportConnection(request));
        SK_FAILS(done, ErrorKind::Usage);
        QVERIFY(done.error().detail.find(std::string(weak)) == std::string::npos);
        QVERIFY(!std::filesystem::exists(file));
    }
    const auto entries = computer.audit(model::AuditOperation::ConnectionExported);
    QCOMPARE(entries.size(), std::size_t(4)); // attempts are told, too
    QVERIFY(std::all_of(entries.begin(), entries.end(),
                        [](const auto &entry) { return entry.event.error == ErrorKind::Usage; }));
}

void ConnectionFileTest::exportRefuses()
{
    Computer computer;
    const ConnectResult result = must(m_bench.consent(computer, m_bench.sellerRequest()));
    SK_FAILS(awaited(computer.session->exportConnection(
                 exportTo(computer, computer.session->info().folder / "shop.sellerkeep"))),
             ErrorKind::Usage);
    ConnectionExport unknown = exportTo(computer, computer.folder / "shop.sellerkeep");
    unknown.connection = {"c0"};
    SK_FAILS(awaited(computer.session->exportConnection(unknown)), ErrorKind::NotFound);
    SK_FAILS(awaited(computer.session->exportConnection(
                 exportTo(computer, computer.folder.path() / "no such folder" / "shop.sellerkeep"))),
             ErrorKind::File);
    const auto entries = computer.audit(model::AuditOperation::ConnectionExported);
    QVERIFY(std::any_of(entries.begin(), entries.end(),
                        [](const auto &entry) { return entry.event.error == ErrorKind::File; }));
    SK_OK(awaited(computer.session->disconnectAccount(result.connection, std::nullopt)));
    SK_FAILS(awaited(computer.session->exportConnection(exportTo(computer, computer.folder / "shop.sellerkeep"))),
             ErrorKind::NotFound);
}

void ConnectionFileTest::importRefuses()
{
    Computer computer;
    must(m_bench.consent(computer, m_bench.sellerRequest()));
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
    m_bench.amazon().inject({simulator::FaultKind::RevokedRefreshToken, 1, 1});
    SK_FAILS(import(file, kPassphrase), ErrorKind::AuthorisationRevoked); // tested before it is stored
    QVERIFY(other.connections().empty());
}

/// The account may have left one of them since.
void ConnectionFileTest::marketplacesThatAreLeftAreTaken()
{
    Computer computer;
    CarriedConnection shop = carried();
    shop.marketplaces = {"A2Q3Y263D00KWC", "A1RKKUPIHCS9HS"}; // neither is one of the sample seller's
    SK_FAILS(takeOver(computer, shop), ErrorKind::Usage);
    shop.marketplaces.emplace_back("ATVPDKIKX0DER");
    const ConnectResult result = must(takeOver(computer, shop));
    QCOMPARE(result.marketplaces.size(), std::size_t(1));
    QCOMPARE(result.marketplaces.front().id.value, std::string("ATVPDKIKX0DER"));
}

void ConnectionFileTest::agesAreNeverOfTheFuture()
{
    Computer computer;
    CarriedConnection shop = carried();
    const Time now = computer.clock.now();
    shop.connection.authorisedAt = now + std::chrono::days(3650);
    shop.connection.secretEnteredAt = fromMillis(std::numeric_limits<std::int64_t>::min());
    must(takeOver(computer, shop));
    for (const Time age :
         {computer.connection().connection.authorisedAt, computer.connection().connection.secretEnteredAt})
        QVERIFY(age >= now && age <= computer.clock.now());
}

void ConnectionFileTest::textsAreBounded()
{
    const auto open = [](const CarriedConnection &shop) {
        return openConnection(must(sealConnection(shop, passphrase(), secrets::systemRandom())), passphrase());
    };
    CarriedConnection shop = carried();
    SK_OK(open(shop));
    shop.connection.label.assign(5000, 'x');
    SK_FAILS(open(shop), ErrorKind::KeyFileDamaged);
    shop = carried();
    shop.marketplaces = {std::string(5000, 'A')};
    SK_FAILS(open(shop), ErrorKind::KeyFileDamaged);
}

/// Its token is an older one, which may be revoked any day.
void ConnectionFileTest::olderFileReplacesNothing()
{
    Computer computer;
    const ConnectResult result = must(m_bench.consent(computer, m_bench.sellerRequest()));
    const std::filesystem::path file = computer.folder / "shop.sellerkeep";
    SK_OK(awaited(computer.session->exportConnection(exportTo(computer, file))));
    SK_OK(m_bench.consent(computer, m_bench.renewalOf(result.connection)));
    const model::Connection renewed = computer.connection().connection;
    SK_FAILS(awaited(computer.session->importConnection({file, passphrase(), {}, {}})), ErrorKind::Usage);
    QVERIFY(computer.connection().connection.authorisedAt == renewed.authorisedAt);
    SK_OK(awaited(computer.session->exportConnection(exportTo(computer, file))));
    SK_OK(awaited(computer.session->importConnection({file, passphrase(), {}, {}}))); // the same age
    QCOMPARE(computer.connections().size(), std::size_t(1));
}

void ConnectionFileTest::optInsAreNotForAds()
{
    Computer one;
    Computer other;
    must(m_bench.consent(one, m_bench.adsRequest()));
    const std::filesystem::path file = one.folder / "ads.sellerkeep";
    SK_OK(awaited(one.session->exportConnection(exportTo(one, file))));
    SK_OK(awaited(other.session->importConnection({file, passphrase(), {}, {model::Feature::FulfilmentAddresses}})));
    QVERIFY(other.connection().connection.features.empty());
}

QTEST_GUILESS_MAIN(ConnectionFileTest)
#include "connection_file_test.moc"
