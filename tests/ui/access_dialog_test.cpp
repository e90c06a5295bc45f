// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/common/info_bar.h"
#include "ui/common/status_badge.h"
#include "ui/common/translations.h"
#include "ui/connections/access_dialog.h"
#include "ui/connections/access_row.h"
#include "ui/connections/access_words.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::connections;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using model::AccessVerdict;

class AccessDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsEachCheckAsItComesIn();
    void endsWithWhatToDo();
    void allIsWell();
    void copiesAReportWithoutTheLabel();
    void checksAgain();
    void stopsAndSaysSo();
    void closingStops();
    void anErrorIsTold();
    void progressOfAnotherConnectionIsNotShown();
    void rowsAreReachedByKeyboardAndSpoken();
    void germanIsComplete();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_dialog->findChild<W *>(name);
    }
    AccessRow *row(int number) { return child<AccessRow>(u"accessRow%1"_s.arg(number)); }
    [[nodiscard]] QString badge(int number) { return row(number)->findChild<StatusBadge *>(u"accessBadge"_s)->text(); }
    void open(bool hold)
    {
        m_session->holdAccess = hold;
        m_dialog = new AccessDialog(*m_session, m_session->views.front().connection, nullptr);
        m_dialog->show();
    }

    std::unique_ptr<FakeSession> m_session;
    QPointer<AccessDialog> m_dialog;
};

void AccessDialogTest::init()
{
    installTranslations(*qobject_cast<QApplication *>(QCoreApplication::instance()), QLocale(QLocale::English));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_session = std::make_unique<FakeSession>();
    fillWithSamples(*m_session);
}

void AccessDialogTest::cleanup()
{
    delete m_dialog;
}

void AccessDialogTest::showsEachCheckAsItComesIn()
{
    open(true);
    QVERIFY(child<QPushButton>(u"accessStop"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"accessAgain"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"accessCopy"_s)->isEnabled());
    model::AccessReport begun = sampleAccess();
    for (std::size_t i = 1; i < begun.findings.size(); ++i) {
        const auto call = begun.findings[i].call;
        begun.findings[i] = {};
        begun.findings[i].call = call;
    }
    Q_EMIT m_session->accessProgressed(
        {begun, model::AuditOperation::GetMarketplaceParticipations, begun.time + std::chrono::minutes(3)});
    QCOMPARE(badge(0), u"Fine"_s);
    QCOMPARE(badge(1), u"Under way"_s);
    QVERIFY(row(1)->findChild<QLabel *>(u"accessMeaning"_s)->text().contains(u"rate limit until"_s));
    QCOMPARE(badge(2), u"Not yet"_s);
    QCOMPARE(child<QProgressBar>(u"accessProgress"_s)->value(), 1);
    QCOMPARE(child<QProgressBar>(u"accessProgress"_s)->maximum(), 5);
    m_session->finishAccess(sampleAccess());
    QTRY_VERIFY(child<QPushButton>(u"accessAgain"_s)->isVisible());
    QVERIFY(!child<QProgressBar>(u"accessProgress"_s)->isVisible());
    QCOMPARE(badge(1), u"Role missing"_s);
}

void AccessDialogTest::endsWithWhatToDo()
{
    open(false);
    QTRY_COMPARE(child<InfoBar>(u"accessBar"_s)->text(), u"Marketplaces: Role missing. See below what to do."_s);
    const QString meaning = row(1)->findChild<QLabel *>(u"accessMeaning"_s)->text();
    QVERIFY2(meaning.contains(u"“Product Listing” or “Selling Partner Insights”"_s), qPrintable(meaning));
    QVERIFY(row(1)->findChild<QLabel *>(u"accessStep"_s)->text().startsWith(u"What to do: Add the role"_s));
    QVERIFY(!row(0)->findChild<QLabel *>(u"accessStep"_s)->isVisible());
    QCOMPARE(row(4)->findChild<QLabel *>(u"accessMeaning"_s)->text(), u"It is 7 min behind Amazon’s."_s);
}

void AccessDialogTest::allIsWell()
{
    m_session->access.findings.resize(1);
    open(false);
    QTRY_COMPARE(child<InfoBar>(u"accessBar"_s)->tone(), Tone::Good);
    delete m_dialog;
    m_session->access.findings.push_back(sampleAccess().findings[3]);
    open(false);
    QTRY_COMPARE(child<InfoBar>(u"accessBar"_s)->tone(), Tone::Attention);
}

