// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QApplication;

namespace sk::ui {

/// Installs our texts for the locale, and Qt's own where the platform has them. English plurals come from a file too.
/// Call before the first widget is made.
void installTranslations(QApplication &application, const QLocale &locale);

} // namespace sk::ui
