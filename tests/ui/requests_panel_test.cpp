// SPDX-License-Identifier: GPL-3.0-or-later
// size: the cases of one page with its three sections, which share their bench
#include "core/base/files.h"
#include "tests/support/check.h"
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"
#include "ui/common/format.h"
#include "ui/common/info_bar.h"
#include "ui/requests/order_document.h"
#include "ui/requests/order_section.h"
#include "ui/requests/order_words.h"
#include "ui/requests/requests_panel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;

/// GOV-2 and DEL-6 as a person does them.
class RequestsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void showsWhatIsHeldInWords();
    void nothingHeldIsSaid();
    void erasedBeforeIsSaid();
    void copyAsJsonIsTheSessions();
    void copyAsPdfIsWrittenAndRemembered();
    void copyIsTheOwnersAlone();
    void copyThatCannotBeRememberedGoes();
    void copyIsOfTheOrderThatWasAskedFor();
    void documentHoldsEveryValue();
    void timesAndAmountsAreTheLocales();
    void eraseNeedsTheIdAndShowsTheCertificate();
    void eraseIsOfTheOrderThatWasNamed();
    void anotherIdForgetsTheOrder();
    void aFailedSearchForgetsTheOrder();
    void registerWarnsOfWhatIsOverdue();
    void addingChecksTheIds();
    void completingAsksFirst();
    void failuresAreSaid();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_panel->findChild<W *>(name);
    }
    void search(const QString &order)
    {
        child<QLineEdit>(u"buyerOrder"_s)->setText(order);
        child<QPushButton>(u"buyerFind"_s)->click();
        QTRY_VERIFY(child<QLabel>(u"buyerSummary"_s)->text().contains(order));
    }

    [[nodiscard]] bool nothingCanBeDone()
    {
        for (const QString &name : {u"buyerErase"_s, u"buyerExport"_s, u"buyerCertificate"_s}) {
            if (child<QPushButton>(name)->isEnabled())
                return false;
        }
        return child<QTreeWidget>(u"buyerTree"_s)->topLevelItemCount() == 0;
    }

    FakeClock m_clock;
    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<requests::RequestsPanel> m_panel;
};

namespace {

const QString kOrder = u"701-4839201-5583920"_s;
const QString kOther = u"701-0000000-0000000"_s;

/// Every text of a tree.
QString textOf(const QTreeWidget &tree)
{
    QString text;
    for (QTreeWidgetItemIterator item(const_cast<QTreeWidget *>(&tree)); *item; ++item) {
        for (int column = 0; column < tree.columnCount(); ++column)
            text += (*item)->text(column) + u'\n';
    }
    return text;
}

} // namespace

void RequestsPanelTest::init()
{
    m_session = std::make_unique<FakeSession>();
    m_session->found = sampleOrderFound();
    m_session->requests = sampleRequests();
    m_session->issued = {sampleCertificate()};
    m_panel = std::make_unique<requests::RequestsPanel>(*m_session, m_clock);
    m_panel->show();
    QTRY_COMPARE(child<QTreeWidget>(u"requestsTable"_s)->topLevelItemCount(), 3);
}

void RequestsPanelTest::showsWhatIsHeldInWords()
{
    QVERIFY(!child<QPushButton>(u"buyerErase"_s)->isEnabled());
    search(u"  %1 "_s.arg(kOrder).trimmed());
    const QString text = textOf(*child<QTreeWidget>(u"buyerTree"_s));
    for (const QString &word : {u"Nordlicht Europa"_s, u"Orders"_s, u"address line 1"_s, u"NL-LAMP-02"_s, u"59.80"_s,
                                u"export-orders-2026.csv"_s, u"Amazon.de"_s})
        QVERIFY2(text.contains(word), qPrintable(word + u" not in "_s + text));
    QVERIFY(!text.contains(u"Philomena"_s)); // sealed values are not shown here
    QVERIFY(!text.contains(u"grand_total"_s));
    QVERIFY(child<QPushButton>(u"buyerErase"_s)->isEnabled() && child<QPushButton>(u"buyerExport"_s)->isEnabled());
}

void RequestsPanelTest::nothingHeldIsSaid()
{
    search(u"701-0000000-0000000"_s);
    QVERIFY(child<QLabel>(u"buyerSummary"_s)->text().startsWith(u"Nothing is held"_s));
    QVERIFY(!child<QPushButton>(u"buyerErase"_s)->isEnabled() && !child<QPushButton>(u"buyerExport"_s)->isEnabled());
}

