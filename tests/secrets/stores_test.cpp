// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/secrets/file_secret_store.h"
#include "core/secrets/os_secret_store.h"
#include "tests/support/check.h"
#include "tests/support/fake_keychain_backend.h"

#include <QFile>

using namespace sk;
using namespace sk::secrets;
using namespace sk::test;
using Mood = FakeKeychainBackend::Mood;

Q_DECLARE_METATYPE(sk::ErrorKind)
Q_DECLARE_METATYPE(sk::test::FakeKeychainBackend::Mood)

class TestStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keychainTroubles_data();
    void keychainTroubles();
    void profilesDoNotMeet();
    void absenceIsBelievedOnlyAfterAProbe();
    void removalIsReadBack();
    void lockDuringARemovalIsNoticed();
    void tooLongASecretIsRefused();

    void fileKeepsEntries();
    void fileKnowsItsPassphrase();
    void fileIsNotMadeUnlessAsked();
    void everyFlippedByteOfTheFileIsNoticed();
    void everyLengthOfTheFileIsNoticed();
    void otherFileIsNoticed();
    void missingFileIsAnEmptiedStore();
    void fileThatCannotBeWrittenKeepsTheOldState();
};

namespace {

Secret secretOf(std::string_view text)
{
    return Secret::copyOf(asBytes(text));
}

/// Two steps on an entry "a" that was there before the keychain fell ill.
struct Patient
{
    Folder folder;
    FakeKeychainBackend backend;
    OsSecretStore store{backend, "profile", EntryRegister(folder / "entries"), repeatableRandom()};
    std::map<std::string, Bytes> before;

    explicit Patient(Mood mood)
    {
        must(store.write("a", secretOf("0123456789abcdefghij")));
        before = backend.entries;
        backend.mood = mood;
    }
};

ErrorKind kindOf(const Result<void> &result)
{
    return result ? ErrorKind::Internal : result.error().kind;
}

} // namespace

/// security.md 2.7 as a table; Internal stands for "succeeds".
void TestStores::keychainTroubles_data()
{
    using enum ErrorKind;
    QTest::addColumn<Mood>("mood");
    QTest::addColumn<bool>("emptied");
    QTest::addColumn<ErrorKind>("read");  // of an entry that was there
    QTest::addColumn<ErrorKind>("write"); // of a new value
    QTest::addColumn<ErrorKind>("remove");
    QTest::newRow("all is well") << Mood::Normal << false << Internal << Internal << Internal;
    QTest::newRow("no Secret Service") << Mood::Unavailable << false << KeychainUnavailable << KeychainUnavailable
                                       << KeychainUnavailable;
    QTest::newRow("OtherError, as without D-Bus")
        << Mood::Broken << false << KeychainUnavailable << KeychainUnavailable << KeychainUnavailable;
    QTest::newRow("locked, prompt dismissed")
        << Mood::Locked << false << KeychainLocked << KeychainLocked << KeychainLocked;
    QTest::newRow("entry deleted, or another backend") << Mood::Normal << true << NotFound << Internal << Internal;
    QTest::newRow("emptied and locked") << Mood::Locked << true << KeychainLocked << KeychainLocked << KeychainLocked;
    QTest::newRow("cuts long values") << Mood::Truncating << false << Internal << KeychainLocked << Internal;
    QTest::newRow("forgets what it is given")
        << Mood::Forgetting << true << KeychainLocked << KeychainLocked << KeychainLocked;
    QTest::newRow("does not remove") << Mood::Clinging << false << Internal << Internal << KeychainLocked;
}

void TestStores::keychainTroubles()
{
    QFETCH(Mood, mood);
    QFETCH(bool, emptied);
    const auto patient = [&] {
        auto made = std::make_unique<Patient>(mood);
        if (emptied)
            made->backend.entries.clear();
        return made;
    };
    const auto reading = patient();
    const auto read = reading->store.read("a");
    QTEST(read ? ErrorKind::Internal : read.error().kind, "read");
    QCOMPARE(reading->backend.entries,
             emptied ? decltype(reading->before)() : reading->before); // a question changes nothing
    QTEST(kindOf(patient()->store.write("a", secretOf("another value of 30 characters"))), "write");
    QTEST(kindOf(patient()->store.remove("a")), "remove");
}

void TestStores::profilesDoNotMeet()
{
    const Folder folder;
    FakeKeychainBackend backend;
    OsSecretStore one(backend, "one", EntryRegister(folder / "one"), repeatableRandom());
    OsSecretStore two(backend, "two", EntryRegister(folder / "two"), repeatableRandom());
    SK_OK(one.write("a", secretOf("1")));
    SK_FAILS(two.read("a"), ErrorKind::NotFound);
    SK_OK(two.remove("a"));
    QVERIFY(must(one.read("a")).equals(secretOf("1")));
    for (const auto &[key, value] : backend.entries)
        QVERIFY(key.starts_with("Sellerkeep/one/") || key.starts_with("Sellerkeep/two/"));
}

