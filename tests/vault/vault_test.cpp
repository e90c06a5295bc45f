// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/vault/database_thread.h"
#include "core/vault/sqlcipher.h"
#include "core/vault/transaction.h"
#include "tests/support/test_vault.h"

#include <fstream>

using namespace sk;
using namespace sk::vault;
using namespace sk::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(sk::ErrorKind)
using Spoil = std::function<void(OpenOptions &)>;
Q_DECLARE_METATYPE(Spoil)

class TestVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTroublesApart_data();
    void tellsTroublesApart();
    void openingNeverChangesAFileItRefuses();
    void damagedPageIsFoundWhenTouchedAndByVerify();
    void cutAtAPageIsFound();
    void newerSchemaIsRefused();
    void createNeedsAFreePlace();
    void noFileHoldsPlaintext();
    void deletedRowsLeaveTheWal();
    void attachIsDenied();
    void transactionsRollBack();
    void strictTablesRefuseOtherTypes();
    void valuesOfEveryTypeComeBack();
    void errorsCarryNoValues();
    void migrationsAreIdempotent();
    void schemaIsTheGoldenOne_data();
    void schemaIsTheGoldenOne();
    void readersSeeCommittedRowsAndWriteNothing();
    void threadWorksInOrder();
};

namespace {

std::string contentOf(const fs::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void overwrite(const fs::path &path, std::uintmax_t offset, std::string_view bytes)
{
    std::fstream stream(path, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(static_cast<std::streamoff>(offset));
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A vault of some hundred pages, closed.
void fill(const TestDatabase &test)
{
    const Database database = test.create(Schema::Vault);
    Transaction transaction = must(Transaction::begin(database));
    Statement insert = must(database.prepare("INSERT INTO setting (key, value) VALUES (?1, ?2)"));
    for (int i = 0; i < 2000; ++i)
        must(insert.run("key " + std::to_string(i), std::string(200, 'x')));
    must(transaction.commit());
    must(database.checkpoint());
}

} // namespace

void TestVault::tellsTroublesApart_data()
{
    using enum ErrorKind;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<ErrorKind>("kind"); // Internal: opens
    const auto row = [](const char *name, ErrorKind kind, Spoil spoil) { QTest::newRow(name) << spoil << kind; };
    row("as it was", Internal, [](OpenOptions &) {});
    row("wrong key", VaultWrongKey, [](OpenOptions &o) { o.key = secrets::Secret::make(32, repeatableRandom(99)); });
    row("no key", VaultWrongKey, [](OpenOptions &o) { o.key = {}; });
    row("short key", VaultWrongKey, [](OpenOptions &o) { o.key = secrets::Secret::copyOf(o.key.view().first(31)); });
    row("first page damaged", VaultWrongKey, [](OpenOptions &o) { overwrite(o.file, 100, "garbage"); });
    row("missing", VaultMissing, [](OpenOptions &o) { fs::remove(o.file); });
    row("zero length", VaultMissing, [](OpenOptions &o) { fs::resize_file(o.file, 0); });
    row("cut within a page", VaultTruncated, [](OpenOptions &o) { fs::resize_file(o.file, 4096 * 10 + 17); });
    row("cut within the first page", VaultTruncated, [](OpenOptions &o) { fs::resize_file(o.file, 1000); });
    row("cut within the salt", VaultForeign, [](OpenOptions &o) { fs::resize_file(o.file, 5); });
    row("cut at a page", VaultDamaged, [](OpenOptions &o) { fs::resize_file(o.file, 4096 * 10); });
    row("other salt", VaultForeign, [](OpenOptions &o) { overwrite(o.file, 3, "?"); });
    row("random file", VaultForeign,
        [](OpenOptions &o) { std::ofstream(o.file, std::ios::trunc) << std::string(8192, 'r'); });
    row("plain SQLite file", VaultForeign, [](OpenOptions &o) {
        fs::remove(o.file);
        sqlite3 *plain = nullptr;
        sqlite3_open(toUtf8(o.file).c_str(), &plain);
        sqlite3_exec(plain, "CREATE TABLE t (a)", nullptr, nullptr, nullptr);
        sqlite3_close(plain);
    });
    row("another application's", VaultForeign,
        [](OpenOptions &o) { o.applicationId = applicationId(Schema::PiiStore); });
    row("a folder", VaultForeign, [](OpenOptions &o) { o.file = o.file.parent_path(); });
}

void TestVault::tellsTroublesApart()
{
    QFETCH(Spoil, spoil);
    QFETCH(ErrorKind, kind);
    TestDatabase test;
    fill(test);
    spoil(test.options);
    const auto opened = test.open();
    if (kind == ErrorKind::Internal)
        SK_OK(opened);
    else if (QByteArray(QTest::currentDataTag()) == "a folder")
        QVERIFY(!opened);
    else
        SK_FAILS(opened, kind);
}

void TestVault::openingNeverChangesAFileItRefuses()
{
    TestDatabase test;
    fill(test);
    const std::string before = contentOf(test.options.file);
    OpenOptions wrong = test.options;
    wrong.key = secrets::Secret::make(32, repeatableRandom(99));
    SK_FAILS(Database::open(wrong), ErrorKind::VaultWrongKey);
    wrong = test.options;
    wrong.applicationId = 1;
    SK_FAILS(Database::open(wrong), ErrorKind::VaultForeign);
    QVERIFY(contentOf(test.options.file) == before);
    const auto other = test.options.file.parent_path() / "none.db";
    wrong.file = other;
    SK_FAILS(Database::open(wrong), ErrorKind::VaultMissing);
    QVERIFY(!fs::exists(other));
}

void TestVault::damagedPageIsFoundWhenTouchedAndByVerify()
{
    TestDatabase test;
    fill(test);
    const auto pages = fs::file_size(test.options.file) / 4096; // the rows of `setting` make up most of them
    overwrite(test.options.file, 4096 * (pages / 2) + 2000, "!");
    const Database database = must(test.open());
    SK_FAILS(database.integer("SELECT count(*) FROM setting WHERE value <> ''"), ErrorKind::VaultDamaged);
    SK_FAILS(database.verify(), ErrorKind::VaultDamaged);
    SK_OK(database.integer("SELECT count(*) FROM orders")); // the rest still reads
}

void TestVault::cutAtAPageIsFound()
{
    TestDatabase test;
    fill(test);
    SK_OK(must(test.open()).verify());
    fs::resize_file(test.options.file, fs::file_size(test.options.file) - 4096);
    const auto opened = test.open();
    QVERIFY(!opened || !opened->verify());
}

void TestVault::newerSchemaIsRefused()
{
    TestDatabase test;
    const Database database = test.create(Schema::Vault);
    SK_OK(database.exec("PRAGMA user_version = 999"));
    SK_FAILS(migrate(database, Schema::Vault), ErrorKind::VaultNewer);
    QCOMPARE(must(database.integer("PRAGMA user_version")), std::int64_t(999));
}

void TestVault::createNeedsAFreePlace()
{
    TestDatabase test;
    fill(test);
    const std::string before = contentOf(test.options.file);
    OpenOptions making = test.options;
    making.mode = OpenOptions::Mode::Create;
    SK_FAILS(Database::open(making), ErrorKind::AlreadyExists);
    fs::resize_file(test.options.file, 0);
    SK_FAILS(Database::open(making), ErrorKind::AlreadyExists); // even an empty one is somebody's loss
    QVERIFY(!before.empty());
}

/// ENC-3: what the application writes shows neither names of tables nor what is in them.
void TestVault::noFileHoldsPlaintext()
{
    TestDatabase test;
    const Database database = test.create(Schema::Vault);
    Statement insert = must(database.prepare("INSERT INTO setting (key, value) VALUES (?1, ?2)"));
    for (int i = 0; i < 3000; ++i)
        must(insert.run("planted key " + std::to_string(i), "Planted Value 4711"));
    must(database.exec(
        "CREATE TEMP TABLE planted_temp (a TEXT); INSERT INTO planted_temp VALUES ('Planted Value 4711')"));
    int files = 0;
    for (const auto &entry : fs::directory_iterator(test.folder.path())) {
        const std::string content = contentOf(entry.path());
        for (const char *plain : {"Planted", "planted", "setting", "CREATE TABLE", "SQLite format"})
            QVERIFY2(content.find(plain) == std::string::npos, (entry.path().string() + ": " + plain).c_str());
        ++files;
    }
    QVERIFY2(files >= 2, "the database and its WAL were expected");
    QCOMPARE(contentOf(test.options.file).substr(0, 16), std::string(asText(test.options.salt)));
}

void TestVault::deletedRowsLeaveTheWal()
{
    TestDatabase test;
    const Database database = test.create(Schema::Vault);
    must(database.exec("INSERT INTO setting VALUES ('a', 'b')"));
    fs::path wal = test.options.file;
    wal += "-wal";
    QVERIFY(fs::file_size(wal) > 0);
    SK_OK(database.checkpoint());
    QCOMPARE(fs::file_size(wal), std::uintmax_t(0));
    QCOMPARE(must(database.integer("PRAGMA secure_delete")), std::int64_t(1));
    QCOMPARE(scalar(database, "PRAGMA journal_mode"), std::string("wal"));
    QCOMPARE(must(database.integer("PRAGMA synchronous")), std::int64_t(2));
    QCOMPARE(must(database.integer("PRAGMA foreign_keys")), std::int64_t(1));
    QCOMPARE(must(database.integer("PRAGMA auto_vacuum")), std::int64_t(2));
    QCOMPARE(must(database.integer("PRAGMA temp_store")), std::int64_t(2));
}

void TestVault::attachIsDenied()
{
    TestDatabase test;
    const Database database = test.create(Schema::Vault);
    const std::string attach = "ATTACH '" + (test.folder / "leak.db").string() + "' AS leak KEY ''";
    QVERIFY(!database.exec(attach.c_str()));
    QVERIFY(!database.prepare(attach));
    QVERIFY(!fs::exists(test.folder / "leak.db"));
    QVERIFY(!database.exec("SELECT load_extension('x')"));
    QVERIFY(!database.prepare("SELECT \"no such column\" FROM setting")); // no double-quoted strings
}

void TestVault::transactionsRollBack()
{
    TestDatabase test;
    const Database database = test.create(Schema::Vault);
    const auto rows = [&] { return must(database.integer("SELECT count(*) FROM setting")); };
    {
        const Transaction transaction = must(Transaction::begin(database));
        must(database.exec("INSERT INTO setting VALUES ('a', 'b')"));
        SK_FAILS(Transaction::begin(database), ErrorKind::Database); // they do not nest
    }
    QCOMPARE(rows(), std::int64_t(0));
    {
        Transaction first = must(Transaction::begin(database));
        must(database.exec("INSERT INTO setting VALUES ('a', 'b')"));
        Transaction moved = std::move(first);
        SK_OK(moved.commit());
    }
    QCOMPARE(rows(), std::int64_t(1));
}

void TestVault::strictTablesRefuseOtherTypes()
{
    TestDatabase test;
    const Database database = test.create(Schema::Vault);
    QVERIFY(!database.exec("INSERT INTO rate_bucket VALUES ('c', 'o', 'text', 1, 1, 1, 1)"));
    QVERIFY(!database.exec("INSERT INTO audit_entry VALUES (1, 'time', 0, 1, '', 0, 0, 'ok', 0, '', 0, x'00')"));
    QCOMPARE(must(database.integer("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                                   " AND name NOT LIKE 'sqlite%' AND strict = 0")),
             std::int64_t(0));
}

void TestVault::valuesOfEveryTypeComeBack()
{
    TestDatabase test;
    const Database database = test.create(Schema::Vault);
    must(database.exec(
        "CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, n INTEGER, x TEXT, y BLOB, z INTEGER) STRICT"));
    const std::string text("a\0'b", 4);
    Statement insert = must(database.prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    SK_OK(insert.run(std::numeric_limits<std::int64_t>::min(), 0.1, text, Bytes{0, 255}, std::optional<std::int64_t>(),
                     std::string_view(), ByteView(), fromMillis(-5)));
    SK_FAILS(insert.run(1, 2.0, "", Bytes(), 1, "", Bytes(), true, 9), ErrorKind::Database); // one value too many
    Statement select = must(database.prepare("SELECT i, r, s, b, n, x, y, z FROM t"));
    QVERIFY(must(select.next()));
    QCOMPARE(select.integer(0), std::numeric_limits<std::int64_t>::min());
    QCOMPARE(select.real(1), 0.1);
    QCOMPARE(select.text(2), text);
    QCOMPARE(select.blob(3), (Bytes{0, 255}));
    QVERIFY(select.isNull(4) && !select.optionalInteger(4) && !select.optionalTime(4));
    QVERIFY(!select.isNull(5) && select.text(5).empty());
    QVERIFY(!select.isNull(6) && select.blob(6).empty());
    QCOMPARE(select.optionalTime(7).value(), fromMillis(-5));
    QVERIFY(!must(select.next()));
}

void TestVault::errorsCarryNoValues()
{
    TestDatabase test;
    const Database database = test.create(Schema::Vault);
    Statement insert = must(database.prepare("INSERT INTO setting (key, value) VALUES (?1, ?2)"));
    SK_OK(insert.run("planted-value", "1"));
    const auto again = insert.run("planted-value", "2");
    QVERIFY(!again);
    QCOMPARE(again.error().detail.find("planted-value"), std::string::npos);
    SK_OK(insert.run("another", "3")); // the statement is usable after its failure
}

void TestVault::migrationsAreIdempotent()
{
    for (const Schema schema : {Schema::Vault, Schema::PiiStore}) {
        TestDatabase test(schema);
        {
            const Database database = test.create(schema);
            const auto version = must(database.integer("PRAGMA user_version"));
            QVERIFY(version > 0);
            SK_OK(migrate(database, schema));
            QCOMPARE(must(database.integer("PRAGMA user_version")), version);
        }
        const Database again = must(test.open());
        SK_OK(migrate(again, schema));
        SK_OK(again.verify());
    }
    QVERIFY(applicationId(Schema::Vault) != applicationId(Schema::PiiStore));
}

void TestVault::schemaIsTheGoldenOne_data()
{
    QTest::addColumn<int>("schema");
    QTest::addColumn<QByteArray>("golden");
    QTest::newRow("vault") << static_cast<int>(Schema::Vault) << QByteArray("schema_vault.golden.sql");
    QTest::newRow("PII store") << static_cast<int>(Schema::PiiStore) << QByteArray("schema_pii.golden.sql");
}

/// The dump of a migrated file. SK_UPDATE_GOLDEN=1 rewrites it and fails once.
void TestVault::schemaIsTheGoldenOne()
{
    QFETCH(int, schema);
    QFETCH(QByteArray, golden);
    const TestDatabase test(static_cast<Schema>(schema));
    const Database database = test.create(static_cast<Schema>(schema));
    std::string dump = "-- user_version " + scalar(database, "PRAGMA user_version") + ", application_id "
        + scalar(database, "PRAGMA application_id") + "\n";
    Statement select =
        must(database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name"));
    while (must(select.next()))
        dump += select.text(0) + ";\n";
    const fs::path file = fs::path(SK_SOURCE_DIR) / "tests" / "vault" / golden.toStdString();
    if (qEnvironmentVariableIntValue("SK_UPDATE_GOLDEN") == 1) {
        std::ofstream(file) << dump;
        QFAIL("the golden file was rewritten: read the difference, then run again without SK_UPDATE_GOLDEN");
    }
    QCOMPARE(dump, contentOf(file));
}

void TestVault::readersSeeCommittedRowsAndWriteNothing()
{
    TestDatabase test;
    const Database writer = test.create(Schema::Vault);
    OpenOptions options = test.options;
    options.mode = OpenOptions::Mode::ReadOnly;
    const Database reader = must(Database::open(options));
    const auto rows = [&] { return must(reader.integer("SELECT count(*) FROM setting")); };
    Transaction transaction = must(Transaction::begin(writer));
    must(writer.exec("INSERT INTO setting VALUES ('a', 'b')"));
    QCOMPARE(rows(), std::int64_t(0));
    must(transaction.commit());
    QCOMPARE(rows(), std::int64_t(1));
    QVERIFY(!reader.exec("INSERT INTO setting VALUES ('c', 'd')"));
    QVERIFY(!reader.exec("PRAGMA user_version = 7; DELETE FROM setting"));
}

void TestVault::threadWorksInOrder()
{
    std::vector<int> order;
    std::vector<QFuture<int>> futures;
    QThread *where = nullptr;
    {
        DatabaseThread thread(QStringLiteral("test"));
        for (int i = 0; i < 200; ++i) {
            futures.push_back(thread.run([i, &order, &where] {
                where = QThread::currentThread();
                order.push_back(i);
                return i;
            }));
        }
    } // finishes what was posted
    QCOMPARE(order.size(), std::size_t(200));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(where != QThread::currentThread());
    for (int i = 0; i < 200; ++i)
        QCOMPARE(futures[static_cast<std::size_t>(i)].result(), i);
}

QTEST_GUILESS_MAIN(TestVault)
#include "vault_test.moc"
