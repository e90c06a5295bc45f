// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/buyer.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;

namespace sk::ui::requests {

/// Enters a deletion request into the register (DEL-6).
class AddRequestDialog : public QDialog
{
    Q_OBJECT

public:
    AddRequestDialog(Day today, QWidget *parent);

    [[nodiscard]] model::NewDeletionRequest request() const;

private:
    void update();

    QComboBox *m_askedBy = nullptr;
    QLineEdit *m_orders = nullptr;
    QDateEdit *m_received = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace sk::ui::requests
