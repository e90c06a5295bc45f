// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/address_values.h"
#include "tests/support/check.h"
#include "tests/ui/samples.h"
#include "ui/reveal/address_text.h"
#include "ui/fulfilment/packing_slips.h"

#include <QFile>
#include <QTextDocument>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What stands on a parcel, and that a buyer's text is only text.
class PackingSlipsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressStandsAsOnAParcel();
    void slipsSayAllAndEscapeIt();
};

void PackingSlipsTest::addressStandsAsOnAParcel()
{
    model::Shipment shipment;
    shipment.fields = {"name",  "addressLine1", "addressLine2", "city",           "postalCode",
                       "phone", "streetName",   "streetNumber", "dropOffLocation"};
    const secrets::Secret values =
        profile::packedValues({"A", "Way 1", "", "Town", "12345", "555", "Way", "1", "Porch"});
    const profile::RevealedAddress address{shipment, values};
    QCOMPARE(reveal::AddressText::lines(address), (QStringList{u"A"_s, u"Way 1"_s, u"12345 Town"_s}));
    QCOMPARE(reveal::AddressText::notes(address), (QStringList{u"Telephone: 555"_s, u"Leave it at: Porch"_s}));
}

void PackingSlipsTest::slipsSayAllAndEscapeIt()
{
    model::Shipment shipment = sampleShipments().front();
    shipment.fields = {"name", "addressLine1", "city", "postalCode"};
    const secrets::Secret values = profile::packedValues({"<b>%1 & Söhne</b>", "Weg %2", "Stadt", "12345"});
    const sk::test::Folder folder;
    const PrintedDocument document =
        fulfilment::PackingSlips::document({{{shipment, values}, {shipment, values}}, 60s});
    const QString file = QString::fromStdString((folder / "two.pdf").string());
    SK_OK(document.writePdf(file));
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().contains("/Count 2")); // a page for each
    QTextDocument read;
    read.setHtml(document.html());
    const QString plain = read.toPlainText();
    for (const QString &part : {u"<b>%1 & Söhne</b>"_s, u"Weg %2"_s, u"12345 Stadt"_s, u"305-1183625-7740213"_s,
                                u"NL-PEG-10"_s, u"Tent pegs, set of ten"_s, u"Amazon.de"_s, u"Expedited"_s})
        QVERIFY2(plain.contains(part), qPrintable(part));
}

QTEST_MAIN(PackingSlipsTest)
#include "packing_slips_test.moc"
