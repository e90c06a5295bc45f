// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_profiles.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"
#include "ui/common/translations.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

#include <memory>

/// The whole window with sample data, and what counts as a control in it.
namespace sk::ui::test {

inline bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QProgressBar *>(widget);
}

/// Inner parts of Qt's own widgets are spoken for by the widget around them.
inline bool isPartOfAnother(const QWidget *widget)
{
    using namespace Qt::StringLiterals;
    for (const QWidget *around = widget->parentWidget(); around; around = around->parentWidget()) {
        if (isInteractive(around) || around->inherits("QComboBoxPrivateContainer")
            || around->inherits("QCalendarWidget"))
            return true;
    }
    return qobject_cast<const QHeaderView *>(widget) || widget->objectName().startsWith("qt_"_L1)
        || widget->inherits("QLineEditIconButton") || widget->inherits("QMenuBarExtension")
        || (widget->parentWidget() && widget->parentWidget()->inherits("QMenuBar"));
}

inline QList<QWidget *> controlsOf(QWidget &root)
{
    QList<QWidget *> controls;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (isInteractive(widget) && !isPartOfAnother(widget))
            controls.append(widget);
    }
    return controls;
}

/// From here on, whatever is built speaks it.
inline void speak(const QLocale &locale)
{
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    QLocale::setDefault(locale);
    for (QTranslator *old : application->findChildren<QTranslator *>())
        delete old;
    installTranslations(*application, locale);
}

struct Stage
{
    FakeClock clock;
    FakeProfiles profiles;
    std::shared_ptr<FakeSession> session = std::make_shared<FakeSession>();
    std::unique_ptr<shell::MainWindow> window;

    Stage()
    {
        fillWithSamples(*session);
        profiles.infos = {{"1", "Nordlicht Handels GmbH", {}}};
        window = std::make_unique<shell::MainWindow>(profiles, clock);
        window->setSession(session);
        window->show();
        QTest::qWait(30);
    }
    /// Of the page whose menu action that is.
    void showPage(int page)
    {
        window->findChild<QAction *>(QStringLiteral("actionPanel%1").arg(page))->trigger();
        QTest::qWait(30);
    }
    void click(const QString &button)
    {
        window->findChild<QPushButton *>(button)->click();
        QTest::qWait(20);
    }
};

} // namespace sk::ui::test
