// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/text.h"
#include "ui/common/words.h"

namespace sk::ui {

QString Words::place(const model::Connection &connection)
{
    return place(connection.kind, connection.region);
}

QString Words::place(model::ConnectionKind kind, std::string_view region)
{
    const QString name = Words::region(region);
    //: %1: one of Amazon's regions
    return kind == model::ConnectionKind::Ads ? tr("Amazon Ads, %1").arg(name) : name;
}

QString Words::country(std::string_view code)
{
    struct Row
    {
        std::string_view code;
        const char *name;
    };
    static constexpr Row kCountries[] = {
        {"AE", QT_TR_NOOP("United Arab Emirates")},
        {"AU", QT_TR_NOOP("Australia")},
        {"BE", QT_TR_NOOP("Belgium")},
        {"BR", QT_TR_NOOP("Brazil")},
        {"CA", QT_TR_NOOP("Canada")},
        {"DE", QT_TR_NOOP("Germany")},
        {"EG", QT_TR_NOOP("Egypt")},
        {"ES", QT_TR_NOOP("Spain")},
        {"FR", QT_TR_NOOP("France")},
        {"GB", QT_TR_NOOP("United Kingdom")},
        {"IE", QT_TR_NOOP("Ireland")},
        {"IN", QT_TR_NOOP("India")},
        {"IT", QT_TR_NOOP("Italy")},
        {"JP", QT_TR_NOOP("Japan")},
        {"MX", QT_TR_NOOP("Mexico")},
        {"NL", QT_TR_NOOP("Netherlands")},
        {"PL", QT_TR_NOOP("Poland")},
        {"SA", QT_TR_NOOP("Saudi Arabia")},
        {"SE", QT_TR_NOOP("Sweden")},
        {"SG", QT_TR_NOOP("Singapore")},
        {"TR", QT_TR_NOOP("Türkiye")},
        {"US", QT_TR_NOOP("United States")},
        {"ZA", QT_TR_NOOP("South Africa")},
    };
    for (const Row &row : kCountries) {
        if (row.code == code)
            return tr(row.name);
    }
    return toQString(code);
}

} // namespace sk::ui
