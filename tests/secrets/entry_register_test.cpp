// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/secrets/os_secret_store.h"
#include "tests/support/check.h"
#include "tests/support/fake_keychain_backend.h"

using namespace sk;
using namespace sk::secrets;
using namespace sk::test;
using Mood = FakeKeychainBackend::Mood;
using Names = std::set<std::string>;

/// The list of what the keychain may hold, and the store that keeps it.
class TestEntryRegister : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNames();
    void damageCostsNamesOnly_data();
    void damageCostsNamesOnly();
    void storeListsWhatItWrote();
    void nameIsThereBeforeTheEntry();
    void entryThatStaysKeepsItsName();
    void removeAllLeavesNothing();
    void removeAllGoesOnWhereItStopped();
};

namespace {

Secret secretOf(std::string_view text)
{
    return Secret::copyOf(asBytes(text));
}

struct Bench
{
    Folder folder;
    FakeKeychainBackend backend;
    EntryRegister entries{folder / "entries"};
    OsSecretStore store{backend, "p", entries, repeatableRandom()};
};

} // namespace

void TestEntryRegister::keepsNames()
{
    Bench bench;
    QVERIFY(must(bench.entries.names()).empty());
    SK_OK(bench.entries.strike("never there"));
    QVERIFY(!std::filesystem::exists(bench.folder / "entries"));
    SK_OK(bench.entries.add("token/c-1"));
    SK_OK(bench.entries.add("device"));
    SK_OK(bench.entries.add("device"));
    QCOMPARE(must(EntryRegister(bench.folder / "entries").names()), (Names{"device", "token/c-1"}));
    SK_OK(bench.entries.strike("device"));
    QCOMPARE(must(bench.entries.names()), Names{"token/c-1"});
    for (const char *bad : {"", "two\nlines", "a b", "\xC3\xA4"})
        SK_FAILS(bench.entries.add(bad), ErrorKind::Internal);
}

void TestEntryRegister::damageCostsNamesOnly_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("names");
    QTest::newRow("as written") << QByteArray("a\nb\n") << 2;
    QTest::newRow("no last line end") << QByteArray("a\nb") << 2;
    QTest::newRow("empty lines") << QByteArray("\n\na\n\n") << 1;
    QTest::newRow("a flipped byte") << QByteArray("a\n\x8f\n") << 1;
    QTest::newRow("Windows line ends") << QByteArray("a\r\nb\n") << 1;
    QTest::newRow("zeroes") << QByteArray(100, '\0') << 0;
    QTest::newRow("empty") << QByteArray() << 0;
}

void TestEntryRegister::damageCostsNamesOnly()
{
    QFETCH(QByteArray, content);
    Bench bench;
    must(writeFileAtomically(bench.folder / "entries",
                             asBytes({content.constData(), static_cast<std::size_t>(content.size())})));
    QTEST(static_cast<int>(must(bench.entries.names()).size()), "names");
    SK_OK(bench.store.write("device", secretOf("1")));
    QVERIFY(must(bench.entries.names()).contains("device"));
}

void TestEntryRegister::storeListsWhatItWrote()
{
    Bench bench;
    SK_OK(bench.store.write("device", secretOf("1")));
    SK_OK(bench.store.write("token/c1", secretOf("2")));
    QCOMPARE(must(bench.store.names()), (Names{"device", "token/c1"}));
    SK_OK(bench.store.remove("token/c1"));
    QCOMPARE(must(bench.store.names()), (Names{"canary", "device"})); // a removal needs its witness
}

void TestEntryRegister::nameIsThereBeforeTheEntry()
{
    Bench bench;
    bench.backend.mood = Mood::Locked;
    SK_FAILS(bench.store.write("device", secretOf("1")), ErrorKind::KeychainLocked);
    QCOMPARE(must(bench.store.names()), Names{"device"});
    OsSecretStore nowhere(bench.backend, "q", EntryRegister(bench.folder / "missing" / "entries"), repeatableRandom());
    bench.backend.mood = Mood::Normal;
    SK_FAILS(nowhere.write("device", secretOf("1")), ErrorKind::File);
    QVERIFY(bench.backend.entries.empty()); // what could not be noted is not made
}

void TestEntryRegister::entryThatStaysKeepsItsName()
{
    Bench bench;
    SK_OK(bench.store.write("device", secretOf("1")));
    for (const Mood mood : {Mood::Locked, Mood::Clinging, Mood::Unavailable}) {
        bench.backend.mood = mood;
        QVERIFY(!bench.store.remove("device"));
        QVERIFY(must(bench.store.names()).contains("device"));
    }
}

void TestEntryRegister::removeAllLeavesNothing()
{
    Bench bench;
    SK_OK(bench.store.removeAll());
    QCOMPARE(bench.backend.writes, 0); // nothing was there: the keychain is not even asked
    OsSecretStore other(bench.backend, "q", EntryRegister(bench.folder / "others"), repeatableRandom());
    SK_OK(other.write("device", secretOf("1")));
    for (const char *name : {"anchor", "device", "token/c1"})
        SK_OK(bench.store.write(name, secretOf("1")));
    SK_OK(bench.store.remove("anchor"));
    SK_OK(bench.store.removeAll());
    QCOMPARE(bench.backend.entries.size(), std::size_t(1));
    QVERIFY(bench.backend.entries.contains("Sellerkeep/q/device"));
    QVERIFY(must(bench.store.names()).empty());
}

void TestEntryRegister::removeAllGoesOnWhereItStopped()
{
    Bench bench;
    for (const char *name : {"anchor", "device", "token/c1"})
        SK_OK(bench.store.write(name, secretOf("1")));
    int removals = 0;
    bench.backend.afterRemove = [&](FakeKeychainBackend &backend) {
        if (++removals == 2)
            backend.mood = Mood::Locked;
    };
    SK_FAILS(bench.store.removeAll(), ErrorKind::KeychainLocked);
    bench.backend.mood = Mood::Normal;
    SK_OK(bench.store.removeAll());
    QVERIFY(bench.backend.entries.empty());
    QVERIFY(must(bench.store.names()).empty());
}

QTEST_APPLESS_MAIN(TestEntryRegister)
#include "entry_register_test.moc"
