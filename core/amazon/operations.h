// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"

#include <array>
#include <string_view>

namespace sk::amazon {

enum class OperationId { GetMarketplaceParticipations, SearchOrders, GetOrder };

/// One SP-API operation as a row: what it costs and what it touches (sp-api.md section 4, Amazon's models of
/// 2026-08-05).
struct Operation
{
    OperationId id;
    std::string_view name; ///< Amazon's
    std::string_view path; ///< `{orderId}` is replaced, percent-encoded
    double ratePerSecond;
    int burst;
    int pageSize;           ///< 0: not paged
    std::string_view roles; ///< any one of them
    bool writes;            ///< MIN-4: none of ours does
    model::AuditOperation audit;
    model::DataClass dataClass;
};

inline constexpr std::array kOperations{
    Operation{OperationId::GetMarketplaceParticipations, "getMarketplaceParticipations",
              "/sellers/v1/marketplaceParticipations", 0.016, 15, 0, "PL SPI AF BC D2C FA IOT PR", false,
              model::AuditOperation::GetMarketplaceParticipations, model::DataClass::Marketplaces},
    Operation{OperationId::SearchOrders, "searchOrders", "/orders/2026-01-01/orders", 0.0056, 20, 100, "any", false,
              model::AuditOperation::SearchOrders, model::DataClass::Orders},
    Operation{OperationId::GetOrder, "getOrder", "/orders/2026-01-01/orders/{orderId}", 0.5, 30, 0, "any", false,
              model::AuditOperation::GetOrder, model::DataClass::Orders},
};

[[nodiscard]] constexpr const Operation &operation(OperationId id)
{
    for (const Operation &row : kOperations) {
        if (row.id == id)
            return row;
    }
    return kOperations.front();
}

} // namespace sk::amazon