void RequestsPanelTest::erasedBeforeIsSaid()
{
    m_session->found.holdings.clear();
    m_session->found.erasedAt = m_clock.now();
    search(kOrder);
    QVERIFY(child<QLabel>(u"buyerSummary"_s)->text().contains(u"no sync stores it again"_s));
    auto *show = child<QPushButton>(u"buyerCertificate"_s);
    QVERIFY(!show->isEnabled());
    m_session->found.certificates = {m_session->issued.front().certificate.id};
    child<QPushButton>(u"buyerFind"_s)->click();
    QTRY_VERIFY(show->isEnabled());
    show->click();
    QTRY_VERIFY(child<QDialog>(u"certificateDialog"_s));
}

void RequestsPanelTest::copyAsJsonIsTheSessions()
{
    search(kOrder);
    m_panel->order()->exportTo(u"/tmp/copy.json"_s);
    QTRY_COMPARE(m_session->buyerExports.size(), std::size_t(1));
    QVERIFY(m_session->buyerExports.front().json);
    QTRY_VERIFY(child<InfoBar>(u"requestsBar"_s)->text().contains(u"/tmp/copy.json"_s));
    QVERIFY(m_session->buyerCopies.empty());
}

void RequestsPanelTest::copyAsPdfIsWrittenAndRemembered()
{
    const sk::test::Folder folder;
    const QString file = QString::fromStdString((folder / "copy.PDF").string());
    search(kOrder);
    m_panel->order()->exportTo(file);
    QTRY_COMPARE(m_session->buyerCopies.size(), std::size_t(1));
    QVERIFY(!m_session->buyerExports.front().json);
    const Bytes pdf = sk::test::must(readFile(folder / "copy.PDF", 10'000'000));
    QVERIFY(asText(pdf).starts_with("%PDF") && pdf.size() > 3000);
    m_panel->order()->exportTo(u"/nowhere/at/all/copy.pdf"_s);
    QTRY_VERIFY(child<InfoBar>(u"requestsBar"_s)->tone() == Tone::Bad);
    QCOMPARE(m_session->buyerCopies.size(), std::size_t(1)); // what was not written is not remembered
}

void RequestsPanelTest::copyIsTheOwnersAlone()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no modes: a file has the access list of the folder that the user chose");
#endif
    const sk::test::Folder folder;
    const QString file = QString::fromStdString((folder / "copy.pdf").string());
    QFile before(file);
    QVERIFY(before.open(QIODevice::WriteOnly));
    QVERIFY(before.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    before.close();
    search(kOrder);
    m_panel->order()->exportTo(file);
    QTRY_COMPARE(m_session->buyerCopies.size(), std::size_t(1));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
}

/// An erasure would not find it.
void RequestsPanelTest::copyThatCannotBeRememberedGoes()
{
    const sk::test::Folder folder;
    m_session->copyFailure = ErrorKind::DiskFull;
    search(kOrder);
    m_panel->order()->exportTo(QString::fromStdString((folder / "copy.pdf").string()));
    QTRY_VERIFY(child<InfoBar>(u"requestsBar"_s)->tone() == Tone::Bad);
    QCOMPARE(m_session->buyerCopies.size(), std::size_t(1));
    QVERIFY(!std::filesystem::exists(folder / "copy.pdf"));
}

void RequestsPanelTest::copyIsOfTheOrderThatWasAskedFor()
{
    search(kOrder);
    child<QPushButton>(u"buyerExport"_s)->click();
    auto *dialog = child<QFileDialog>(u"buyerFileDialog"_s);
    QVERIFY(dialog);
    search(kOther); // its answer comes while the dialog asks where to
    Q_EMIT dialog->fileSelected(u"/tmp/copy.json"_s);
    QTRY_COMPARE(m_session->buyerExports.size(), std::size_t(1));
    QCOMPARE(m_session->buyerExports.front().order.value, kOrder.toStdString());
}

void RequestsPanelTest::documentHoldsEveryValue()
{
    const profile::BuyerCopy copy = sampleBuyerCopy();
    const model::OrderFound &found = copy.found;
    const QString html = requests::OrderDocument::html(copy, u"Shop & Co"_s, m_clock.now());
    for (const secrets::Secret &value : copy.values)
        QVERIFY(html.contains(QString::fromUtf8(value.text().data(), qsizetype(value.size())).toHtmlEscaped()));
    QVERIFY(html.contains(u"Shop &amp; Co"_s) && html.contains(u"Philomena Plantenberg"_s));
    for (const model::HeldTable &table : found.holdings.front().tables) {
        for (const model::HeldRow &row : table.rows) {
            for (const model::HeldValue &value : row.values) {
                const QString text = QString::fromStdString(*value.value);
                const Result<Time> time = timeFromIso(*value.value);
                QVERIFY2(html.contains((time ? Format::dateTime(*time) : text).toHtmlEscaped()), value.name.c_str());
            }
        }
    }
}

