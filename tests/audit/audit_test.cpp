// SPDX-License-Identifier: GPL-3.0-or-later
// size: one table of tamperings against one kind of log
#include "core/audit/chain.h"
#include "core/base/files.h"
#include "core/secrets/crypto.h"
#include "core/vault/transaction.h"
#include "tests/audit/sample_log.h"

using namespace sk;
using namespace sk::audit;
using namespace sk::model;
using namespace sk::test;

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalBytesAreFrozen();
    void everyFieldIsInTheBytes();
    void chainsAreBoundToTheirProfile();
    void requestIdsAreCleaned_data();
    void requestIdsAreCleaned();
    void intactLogVerifies();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void rewrittenChainIsFoundByTheAnchor_data();
    void rewrittenChainIsFoundByTheAnchor();
    void anchorComesBack();
    void rolledBackLogIsRefused();
    void entryFallsWithItsTransaction();
    void filtersFind_data();
    void filtersFind();
    void exportsCsvAndJsonLines();
};

namespace {

const Time kStart = kLogStart;

/// What somebody with the vault's key does: entries from `from` on, chained anew over what is there.
void rechain(const vault::Database &database)
{
    const auto entries = must(readEntries(database, [&] {
        auto sequences = must(findSequences(database, {}));
        std::reverse(sequences.begin(), sequences.end());
        return sequences;
    }()));
    Sha256 hash = genesis("profile");
    vault::Statement update = must(database.prepare("UPDATE audit_entry SET hash = ?2 WHERE seq = ?1"));
    for (const AuditEntry &entry : entries) {
        hash = link(hash, entry);
        must(update.run(entry.seq, hash));
    }
}

} // namespace

void TestAudit::canonicalBytesAreFrozen()
{
    AuditEntry entry{7, fromMillis(1'795'000'000'123), {}};
    entry.event = {
        AuditActor::Owner, AuditOperation::SearchOrders,  {"c1"}, DataClass::Orders, 100, ErrorKind::Throttled, 429,
        "ab-12",           std::chrono::milliseconds(250)};
    QCOMPARE(toHex(canonicalBytes(entry)),
             std::string("01"
                         "0000000000000007"
                         "000001a1ee565e7b"
                         "01"
                         "3d"
                         "000000026331"
                         "02"
                         "0000000000000064"
                         "000000097468726f74746c6564"
                         "000001ad"
                         "0000000561622d3132"
                         "00000000000000fa"));
    QCOMPARE(toHex(genesis("profile")),
             toHex(secrets::sha256(must(fromHex("00000012"
                                                "73656c6c65726b656570206175646974203100000007"
                                                "70726f66696c65")))));
    Bytes linked{0};
    const Sha256 before = genesis("profile");
    linked.insert(linked.end(), before.begin(), before.end());
    const Bytes canonical = canonicalBytes(entry);
    linked.insert(linked.end(), canonical.begin(), canonical.end());
    QCOMPARE(link(before, entry), secrets::sha256(linked));
}

void TestAudit::everyFieldIsInTheBytes()
{
    const AuditEntry base{1, kStart, eventAt(1)};
    std::vector<AuditEntry> others(10, base);
    others[0].seq = 2;
    others[1].time += std::chrono::milliseconds(1);
    others[2].event.actor = AuditActor::Owner;
    others[3].event.operation = AuditOperation::GetOrder;
    others[4].event.connection = {"c3"};
    others[5].event.dataClass = DataClass::Pii;
    others[6].event.rows = 2;
    others[7].event.error = ErrorKind::Offline;
    others[8].event.httpStatus = 500;
    others[9].event.duration += std::chrono::milliseconds(1);
    for (const AuditEntry &other : others)
        QVERIFY(canonicalBytes(other) != canonicalBytes(base));
    AuditEntry a = base;
    AuditEntry b = base;
    a.event.connection = {"ab"};
    a.event.requestId = "c";
    b.event.connection = {"a"};
    b.event.requestId = "bc";
    QVERIFY(canonicalBytes(a) != canonicalBytes(b)); // lengths make the bytes unambiguous
}

void TestAudit::chainsAreBoundToTheirProfile()
{
    const Log log(3);
    QVERIFY(must(verifyChain(log.database, "profile", {})).intact());
    QCOMPARE(must(verifyChain(log.database, "another", {})).firstBad.value(), std::int64_t(1));
}

