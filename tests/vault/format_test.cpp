// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/vault/sqlcipher.h"
#include "tests/support/test_vault.h"

using namespace sk;
using namespace sk::vault;
using namespace sk::test;

/// What the files are made of. A change here makes every existing vault unreadable.
class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatDecisionsSay_data();
    void isWhatDecisionsSay();
    void isTheSameForBothFiles();
};

namespace {

/// x'<key><salt>' for SQLCipher.
std::string rawKey(const OpenOptions &options)
{
    return "x'" + toHex(options.key.view()) + toHex(options.salt) + "'";
}

struct Closer
{
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};

/// SQLCipher without Sellerkeep, with these PRAGMAs after the key; SQLite's code of `sql`.
int plainSqlcipher(const OpenOptions &options, const std::string &pragmas, const std::string &sql)
{
    sqlite3 *raw = nullptr;
    sqlite3_open(toUtf8(options.file).c_str(), &raw);
    const std::unique_ptr<sqlite3, Closer> handle(raw);
    const std::string key = rawKey(options);
    sqlite3_exec(raw, "PRAGMA cipher_log_level = NONE", nullptr, nullptr, nullptr);
    sqlite3_key(raw, key.data(), static_cast<int>(key.size()));
    sqlite3_exec(raw, pragmas.c_str(), nullptr, nullptr, nullptr);
    return sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr);
}

} // namespace

void TestFormat::isWhatDecisionsSay_data()
{
    QTest::addColumn<QByteArray>("pragma");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *pragma, const char *value) {
        QTest::newRow(pragma) << QByteArray(pragma) << QByteArray(value);
    };
    row("cipher_page_size", "4096");
    row("cipher_use_hmac", "1");
    row("cipher_hmac_algorithm", "HMAC_SHA256");
    row("cipher_kdf_algorithm", "PBKDF2_HMAC_SHA512");
    row("cipher_plaintext_header_size", "0");
    row("cipher_provider", "openssl");
    row("page_size", "4096");
}

void TestFormat::isWhatDecisionsSay()
{
    QFETCH(QByteArray, pragma);
    QFETCH(QByteArray, value);
    const TestDatabase test;
    {
        const Database made = test.create(Schema::Vault);
        QCOMPARE(scalar(made, "PRAGMA " + pragma.toStdString()), value.toStdString());
    }
    QCOMPARE(scalar(must(test.open()), "PRAGMA " + pragma.toStdString()), value.toStdString());
}

void TestFormat::isTheSameForBothFiles()
{
    for (const Schema schema : {Schema::Vault, Schema::PiiStore}) {
        const TestDatabase test(schema);
        must(test.create(schema).checkpoint());
        const std::string read = "SELECT count(*) FROM sqlite_schema";
        QCOMPARE(plainSqlcipher(test.options, "PRAGMA cipher_hmac_algorithm = HMAC_SHA256", read), SQLITE_OK);
        QCOMPARE(plainSqlcipher(test.options, "", read), SQLITE_NOTADB);
        QCOMPARE(plainSqlcipher(test.options, "PRAGMA cipher_use_hmac = OFF", read), SQLITE_NOTADB);
    }
}

QTEST_APPLESS_MAIN(TestFormat)
#include "format_test.moc"
