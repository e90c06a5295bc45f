// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/data_location.h"
#include "core/base/files.h"
#include "tests/support/check.h"

#include <QDir>
#include <QStorageInfo>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using sk::model::LocationTrouble;

/// GOV-3: where a vault may lie, and what is said of it.
class TestDataLocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreJudged_data();
    void placesAreJudged();
    void namedRootsCount();
    void onlyNetworkDrivesAreRefused();
    void everyTroubleHasItsSentence();
    void thisMachineAnswers();
};

void TestDataLocation::placesAreJudged_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("fileSystem");
    QTest::addColumn<bool>("remote");
    QTest::addColumn<bool>("removable");
    QTest::addColumn<QString>("verdict"); // c, n, r in this order
    QTest::addColumn<QString>("provider");
    const auto row = [](const char *name, const char *folder, const char *fileSystem, const char *verdict,
                        const char *provider = "", bool remote = false, bool removable = false) {
        QTest::newRow(name) << QString::fromUtf8(folder) << QString::fromUtf8(fileSystem) << remote << removable
                            << QString::fromUtf8(verdict) << QString::fromUtf8(provider);
    };
    row("local", "/srv/u/.local/share/Sellerkeep", "ext4", "");
    row("local Windows", R"(D:\Data\Sellerkeep)", "NTFS", "");
    row("OneDrive", "/srv/u/OneDrive/Sellerkeep", "ext4", "c", "OneDrive");
    row("OneDrive of a company", "/srv/u/OneDrive - Company/data", "apfs", "c", "OneDrive");
    row("any case", "/srv/u/dropBox/x", "ext4", "c", "Dropbox");
    row("iCloud", "/srv/u/Library/Mobile Documents/com~apple~CloudDocs/x", "apfs", "c", "iCloud Drive");
    row("CloudStorage", "/srv/u/Library/CloudStorage/GoogleDrive-u/My Drive/x", "apfs", "c", "Google Drive");
    row("name in the middle is none", "/srv/u/not-dropbox/x", "ext4", "");
    row("nfs", "/srv/data", "nfs4", "n");
    row("smb", "/Volumes/share/x", "smbfs", "n");
    row("upper case", "/srv/data", "CIFS", "n");
    row("sshfs", "/mnt/x", "fuse.sshfs", "n");
    row("Windows says remote", "Z:/data", "NTFS", "n", "", true);
    row("UNC", "//server/share/data", "", "n");
    row("device path is not UNC", "//?/C:/data", "NTFS", "");
    row("stick", "/media/u/STICK/x", "vfat", "r", "", false, true);
    row("all at once", "/media/u/Dropbox/x", "nfs", "cnr", "Dropbox", false, true);
}

void TestDataLocation::placesAreJudged()
{
    QFETCH(QString, folder);
    QFETCH(QString, fileSystem);
    QFETCH(bool, remote);
    QFETCH(bool, removable);
    QFETCH(QString, verdict);
    QFETCH(QString, provider);
    const model::DataLocation location =
        judgeLocation(folder.toStdU16String(), {fileSystem.toStdString(), remote, removable, {}});
    QString letters;
    for (const LocationTrouble trouble : location.troubles)
        letters += QLatin1Char("cnr"[static_cast<int>(trouble)]);
    QCOMPARE(letters, verdict);
    QCOMPARE(QString::fromStdString(location.provider), provider);
    QCOMPARE(static_cast<bool>(checkLocation(location)), !verdict.contains(QLatin1Char('n')));
}

void TestDataLocation::namedRootsCount()
{
    const MountFacts facts{"ext4", false, false, {{"/srv/sync/", "OneDrive"}, {"/data/box", "Dropbox"}}};
    QCOMPARE(judgeLocation("/srv/sync/shop/x", facts).provider, std::string("OneDrive"));
    QCOMPARE(judgeLocation("/data/box", facts).provider, std::string("Dropbox"));
    QCOMPARE(judgeLocation("/data/boxes/x", facts).provider, std::string());
    QCOMPARE(judgeLocation("/data", facts).provider, std::string());
    QCOMPARE(judgeLocation("/srv/other/../sync/x", facts).provider, std::string("OneDrive"));
}

void TestDataLocation::onlyNetworkDrivesAreRefused()
{
    QVERIFY(checkLocation({"/x", {LocationTrouble::CloudFolder, LocationTrouble::RemovableDrive}, "Dropbox"}));
    const auto refused = checkLocation({"/x", {LocationTrouble::NetworkDrive}, {}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::NetworkDrive);
}

void TestDataLocation::everyTroubleHasItsSentence()
{
    const auto warnings =
        warningsOf({"/the/folder",
                    {LocationTrouble::CloudFolder, LocationTrouble::NetworkDrive, LocationTrouble::RemovableDrive},
                    "Dropbox"});
    QCOMPARE(warnings.size(), std::size_t(3));
    for (const std::string &warning : warnings)
        QVERIFY(warning.find("/the/folder") == 0);
    QVERIFY(warnings[0].find("Dropbox") != std::string::npos);
}

/// The real question, with links and folders that do not exist yet.
void TestDataLocation::thisMachineAnswers()
{
    const Folder folder;
    const MountFacts here = systemMountFacts(folder.path());
    // Below a root that is no mount point, as in a chroot, nobody can say what the folder lies on.
    QCOMPARE(here.fileSystem.empty(), !QStorageInfo(QDir::tempPath()).isValid());
    QCOMPARE(systemMountFacts(folder.path() / "not" / "yet").fileSystem, here.fileSystem);

    std::filesystem::create_directories(folder.path() / ".dropbox");
    const QString box = QString::fromStdU16String((folder.path() / "box").generic_u16string());
    must(writeFileAtomically(folder.path() / ".dropbox" / "info.json",
                             asBytes(R"({"personal":{"path":")" + box.toStdString() + R"("}})")));
    MountFacts facts = here;
    facts.cloudRoots = cloudRootsOf(folder.path());
    QCOMPARE(judgeLocation(folder.path() / "box" / "data", facts).provider, std::string("Dropbox"));
#ifndef Q_OS_WIN // its home folder is the account's, whatever the environment says
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", QByteArray::fromStdString(toUtf8(folder.path())));
    const auto location = judgeLocation(folder.path() / "box" / "data", systemMountFacts(folder.path()));
    qputenv("HOME", home);
    QCOMPARE(location.provider, std::string("Dropbox"));
#endif
}

QTEST_APPLESS_MAIN(TestDataLocation)
#include "data_location_test.moc"