void TestStores::absenceIsBelievedOnlyAfterAProbe()
{
    const Folder folder;
    FakeKeychainBackend backend;
    OsSecretStore store(backend, "p", EntryRegister(folder / "entries"), repeatableRandom());
    SK_FAILS(store.read("a"), ErrorKind::NotFound);
    QCOMPARE(backend.writes, 1);
    QVERIFY(backend.entries.empty()); // and the probe is gone again
}

void TestStores::removalIsReadBack()
{
    const Folder folder;
    FakeKeychainBackend backend;
    OsSecretStore store(backend, "p", EntryRegister(folder / "entries"), repeatableRandom());
    SK_OK(store.remove("never there"));
    SK_OK(store.write("a", secretOf("1")));
    SK_OK(store.write("a", secretOf("2")));
    QVERIFY(must(store.read("a")).equals(secretOf("2")));
    SK_OK(store.remove("a"));
    SK_FAILS(store.read("a"), ErrorKind::NotFound);
    QVERIFY(!backend.entries.contains("Sellerkeep/p/a"));
}

void TestStores::lockDuringARemovalIsNoticed()
{
    Patient patient(Mood::Normal);
    SK_OK(patient.store.remove("other")); // the canary is there now
    patient.backend.mood = Mood::Normal;
    patient.backend.afterRemove = [&](FakeKeychainBackend &backend) { backend.mood = Mood::Locked; };
    SK_FAILS(patient.store.remove("a"), ErrorKind::KeychainLocked);
    patient.backend.afterRemove = [&](FakeKeychainBackend &backend) { backend.mood = Mood::Unavailable; };
    patient.backend.mood = Mood::Normal;
    SK_FAILS(patient.store.remove("a"), ErrorKind::KeychainUnavailable);
}

void TestStores::tooLongASecretIsRefused()
{
    const Folder folder;
    FakeKeychainBackend backend;
    OsSecretStore store(backend, "p", EntryRegister(folder / "entries"), repeatableRandom());
    SK_OK(store.write("a", Secret::make(SecretStore::kLargestEntry, repeatableRandom())));
    SK_FAILS(store.write("a", Secret::make(SecretStore::kLargestEntry + 1, repeatableRandom())), ErrorKind::Usage);
}

