// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/views.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace sk::ui::connections {

/// The opt-in to buyers' addresses: what it means in plain words, the switch, and what is held.
class FeatureSection : public QWidget
{
    Q_OBJECT

public:
    explicit FeatureSection(QWidget *parent);

    void show(const model::ConnectionView &view, Time now);

Q_SIGNALS:
    /// The user wants it and has confirmed; the switch follows what show() says.
    void wanted(sk::model::Feature feature, bool enabled);

private:
    void ask(bool enabled);

    QCheckBox *m_switch = nullptr;
    QLabel *m_held = nullptr;
    bool m_enabled = false;
};

} // namespace sk::ui::connections
