// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QNetworkReply>

#include <optional>
#include <string_view>

namespace sk::net {

/// What an error of Qt means to us; nothing when it only says that the HTTP status is not 2xx, which is an answer like
/// any other. `answering`: a status line had arrived, so that a lost connection means a cut answer.
[[nodiscard]] std::optional<Error> failureOf(QNetworkReply::NetworkError error, bool answering);

/// True if `detail`, of an error whose words are failureOf()'s, says that a proxy failed.
[[nodiscard]] bool blamesProxy(std::string_view detail);

} // namespace sk::net
