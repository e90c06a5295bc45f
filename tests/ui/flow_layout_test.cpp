// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/flow_layout.h"

#include <QTest>
#include <QVBoxLayout>
#include <QWidget>

#include <array>

using sk::ui::FlowLayout;

/// Rows as the width makes them necessary.
class FlowLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsFollowTheWidth_data();
    void rowsFollowTheWidth();
    void asksForItsWidestItemAlone();
    void hiddenItemsTakeNoRoom();
    void itemsStandInTheMiddleOfTheirRow();
    void mirroredForRightToLeft();
    void letsADeletedItemGo();

private:
    std::unique_ptr<QWidget> m_widget;
    std::array<QWidget *, 3> m_items{};
    FlowLayout *m_flow = nullptr;
};

void FlowLayoutTest::init()
{
    m_widget = std::make_unique<QWidget>();
    auto *outer = new QVBoxLayout(m_widget.get());
    m_flow = new FlowLayout(10);
    outer->addLayout(m_flow);
    const std::array<int, 3> heights{20, 30, 20};
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_items[i] = new QWidget(m_widget.get());
        m_items[i]->setFixedSize(40, heights[i]);
        m_flow->addWidget(m_items[i]);
    }
}

void FlowLayoutTest::rowsFollowTheWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("one row") << 140 << 30;
    QTest::newRow("a pixel less") << 139 << 30 + 10 + 20;
    QTest::newRow("two just fit") << 90 << 30 + 10 + 20;
    QTest::newRow("one each") << 89 << 20 + 10 + 30 + 10 + 20;
    QTest::newRow("too narrow for any") << 10 << 20 + 10 + 30 + 10 + 20;
}

void FlowLayoutTest::rowsFollowTheWidth()
{
    QFETCH(const int, width);
    QFETCH(const int, height);
    QVERIFY(m_flow->hasHeightForWidth());
    QCOMPARE(m_flow->heightForWidth(width), height);
}

void FlowLayoutTest::asksForItsWidestItemAlone()
{
    QCOMPARE(m_flow->minimumSize(), QSize(40, 30));
    QCOMPARE(m_flow->sizeHint(), QSize(140, 30));
    QCOMPARE(FlowLayout(10).heightForWidth(100), 0);
}

void FlowLayoutTest::hiddenItemsTakeNoRoom()
{
    m_items[1]->hide();
    QCOMPARE(m_flow->heightForWidth(90), 20);
    QCOMPARE(m_flow->sizeHint(), QSize(90, 20));
}

void FlowLayoutTest::itemsStandInTheMiddleOfTheirRow()
{
    m_flow->setGeometry(QRect(5, 7, 100, 60));
    QCOMPARE(m_items[0]->pos(), QPoint(5, 7 + 5));
    QCOMPARE(m_items[1]->pos(), QPoint(5 + 50, 7));
    QCOMPARE(m_items[2]->pos(), QPoint(5, 7 + 40));
}

void FlowLayoutTest::mirroredForRightToLeft()
{
    m_widget->setLayoutDirection(Qt::RightToLeft);
    m_flow->setGeometry(QRect(0, 0, 100, 60));
    QCOMPARE(m_items[0]->pos(), QPoint(60, 5));
    QCOMPARE(m_items[1]->pos(), QPoint(10, 0));
}

void FlowLayoutTest::letsADeletedItemGo()
{
    delete m_items[0];
    QCOMPARE(m_flow->count(), 2);
    QCOMPARE(m_flow->heightForWidth(90), 30);
}

QTEST_MAIN(FlowLayoutTest)
#include "flow_layout_test.moc"
