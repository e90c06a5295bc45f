// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sk::cli {

/// Turns SIGINT and SIGTERM (Ctrl+C on Windows) into a signal on the main thread. One per process.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    Interrupt();
    ~Interrupt() override;

Q_SIGNALS:
    void received();
};

} // namespace sk::cli
