// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

namespace sk {

Q_LOGGING_CATEGORY(lcKeys, "sellerkeep.keys", QtInfoMsg)
Q_LOGGING_CATEGORY(lcVault, "sellerkeep.vault", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "sellerkeep.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "sellerkeep.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPrivacy, "sellerkeep.privacy", QtInfoMsg)
Q_LOGGING_CATEGORY(lcProfile, "sellerkeep.profile", QtInfoMsg)

} // namespace sk