void AccessDialogTest::copiesAReportWithoutTheLabel()
{
    m_session->views.front().connection.label = "Planted Person’s shop"; // the user's own words may name anybody
    m_session->views.front().connection.sellingPartnerId = "PLANTEDSELLER";
    open(false);
    QTRY_VERIFY(child<QPushButton>(u"accessCopy"_s)->isEnabled());
    child<QPushButton>(u"accessCopy"_s)->click();
    const QString text = QApplication::clipboard()->text();
    for (const QString &part : {u"connection de (Europe)"_s, u"Marketplaces: Role missing"_s, u"HTTP 403, 240 ms"_s,
                                u"7f3b2c9a-41d8-4c55-9b0e-5a6e1d20c4f7"_s, u"What to do: Set date"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(!text.contains(u"planted"_s, Qt::CaseInsensitive));
}

void AccessDialogTest::checksAgain()
{
    open(false);
    QTRY_VERIFY(child<QPushButton>(u"accessAgain"_s)->isVisible());
    m_session->access.findings.resize(2);
    child<QPushButton>(u"accessAgain"_s)->click();
    QVERIFY(!child<QPushButton>(u"accessCopy"_s)->isEnabled());
    QTRY_VERIFY(child<QPushButton>(u"accessCopy"_s)->isEnabled());
    QCOMPARE(m_session->accessChecks.size(), std::size_t(2));
    QVERIFY(row(1) && !row(2));
}

void AccessDialogTest::stopsAndSaysSo()
{
    open(true);
    child<QPushButton>(u"accessStop"_s)->click();
    QCOMPARE(m_session->accessStops, 1);
    QVERIFY(!child<QPushButton>(u"accessStop"_s)->isEnabled());
    model::AccessReport begun = sampleAccess();
    begun.findings[1] = {};
    begun.findings[1].call = model::AuditOperation::GetMarketplaceParticipations;
    m_session->finishAccess(stopped(begun));
    QTRY_COMPARE(child<InfoBar>(u"accessBar"_s)->text(), u"The check was stopped."_s);
    QCOMPARE(badge(1), u"Stopped"_s);
}

void AccessDialogTest::closingStops()
{
    open(true);
    child<QPushButton>(u"accessClose"_s)->click();
    QCOMPARE(m_session->accessStops, 1);
    QTRY_VERIFY(!m_dialog);
    m_session->finishAccess(sampleAccess()); // nobody is there any more
    open(false);
    QTRY_VERIFY(child<QPushButton>(u"accessCopy"_s)->isEnabled());
    m_dialog->reject();
    QCOMPARE(m_session->accessStops, 1); // there was nothing left to stop
}

void AccessDialogTest::anErrorIsTold()
{
    m_session->failure = ErrorKind::ProfileBusy;
    open(false);
    QTRY_VERIFY(child<InfoBar>(u"accessBar"_s)->text().contains(u"busy"_s));
    QVERIFY(child<QPushButton>(u"accessAgain"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"accessCopy"_s)->isEnabled());
}

void AccessDialogTest::progressOfAnotherConnectionIsNotShown()
{
    open(true);
    model::AccessReport other = sampleAccess();
    other.connection = {"us"};
    Q_EMIT m_session->accessProgressed({other, std::nullopt, std::nullopt});
    QVERIFY(!row(0));
}

void AccessDialogTest::rowsAreReachedByKeyboardAndSpoken()
{
    open(false);
    QTRY_VERIFY(row(4));
    m_dialog->activateWindow();
    row(0)->setFocus(Qt::TabFocusReason);
    for (int i = 1; i < 5; ++i) {
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(m_dialog->focusWidget()->objectName(), u"accessRow%1"_s.arg(i));
    }
    QCOMPARE(row(1)->accessibleName(), u"Marketplaces: Role missing"_s);
    QVERIFY(row(1)->accessibleDescription().contains(u"What to do"_s));
}

void AccessDialogTest::germanIsComplete()
{
    const auto all = [] {
        QStringList texts;
        for (const AccessVerdict verdict : model::allAccessVerdicts()) {
            model::AccessFinding finding;
            finding.call = model::AuditOperation::SearchOrders;
            finding.verdict = verdict;
            texts += {AccessWords::brief(verdict), AccessWords::meaning(finding, {}), AccessWords::step(finding)};
        }
        return texts;
    };
    const QStringList english = all();
    installTranslations(*qobject_cast<QApplication *>(QCoreApplication::instance()), QLocale(QLocale::German));
    const QStringList german = all();
    for (int i = 0; i < english.size(); ++i)
        QVERIFY2(english[i].isEmpty() || english[i] == u"Offline"_s || english[i] != german[i], qPrintable(english[i]));
}

QTEST_MAIN(AccessDialogTest)
#include "access_dialog_test.moc"
