// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/views.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sk::ui::connections {

/// What is left to do after a suspected leak: the steps in order, ticked by the program as it sees them done (CRED-4).
class LeakSection : public QFrame
{
    Q_OBJECT

public:
    explicit LeakSection(QWidget *parent);

    /// Hides itself when no leak is suspected.
    void show(const model::ConnectionView &view);

Q_SIGNALS:
    void newCredentialsWanted();
    void keysWanted();

private:
    [[nodiscard]] static QString name(model::LeakStep step);
    [[nodiscard]] static QString instruction(model::LeakStep step);
    void addStep(const model::LeakStepState &state);
    void clearSteps();

    QLabel *m_title = nullptr;
    QVBoxLayout *m_steps = nullptr;
    QPushButton *m_enter = nullptr;
    QPushButton *m_rotate = nullptr;
    std::vector<model::LeakStepState> m_shown;
};

} // namespace sk::ui::connections
