// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/profile/requests.h"

#include <QJsonObject>

namespace sk::profile {

/// The copy for a buyer (GOV-2): indented JSON with everything that is held about the order, every column under its own
/// name, and what it was written for.
[[nodiscard]] Bytes buyerFile(const BuyerCopy &copy, const std::string &profileName, Time now);

/// What is held, for the command line: which personal values, and not what they say.
[[nodiscard]] QJsonObject toJson(const model::OrderFound &found);
[[nodiscard]] QJsonObject toJson(const model::DeletionRequest &request);

} // namespace sk::profile
