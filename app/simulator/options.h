// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace sk::simulator {

/// What a simulated Amazon looks like; the defaults are a North American seller.
struct Options
{
    int port = 0;           ///< 0 takes any free port; only 127.0.0.1 is ever bound
    std::uint64_t seed = 1; ///< same seed and same clock: same orders, ids and money
    int orders = 5000;
    int historyDays = 700;  ///< the orders spread over this many days before the start
    double rateScale = 1.0; ///< multiplies Amazon's published rates, not the bursts
    bool enforceRates = true;
    bool sendRateHeader = true; ///< `x-amzn-RateLimit-Limit`, which Amazon too sends only at its best effort
    std::chrono::seconds tokenLifetime{3600};
    /// The only time the simulator knows. Called from several threads at once.
    std::function<std::chrono::system_clock::time_point()> clock = [] { return std::chrono::system_clock::now(); };
    std::filesystem::path caFile; ///< where the CA certificate (PEM) goes; empty: nowhere
    /// The public application's: where its consent page sends people, and whether it is still a draft.
    std::string redirectUri = "https://agency.example/sellerkeep/";
    bool draftApplication = false;
    std::string region = "na";             ///< na, eu or fe
    std::vector<std::string> marketplaces; ///< country codes or ids; empty: the region's usual ones
    double merchantShare = 0.3;            ///< share of orders that the merchant ships himself
};

} // namespace sk::simulator
