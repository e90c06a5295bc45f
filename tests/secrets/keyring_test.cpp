// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/os_secret_store.h"
#include "core/secrets/qtkeychain_backend.h"
#include "tests/support/check.h"

#include <QProcess>

using namespace sk;
using namespace sk::secrets;
using namespace sk::test;

/// A real Secret Service; started by with_keyring.sh, which also says in what order. On Windows the Credential Manager,
/// which knows neither a bus nor a lock.
class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutABusItIsUnavailable();
    void keepsReplacesAndRemoves();
    void bytesComeBackAsTheyWent();
    void emptiedIsNotFoundWithAProbe();
    void lockedIsToldFromEmptied();

private:
    Folder m_folder;
    QtKeychainBackend m_backend{std::chrono::seconds(30)};
    OsSecretStore m_store{m_backend, "keyring-test", EntryRegister(m_folder / "entries"), systemRandom()};
};

namespace {

Secret secretOf(std::string_view text)
{
    return Secret::copyOf(asBytes(text));
}

bool lockTheKeyring()
{
    return QProcess::execute(QStringLiteral("dbus-send"),
                             {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                              QStringLiteral("--dest=org.freedesktop.secrets"),
                              QStringLiteral("/org/freedesktop/secrets"),
                              QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                              QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")})
        == 0;
}

} // namespace

void TestKeyring::initTestCase()
{
    if (!qEnvironmentVariableIsSet("SK_TEST_KEYRING"))
        QSKIP("needs a Secret Service of its own: run it by with_keyring.sh");
}

void TestKeyring::cleanupTestCase()
{
#ifdef Q_OS_WIN
    SK_OK(m_store.removeAll()); // it is the user's own
#endif
}

void TestKeyring::withoutABusItIsUnavailable()
{
    SK_FAILS(m_store.read("device"), ErrorKind::KeychainUnavailable);
    SK_FAILS(m_store.write("device", secretOf("x")), ErrorKind::KeychainUnavailable);
    SK_FAILS(m_store.remove("device"), ErrorKind::KeychainUnavailable);
}

void TestKeyring::keepsReplacesAndRemoves()
{
    SK_FAILS(m_store.read("device"), ErrorKind::NotFound);
    SK_OK(m_store.write("device", secretOf("first")));
    SK_OK(m_store.write("device", secretOf("second")));
    QVERIFY(must(m_store.read("device")).equals(secretOf("second")));
    SK_OK(m_store.remove("device"));
    SK_FAILS(m_store.read("device"), ErrorKind::NotFound);
    SK_OK(m_store.remove("device"));
}

void TestKeyring::bytesComeBackAsTheyWent()
{
    Bytes all(256);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<std::uint8_t>(i);
    SK_OK(m_store.write("token/a-b_2", Secret::copyOf(all)));
    QVERIFY(must(m_store.read("token/a-b_2")).equals(Secret::copyOf(all)));
    const Secret largest = Secret::make(SecretStore::kLargestEntry, systemRandom());
    SK_OK(m_store.write("largest", largest));
    QVERIFY(must(m_store.read("largest")).equals(largest));
}

void TestKeyring::emptiedIsNotFoundWithAProbe()
{
    SK_OK(m_store.write("device", secretOf("x")));
    QCOMPARE(m_backend.remove("Sellerkeep/keyring-test/device").answer, KeychainAnswer::Done);
    SK_FAILS(m_store.read("device"), ErrorKind::NotFound);
}

void TestKeyring::lockedIsToldFromEmptied()
{
    SK_OK(m_store.write("device", secretOf("x")));
    QVERIFY(lockTheKeyring());
    SK_FAILS(m_store.read("device"), ErrorKind::KeychainLocked);
    SK_FAILS(m_store.read("never there"), ErrorKind::KeychainLocked);
    SK_FAILS(m_store.write("device", secretOf("y")), ErrorKind::KeychainLocked);
    SK_FAILS(m_store.remove("device"), ErrorKind::KeychainLocked);
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "keyring_test.moc"
