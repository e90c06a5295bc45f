// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "tests/support/check.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/common/info_bar.h"
#include "ui/connections/export_connection_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using connections::ExportConnectionDialog;

class ExportConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_dialog; }
    void saysWhatThePassphraseNeeds();
    void whatIsMissingIsASentence();
    void exportsWithAGoodOne();
    void suggestedNameIsNoDevice();
    void isNotCancelledWhileItSeals();
    void failureStaysInTheDialog();
    void anExistingFileIsReplacedOnlyWhenAsked();
    void typedPathIsMadeAbsolute();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_dialog->findChild<W *>(name);
    }
    void enter(const QString &passphrase, const QString &again)
    {
        child<QLineEdit>(u"exportPassphrase"_s)->setText(passphrase);
        child<QLineEdit>(u"exportPassphraseAgain"_s)->setText(again);
    }

    std::unique_ptr<FakeSession> m_session;
    QPointer<ExportConnectionDialog> m_dialog;
};

void ExportConnectionTest::init()
{
    m_session = std::make_unique<FakeSession>();
    m_dialog =
        new ExportConnectionDialog(*m_session, sampleConnection("de", "Südwind/Outdoor", "eu").connection, nullptr);
    m_dialog->open();
}

void ExportConnectionTest::saysWhatThePassphraseNeeds()
{
    const auto rules = [this] { return child<QLabel>(u"passphraseRules"_s)->text(); };
    auto *go = child<QPushButton>(u"exportNow"_s);
    QVERIFY(rules().contains(u"12 characters"_s) && rules().contains(u"a digit"_s));
    QVERIFY(!go->isEnabled());
    enter(u"Correct-Horses"_s, u"Correct-Horses"_s);
    QVERIFY(!rules().contains(u"12"_s) && rules().contains(u"a digit"_s));
    enter(u"Correct-Outdoor7"_s, u"Correct-Outdoor7"_s); // a part of the connection's name
    QVERIFY(rules().contains(u"no name"_s));
    enter(u"Correct-Horse7"_s, u"Correct-Horse8"_s);
    QVERIFY(rules().contains(u"again"_s));
    QVERIFY(!go->isEnabled());
    enter(u"Correct-Horse7"_s, u"Correct-Horse7"_s);
    QVERIFY(go->isEnabled());
    child<QLineEdit>(u"exportFile"_s)->setText(u" "_s);
    QVERIFY(!go->isEnabled());
}

void ExportConnectionTest::whatIsMissingIsASentence()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    enter(u"correct-horses"_s, {});
    const QString text = child<QLabel>(u"passphraseRules"_s)->text();
    QLocale::setDefault(before);
    QCOMPARE(text, u"The passphrase needs an upper-case letter and a digit."_s);
}

void ExportConnectionTest::exportsWithAGoodOne()
{
    QSignalSpy accepted(m_dialog, &QDialog::accepted);
    QVERIFY(child<QLineEdit>(u"exportFile"_s)->text().endsWith(u"/Südwind-Outdoor.sellerkeep"_s));
    enter(u"Correct-Hörse-7"_s, u"Correct-Hörse-7"_s);
    child<QLineEdit>(u"exportFile"_s)->setText(u"/somewhere/shop.sellerkeep"_s);
    child<QPushButton>(u"exportNow"_s)->click();
    QTRY_COMPARE(accepted.count(), 1);
    const profile::ConnectionExport &request = m_session->connectionExports.front();
    QCOMPARE(request.connection.value, std::string("de"));
    QCOMPARE(request.output, std::filesystem::absolute("/somewhere/shop.sellerkeep")); // Windows adds the drive
    QVERIFY(request.passphrase.text() == u"Correct-Hörse-7"_s.toStdString());
}

void ExportConnectionTest::suggestedNameIsNoDevice()
{
    ExportConnectionDialog dialog(*m_session, sampleConnection("de", "Con", "eu").connection, nullptr);
    QVERIFY(dialog.findChild<QLineEdit *>(u"exportFile"_s)->text().endsWith(u"/Con-shop.sellerkeep"_s));
}

/// "Cancel" would not keep a file from being written that is being sealed already.
void ExportConnectionTest::isNotCancelledWhileItSeals()
{
    QSignalSpy finished(m_dialog, &QDialog::finished);
    m_session->hold = true;
    enter(u"Correct-Horse7"_s, u"Correct-Horse7"_s);
    child<QLineEdit>(u"exportFile"_s)->setText(u"/somewhere/shop.sellerkeep"_s);
    child<QPushButton>(u"exportNow"_s)->click();
    QVERIFY(!child<QPushButton>(u"exportCancel"_s)->isEnabled());
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
    m_session->release();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(m_dialog ? m_dialog->result() : int(QDialog::Accepted), int(QDialog::Accepted));
}

void ExportConnectionTest::failureStaysInTheDialog()
{
    m_session->failure = ErrorKind::File;
    enter(u"Correct-Horse7"_s, u"Correct-Horse7"_s);
    child<QPushButton>(u"exportNow"_s)->click();
    QTRY_COMPARE(child<InfoBar>(u"exportBar"_s)->tone(), Tone::Bad);
    QVERIFY(m_dialog->isVisible());
    // The passphrase is out of the fields and kept for another try.
    for (const QString &field : {u"exportPassphrase"_s, u"exportPassphraseAgain"_s})
        QVERIFY(child<QLineEdit>(field)->text().isEmpty());
    QVERIFY(child<QPushButton>(u"exportNow"_s)->isEnabled());
    child<QPushButton>(u"exportNow"_s)->click();
    QTRY_COMPARE(m_session->connectionExports.size(), std::size_t(2));
    QVERIFY(m_session->connectionExports.back().passphrase.text() == "Correct-Horse7");
    enter(u"Correct-Horse8"_s, {}); // another one has to be typed twice
    QVERIFY(!child<QPushButton>(u"exportNow"_s)->isEnabled());
}

void ExportConnectionTest::anExistingFileIsReplacedOnlyWhenAsked()
{
    const sk::test::Folder folder;
    const std::filesystem::path file = folder / "shop.sellerkeep";
    sk::test::must(writeFileAtomically(file, asBytes("old")));
    enter(u"Correct-Horse7"_s, u"Correct-Horse7"_s);
    child<QLineEdit>(u"exportFile"_s)->setText(QString::fromStdString(file.string()));
    const auto answer = [this](const QString &button) {
        child<QPushButton>(u"exportNow"_s)->click();
        child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(button)->click();
        QTest::qWait(10); // the question goes with the next turn of the event loop
    };
    answer(u"confirmCancel"_s);
    QVERIFY(m_session->connectionExports.empty());
    answer(u"confirmAccept"_s);
    QTRY_COMPARE(m_session->connectionExports.size(), std::size_t(1));
    QCOMPARE(m_session->connectionExports.front().output, file);
}

/// Another process may own the profile, in another folder.
void ExportConnectionTest::typedPathIsMadeAbsolute()
{
    enter(u"Correct-Horse7"_s, u"Correct-Horse7"_s);
    child<QLineEdit>(u"exportFile"_s)->setText(u"shop.sellerkeep"_s);
    child<QPushButton>(u"exportNow"_s)->click();
    QTRY_COMPARE(m_session->connectionExports.size(), std::size_t(1));
    QCOMPARE(m_session->connectionExports.front().output, std::filesystem::current_path() / "shop.sellerkeep");
}

QTEST_MAIN(ExportConnectionTest)
#include "export_connection_test.moc"
