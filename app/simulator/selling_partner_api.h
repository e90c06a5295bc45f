// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/data_sets.h"
#include "app/simulator/faults.h"
#include "app/simulator/messages.h"
#include "app/simulator/options.h"
#include "app/simulator/order_book.h"
#include "app/simulator/page_tokens.h"
#include "app/simulator/rate_limiter.h"
#include "app/simulator/search_request.h"
#include "app/simulator/stats.h"
#include "app/simulator/token_service.h"

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace sk::simulator {

/// The part of the Selling Partner API that Sellerkeep reads, without any network in it: a request
/// goes in, a reply comes out. Safe to use from several threads.
class SellingPartnerApi
{
public:
    SellingPartnerApi(const Options &options, OrderBook &book, TokenService &tokens, FaultPlan &faults);

    /// Answers any path below /orders and /sellers; `record` gets what is known of the request.
    /// @param redirectTo where the redirect fault points.
    Reply answer(const Request &request, const std::string &redirectTo, Millis now, RequestRecord &record);

private:
    /// One request on its way through.
    struct Call
    {
        explicit Call(const Request &requestIn) : request(requestIn) {}

        const Request &request;
        const OperationPlan *plan = nullptr;
        std::string orderId;
        Pairs query;
        bool queryIsSound = true;
        std::vector<Fault> faults;
        Millis now = 0;
    };

    bool route(Call &call) const;
    Reply answerRouted(Call &call, const std::string &redirectTo, RequestRecord &record);
    Reply run(const Call &call);
    Reply searchOrders(const Call &call);
    Reply getOrder(const Call &call);
    Reply participations() const;
    std::string page(const PagePosition &position, const SearchRequest &search, const Call &call);
    std::string nextToken(const PagePosition &position, std::size_t pageSize, const std::string &current,
                          const Call &call);

    const Options m_options;
    OrderBook &m_book;
    TokenService &m_tokens;
    FaultPlan &m_faults;
    RateLimiter m_limiter;
    PageTokens m_pages;
};

} // namespace sk::simulator
