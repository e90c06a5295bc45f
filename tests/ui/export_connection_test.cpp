// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/common/info_bar.h"
#include "ui/connections/export_connection_dialog.h"

#include <QLabel>
#include <QLineEdit>
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
    void exportsWithAGoodOne();
    void failureStaysInTheDialog();

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
    QCOMPARE(request.output, std::filesystem::path("/somewhere/shop.sellerkeep"));
    QVERIFY(request.passphrase.text() == u"Correct-Hörse-7"_s.toStdString());
}

void ExportConnectionTest::failureStaysInTheDialog()
{
    m_session->failure = ErrorKind::File;
    enter(u"Correct-Horse7"_s, u"Correct-Horse7"_s);
    child<QPushButton>(u"exportNow"_s)->click();
    QTRY_COMPARE(child<InfoBar>(u"exportBar"_s)->tone(), Tone::Bad);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(child<QPushButton>(u"exportNow"_s)->isEnabled());
}

QTEST_MAIN(ExportConnectionTest)
#include "export_connection_test.moc"
