// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "tests/support/check.h"
#include "tests/ui/samples.h"
#include "ui/common/certificate_dialog.h"
#include "ui/common/certificate_document.h"
#include "ui/common/translations.h"
#include "ui/connections/erase_dialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;

class CertificateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qobject_cast<QApplication *>(QCoreApplication::instance()), QLocale(QLocale::English));
    }
    void saysWhatStandsInIt();
    void saysWhenItIsNotClean();
    void namesAreEscaped();
    void dialogWritesBothFiles();
    void unwritableFileIsTold();
    void eraseNeedsTheName();
    void germanIsComplete();
};

void CertificateTest::saysWhatStandsInIt()
{
    const model::Erased erased = sampleCertificate();
    const QString html = CertificateDocument::html(erased);
    for (const QString &part : {u"Nordlicht"_s, u"2,148"_s, u"Sealed personal values"_s, u"nothing found"_s,
                                u"Every check was done and found nothing."_s, u"certificate verify"_s})
        QVERIFY2(html.contains(part), qPrintable(part));
}

void CertificateTest::saysWhenItIsNotClean()
{
    model::Erased erased = sampleCertificate();
    erased.certificate.checks[0].found = 3;
    erased.certificate.checks[1].done = false;
    const QString html = CertificateDocument::html(erased);
    QVERIFY(html.contains(u"3 remnants found"_s));
    QVERIFY(html.contains(u"could not be done"_s));
    QVERIFY(!html.contains(u"Every check was done"_s));
}

void CertificateTest::namesAreEscaped()
{
    model::Erased erased = sampleCertificate();
    erased.certificate.label = "<b>Shop</b>";
    QVERIFY(CertificateDocument::html(erased).contains(u"&lt;b&gt;Shop"_s));
}

void CertificateTest::dialogWritesBothFiles()
{
    const sk::test::Folder folder;
    const model::Erased erased = sampleCertificate();
    CertificateDialog dialog(erased, nullptr);
    const QString json = QString::fromStdString(toUtf8(folder / "certificate.json"));
    const QString pdf = QString::fromStdString(toUtf8(folder / "certificate.pdf"));
    dialog.saveJson(json);
    dialog.savePdf(pdf);
    const Bytes written = sk::test::must(readFile(folder / "certificate.json", 1 << 20));
    QCOMPARE(std::string(asText(written)), erased.file);
    const Bytes document = sk::test::must(readFile(folder / "certificate.pdf", 1 << 24));
    QVERIFY(asText(document).starts_with("%PDF-"));
    QVERIFY(asText(document).find("%%EOF") != std::string_view::npos);
    QVERIFY(document.size() > 4000);
}

void CertificateTest::unwritableFileIsTold()
{
    const auto written = CertificateDocument::writePdf(sampleCertificate(), u"/nowhere/at all/x.pdf"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::File);
}

void CertificateTest::eraseNeedsTheName()
{
    connections::EraseDialog dialog(u"Nordlicht US"_s, nullptr);
    auto *accept = dialog.findChild<QPushButton *>(u"confirmAccept"_s);
    auto *name = dialog.findChild<QLineEdit *>(u"eraseName"_s);
    QVERIFY(!accept->isEnabled());
    name->setText(u"nordlicht us"_s);
    QVERIFY(!accept->isEnabled());
    name->setText(u" Nordlicht US "_s);
    QVERIFY(accept->isEnabled());
    QCOMPARE(dialog.reason(), model::ErasureReason::OwnerRequest);
}

void CertificateTest::germanIsComplete()
{
    const QString english = CertificateDocument::html(sampleCertificate());
    installTranslations(*qobject_cast<QApplication *>(QCoreApplication::instance()), QLocale(QLocale::German));
    const QString german = CertificateDocument::html(sampleCertificate());
    QVERIFY(german != english);
    for (const QString &word : {u"nothing found"_s, u"What was erased"_s, u"How it was checked"_s, u"Proof"_s,
                                u"Orders<"_s, u"searched"_s, u"remnant"_s})
        QVERIFY2(!german.contains(word), qPrintable(word));
}

QTEST_MAIN(CertificateTest)
#include "certificate_test.moc"
