// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/model/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace sk::model {

/// What stands between us and Amazon for one connection.
enum class ConnectionState {
    Active,
    ReauthorisationNeeded, ///< LWA invalid_grant: revoked, lapsed or never valid
    SecretRefused,         ///< LWA invalid_client, or the 403 of an expired client secret
    Disconnected,          ///< by the user; rows go on purgeOn
};

/// Rows of a disconnected connection go after this, unless the user says otherwise, and never later than that (DEL-3).
inline constexpr std::chrono::days kPurgeAfter{7};
inline constexpr std::chrono::days kLongestPurgeDelay{30};

/// Which of Amazon's services an authorisation is for.
enum class ConnectionKind {
    SellingPartner, ///< Selling Partner API
    Ads,            ///< Amazon Ads API: an authorisation of its own; SP-API's tokens do not work there
};

/// What a connection may do beyond the default. Every feature is an opt-in of the user.
enum class Feature {
    FulfilmentAddresses, ///< recipients of merchant-fulfilled orders that still have to be shipped, sealed until expiry
};

/// The stable words of the command line and the vault: `active`, `ads`, `fulfilment-addresses`, …
[[nodiscard]] std::string_view toWord(ConnectionState state);
[[nodiscard]] std::string_view toWord(ConnectionKind kind);
[[nodiscard]] std::string_view toWord(Feature feature);
[[nodiscard]] std::optional<ConnectionState> connectionStateFromWord(std::string_view word);
[[nodiscard]] std::optional<ConnectionKind> connectionKindFromWord(std::string_view word);
[[nodiscard]] std::optional<Feature> featureFromWord(std::string_view word);
/// Every feature there is.
[[nodiscard]] const std::vector<Feature> &allFeatures();

/// One marketplace an account sells in (Sellers v1, getMarketplaceParticipations).
struct Marketplace
{
    MarketplaceId id;
    std::string name;
    std::string countryCode;
    std::string currency;
    std::string language;
    std::string domain;
    std::string storeName;
    bool participating = false;
    bool suspended = false;

    friend bool operator==(const Marketplace &, const Marketplace &) = default;
};

/// The ids of those the account takes part in.
[[nodiscard]] std::vector<std::string> participatingIn(const std::vector<Marketplace> &marketplaces);

/// Where a connection's requests go when not to Amazon: simulator and tests, on loopback, with their own CA.
struct CustomEndpoint
{
    std::string apiUrl;
    std::string tokenUrl;
    std::string caPem;
};

struct Connection;
/// The day on which a connection whose authorisation Amazon revoked counts as disconnected, so that its rows go in
/// time: nothing for every other connection (DEL-2).
[[nodiscard]] std::optional<Day> revokedUntil(const Connection &connection);

/// One authorisation of one selling-partner account in one region. Its secrets are in the keychain.
struct Connection
{
    ConnectionId id;
    ConnectionKind kind = ConnectionKind::SellingPartner;
    std::string label;
    std::string region;           ///< na, eu, fe
    std::string sellingPartnerId; ///< empty when the user did not give it
    std::string applicationId;    ///< of a consent in the browser, with redirectUrl; empty for self-authorisation
    std::string redirectUrl;
    ConnectionState state = ConnectionState::Active;
    std::optional<ErrorKind> stateReason;
    std::optional<CustomEndpoint> endpoint;
    Time createdAt;
    Time authorisedAt;
    Time secretEnteredAt;
    std::optional<Day> purgeOn; ///< its rows go then: it is disconnected, or its authorisation was revoked
    std::vector<Feature> features;
    std::optional<Day> oldSecretUntil; ///< the client secret before this one is kept, and destroyed on this day
    std::optional<Time> suspectedAt;   ///< its credentials may have leaked, until all of them are new
};

} // namespace sk::model
