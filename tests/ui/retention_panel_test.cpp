// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/common/info_bar.h"
#include "ui/common/translations.h"
#include "ui/retention/retention_panel.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;

class RetentionPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_panel.reset(); }
    void showsEachClassWithinItsLimits();
    void nothingChangesBeforeApply();
    void applySendsTheValue();
    void longerThanTheCapNeedsAReason();
    void reasonChangesByItself();
    void aRefusedChangeIsTakenBack();
    void refreshKeepsAChangeBeingLookedAt();
    void expiryTellsWhatWent();
    void mayDieWhileAnswersAreDue();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_panel->findChild<W *>(name);
    }

    std::unique_ptr<FakeSession> m_session;
    FakeClock m_clock;
    std::unique_ptr<retention::RetentionPanel> m_panel;
};

void RetentionPanelTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    installTranslations(*qobject_cast<QApplication *>(QCoreApplication::instance()), QLocale());
}

void RetentionPanelTest::init()
{
    m_session = std::make_unique<FakeSession>();
    fillWithSamples(*m_session);
    m_session->previewDeletes = 1234;
    m_panel = std::make_unique<retention::RetentionPanel>(*m_session, m_clock);
    m_panel->show();
    QTRY_VERIFY(child<QSpinBox>(u"period.audit.months"_s));
}

void RetentionPanelTest::showsEachClassWithinItsLimits()
{
    auto *pii = child<QSpinBox>(u"period.pii.days"_s);
    QCOMPARE(pii->value(), 30);
    QCOMPARE(pii->maximum(), 30);
    QCOMPARE(pii->text(), u"30 days"_s);
    QCOMPARE(child<QSpinBox>(u"period.audit.months"_s)->minimum(), 12);
    QCOMPARE(child<QLabel>(u"held.orders.months"_s)->text(), u"57,333"_s);
}

void RetentionPanelTest::nothingChangesBeforeApply()
{
    auto *pii = child<QSpinBox>(u"period.pii.days"_s);
    auto *change = child<InfoBar>(u"change.pii.days"_s);
    QVERIFY(!change->isVisible());
    pii->setValue(14);
    QVERIFY(!child<QPushButton>(u"apply.pii.days"_s)->isEnabled());
    QTRY_COMPARE(change->text(), u"This destroys 1,234 personal values now, for good."_s);
    QVERIFY(m_session->retentions.empty());
    child<QPushButton>(u"cancel.pii.days"_s)->click();
    QVERIFY(!change->isVisible());
    QCOMPARE(pii->value(), 30);
    QVERIFY(m_session->retentions.empty());
}

void RetentionPanelTest::applySendsTheValue()
{
    child<QSpinBox>(u"period.audit.months"_s)->setValue(13);
    QTRY_COMPARE(child<InfoBar>(u"change.audit.months"_s)->text(),
                 u"This removes the oldest 1,234 audit entries now, for good. The log records that, and the rest can "
                 "still be verified."_s);
    child<QSpinBox>(u"period.orders.months"_s)->setValue(12);
    auto *apply = child<QPushButton>(u"apply.orders.months"_s);
    QTRY_COMPARE(child<InfoBar>(u"change.orders.months"_s)->text(), u"This deletes 1,234 rows now, for good."_s);
    QCOMPARE(apply->text(), u"Apply and delete"_s);
    apply->click();
    QCOMPARE(m_session->retentions, (std::vector<std::pair<std::string, int>>{{"orders.months", 12}}));
    QTRY_VERIFY(!child<InfoBar>(u"change.orders.months"_s)->isVisible());
    QCOMPARE(child<QSpinBox>(u"period.orders.months"_s)->value(), 12);
    QCOMPARE(child<InfoBar>(u"retentionBar"_s)->tone(), Tone::Good);
}

