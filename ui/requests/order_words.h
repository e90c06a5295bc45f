// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/buyer.h"

#include <QCoreApplication>
#include <QStringList>

#include <vector>

namespace sk::ui::requests {

/// What is held of an order, in the words of the data inventory.
class OrderWords
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::requests::OrderWords)

public:
    /// "Order items" for the table `order_item`.
    [[nodiscard]] static QString table(const model::HeldTable &table);
    /// A few columns in words, and what they hold.
    struct Line
    {
        QString name;
        QString value;
    };
    /// Columns that are empty are left out.
    [[nodiscard]] static std::vector<Line> lines(const model::HeldTable &table, const model::HeldRow &row);
    [[nodiscard]] static QString field(const model::HeldPersonal &personal);
    [[nodiscard]] static QString personalTitle();
    [[nodiscard]] static QString connection(const model::OrderHolding &holding);
    [[nodiscard]] static QString askedBy(model::RequestedBy askedBy);
    [[nodiscard]] static QString orders(const model::DeletionRequest &request);
};

} // namespace sk::ui::requests
