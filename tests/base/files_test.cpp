// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/windows_access.h"
#include "tests/support/check.h"
#include "tests/support/wine.h"

#include <QFile>

using namespace sk;
using namespace sk::test;
namespace fs = std::filesystem;

/// What differs between file systems: open files, long and foreign names, who may read.
class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatIsOpenElsewhereIsReplacedInTheEnd();
    void aFileThatStaysOpenIsAnErrorNotAHang();
    void everyNameAPersonMayHaveWorks_data();
    void everyNameAPersonMayHaveWorks();
    void onlyTheUserMayEnterAPrivateFolder();
};

namespace {

QString toQString(const fs::path &path)
{
    return QString::fromStdU16String(path.u16string());
}

} // namespace

void TestFiles::aFileThatIsOpenElsewhereIsReplacedInTheEnd()
{
    const Folder folder;
    const fs::path path = folder / "f";
    SK_OK(writeFileAtomically(path, asBytes("old")));
    QFile reader(toQString(path));
    QVERIFY(reader.open(QIODevice::ReadOnly));
    int waits = 0;
    SK_OK(writeFileAtomically(path, asBytes("new"), [&](int attempt) {
        QCOMPARE(attempt, ++waits);
        if (attempt == 2)
            reader.close();
    }));
#ifdef Q_OS_WIN
    QCOMPARE(waits, 2);
#else
    QCOMPARE(waits, 0); // an open file is no obstacle here
#endif
    QCOMPARE(asText(must(readFile(path, 10))), std::string_view("new"));
}

void TestFiles::aFileThatStaysOpenIsAnErrorNotAHang()
{
#ifdef Q_OS_WIN
    const Folder folder;
    const fs::path path = folder / "f";
    SK_OK(writeFileAtomically(path, asBytes("old")));
    QFile reader(toQString(path));
    QVERIFY(reader.open(QIODevice::ReadOnly));
    int waits = 0;
    SK_FAILS(writeFileAtomically(path, asBytes("new"), [&waits](int) { ++waits; }), ErrorKind::File);
    QCOMPARE(waits, kMostReplaceAttempts - 1);
    reader.close();
    QCOMPARE(asText(must(readFile(path, 10))), std::string_view("old"));
    QCOMPARE(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), std::ptrdiff_t(1));
#else
    QSKIP("only Windows refuses to replace a file that is open");
#endif
}

void TestFiles::everyNameAPersonMayHaveWorks_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("umlauts") << QStringLiteral("Jörg Müßig & Söhne");
    QTest::newRow("Japanese") << QStringLiteral("\u5c71\u7530\u592a\u90ce");
    QTest::newRow("outside of the basic plane") << QStringLiteral("shop \U0001F6D2");
    QTest::newRow("a long path") << QStringLiteral("%1/%1/%1").arg(QString(100, QLatin1Char('x')));
}

void TestFiles::everyNameAPersonMayHaveWorks()
{
    QFETCH(QString, name);
    const Folder folder;
    const fs::path inner = folder.path() / fs::path(name.toStdU16String());
    SK_OK(makePrivateFolder(inner));
    SK_OK(writeFileAtomically(inner / "f", asBytes("content")));
    SK_OK(writeFileAtomically(inner / "f", asBytes("replaced")));
    QCOMPARE(asText(must(readFile(inner / "f", 10))), std::string_view("replaced"));
    QVERIFY(toUtf8(inner).find(toUtf8(fs::path(name.toStdU16String()).filename())) != std::string::npos);
}

void TestFiles::onlyTheUserMayEnterAPrivateFolder()
{
    const Folder folder;
    const fs::path made = folder / "private";
    SK_OK(makePrivateFolder(made));
    SK_OK(writeFileAtomically(made / "f", asBytes("x")));
#ifdef Q_OS_WIN
    const std::wstring list = windows::accessOf(made);
    QVERIFY(!windows::userSid().empty());
    // Wine does not tell that a list is protected from inheriting.
    QVERIFY2(isWine() || list.find(L"D:P") == 0, qPrintable(QString::fromStdWString(list)));
    QVERIFY2(list.find(windows::userSid()) != std::wstring::npos, qPrintable(QString::fromStdWString(list)));
    for (const wchar_t *group : {L";WD)", L";BU)", L";AU)", L";IU)"}) // everyone, users, authenticated, interactive
        QVERIFY2(list.find(group) == std::wstring::npos, qPrintable(QString::fromStdWString(list)));
#else
    QCOMPARE(fs::status(made).permissions(), fs::perms::owner_all);
    QCOMPARE(fs::status(made / "f").permissions(), fs::perms::owner_read | fs::perms::owner_write);
#endif
}

QTEST_GUILESS_MAIN(TestFiles)
#include "files_test.moc"
