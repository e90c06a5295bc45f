// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/connection.h"

#include "core/model/words.h"

#include <array>

namespace sk::model {

namespace {

constexpr std::array kStates{
    std::pair{ConnectionState::Active, std::string_view("active")},
    std::pair{ConnectionState::ReauthorisationNeeded, std::string_view("reauthorisation_needed")},
    std::pair{ConnectionState::SecretRefused, std::string_view("secret_refused")},
    std::pair{ConnectionState::Disconnected, std::string_view("disconnected")},
};

constexpr std::array kKinds{
    std::pair{ConnectionKind::SellingPartner, std::string_view("selling-partner")},
    std::pair{ConnectionKind::Ads, std::string_view("ads")},
};

constexpr std::array kFeatures{
    std::pair{Feature::FulfilmentAddresses, std::string_view("fulfilment-addresses")},
};

} // namespace

std::string_view toWord(ConnectionState state)
{
    return wordIn(kStates, state);
}

std::string_view toWord(ConnectionKind kind)
{
    return wordIn(kKinds, kind);
}

std::string_view toWord(Feature feature)
{
    return wordIn(kFeatures, feature);
}

std::optional<ConnectionState> connectionStateFromWord(std::string_view word)
{
    return valueIn(kStates, word);
}

std::optional<ConnectionKind> connectionKindFromWord(std::string_view word)
{
    return valueIn(kKinds, word);
}

std::optional<Feature> featureFromWord(std::string_view word)
{
    return valueIn(kFeatures, word);
}

std::optional<Day> revokedUntil(const Connection &connection)
{
    const bool revoked = connection.state == ConnectionState::ReauthorisationNeeded
        && connection.stateReason == ErrorKind::AuthorisationRevoked;
    return revoked && connection.purgeOn ? std::optional(*connection.purgeOn - kPurgeAfter) : std::nullopt;
}

std::vector<std::string> participatingIn(const std::vector<Marketplace> &marketplaces)
{
    std::vector<std::string> ids;
    for (const Marketplace &marketplace : marketplaces) {
        if (marketplace.participating)
            ids.push_back(marketplace.id.value);
    }
    return ids;
}

const std::vector<Feature> &allFeatures()
{
    static const std::vector<Feature> features{Feature::FulfilmentAddresses};
    return features;
}

} // namespace sk::model
