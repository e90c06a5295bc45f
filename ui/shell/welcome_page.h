// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/centered_column.h"

namespace sk::ui::shell {

/// What a new user sees: what this is, in three sentences, and two ways on.
class WelcomePage : public CenteredColumn
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent);

Q_SIGNALS:
    void createWanted();
    void sampleDataWanted();
};

} // namespace sk::ui::shell
