// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

#include <QObject>

namespace sk::cli {

/// The next line of standard input; what follows it stays there. Blocks; nothing at the end.
[[nodiscard]] std::optional<secrets::Secret> readInputLine();

/// The lines of standard input that come while a command runs, but for empty ones. Reading cannot be interrupted
/// portably, so it is done by a thread that lives until the process ends; make at most one, and never delete it once it
/// has started.
class StdinLines : public QObject
{
    Q_OBJECT

public:
    void start();

Q_SIGNALS:
    void received(const sk::secrets::Secret &line);
};

} // namespace sk::cli
