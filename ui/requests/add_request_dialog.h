// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/buyer.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLabel;
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

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showReady();

    QComboBox *m_askedBy = nullptr;
    QLineEdit *m_orders = nullptr;
    QDateEdit *m_received = nullptr;
    QLabel *m_wrong = nullptr; ///< names the first that is no id
    QPushButton *m_add = nullptr;
};

} // namespace sk::ui::requests
