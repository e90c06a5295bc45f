// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/resources.h"

#include <QtGlobal>

// Q_INIT_RESOURCE declares functions of the global namespace, hence the helper outside of ours.
static void initAll()
{
    Q_INIT_RESOURCE(sellerkeep);
    Q_INIT_RESOURCE(translations);
#ifdef SK_ICON_MASKS
    Q_INIT_RESOURCE(icon_masks);
#endif
}

namespace sk::ui {

void initResources()
{
    static const bool done = [] {
        initAll();
        return true;
    }();
    Q_UNUSED(done);
}

} // namespace sk::ui
