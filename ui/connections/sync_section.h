// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/views.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace sk::ui::connections {

/// The sync in flight: a bar, what has arrived, how long it takes, what it waits for. Hidden while nothing runs.
class SyncSection : public QWidget
{
    Q_OBJECT

public:
    explicit SyncSection(QWidget *parent);

    void showStarting();
    void show(const model::SyncProgress &progress, Time now);

private:
    QProgressBar *m_bar = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace sk::ui::connections
