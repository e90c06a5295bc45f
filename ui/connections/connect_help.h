// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"

#include <QScrollArea>

namespace sk::ui::connections {

class AskedData;

/// Beside a form: how to come by what it asks for, and what the connection will ask Amazon for.
class ConnectHelp : public QScrollArea
{
    Q_OBJECT

public:
    /// `note` may be empty.
    ConnectHelp(const QString &heading, const QStringList &steps, const QString &note, QWidget *parent);

    void showAsked(model::ConnectionKind kind, const std::vector<model::Feature> &features);

private:
    AskedData *m_asked = nullptr;
};

} // namespace sk::ui::connections