void TestStores::fileKeepsEntries()
{
    const Folder folder;
    auto store = must(FileSecretStore::open(folder / "s", secretOf("pass"), true, repeatableRandom()));
    SK_FAILS(store->read("a"), ErrorKind::NotFound);
    SK_OK(store->remove("a"));
    SK_OK(store->write("a", secretOf("first")));
    SK_OK(store->write("ratchet/x", Secret::copyOf({})));
    SK_OK(store->write("a", secretOf("second")));
    store = must(FileSecretStore::open(folder / "s", secretOf("pass"), false, repeatableRandom(2)));
    QVERIFY(must(store->read("a")).equals(secretOf("second")));
    QVERIFY(must(store->read("ratchet/x")).isEmpty());
    SK_OK(store->remove("a"));
    SK_FAILS(store->read("a"), ErrorKind::NotFound);
    SK_OK(store->read("ratchet/x"));
    const Bytes file = must(readFile(folder / "s", 100'000));
    for (const char *plain : {"second", "ratchet", "pass"})
        QCOMPARE(asText(file).find(plain), std::string_view::npos);
    SK_FAILS(store->write("a", Secret::make(SecretStore::kLargestEntry + 1, repeatableRandom())), ErrorKind::Usage);
}

void TestStores::fileKnowsItsPassphrase()
{
    const Folder folder;
    must(FileSecretStore::open(folder / "s", secretOf("pass"), true, repeatableRandom()));
    const Bytes before = must(readFile(folder / "s", 100'000));
    SK_FAILS(FileSecretStore::open(folder / "s", secretOf("Pass"), false, repeatableRandom()),
             ErrorKind::WrongPassphrase);
    SK_FAILS(FileSecretStore::open(folder / "s", secretOf(""), true, repeatableRandom()),
             ErrorKind::WrongPassphrase); // never replaced
    QCOMPARE(must(readFile(folder / "s", 100'000)), before);
}

void TestStores::fileIsNotMadeUnlessAsked()
{
    const Folder folder;
    SK_FAILS(FileSecretStore::open(folder / "s", secretOf("pass"), false, repeatableRandom()), ErrorKind::NotFound);
    QVERIFY(std::filesystem::is_empty(folder.path()));
}

void TestStores::everyFlippedByteOfTheFileIsNoticed()
{
    const Folder folder;
    const auto store = must(FileSecretStore::open(folder / "s", secretOf("pass"), true, repeatableRandom()));
    SK_OK(store->write("a", secretOf("value")));
    const Bytes good = must(readFile(folder / "s", 100'000));
    constexpr std::size_t header = 8 + 1 + 4 + 4 + 16 + 16;
    for (std::size_t i = 0; i < good.size(); ++i) {
        Bytes bad = good;
        bad[i] = static_cast<std::uint8_t>(bad[i] ^ 0x01U);
        must(writeFileAtomically(folder / "s", bad));
        SK_FAILS(store->read("a"), ErrorKind::KeyFileDamaged); // by the store that had it open
        SK_FAILS(store->write("b", secretOf("x")), ErrorKind::KeyFileDamaged);
        QCOMPARE(must(readFile(folder / "s", 100'000)), bad); // and it is not overwritten
        // Opening costs an Argon2id each; behind the header one byte stands for all.
        if (i > header && i % 16 != 0)
            continue;
        const auto opened = FileSecretStore::open(folder / "s", secretOf("pass"), true, repeatableRandom());
        QVERIFY(!opened);
        const bool inParameters = i >= 9 && i < header; // cost, salt, check value: as if by another passphrase
        QVERIFY2(opened.error().kind == ErrorKind::KeyFileDamaged
                     || (inParameters && opened.error().kind == ErrorKind::WrongPassphrase),
                 std::to_string(i).c_str());
    }
}

void TestStores::everyLengthOfTheFileIsNoticed()
{
    const Folder folder;
    const auto store = must(FileSecretStore::open(folder / "s", secretOf("pass"), true, repeatableRandom()));
    SK_OK(store->write("a", secretOf("value")));
    const Bytes good = must(readFile(folder / "s", 100'000));
    for (std::size_t size = 0; size < good.size(); ++size) {
        must(writeFileAtomically(folder / "s", ByteView(good).first(size)));
        SK_FAILS(store->read("a"), ErrorKind::KeyFileDamaged);
        if (size < 49 || size % 20 == 0)
            SK_FAILS(FileSecretStore::open(folder / "s", secretOf("pass"), true, repeatableRandom()),
                     ErrorKind::KeyFileDamaged);
    }
}

void TestStores::otherFileIsNoticed()
{
    const Folder folder;
    const auto store = must(FileSecretStore::open(folder / "s", secretOf("pass"), true, repeatableRandom(1)));
    must(FileSecretStore::open(folder / "t", secretOf("pass"), true, repeatableRandom(2)));
    std::filesystem::rename(folder / "t", folder / "s");
    SK_FAILS(store->read("a"), ErrorKind::KeyFileDamaged);
    must(writeFileAtomically(folder / "s", asBytes("SQLite format 3")));
    SK_FAILS(FileSecretStore::open(folder / "s", secretOf("pass"), true, repeatableRandom()),
             ErrorKind::KeyFileDamaged);
}

void TestStores::missingFileIsAnEmptiedStore()
{
    const Folder folder;
    const auto store = must(FileSecretStore::open(folder / "s", secretOf("pass"), true, repeatableRandom()));
    std::filesystem::remove(folder / "s");
    SK_FAILS(store->read("a"), ErrorKind::KeychainEmptied);
    SK_FAILS(store->write("a", secretOf("x")), ErrorKind::KeychainEmptied);
    SK_FAILS(store->remove("a"), ErrorKind::KeychainEmptied);
    QVERIFY(std::filesystem::is_empty(folder.path()));
}

void TestStores::fileThatCannotBeWrittenKeepsTheOldState()
{
    const Folder folder;
    std::filesystem::create_directory(folder / "d");
    const auto file = folder.path() / "d" / "s";
    const auto store = must(FileSecretStore::open(file, secretOf("pass"), true, repeatableRandom()));
    SK_OK(store->write("a", secretOf("old")));
#ifdef Q_OS_WIN
    QFile reader(QString::fromStdU16String(file.u16string())); // a file that is open cannot be replaced there
    QVERIFY(reader.open(QIODevice::ReadOnly));
    const auto written = store->write("a", secretOf("new"));
    reader.close();
    QVERIFY(!written);
#else
    std::filesystem::permissions(folder / "d", std::filesystem::perms(0500));
    const auto written = store->write("a", secretOf("new"));
    std::filesystem::permissions(folder / "d", std::filesystem::perms(0700));
#endif
    if (written)
        QSKIP("this user may write into read-only folders");
    QCOMPARE(written.error().kind, ErrorKind::File);
    QVERIFY(must(store->read("a")).equals(secretOf("old")));
}

QTEST_APPLESS_MAIN(TestStores)
#include "stores_test.moc"
