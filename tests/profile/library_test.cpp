// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/privacy/certificate.h"
#include "core/profile/held_classes.h"
#include "core/profile/layout.h"
#include "core/profile/profile_library.h"
#include "core/profile/profile_lock.h"
#include "tests/support/check.h"

#include <QDateTime>
#include <QFile>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;

class TestLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void networkDriveTakesNoProfile();
    void profileMovedToANetworkDriveStaysShut();
    void cloudFolderIsWarnedOf();
    void inventoryKnowsItsPlace();
    void removalIsCertified();
    void lostProfileGoesUnsigned();
    void openProfileIsNotRemoved();
    void lockThatNamesNobodyIsTaken();
};

namespace {

struct Bench
{
    Folder folder;
    SystemClock clock;
    MountFacts facts{"ext4", false, false, {}};
    ProfileLibrary library;

    Bench()
        : library(folder.path() / "data",
                  {{nullptr, secrets::Secret::copyOf(asBytes("a passphrase")), SecretStoreKind::File,
                    secrets::systemRandom()},
                   clock,
                   [this](const std::filesystem::path &) { return facts; }})
    {
    }
};

} // namespace

void TestLibrary::networkDriveTakesNoProfile()
{
    Bench bench;
    bench.facts.fileSystem = "nfs4";
    QCOMPARE(awaited(bench.library.create("shop")).error().kind, ErrorKind::NetworkDrive);
    QVERIFY(!std::filesystem::exists(bench.folder.path() / "data"));
}

void TestLibrary::profileMovedToANetworkDriveStaysShut()
{
    Bench bench;
    must(awaited(bench.library.create("shop")));
    bench.facts.fileSystem = "cifs";
    QCOMPARE(awaited(bench.library.open("shop")).error().kind, ErrorKind::NetworkDrive);
    bench.facts.fileSystem = "ext4";
    QVERIFY(awaited(bench.library.open("shop")));
}

void TestLibrary::cloudFolderIsWarnedOf()
{
    Bench bench;
    must(awaited(bench.library.create("shop")));
    const auto session = must(awaited(bench.library.open("shop")));
    QVERIFY(must(awaited(session->status())).warnings.empty());
    bench.facts.cloudRoots = {{bench.folder.path(), "Dropbox"}};
    const auto status = must(awaited(session->status()));
    QCOMPARE(status.location.provider, std::string("Dropbox"));
    QCOMPARE(status.warnings.size(), std::size_t(1));
}

/// Both databases, the sealed file and the folder, through the session.
void TestLibrary::inventoryKnowsItsPlace()
{
    Bench bench;
    const ProfileInfo info = must(awaited(bench.library.create("shop")));
    const auto session = must(awaited(bench.library.open("shop")));
    bench.facts.removable = true;
    const model::Inventory inventory = must(awaited(session->inventory()));
    QCOMPARE(inventory.location.folder, toUtf8(info.folder));
    QCOMPARE(inventory.location.troubles, std::vector{model::LocationTrouble::RemovableDrive});
    QVERIFY(inventory.secretsInFile);
    QCOMPARE(inventory.classes.size(), heldClasses().size());
    const auto entries =
        std::ranges::find(inventory.classes, std::string("audit-entries"), &model::InventoryClass::name);
    QCOMPARE(entries->held.rows, must(awaited(session->status())).auditEntries);
}

/// DEL-4 for a whole profile: signed with its audit key, which by then is nowhere but in memory.
void TestLibrary::removalIsCertified()
{
    Bench bench;
    const ProfileInfo info = must(awaited(bench.library.create("shop")));
    const RemovedProfile removed = must(awaited(bench.library.remove("shop")));
    QVERIFY(removed.erased && !removed.lost);
    const model::ErasureCertificate &certificate = removed.erased->certificate;
    QVERIFY(certificate.scope == model::ErasureScope::Profile && certificate.isClean());
    QCOMPARE(certificate.subject, info.id);
    QCOMPARE(certificate.profileName, std::string("shop"));
    QVERIFY(countOf(certificate.counts, "audit-entries") >= 2);
    QVERIFY(countOf(certificate.counts, "keychain-entries") >= 2);
    QVERIFY(countOf(certificate.counts, "files") >= 5);
    QVERIFY(certificate.checks.back().examined >= 5);
    const auto read = must(privacy::readCertificate(asBytes(removed.erased->file)));
    QVERIFY(read.signatureValid);
    QVERIFY(!std::filesystem::exists(info.folder));
    QCOMPARE(awaited(bench.library.remove("shop")).error().kind, ErrorKind::NotFound);
}

void TestLibrary::lostProfileGoesUnsigned()
{
    Bench bench;
    const ProfileInfo info = must(awaited(bench.library.create("shop")));
    std::filesystem::remove(vaultFile(info.folder));
    const RemovedProfile removed = must(awaited(bench.library.remove("shop")));
    QVERIFY(!removed.erased);
    QCOMPARE(removed.lost.value(), ErrorKind::VaultMissing);
    QVERIFY(!std::filesystem::exists(info.folder));
}

void TestLibrary::openProfileIsNotRemoved()
{
    Bench bench;
    const ProfileInfo info = must(awaited(bench.library.create("shop")));
    const auto session = must(awaited(bench.library.open("shop")));
    QCOMPARE(awaited(bench.library.remove("shop")).error().kind, ErrorKind::ProfileBusy);
    QVERIFY(std::filesystem::exists(vaultFile(info.folder)));
}

/// A process that was killed between making its lock and writing into it.
void TestLibrary::lockThatNamesNobodyIsTaken()
{
    const Folder folder;
    must(writeFileAtomically(lockFile(folder.path()), {}));
    QFile file(QString::fromStdU16String(lockFile(folder.path()).u16string()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60), QFileDevice::FileModificationTime));
    file.close();
    const auto lock = must(lockProfile(folder.path()));
    QVERIFY(lock->isLocked());
    QCOMPARE(lockProfile(folder.path()).error().kind, ErrorKind::ProfileBusy); // and is a lock like any other
}

QTEST_GUILESS_MAIN(TestLibrary)
#include "library_test.moc"
