// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sk::cli {

/// What a person is told for an answer, several lines; without --json.
[[nodiscard]] QString humanText(const QString &command, const QJsonObject &answer);

} // namespace sk::cli