void TestAudit::requestIdsAreCleaned_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("clean");
    QTest::newRow("an id") << QByteArray("8f2c-77AB") << QByteArray("8f2c-77AB");
    QTest::newRow("foreign text") << QByteArray("John Doe <j@example.com>") << QByteArray("JohnDoejexamplecom");
    QTest::newRow("line breaks") << QByteArray("a\r\nb\0c", 6) << QByteArray("abc");
    QTest::newRow("too long") << QByteArray(100, 'a') << QByteArray(64, 'a');
    QTest::newRow("UTF-8") << QByteArray("\xC3\xA9") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestAudit::requestIdsAreCleaned()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, clean);
    QCOMPARE(cleanRequestId(raw.toStdString()), clean.toStdString());
    Log log;
    AuditEvent event;
    event.requestId = raw.toStdString();
    SK_OK(log.log.append(event, kStart));
    QCOMPARE(must(readEntries(log.database, {1})).front().event.requestId, clean.toStdString());
    QVERIFY(log.verify().intact());
}

void TestAudit::intactLogVerifies()
{
    Log empty;
    QVERIFY(empty.verify(empty.anchor()).intact());
    QCOMPARE(empty.verify().head, toHex(genesis("profile")));
    Log log(20);
    const Anchor anchor = log.anchor();
    const AuditVerification verified = log.verify(anchor);
    QVERIFY(verified.intact());
    QCOMPARE(verified.entries, std::int64_t(20));
    QCOMPARE(verified.head, toHex(anchor.head));
    must(log.log.append(eventAt(21), kStart)); // the anchor may lag behind
    QVERIFY(log.verify(anchor).intact());
}

void TestAudit::tamperingIsFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("firstBad");
    const auto row = [](const char *name, const char *sql, qint64 bad) {
        QTest::newRow(name) << QByteArray(sql) << bad;
    };
    row("time", "UPDATE audit_entry SET time = time + 1 WHERE seq = 5", 5);
    row("actor", "UPDATE audit_entry SET actor = 1 WHERE seq = 5", 5);
    row("actor out of range", "UPDATE audit_entry SET actor = actor + 256 WHERE seq = 5", 5);
    row("operation", "UPDATE audit_entry SET operation = 62 WHERE seq = 5", 5);
    row("operation out of range", "UPDATE audit_entry SET operation = operation + 256 WHERE seq = 5", 5);
    row("connection", "UPDATE audit_entry SET connection = 'c9' WHERE seq = 5", 5);
    row("data class", "UPDATE audit_entry SET data_class = 3 WHERE seq = 5", 5);
    row("data class out of range", "UPDATE audit_entry SET data_class = data_class + 256 WHERE seq = 5", 5);
    row("rows", "UPDATE audit_entry SET rows = rows + 1 WHERE seq = 5", 5);
    row("outcome", "UPDATE audit_entry SET outcome = 'offline' WHERE seq = 5", 5);
    row("outcome nobody knows", "UPDATE audit_entry SET outcome = 'strange' WHERE seq = 5", 5);
    row("http status", "UPDATE audit_entry SET http_status = 201 WHERE seq = 5", 5);
    row("http status beyond 32 bits", "UPDATE audit_entry SET http_status = http_status + 4294967296 WHERE seq = 5", 5);
    row("request id", "UPDATE audit_entry SET request_id = 'x' WHERE seq = 5", 5);
    row("duration", "UPDATE audit_entry SET duration = 0 WHERE seq = 5", 5);
    row("hash", "UPDATE audit_entry SET hash = zeroblob(32) WHERE seq = 5", 5);
    row("hash cut", "UPDATE audit_entry SET hash = cast(substr(hash, 1, 31) AS BLOB) WHERE seq = 5", 5);
    row("hash longer", "UPDATE audit_entry SET hash = cast(hash || x'00' AS BLOB) WHERE seq = 5", 5);
    row("hash empty", "UPDATE audit_entry SET hash = x'' WHERE seq = 5", 5);
    row("delete first", "DELETE FROM audit_entry WHERE seq = 1", 1);
    row("delete middle", "DELETE FROM audit_entry WHERE seq = 5", 5);
    row("delete last", "DELETE FROM audit_entry WHERE seq = 10", 10);
    row("delete the tail", "DELETE FROM audit_entry WHERE seq > 6", 7);
    row("empty the log", "DELETE FROM audit_entry", 1);
    row("insert at the end",
        "INSERT INTO audit_entry SELECT 11, time, actor, operation, connection, data_class, rows, outcome,"
        " http_status, request_id, duration, hash FROM audit_entry WHERE seq = 10",
        11);
    row("insert far away",
        "INSERT INTO audit_entry SELECT 99, time, actor, operation, connection, data_class, rows, outcome,"
        " http_status, request_id, duration, hash FROM audit_entry WHERE seq = 10",
        11);
    row("insert before the first",
        "INSERT INTO audit_entry SELECT 0, time, actor, operation, connection, data_class, rows, outcome,"
        " http_status, request_id, duration, hash FROM audit_entry WHERE seq = 10",
        1);
    row("insert in the middle",
        "UPDATE audit_entry SET seq = -seq WHERE seq > 4; UPDATE audit_entry SET seq = 1 - seq WHERE seq < 0;"
        "INSERT INTO audit_entry SELECT 5, time, actor, operation, connection, data_class, rows, outcome,"
        " http_status, request_id, duration, hash FROM audit_entry WHERE seq = 4",
        5);
    row("swap two",
        "UPDATE audit_entry SET seq = 99 WHERE seq = 4; UPDATE audit_entry SET seq = 4 WHERE seq = 5;"
        "UPDATE audit_entry SET seq = 5 WHERE seq = 99",
        4);
    row("close a gap",
        "DELETE FROM audit_entry WHERE seq = 5; UPDATE audit_entry SET seq = -seq WHERE seq > 5;"
        "UPDATE audit_entry SET seq = -seq - 1 WHERE seq < 0",
        5);
}

