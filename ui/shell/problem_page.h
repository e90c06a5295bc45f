// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/common/centered_column.h"

class QLabel;
class QPushButton;

namespace sk::ui::shell {

/// A profile that cannot be opened: why, what to do, and another try.
class ProblemPage : public CenteredColumn
{
    Q_OBJECT

public:
    explicit ProblemPage(QWidget *parent);

    void showError(const QString &profile, const Error &error);

Q_SIGNALS:
    void retryWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_detail = nullptr;
    QPushButton *m_retry = nullptr;
};

} // namespace sk::ui::shell