/// Core gives them as a file holds them.
void RequestsPanelTest::timesAndAmountsAreTheLocales()
{
    const model::HeldTable items{"order-items",
                                 "order_item",
                                 {{{{"sku", "12.50", false},
                                    {"currency", "EUR", false},
                                    {"unit_price", "1234.50", false},
                                    {"item_price", "2469", false},
                                    {"item_tax", "unknown", false}}}}};
    const QString line = u"EUR · 1.234,50 · 2.469 · unknown"_s;
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    QStringList values;
    for (const auto &one : requests::OrderWords::lines(items, items.rows.front()))
        values.append(one.value);
    const model::HeldTable orders = sampleOrderFound().holdings.front().tables.front();
    for (const auto &one : requests::OrderWords::lines(orders, orders.rows.front()))
        values.append(one.value);
    QLocale::setDefault(before);
    const QString all = values.join(u'\n');
    QVERIFY2(values.contains(line), qPrintable(all));
    QVERIFY2(all.contains(u"12.50"_s), qPrintable(all)); // an SKU is no amount
    QVERIFY2(all.contains(u"EUR · 59,80 · 50,25 · 9,55"_s), qPrintable(all));
    QVERIFY2(all.contains(u"20.11.2026, 09:12 · 20.11.2026, 09:40"_s), qPrintable(all));
    QVERIFY2(!all.contains(u"T09:12"_s), qPrintable(all));
}

void RequestsPanelTest::eraseNeedsTheIdAndShowsTheCertificate()
{
    search(kOrder);
    child<QPushButton>(u"buyerErase"_s)->click();
    auto *dialog = child<QDialog>(u"eraseOrderDialog"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"confirmAccept"_s);
    auto *id = dialog->findChild<QLineEdit *>(u"eraseOrderId"_s);
    QVERIFY(!accept->isEnabled());
    id->setText(u"701-4839201-5583921"_s);
    QVERIFY(!accept->isEnabled());
    id->setText(kOrder);
    dialog->findChild<QComboBox *>(u"eraseOrderReason"_s)->setCurrentIndex(1);
    accept->click();
    QTRY_VERIFY(child<QDialog>(u"certificateDialog"_s));
    QCOMPARE(m_session->orderErasures.size(), std::size_t(1));
    QVERIFY(m_session->orderErasures.front().second == model::ErasureReason::AmazonRequest);
    QCOMPARE(m_session->orderErasures.front().first.value, kOrder.toStdString());
    QTRY_VERIFY(!child<QPushButton>(u"buyerErase"_s)->isEnabled()); // it looked again: nothing is left
}

/// What was found after the dialog opened is not what it names.
void RequestsPanelTest::eraseIsOfTheOrderThatWasNamed()
{
    search(kOrder);
    m_session->hold = true;
    child<QPushButton>(u"buyerErase"_s)->click();
    auto *dialog = child<QDialog>(u"eraseOrderDialog"_s);
    child<QLineEdit>(u"buyerOrder"_s)->setText(kOther);
    child<QPushButton>(u"buyerFind"_s)->click();
    m_session->hold = false;
    m_session->release();
    QTRY_VERIFY(child<QLabel>(u"buyerSummary"_s)->text().contains(kOther));
    dialog->findChild<QLineEdit *>(u"eraseOrderId"_s)->setText(kOrder);
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(m_session->orderErasures.size(), std::size_t(1));
    QCOMPARE(m_session->orderErasures.front().first.value, kOrder.toStdString());
}

/// The buttons act on what the field says, never on what it said before.
void RequestsPanelTest::anotherIdForgetsTheOrder()
{
    m_session->found.certificates = {m_session->issued.front().certificate.id};
    search(kOrder);
    QVERIFY(!nothingCanBeDone());
    child<QLineEdit>(u"buyerOrder"_s)->setText(u" %1 "_s.arg(kOrder)); // the same
    QVERIFY(!nothingCanBeDone());
    m_session->hold = true;
    child<QPushButton>(u"buyerFind"_s)->click();
    QVERIFY(nothingCanBeDone()); // until the answer is there
    child<QLineEdit>(u"buyerOrder"_s)->setText(kOther);
    m_session->release();
    QTest::qWait(10);
    QVERIFY(nothingCanBeDone()); // the answer is of the id before
    QVERIFY(!child<QLabel>(u"buyerSummary"_s)->text().contains(kOrder));
}

void RequestsPanelTest::aFailedSearchForgetsTheOrder()
{
    search(kOrder);
    m_session->failure = ErrorKind::KeychainLocked;
    child<QPushButton>(u"buyerFind"_s)->click();
    QTRY_VERIFY(child<InfoBar>(u"requestsBar"_s)->tone() == Tone::Bad);
    QVERIFY(nothingCanBeDone());
}