/// RET-4: the field appears with the need for it, and nothing is sent without.
void RetentionPanelTest::longerThanTheCapNeedsAReason()
{
    m_session->previewDeletes = 0;
    auto *months = child<QSpinBox>(u"period.orders.months"_s);
    auto *reason = child<QLineEdit>(u"reason.orders.months"_s);
    auto *apply = child<QPushButton>(u"apply.orders.months"_s);
    QCOMPARE(months->maximum(), 120);
    months->setValue(18);
    QVERIFY(!reason->isVisible());
    months->setValue(96);
    QVERIFY(reason->isVisible());
    QTRY_VERIFY(child<InfoBar>(u"change.orders.months"_s)->text().startsWith(u"Nothing held"_s));
    QVERIFY(!apply->isEnabled());
    QTest::keyClicks(reason, u"AO"_s);
    QVERIFY(!apply->isEnabled());
    QTest::keyClicks(reason, u" 147 "_s);
    QVERIFY(apply->isEnabled());
    apply->click();
    QCOMPARE(m_session->retentions, (std::vector<std::pair<std::string, int>>{{"orders.months", 96}}));
    QCOMPARE(m_session->retentionReasons, std::vector<std::string>{"AO 147"});
    QTRY_VERIFY(!child<InfoBar>(u"change.orders.months"_s)->isVisible());
    QVERIFY(reason->isVisible()); // shown as long as it is in force
    QCOMPARE(reason->text(), u"AO 147"_s);
    months->setValue(12);
    QVERIFY(!reason->isVisible());
    QTRY_VERIFY(apply->isEnabled());
    apply->click();
    QCOMPARE(m_session->retentionReasons.back(), std::string());
}

void RetentionPanelTest::reasonChangesByItself()
{
    m_session->rows[1].value = 96;
    m_session->rows[1].reason = "AO 147";
    Q_EMIT m_session->retentionChanged();
    auto *reason = child<QLineEdit>(u"reason.orders.months"_s);
    auto *change = child<InfoBar>(u"change.orders.months"_s);
    QTRY_COMPARE(reason->text(), u"AO 147"_s);
    QVERIFY(reason->isVisible() && !change->isVisible());
    QTest::keyClicks(reason, u" and 14b UStG"_s);
    QCOMPARE(change->text(), u"Only the recorded reason changes; nothing is deleted."_s);
    child<QPushButton>(u"cancel.orders.months"_s)->click();
    QCOMPARE(reason->text(), u"AO 147"_s);
    QTest::keyClicks(reason, u"!"_s);
    child<QPushButton>(u"apply.orders.months"_s)->click();
    QCOMPARE(m_session->retentions, (std::vector<std::pair<std::string, int>>{{"orders.months", 96}}));
    QCOMPARE(m_session->retentionReasons, std::vector<std::string>{"AO 147!"});
    QTRY_VERIFY(!change->isVisible());
}

void RetentionPanelTest::aRefusedChangeIsTakenBack()
{
    m_session->failure = ErrorKind::DiskFull;
    child<QSpinBox>(u"period.pii.days"_s)->setValue(14);
    QTRY_COMPARE(child<InfoBar>(u"retentionBar"_s)->tone(), Tone::Bad);
    QCOMPARE(child<QSpinBox>(u"period.pii.days"_s)->value(), 30);
}

void RetentionPanelTest::refreshKeepsAChangeBeingLookedAt()
{
    child<QSpinBox>(u"period.pii.days"_s)->setValue(14);
    m_session->rows.front().held = 7;
    Q_EMIT m_session->retentionChanged();
    QTRY_COMPARE(child<QLabel>(u"held.pii.days"_s)->text(), u"7"_s);
    QCOMPARE(child<QSpinBox>(u"period.pii.days"_s)->value(), 14);
}

void RetentionPanelTest::expiryTellsWhatWent()
{
    auto *run = child<QPushButton>(u"expireNow"_s);
    auto *bar = child<InfoBar>(u"retentionBar"_s);
    run->click();
    QVERIFY(!run->isEnabled());
    QTRY_VERIFY(bar->text().startsWith(u"Nothing was due"_s));
    m_session->expiry = {12, 1};
    run->click();
    QTRY_COMPARE(bar->text(), u"12 personal values expired. 1 row deleted."_s);
    QVERIFY(run->isEnabled());
    QCOMPARE(m_session->expiries, 2);
}

void RetentionPanelTest::mayDieWhileAnswersAreDue()
{
    m_session->hold = true;
    child<QSpinBox>(u"period.pii.days"_s)->setValue(14);
    child<QPushButton>(u"expireNow"_s)->click();
    m_panel.reset();
    Q_EMIT m_session->retentionChanged();
    m_session->release();
    QTest::qWait(10);
}

QTEST_MAIN(RetentionPanelTest)
#include "retention_panel_test.moc"
