// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contrast.h"
#include "ui/common/format.h"
#include "ui/common/progress_text.h"
#include "ui/common/tone.h"
#include "ui/common/translations.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agesReadLikeSpeech_data();
    void agesReadLikeSpeech();
    void durationsKeepTheirSize_data();
    void durationsKeepTheirSize();
    void daysToComeAreCounted();
    void datesSurviveTheWayBack();
    void progressSaysWhatItWaitsFor();
    void reportNamesTheFirstFailure();
    void tonesAreReadable_data();
    void tonesAreReadable();
};

void FormatTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    installTranslations(*qobject_cast<QApplication *>(QCoreApplication::instance()), QLocale());
}

void FormatTest::agesReadLikeSpeech_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("future") << qint64(-50) << u"just now"_s;
    QTest::newRow("seconds") << qint64(59) << u"just now"_s;
    QTest::newRow("a minute") << qint64(60) << u"1 minute ago"_s;
    QTest::newRow("minutes") << qint64(3599) << u"59 minutes ago"_s;
    QTest::newRow("an hour") << qint64(3600) << u"1 hour ago"_s;
    QTest::newRow("hours") << qint64(47 * 3600) << u"47 hours ago"_s;
    QTest::newRow("days") << qint64(48 * 3600) << u"2 days ago"_s;
    QTest::newRow("a date") << qint64(60 * 86400) << u"23/09/2026"_s;
}

void FormatTest::agesReadLikeSpeech()
{
    QFETCH(qint64, seconds);
    const Time now = timeFromIso("2026-11-22T12:00:00Z").value();
    QTEST(Format::age(now - std::chrono::seconds(seconds), now), "text");
}

void FormatTest::durationsKeepTheirSize_data()
{
    QTest::addColumn<qint64>("millis");
    QTest::addColumn<QString>("text");
    QTest::newRow("fast") << qint64(420) << u"420 ms"_s;
    QTest::newRow("seconds") << qint64(2300) << u"2.3 s"_s;
    QTest::newRow("more seconds") << qint64(42000) << u"42 s"_s;
    QTest::newRow("minutes") << qint64(61000 * 12) << u"12 min"_s;
    QTest::newRow("hours") << qint64(94 * 60000) << u"1 h 34 min"_s;
    QTest::newRow("days") << qint64(50) * 3600000 << u"2 days"_s;
}

void FormatTest::durationsKeepTheirSize()
{
    QFETCH(qint64, millis);
    QTEST(Format::duration(std::chrono::milliseconds(millis)), "text");
}

void FormatTest::daysToComeAreCounted()
{
    const Day today = dayFromIso("2026-11-22").value();
    QCOMPARE(Format::untilDay(today, today), u"today"_s);
    QCOMPARE(Format::untilDay(today + std::chrono::days(1), today), u"tomorrow"_s);
    QCOMPARE(Format::untilDay(today + std::chrono::days(7), today), u"in 7 days"_s);
    QCOMPARE(Format::untilDay(today - std::chrono::days(1), today), u"overdue since 21/11/2026"_s);
}

void FormatTest::datesSurviveTheWayBack()
{
    for (const int number : {-1, 0, 59, 11016, 20779}) {
        const Day day = fromDayNumber(number);
        QCOMPARE(toDayNumber(Format::fromDate(Format::toDate(day))), number);
    }
}

void FormatTest::progressSaysWhatItWaitsFor()
{
    const Time now = timeFromIso("2026-11-22T13:58:00Z").value();
    model::SyncProgress progress{{"c"}, "orders", 1200, std::nullopt, 12, std::nullopt, std::nullopt};
    QCOMPARE(ProgressText::of(progress, now), u"Orders: 1,200 received."_s);
    QCOMPARE(ProgressText::perMille(progress), -1);
    progress.expected = 4800;
    progress.timeLeft = 94min;
    progress.waitingUntil = now + 5min;
    QCOMPARE(ProgressText::of(progress, now),
             u"Orders: 1,200 of about 4,800 received. About 1 h 34 min left. "
             "Waiting for Amazon’s rate limit until 14:03."_s);
    QCOMPARE(ProgressText::perMille(progress), 250);
    progress.expected = 1000; // an estimate that was too low
    QCOMPARE(ProgressText::perMille(progress), 1000);
}

void FormatTest::reportNamesTheFirstFailure()
{
    model::SyncReport report{{{{"c"}, "orders", 10, 4, 1, 0, std::nullopt}}};
    QCOMPARE(ProgressText::of(report), u"The sync is finished: 10 received, 4 new or changed."_s);
    QVERIFY(!ProgressText::failed(report));
    report.dataSets.front().error = Error{ErrorKind::RoleMissing, {}};
    QVERIFY(ProgressText::failed(report));
    QVERIFY(ProgressText::of(report).contains(u"lacks the role"_s));
    report.dataSets.front().error = Error{ErrorKind::Cancelled, {}};
    QVERIFY(!ProgressText::failed(report));
}

void FormatTest::tonesAreReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << QPalette(QColor(0xef, 0xef, 0xef));
    QTest::newRow("white") << QPalette(QColor(0xff, 0xff, 0xff));
    QTest::newRow("dark") << QPalette(QColor(0x2d, 0x2f, 0x33), QColor(0x2d, 0x2f, 0x33));
    QTest::newRow("black") << QPalette(QColor(0x10, 0x10, 0x10), QColor(0x10, 0x10, 0x10));
}

void FormatTest::tonesAreReadable()
{
    QFETCH(QPalette, palette);
    const QColor window = palette.color(QPalette::Window);
    for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Attention, Tone::Bad, Tone::Busy}) {
        QVERIFY2(contrast(toneForeground(tone, palette), window) >= 4.5, qPrintable(toneIcon(tone)));
        QVERIFY2(contrast(toneForeground(tone, palette), toneBackground(tone, palette)) >= 4.5,
                 qPrintable(toneIcon(tone)));
    }
    QVERIFY(contrast(mutedText(palette), window) >= 4.5);
}

QTEST_MAIN(FormatTest)
#include "format_test.moc"