void RequestsPanelTest::registerWarnsOfWhatIsOverdue()
{
    auto *table = child<QTreeWidget>(u"requestsTable"_s);
    QCOMPARE(table->topLevelItem(0)->text(0), u"Overdue"_s);
    QVERIFY(table->topLevelItem(0)->text(4).contains(u"overdue since"_s));
    QCOMPARE(table->topLevelItem(1)->text(0), u"Open"_s);
    QCOMPARE(table->topLevelItem(1)->text(4), u"10 Dec 2026, in 18 day(s)"_s);
    QCOMPARE(table->topLevelItem(2)->text(0), u"Done"_s);
    auto *warning = child<InfoBar>(u"requestsWarning"_s);
    QVERIFY(warning->isVisible() && warning->tone() == Tone::Attention);
    m_session->requests.erase(m_session->requests.begin());
    m_panel->hide();
    m_panel->show(); // a look asks again
    QTRY_VERIFY(!warning->isVisible());
    table->setCurrentItem(table->topLevelItem(0));
    Q_EMIT table->itemActivated(table->topLevelItem(0), 0);
    QTRY_COMPARE(child<QLineEdit>(u"buyerOrder"_s)->text(), kOrder);
}

void RequestsPanelTest::addingChecksTheIds()
{
    child<QPushButton>(u"requestsAdd"_s)->click();
    auto *dialog = child<QDialog>(u"addRequestDialog"_s);
    auto *add = dialog->findChild<QPushButton *>(u"requestAdd"_s);
    auto *orders = dialog->findChild<QLineEdit *>(u"requestOrders"_s);
    QVERIFY(!add->isEnabled());
    orders->setText(u"Philomena Plantenberg"_s);
    QVERIFY(!add->isEnabled());
    auto *wrong = dialog->findChild<QLabel *>(u"requestWrongId"_s);
    QCOMPARE(wrong->text(), u"“Philomena” is no order id."_s);
    orders->setText(u"701-1111111-1111111, Erika"_s);
    QVERIFY(!add->isEnabled());
    QVERIFY2(wrong->text().contains(u"“Erika”"_s), qPrintable(wrong->text()));
    orders->setText(u"701-1111111-1111111, 701-2222222-2222222"_s);
    QVERIFY(add->isEnabled());
    QVERIFY(wrong->text().isEmpty());
    auto *received = dialog->findChild<QDateEdit *>(u"requestReceived"_s);
    QCOMPARE(received->date(), QDate(2026, 11, 22));
    received->setDate(QDate(2026, 11, 30)); // not yet
    QCOMPARE(received->date(), QDate(2026, 11, 22));
    received->setDate(QDate(2026, 11, 20));
    dialog->findChild<QComboBox *>(u"requestAskedBy"_s)->setCurrentIndex(1);
    add->click();
    QTRY_COMPARE(m_session->newRequests.size(), std::size_t(1));
    const model::NewDeletionRequest &request = m_session->newRequests.front();
    QCOMPARE(request.orders.size(), std::size_t(2));
    QCOMPARE(toIso(request.receivedOn), std::string("2026-11-20"));
    QVERIFY(request.askedBy == model::RequestedBy::Buyer);
    QTRY_COMPARE(child<QTreeWidget>(u"requestsTable"_s)->topLevelItemCount(), 4);
}

void RequestsPanelTest::completingAsksFirst()
{
    auto *table = child<QTreeWidget>(u"requestsTable"_s);
    auto *complete = child<QPushButton>(u"requestsComplete"_s);
    table->setCurrentItem(table->topLevelItem(2));
    QVERIFY(!complete->isEnabled()); // it is done
    table->setCurrentItem(table->topLevelItem(0));
    complete->click();
    auto *dialog = child<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"confirmText"_s)->text().contains(u"701-2210394-1192837"_s));
    QVERIFY(m_session->completions.empty());
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(m_session->completions, std::vector<std::string>{"r1"});
    QTRY_VERIFY(child<QDialog>(u"certificateDialog"_s));
    QTRY_VERIFY(!child<InfoBar>(u"requestsWarning"_s)->isVisible());
}

void RequestsPanelTest::failuresAreSaid()
{
    search(kOrder);
    m_session->failure = ErrorKind::KeychainLocked;
    child<QPushButton>(u"buyerFind"_s)->click();
    auto *bar = child<InfoBar>(u"requestsBar"_s);
    QTRY_VERIFY(bar->isVisible() && bar->tone() == Tone::Bad);
}

QTEST_MAIN(RequestsPanelTest)
#include "requests_panel_test.moc"
