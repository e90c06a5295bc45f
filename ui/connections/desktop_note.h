// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connect_world.h"

#include <QWidget>

class QLabel;

namespace sk::ui::connections {

/// What Amazon's pages say on desktop applications, in two honest sentences with a link.
class DesktopNote : public QWidget
{
    Q_OBJECT

public:
    DesktopNote(model::ConnectionKind kind, const ConnectWorld &world, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLink(const QString &text);

    QLabel *m_link = nullptr;
    QString m_text;
};

} // namespace sk::ui::connections
