// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/lwa.h"
#include "core/base/files.h"
#include "core/keys/ratchet.h"
#include "core/privacy/certificate.h"
#include "core/privacy/remnants.h"
#include "core/records/erasure.h"
#include "core/secrets/crypto.h"
#include "core/vault/transaction.h"
#include "core/sync/cursor_store.h"
#include "tests/support/test_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
namespace fs = std::filesystem;

/// DEL-4, DEL-5: what an erasure takes, what it leaves alone, and that its certificate tells the truth.
class TestErase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTableOfAConnectionIsCounted();
    void takesEverythingOfTheConnection();
    void leavesOtherConnectionsAlone();
    void checksFindWhatIsLeft();
    void certificateHoldsAgainstTheVault();
    void restoredRowIsNoticed();
    void certificateOfAnotherKeyIsNoticed();
    void exportsThatAreStillOursGo();
    void exportsOfOthersStay();
    void failedEraseSaysSo();
    void dueConnectionIsCertified();
    void interruptedEraseIsFinished();
    void interruptedPurgeSaysSo();
    void erasureTakesOverWhatADateHadBegun();
    void connectingAgainFetchesAnew();
    void openRequestIsNoRemnant();
};

namespace {

constexpr int kOrders = 60;

std::string orderId(int number)
{
    return QString::asprintf("701-%07d-%07d", number, number * 7).toStdString();
}

void fill(Store &store, const std::string &connection, int first)
{
    addConnection(store, connection);
    {
        vault::Transaction transaction = must(vault::Transaction::begin(store.storage().vault));
        for (int i = 0; i < kOrders; ++i)
            storeOrder(store, connection, orderId(first + i));
        must(transaction.commit());
    }
    sealValues(store, connection, orderId(first), 10);
    must(store.storage().vault.checkpoint());
}

ErasureRequest requestFor(const std::string &connection)
{
    return {{connection}, model::ErasureReason::OwnerRequest, true};
}

/// As a session does it: the file, then where it lies.
void writeExport(Store &store, const fs::path &path, std::string_view content)
{
    must(writeFileAtomically(path, asBytes(content)));
    const Sha256 hash = secrets::sha256(asBytes(content));
    must(store.recordExport(
        {model::AuditActor::Owner, model::AuditOperation::DataExported, {}, model::DataClass::Orders, 1},
        records::ExportedFile{path, "orders", 1, {hash.begin(), hash.end()}, {}, {}}));
}

std::int64_t countOf(const model::ErasureCertificate &certificate, std::string_view what)
{
    for (const model::ErasedCount &count : certificate.counts) {
        if (count.what == what)
            return count.erased;
    }
    return -1;
}

std::vector<std::string> planted(int first)
{
    std::vector<std::string> ids;
    for (int i = 0; i < kOrders; ++i)
        ids.push_back(orderId(first + i));
    return ids;
}

} // namespace

void TestErase::everyTableOfAConnectionIsCounted()
{
    TestProfile profile;
    const auto store = must(profile.open());
    vault::Statement select = must(store->storage().vault.prepare(
        "SELECT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.name IN ('connection', 'order_key') AND m.name <> 'audit_entry' ORDER BY m.name"));
    std::size_t tables = 1; // `connection` itself, which has no such column
    while (must(select.next()))
        ++tables;
    QCOMPARE(must(records::rowsOfConnection(store->storage().vault, {"c1"})).size(), tables);
}

void TestErase::takesEverythingOfTheConnection()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    const ByteSearch search(planted(0));
    QVERIFY(privacy::searchPages(store->storage().vault, "before", search).found >= kOrders);

    const model::Erased erased = must(store->erase(requestFor("c1")));
    QVERIFY(erased.certificate.isClean());
    QCOMPARE(countOf(erased.certificate, "orders"), std::int64_t(kOrders));
    QCOMPARE(countOf(erased.certificate, "connections"), std::int64_t(1));
    QCOMPARE(countOf(erased.certificate, "pii-values"), std::int64_t(2));
    QCOMPARE(countOf(erased.certificate, "keychain-entries"), std::int64_t(2));
    QCOMPARE(must(store->connections()).size(), std::size_t(0));
    QCOMPARE(profile.secrets.read(amazon::tokenEntry("c1")).error().kind, ErrorKind::NotFound);
    QCOMPARE(profile.secrets.read(keys::ratchetEntry("c1")).error().kind, ErrorKind::NotFound);
    QCOMPARE(privacy::searchPages(store->storage().vault, "after", search).found, std::int64_t(0));
    QCOMPARE(privacy::searchPages(store->storage().pii.database(), "after", search).found, std::int64_t(0));
    QCOMPARE(scalar(store->storage().vault, "SELECT count(*) FROM audit_entry WHERE operation = 15"), "1");
}

void TestErase::leavesOtherConnectionsAlone()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    fill(*store, "c2", 1000);
    must(store->erase(requestFor("c1")));
    const auto left = must(store->connections());
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left[0].dataSets[0].rows, std::int64_t(kOrders));
    QCOMPARE(must(store->storage().pii.reveal({"c2"}, {orderId(1000)})).size(), std::size_t(2));
    QVERIFY(profile.secrets.read(amazon::tokenEntry("c2")));
}

