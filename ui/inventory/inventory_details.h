// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <QFrame>

class QLabel;

namespace sk::ui::inventory {

/// What the selected class consists of, what it is for, under which key, where, and when it goes.
class InventoryDetails : public QFrame
{
    Q_OBJECT

public:
    explicit InventoryDetails(QWidget *parent);

    void show(const model::InventoryClass &stock, bool secretsInFile);

private:
    enum Field { Fields, Purpose, Key, Place, Ending, FieldCount };

    [[nodiscard]] static QString title(int field);

    std::array<QLabel *, FieldCount> m_values{};
};

} // namespace sk::ui::inventory
