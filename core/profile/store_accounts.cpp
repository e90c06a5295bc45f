// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/amazon/lwa.h"

#include <algorithm>

namespace sk::profile {

namespace {

bool sameService(const model::Connection &a, const model::Connection &b)
{
    // A sample Amazon has another port each time; what matters is whether it is Amazon at all.
    return a.kind == b.kind && a.region == b.region && a.endpoint.has_value() == b.endpoint.has_value();
}

std::vector<std::string> idsOf(const std::vector<model::Marketplace> &marketplaces)
{
    std::vector<std::string> ids;
    ids.reserve(marketplaces.size());
    for (const model::Marketplace &marketplace : marketplaces)
        ids.push_back(marketplace.id.value);
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

Result<amazon::LwaCredentials> readCredentials(secrets::SecretStore &secrets, const model::ConnectionId &connection)
{
    const auto entry = secrets.read(amazon::tokenEntry(connection.value));
    if (!entry)
        return fail(entry.error().kind == ErrorKind::NotFound ? ErrorKind::KeychainEmptied : entry.error().kind,
                    entry.error().detail);
    return amazon::LwaCredentials::decode(*entry);
}

Result<std::optional<model::ConnectionId>> Store::sameAccount(const model::Connection &wanted,
                                                              const std::string &clientId,
                                                              const std::vector<model::Marketplace> &marketplaces)
{
    if (wanted.kind == model::ConnectionKind::Ads)
        return std::optional<model::ConnectionId>(); // two advertisers of one application look the same
    const records::ConnectionRepository repository(m_vault);
    SK_ASSIGN(const std::vector<model::Connection> all, repository.all());
    for (const model::Connection &known : all) {
        if (!sameService(known, wanted))
            continue;
        const bool bothNamed = !known.sellingPartnerId.empty() && !wanted.sellingPartnerId.empty();
        if (bothNamed && known.sellingPartnerId == wanted.sellingPartnerId)
            return std::optional(known.id);
        if (bothNamed || known.state == model::ConnectionState::Active)
            continue;
        SK_ASSIGN(const std::vector<model::Marketplace> before, repository.marketplaces(known.id));
        const auto credentials = readCredentials(m_world.secrets, known.id);
        if (credentials && credentials->clientId == clientId && idsOf(before) == idsOf(marketplaces))
            return std::optional(known.id);
    }
    return std::optional<model::ConnectionId>();
}

/// A part that is in the keychain already keeps its age: entering it again makes it no younger.
Store::Renewal Store::renewal(const model::Connection &known, const model::Connection &as,
                              const secrets::Secret &credentials)
{
    Renewal renewal{credentials, as.authorisedAt, as.secretEnteredAt, std::nullopt};
    const auto before = readCredentials(m_world.secrets, known.id);
    auto fresh = amazon::LwaCredentials::decode(credentials);
    if (!before || !fresh)
        return renewal;
    if (before->clientSecret.equals(fresh->clientSecret))
        renewal.secretEnteredAt = std::min(known.secretEnteredAt, as.secretEnteredAt);
    if (before->refreshToken.equals(fresh->refreshToken))
        renewal.authorisedAt = std::min(known.authorisedAt, as.authorisedAt);
    const amazon::LwaCredentials kept =
        amazon::withOldSecret(std::move(*fresh), *before, dayOf(m_time.now()), known.suspectedAt.has_value());
    renewal.credentials = kept.encode();
    if (kept.old)
        renewal.oldSecretUntil = kept.old->until;
    return renewal;
}

} // namespace sk::profile
