// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contrast.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/edge_style.h"
#include "ui/common/fit_to_text.h"
#include "ui/common/spacing.h"
#include "ui/common/table_look.h"
#include "ui/common/words.h"

#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTest>
#include <QTreeWidget>

#include <memory>

using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;

/// Sizes and edges that all pages share.
class LookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowIsNoLargerThanItsScreen();
    void aDialogIsAsHighAsItsText_data();
    void aDialogIsAsHighAsItsText();
    void aDialogGrowsWithItsText();
    void rowsOfATreeHaveAir();
    void edgesShowInTheDark_data();
    void edgesShowInTheDark();
    void serviceLevelsAreWords();
};

namespace {

QPalette darkPalette()
{
    QPalette palette(QColor(0x3a, 0x3d, 0x42), QColor(0x2d, 0x2f, 0x33));
    palette.setColor(QPalette::Base, QColor(0x23, 0x25, 0x28));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x65, 0xa8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(0xe6, 0xe6, 0xe6));
    return palette;
}

/// What the style draws of this element, on the palette's window.
QImage drawn(const QStyle &style, QStyle::PrimitiveElement element, const QPalette &palette, QStyle::State state)
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(palette.color(QPalette::Window));
    QStyleOptionFrame frame;
    QStyleOptionButton button;
    frame.lineWidth = 1;
    QStyleOption &option =
        element == QStyle::PE_FrameLineEdit ? static_cast<QStyleOption &>(frame) : static_cast<QStyleOption &>(button);
    option.rect = element == QStyle::PE_FrameLineEdit ? QRect(2, 2, 36, 16) : QRect(2, 2, 14, 14);
    option.palette = palette;
    option.state = state;
    QPainter painter(&image);
    style.drawPrimitive(element, &option, &painter);
    return image;
}

} // namespace

void LookTest::aWindowIsNoLargerThanItsScreen()
{
    QWidget window;
    const QSize screen = window.screen()->availableSize();
    resizeWithinScreen(window, {300, 200});
    QCOMPARE(window.size(), QSize(300, 200));
    resizeWithinScreen(window, {screen.width() * 2, 200});
    QVERIFY(window.width() < screen.width() && window.width() > screen.width() / 2);
    QCOMPARE(window.height(), 200);
    resizeWithinScreen(window, screen);
    QVERIFY(window.height() <= screen.height() - 60); // its title, and a bar of the desktop
}

void LookTest::aDialogIsAsHighAsItsText_data()
{
    QTest::addColumn<int>("sentences");
    for (const int sentences : {1, 3, 5, 8, 20})
        QTest::addRow("%d", sentences) << sentences;
}

void LookTest::aDialogIsAsHighAsItsText()
{
    QFETCH(int, sentences);
    ConfirmDialog dialog(
        {u"A question?"_s, u"This is a sentence of some forty letters. "_s.repeated(sentences), u"Yes"_s}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QCOMPARE(dialog.height(), dialog.layout()->totalHeightForWidth(dialog.width()));
}

void LookTest::aDialogGrowsWithItsText()
{
    ConfirmDialog dialog({u"A question?"_s, u"Short."_s, u"Yes"_s}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *late = new QLabel(u"A message that comes later and takes a line or two. "_s.repeated(9), &dialog);
    late->setWordWrap(true);
    late->hide();
    dialog.addContent(late);
    dialog.show();
    const int before = dialog.height();
    late->show();
    QTRY_VERIFY(dialog.height() >= before + late->heightForWidth(late->width()));
    QTRY_COMPARE(dialog.height(), dialog.layout()->totalHeightForWidth(dialog.width()));
}

void LookTest::rowsOfATreeHaveAir()
{
    QTreeWidget tree;
    applyTableLook(tree);
    auto *item = new QTreeWidgetItem(&tree, {u"Orders"_s});
    tree.resize(300, 200);
    tree.show();
    QVERIFY(tree.visualItemRect(item).height() >= tree.fontMetrics().height() + Spacing::normal);
}

void LookTest::edgesShowInTheDark_data()
{
    QTest::addColumn<int>("element");
    QTest::newRow("field") << static_cast<int>(QStyle::PE_FrameLineEdit);
    QTest::newRow("check box") << static_cast<int>(QStyle::PE_IndicatorCheckBox);
    QTest::newRow("radio button") << static_cast<int>(QStyle::PE_IndicatorRadioButton);
}

void LookTest::edgesShowInTheDark()
{
    QFETCH(int, element);
    const auto primitive = static_cast<QStyle::PrimitiveElement>(element);
    const EdgeStyle style(u"fusion"_s);
    const std::unique_ptr<QStyle> plain(QStyleFactory::create(u"fusion"_s));
    const QPalette dark = darkPalette();
    const QImage image = drawn(style, primitive, dark, QStyle::State_Enabled | QStyle::State_Off);
    double best = 0;
    for (int x = 0; x < 8; ++x) // from outside over the left edge
        best = std::max(best, contrast(image.pixelColor(x, 9), dark.color(QPalette::Window)));
    QVERIFY2(best >= 3.0, qPrintable(QString::number(best)));
    const QPalette light = plain->standardPalette();
    QCOMPARE(drawn(style, primitive, light, QStyle::State_Enabled | QStyle::State_Off),
             drawn(*plain, primitive, light, QStyle::State_Enabled | QStyle::State_Off));
    if (primitive == QStyle::PE_FrameLineEdit)
        QVERIFY(drawn(style, primitive, dark, QStyle::State_Enabled | QStyle::State_HasFocus) != image);
}

void LookTest::serviceLevelsAreWords()
{
    QCOMPARE(Words::serviceLevel("EXPEDITED"), u"Expedited"_s);
    QCOMPARE(Words::serviceLevel("SECOND_DAY"), u"Second day"_s);
    QCOMPARE(Words::serviceLevel("BY_BALLOON"), u"BY_BALLOON"_s);
    QCOMPARE(Words::serviceLevel(""), QString());
}

QTEST_MAIN(LookTest)
#include "look_test.moc"
