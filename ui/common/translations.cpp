// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translations.h"

#include "ui/common/resources.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace sk::ui {

using namespace Qt::StringLiterals;

void installTranslations(QApplication &application, const QLocale &locale)
{
    initResources();
    const auto install = [&application](const QLocale &which, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(which, name, u"_"_s, folder))
            application.installTranslator(translator);
        else
            delete translator;
    };
    install(QLocale(QLocale::English), u"sellerkeep"_s, u":/i18n"_s);
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return;
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"sellerkeep"_s, u":/i18n"_s);
}

} // namespace sk::ui