/// The search itself has to be able to fail: a plaintext copy in the folder, a row in a database.
void TestErase::checksFindWhatIsLeft()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    must(writeFileAtomically(profile.folder.path() / "forgotten.csv", asBytes("order_id\n" + orderId(5) + "\n")));
    const model::Erased erased = must(store->erase(requestFor("c1")));
    QVERIFY(!erased.certificate.isClean());
    for (const model::ErasureCheck &check : erased.certificate.checks)
        QCOMPARE(check.found, std::int64_t(check.what == "files" ? 1 : 0));
}

void TestErase::certificateHoldsAgainstTheVault()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store, "c1", 0);
    const model::Erased erased = must(store->erase(requestFor("c1")));
    store.reset();
    store = must(profile.open()); // also after a restart
    const model::CertificateVerdict verdict = must(store->verifyCertificate(asBytes(erased.file)));
    QVERIFY(verdict.holds());
    QCOMPARE(verdict.matchesProfile, std::optional(true));
    QCOMPARE(must(records::certificateFiles(store->storage().vault)).size(), std::size_t(1));
}

void TestErase::restoredRowIsNoticed()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    const model::Erased erased = must(store->erase(requestFor("c1")));
    must(store->storage().vault.exec("PRAGMA foreign_keys = OFF"));
    storeOrder(*store, "c1", orderId(3));
    const model::CertificateVerdict verdict = must(store->verifyCertificate(asBytes(erased.file)));
    QVERIFY(verdict.rowsRestored > 0);
    QVERIFY(!verdict.holds());
}

void TestErase::certificateOfAnotherKeyIsNoticed()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    const model::Erased erased = must(store->erase(requestFor("c1")));
    const Bytes forged =
        privacy::signedCertificate(erased.certificate, secrets::Secret::make(32, repeatableRandom(99)));
    const model::CertificateVerdict verdict = must(store->verifyCertificate(forged));
    QVERIFY(verdict.signatureValid);
    QCOMPARE(verdict.matchesProfile, std::optional(false));
    QVERIFY(!verdict.holds());
}

void TestErase::exportsThatAreStillOursGo()
{
    TestProfile profile;
    const Folder outside;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    const auto exported = [&](const char *name) { writeExport(*store, outside.path() / name, "as written"); };
    exported("kept.csv");
    exported("changed.csv");
    exported("moved.csv");
    must(writeFileAtomically(outside.path() / "changed.csv", asBytes("the user's own by now")));
    fs::rename(outside.path() / "moved.csv", outside.path() / "elsewhere.csv");

    const model::Erased erased = must(store->erase(requestFor("c1")));
    QCOMPARE(countOf(erased.certificate, "export-files"), std::int64_t(1));
    QVERIFY(!fs::exists(outside.path() / "kept.csv"));
    QVERIFY(fs::exists(outside.path() / "changed.csv"));
    QVERIFY(std::ranges::count(erased.certificate.outOfReach, "exports-moved") == 1);
}

/// An export without rows of the connection is not the erasure's to take, whatever the clock said when; where it may be
/// of the same account under an earlier connection, the certificate says so.
void TestErase::exportsOfOthersStay()
{
    TestProfile profile;
    const Folder outside;
    const auto store = must(profile.open());
    fill(*store, "gone", 0);
    fill(*store, "c1", 100);
    writeExport(*store, outside.path() / "before.csv", "rows of gone and c1");
    SK_OK(store->disconnect({"gone"}, dayOf(kNoon)));
    SK_OK(purgeAll(*store));
    profile.clock.setWall(kNoon + std::chrono::days(3));
    fill(*store, "c2", 200);
    store->storage().time.trust(kNoon); // a clock that had run ahead
    writeExport(*store, outside.path() / "after.csv", "rows of c1 and c2");

    const model::Erased erased = must(store->erase(requestFor("c2")));
    QVERIFY(fs::exists(outside.path() / "before.csv"));
    QVERIFY(!fs::exists(outside.path() / "after.csv"));
    QCOMPARE(countOf(erased.certificate, "export-files"), std::int64_t(1));
    const auto told = [&](const model::Erased &what, std::string_view word) {
        return std::ranges::count(what.certificate.outOfReach, word) == 1;
    };
    QVERIFY(!told(erased, "exports-moved"));
    QVERIFY(told(erased, "exports-older"));
    QVERIFY(!told(must(store->erase(requestFor("c1"))), "exports-older")); // that one held its rows
    QVERIFY(!fs::exists(outside.path() / "before.csv"));
}

void TestErase::failedEraseSaysSo()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    profile.secrets.failRemovals = ErrorKind::KeychainLocked;
    const auto erased = store->erase(requestFor("c1"));
    QVERIFY(!erased);
    QCOMPARE(erased.error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(must(records::certificateFiles(store->storage().vault)).size(), std::size_t(0));
    profile.secrets.failRemovals.reset();
    QVERIFY(must(store->erase(requestFor("c1"))).certificate.isClean()); // again, and it is done
    QCOMPARE(store->erase(requestFor("nobody")).error().kind, ErrorKind::NotFound);
}

