// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/options.h"
#include "app/simulator/people.h"
#include "app/simulator/stats.h"
#include "app/simulator/token_service.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sk::simulator {

/// What a client must find in one order line; amounts as exact decimal text, absent before payment.
struct ExpectedItem
{
    std::string orderItemId;
    std::string sku;
    std::string asin;
    int quantity = 0;
    std::optional<std::string> itemAmount; ///< breakdown ITEM
    std::optional<std::string> taxAmount;  ///< breakdown TAX, "0.00" when there is none
    std::optional<std::string> total;      ///< proceedsTotal
};

/// What a client must find in one order when it asks now.
struct ExpectedOrder
{
    std::string orderId;
    std::string marketplaceId;
    std::string status;
    std::string fulfilledBy;
    std::string createdTime;
    std::string lastUpdatedTime;
    std::string currency;
    std::optional<std::string> grandTotal;
    std::vector<ExpectedItem> items;
};

/// An Amazon on loopback: Login with Amazon and the Selling Partner API's Sellers and Orders over
/// TLS, deterministic from a seed. Built from Amazon's published models; shares no code with the
/// client, so that both cannot agree on a mistake.
///
/// The world is shown as it was two minutes ago, which is when Amazon's changes become visible;
/// what addOrders() and touchOrders() change is visible at once, at that time.
/// All functions may be called from any thread while the server runs.
class Simulator
{
public:
    explicit Simulator(Options options);
    ~Simulator();
    Simulator(const Simulator &) = delete;
    Simulator &operator=(const Simulator &) = delete;

    /// Makes the data and the certificate, writes the CA file, serves.
    /// @return an error sentence, or nothing when it runs.
    std::optional<std::string> start();

    /// Ends all connections; returns within a fraction of a second.
    void stop();

    int port() const;
    std::string apiUrl() const;   ///< https://localhost:PORT
    std::string tokenUrl() const; ///< https://localhost:PORT/auth/o2/token
    std::filesystem::path caFile() const;
    const std::string &caPem() const;

    Credentials credentials() const;
    StatsSnapshot stats() const;

    void inject(const Fault &fault);
    void clearFaults();

    /// New orders appear now, placed two minutes ago.
    void addOrders(int count);

    /// Orders spread over the history are updated; open merchant orders are shipped by it.
    void touchOrders(int count);

    /// All PII texts it can ever hand out, whatever an order's state; no text twice.
    std::vector<std::string> plantedValues() const;

    /// The same with order id and field.
    std::vector<PlantedValue> plantedDetails() const;

    /// What a complete sync must have now: every order of Amazon's two years, oldest first.
    std::vector<ExpectedOrder> expectedOrders() const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace sk::simulator