void TestAudit::tamperingIsFound()
{
    QFETCH(QByteArray, sql);
    QFETCH(qint64, firstBad);
    Log log(10);
    const Anchor anchor = log.anchor();
    must(log.database.exec(sql.constData()));
    const AuditVerification found = log.verify(anchor);
    QVERIFY(!found.intact());
    QCOMPARE(found.firstBad.value(), std::int64_t(firstBad));
}

void TestAudit::rewrittenChainIsFoundByTheAnchor_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("firstBad");
    QTest::newRow("rewritten and chained anew")
        << QByteArray("UPDATE audit_entry SET rows = 0 WHERE seq = 3") << qint64(10);
    QTest::newRow("taken out, closed up, chained anew")
        << QByteArray("DELETE FROM audit_entry WHERE seq = 3; UPDATE audit_entry SET seq = -seq WHERE seq > 3;"
                      "UPDATE audit_entry SET seq = -seq - 1 WHERE seq < 0")
        << qint64(10);
    QTest::newRow("cut, then grown again") << QByteArray(
        "DELETE FROM audit_entry WHERE seq > 7; INSERT INTO audit_entry SELECT seq + 7, time, actor, operation, connection,"
        " data_class, rows, outcome, http_status, request_id, duration, hash FROM audit_entry WHERE seq <= 5")
                                           << qint64(10);
}

void TestAudit::rewrittenChainIsFoundByTheAnchor()
{
    QFETCH(QByteArray, sql);
    QFETCH(qint64, firstBad);
    Log log(10);
    const Anchor anchor = log.anchor();
    must(log.database.exec(sql.constData()));
    rechain(log.database);
    QVERIFY(log.verify().intact()); // such a chain looks well by itself
    QCOMPARE(log.verify(anchor).firstBad.value(), std::int64_t(firstBad));
    SK_FAILS(log.log.checkAgainst(anchor), ErrorKind::VaultRolledBack);
}

