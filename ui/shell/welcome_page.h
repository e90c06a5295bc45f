// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sk::ui::shell {

/// What a new user sees: what this is, in three sentences, and two ways on.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent);

Q_SIGNALS:
    void createWanted();
    void sampleDataWanted();
};

} // namespace sk::ui::shell
