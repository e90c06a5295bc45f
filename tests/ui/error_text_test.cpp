// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_text.h"
#include "ui/common/translations.h"
#include "ui/common/words.h"

#include <QApplication>
#include <QLocale>
#include <QSet>
#include <QTest>

using namespace sk;
using namespace sk::ui;
using namespace Qt::StringLiterals;

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasItsOwnSentence();
    void eachKindHasAShortName();
    void eachOperationHasAName();
    void germanIsComplete();
};

namespace {

constexpr int kKinds = static_cast<int>(ErrorKind::Internal) + 1;

} // namespace

void ErrorTextTest::eachKindHasItsOwnSentence()
{
    QSet<QString> seen;
    for (int i = 0; i < kKinds; ++i) {
        const QString text = ErrorText::of(static_cast<ErrorKind>(i));
        QVERIFY2(text.size() > 30, qPrintable(text));
        QVERIFY2(text.contains(u". "_s) && text.endsWith(u'.'), qPrintable(text)); // what happened, and what to do
        seen.insert(text);
    }
    QCOMPARE(seen.size(), kKinds);
}

void ErrorTextTest::eachKindHasAShortName()
{
    QSet<QString> seen;
    for (int i = 0; i < kKinds; ++i) {
        const QString text = ErrorText::brief(static_cast<ErrorKind>(i));
        QVERIFY2(!text.isEmpty() && text.size() < 35, qPrintable(text));
        seen.insert(text);
    }
    QCOMPARE(seen.size(), kKinds);
}

void ErrorTextTest::eachOperationHasAName()
{
    QSet<QString> seen;
    for (const model::AuditOperation operation : model::allAuditOperations())
        seen.insert(Words::operation(operation));
    QCOMPARE(seen.size(), static_cast<qsizetype>(model::allAuditOperations().size()));
    QVERIFY(!seen.contains(u"Unknown operation"_s));
}

void ErrorTextTest::germanIsComplete()
{
    QList<QString> english;
    for (int i = 0; i < kKinds; ++i)
        english.append(ErrorText::of(static_cast<ErrorKind>(i)));
    installTranslations(*qobject_cast<QApplication *>(QCoreApplication::instance()), QLocale(QLocale::German));
    for (int i = 0; i < kKinds; ++i)
        QVERIFY2(ErrorText::of(static_cast<ErrorKind>(i)) != english[i], qPrintable(english[i]));
    QCOMPARE(Words::dataSet("orders"), u"Bestellungen"_s);
}

QTEST_MAIN(ErrorTextTest)
#include "error_text_test.moc"