void TestAudit::anchorComesBack()
{
    Anchor anchor{42, {}, fromMillis(1'795'000'000'000), 123'456};
    anchor.head.fill(0xAB);
    const secrets::Secret bytes = anchor.encode();
    const Anchor back = must(Anchor::decode(bytes));
    QCOMPARE(back.seq, anchor.seq);
    QCOMPARE(back.head, anchor.head);
    QCOMPARE(back.highestTime, anchor.highestTime);
    QCOMPARE(back.vaultBytes, anchor.vaultBytes);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        SK_FAILS(Anchor::decode(secrets::Secret::copyOf(bytes.view().first(size))), ErrorKind::KeyFileDamaged);
}

void TestAudit::rolledBackLogIsRefused()
{
    Log log(5);
    const Anchor anchor = log.anchor();
    SK_OK(log.log.checkAgainst(anchor));
    SK_OK(log.log.checkAgainst(Anchor{})); // a new profile's
    must(log.database.exec("DELETE FROM audit_entry WHERE seq = 5"));
    SK_FAILS(log.log.checkAgainst(anchor), ErrorKind::VaultRolledBack);
    Log other(4);
    must(other.log.append(eventAt(77), kStart));
    SK_FAILS(other.log.checkAgainst(anchor), ErrorKind::VaultRolledBack);
}

void TestAudit::entryFallsWithItsTransaction()
{
    Log log(3);
    {
        const auto transaction = must(vault::Transaction::begin(log.database));
        SK_OK(log.log.append(eventAt(4), kStart));
        QCOMPARE(log.anchor().seq, std::int64_t(4));
    }
    QCOMPARE(log.anchor().seq, std::int64_t(3));
    SK_OK(log.log.append(eventAt(5), kStart));
    const AuditVerification verified = log.verify(log.anchor());
    QVERIFY(verified.intact());
    QCOMPARE(verified.entries, std::int64_t(4));
}

void TestAudit::filtersFind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("all, newest first") << 0 << QByteArray("8 7 6 5 4 3 2 1 ");
    QTest::newRow("since, inclusive") << 1 << QByteArray("8 7 6 ");
    QTest::newRow("until, exclusive") << 2 << QByteArray("2 1 ");
    QTest::newRow("operation") << 3 << QByteArray("7 5 3 1 ");
    QTest::newRow("succeeded") << 4 << QByteArray("7 6 5 3 2 1 ");
    QTest::newRow("failed") << 5 << QByteArray("8 4 ");
    QTest::newRow("connection") << 6 << QByteArray("6 3 ");
    QTest::newRow("all at once") << 7 << QByteArray("4 ");
}

void TestAudit::filtersFind()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, found);
    const Log log(8);
    AuditFilter filter;
    if (kind == 1)
        filter.since = kStart + std::chrono::seconds(6);
    if (kind == 2 || kind == 7)
        filter.until = kStart + std::chrono::seconds(kind == 2 ? 3 : 7);
    if (kind == 3)
        filter.operation = AuditOperation::PiiRemoved;
    if (kind == 4 || kind == 5 || kind == 7)
        filter.succeeded = kind == 4;
    if (kind == 6)
        filter.connection = ConnectionId{"c1"};
    QByteArray text;
    for (const std::int64_t seq : must(findSequences(log.database, filter)))
        text += QByteArray::number(static_cast<qlonglong>(seq)) + ' ';
    QCOMPARE(text, found);
    const auto entries = must(readEntries(log.database, {3, 99, 1}));
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(entries[0].seq, std::int64_t(3));
    QCOMPARE(canonicalBytes(entries[1]), canonicalBytes({1, kStart + std::chrono::seconds(1), eventAt(1)}));
}

void TestAudit::exportsCsvAndJsonLines()
{
    const Log log(4);
    const Folder folder;
    AuditFilter failed;
    failed.succeeded = false;
    const std::string hash = scalar(log.database, "SELECT lower(hex(hash)) FROM audit_entry WHERE seq = 4");
    const std::string when = toIso(kStart + std::chrono::seconds(4));
    QCOMPARE(must(exportEntries(log.database, failed, folder / "a.csv")), std::int64_t(1));
    QCOMPARE(
        asText(must(readFile(folder / "a.csv", 10'000))),
        std::string_view(
            "seq,time,actor,operation,connection,data_class,rows,outcome,http_status,request_id,duration_ms,hash\r\n4,"
            + when + ",system,searchOrders,c2,orders,4,throttled,200,request-4,40," + hash + "\r\n"));
    QCOMPARE(must(exportEntries(log.database, failed, folder / "a.jsonl")), std::int64_t(1));
    QCOMPARE(
        asText(must(readFile(folder / "a.jsonl", 10'000))),
        std::string_view(
            R"({"seq":4,"time":")" + when
            + R"(","actor":"system","operation":"searchOrders","connection":"c2","data_class":"orders","rows":4,"outcome":"throttled","http_status":200,"request_id":"request-4","duration_ms":40,"hash":")"
            + hash + "\"}\n"));
    QCOMPARE(must(exportEntries(log.database, {}, folder / "all.csv")), std::int64_t(4));
}

QTEST_APPLESS_MAIN(TestAudit)
#include "audit_test.moc"
