// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "tests/support/check.h"
#include "ui/common/translations.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace sk;
using namespace sk::test;
using namespace Qt::StringLiterals;

/// "Explore with sample data", from the click to the rows: the application as main() builds it, the real sample Amazon
/// beside it, the real database.
class SampleDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneClickShowsAShopWithItsOrders();
    void theSecondTimeBeginsAnew();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_desktop->window().findChild<W *>(name);
    }
    void explore();
    /// The number of rows the first connection's panel shows for a data set; -1 while it shows none.
    int shownRows(const QString &dataSet);
    QString shownText() { return child<QLabel>(u"statusText"_s) ? child<QLabel>(u"statusText"_s)->text() : QString(); }

    static constexpr int kPatience = 90'000;

    SystemClock m_clock;
    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<desktop::Desktop> m_desktop;
};

void SampleDataTest::init()
{
    m_folder = std::make_unique<Folder>();
    profile::SecretAccess access;
    access.random = secrets::systemRandom();
    access.forNewProfiles = profile::SecretStoreKind::File;
    access.passphrase = secrets::Secret::copyOf(asBytes("correct horse"));
    m_desktop = std::make_unique<desktop::Desktop>(m_folder->path(), profile::LocalSession::World{access, m_clock});
    m_desktop->start({});
}

void SampleDataTest::cleanup()
{
    m_desktop.reset();
    m_folder.reset();
}

void SampleDataTest::explore()
{
    QVERIFY(child<QWidget>(u"welcomePage"_s)->isVisible());
    QTest::mouseClick(child<QPushButton>(u"exploreSample"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(u"connectionsPanel"_s), kPatience);
}

int SampleDataTest::shownRows(const QString &dataSet)
{
    const auto *table = child<QTableView>(u"dataSets"_s);
    for (int row = 0; table != nullptr && row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == dataSet)
            return QLocale().toInt(table->model()->index(row, 1).data().toString());
    }
    return -1;
}

void SampleDataTest::oneClickShowsAShopWithItsOrders()
{
    explore();
    QCOMPARE(m_desktop->window().windowTitle(), u"Sample data – Sellerkeep"_s);
    QCOMPARE(child<QComboBox>(u"profileSwitcher"_s)->currentText(), u"Sample data"_s);
    const auto *connections = child<QListView>(u"connectionList"_s)->model();
    QTRY_COMPARE(connections->rowCount(), 1);
    QVERIFY(connections->index(0, 0).data().toString().contains(u"Sample shop"_s));
    // It syncs by itself, and says so while it does.
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"syncText"_s)->text().contains(u"received"_s), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(shownRows(u"Orders"_s), 5000, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(shownText().contains(u"complete up to"_s), kPatience);
    QVERIFY(shownRows(u"Order items"_s) > 5000);

    child<QListWidget>(u"navigation"_s)->setCurrentRow(1);
    const auto *audit = child<QTableView>(u"auditTable"_s);
    QTRY_VERIFY(audit->isVisible() && audit->model()->rowCount() > 20);
    QTest::mouseClick(child<QPushButton>(u"auditVerify"_s), Qt::LeftButton);
    const auto *verdict = child<QWidget>(u"auditBar"_s)->findChild<QLabel *>(u"infoText"_s);
    QTRY_VERIFY2(verdict->isVisible() && verdict->text().contains(u"intact"_s), qPrintable(verdict->text()));

    child<QListWidget>(u"navigation"_s)->setCurrentRow(2);
    QTRY_VERIFY(child<QWidget>(u"retentionPanel"_s)->isVisible());
}

void SampleDataTest::theSecondTimeBeginsAnew()
{
    explore();
    QTRY_VERIFY_WITH_TIMEOUT(shownRows(u"Orders"_s) > 0, kPatience);
    m_desktop->window().setSession(nullptr); // back to the first page, in the middle of the sync
    explore();
    QTRY_COMPARE(child<QListView>(u"connectionList"_s)->model()->rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(shownRows(u"Orders"_s) > 0, kPatience);
    QCOMPARE(child<QComboBox>(u"profileSwitcher"_s)->findText(u"Sample data"_s), 0);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Sellerkeep"_s);
    ui::installTranslations(application, QLocale::c());
    SampleDataTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "sample_data_test.moc"