/// DEL-3: the date of a disconnected connection has come; nobody asked for its exports.
void TestErase::dueConnectionIsCertified()
{
    TestProfile profile;
    const Folder outside;
    {
        const auto store = must(profile.open());
        fill(*store, "c1", 0);
        writeExport(*store, outside.path() / "kept.csv", "as written");
        SK_OK(store->disconnect({"c1"}, dayOf(kNoon) + std::chrono::days(7)));
        QVERIFY(must(store->certificates()).empty());
    }
    profile.clock.setWall(kNoon + std::chrono::days(7));
    const auto store = must(profile.openAndPurge());
    const auto issued = must(store->certificates());
    QCOMPARE(issued.size(), std::size_t(1));
    const model::ErasureCertificate &certificate = issued.front().certificate;
    QVERIFY(certificate.isClean() && certificate.reason == model::ErasureReason::DisconnectedTooLong);
    QCOMPARE(certificate.by, std::string("system"));
    QCOMPARE(countOf(certificate, "orders"), std::int64_t(kOrders));
    QVERIFY(fs::exists(outside.path() / "kept.csv"));
    QVERIFY(std::ranges::count(certificate.outOfReach, "exports-kept") == 1);
    QVERIFY(must(store->verifyCertificate(asBytes(issued.front().file))).holds());
}

/// The process died after the secrets went: the next opening ends it, with the counts of the beginning.
void TestErase::interruptedEraseIsFinished()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        fill(*store, "c1", 0);
        profile.secrets.failRemovals = ErrorKind::KeychainLocked; // as good as a crash at this place
        QVERIFY(!store->erase(requestFor("c1")));
        QVERIFY(must(store->certificates()).empty());
    }
    profile.secrets.failRemovals.reset();
    const auto store = must(profile.openAndPurge());
    const auto issued = must(store->certificates());
    QCOMPARE(issued.size(), std::size_t(1));
    QVERIFY(issued.front().certificate.isClean());
    QVERIFY(issued.front().certificate.reason == model::ErasureReason::OwnerRequest);
    QCOMPARE(countOf(issued.front().certificate, "pii-values"), std::int64_t(2));
    QCOMPARE(countOf(issued.front().certificate, "keychain-entries"), std::int64_t(2));
    QVERIFY(must(store->connections()).empty());
}

/// The rows of a connection are going because of its date, and then somebody asks for all of it.
void TestErase::erasureTakesOverWhatADateHadBegun()
{
    TestProfile profile;
    const Folder outside;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    writeExport(*store, outside.path() / "export.csv", "as written");
    SK_OK(store->disconnect({"c1"}, dayOf(kNoon)));
    const model::ErasureCertificate certificate =
        must(store->erase({{"c1"}, model::ErasureReason::AmazonRequest})).certificate;
    QVERIFY(certificate.isClean() && certificate.reason == model::ErasureReason::AmazonRequest);
    QVERIFY(!fs::exists(outside.path() / "export.csv"));
    QCOMPARE(countOf(certificate, "export-files"), std::int64_t(1));
    QVERIFY(std::ranges::count(certificate.outOfReach, "exports-kept") == 0);
}

void TestErase::connectingAgainFetchesAnew()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    const vault::Database &vault = store->storage().vault;
    must(sync::writeCursor(vault, {"c1"}, "orders", "done", kNoon));
    SK_OK(store->disconnect({"c1"}, dayOf(kNoon)));
    SK_OK(store->replaceCredentials({"c1"}, sampleConnection("c1"), secrets::Secret::copyOf(asBytes("new")), {}));
    QCOMPARE(must(sync::readCursor(vault, {"c1"}, "orders")), std::string());
    SK_OK(purgeAll(*store));
    SK_OK(store->connection({"c1"}));
}

/// The register of requests goes on naming the order until it is answered; that is no remnant of the connection.
void TestErase::openRequestIsNoRemnant()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store, "c1", 0);
    must(store->addDeletionRequest({model::RequestedBy::Amazon, dayOf(kNoon), {{orderId(0)}}}));
    QVERIFY(must(store->erase(requestFor("c1"))).certificate.isClean());
}

/// Rows that went in an earlier batch cannot be looked for by name any more.
void TestErase::interruptedPurgeSaysSo()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        fill(*store, "c1", 0);
        profile.secrets.failRemovals = ErrorKind::KeychainLocked;
        QVERIFY(!store->erase(requestFor("c1")));
        must(store->storage().vault.exec("DELETE FROM orders WHERE key % 2 = 0"));
    }
    profile.secrets.failRemovals.reset();
    const auto issued = must(must(profile.openAndPurge())->certificates());
    QCOMPARE(countOf(issued.front().certificate, "orders"), std::int64_t(kOrders));
    QVERIFY(std::ranges::count(issued.front().certificate.outOfReach, "interrupted") == 1);
}

QTEST_APPLESS_MAIN(TestErase)
#include "erase_test.moc"
