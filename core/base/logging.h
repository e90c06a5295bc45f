// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// All logging categories. Ids may be logged; PII, tokens, keys and server texts never.
namespace sk {

Q_DECLARE_LOGGING_CATEGORY(lcKeys)
Q_DECLARE_LOGGING_CATEGORY(lcVault)
Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcPrivacy)
Q_DECLARE_LOGGING_CATEGORY(lcProfile)

} // namespace sk
