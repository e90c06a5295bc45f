// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/connection_repository.h"

#include <algorithm>

namespace sk::records {

namespace {

constexpr std::string_view kAll =
    "SELECT id, label, region, selling_partner_id, state, state_reason, api_url, token_url, ca_pem, created_at, authorised_at,"
    " secret_entered_at, purge_on, kind, application_id, redirect_url, old_secret_until, suspected_at FROM connection ORDER BY created_at, id";
constexpr std::string_view kInsert =
    "INSERT INTO connection (id, label, region, selling_partner_id, state, state_reason, api_url, token_url, ca_pem, created_at,"
    " authorised_at, secret_entered_at, purge_on, kind, application_id, redirect_url)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
constexpr std::string_view kSetState =
    "UPDATE connection SET state = ?2, state_reason = ?3, purge_on = ?4 WHERE id = ?1";
constexpr std::string_view kSetAuthorised =
    "UPDATE connection SET authorised_at = ?2, secret_entered_at = ?3, api_url = ?4, token_url = ?5, ca_pem = ?6,"
    " application_id = ?7, redirect_url = ?8,"
    " selling_partner_id = CASE WHEN selling_partner_id = '' THEN ?9 ELSE selling_partner_id END WHERE id = ?1";
constexpr std::string_view kSetOldSecret = "UPDATE connection SET old_secret_until = ?2 WHERE id = ?1";
constexpr std::string_view kSetSuspected = "UPDATE connection SET suspected_at = ?2 WHERE id = ?1";
constexpr std::string_view kRemove = "DELETE FROM connection WHERE id = ?1";
constexpr std::string_view kFeatures = "SELECT name FROM feature WHERE connection = ?1 ORDER BY name";
constexpr std::string_view kEnable = "INSERT OR IGNORE INTO feature (connection, name, enabled_at) VALUES (?1, ?2, ?3)";
constexpr std::string_view kDisable = "DELETE FROM feature WHERE connection = ?1 AND name = ?2";
constexpr std::string_view kMarketplaces =
    "SELECT id, name, country_code, currency, language, domain, store_name, participating, suspended FROM marketplace"
    " WHERE connection = ?1 ORDER BY country_code, id";
constexpr std::string_view kUpsertMarketplace =
    "INSERT INTO marketplace (connection, id, name, country_code, currency, language, domain, store_name, participating,"
    " suspended, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (connection, id) DO UPDATE SET"
    " name = ?3, country_code = ?4, currency = ?5, language = ?6, domain = ?7, store_name = ?8, participating = ?9,"
    " suspended = ?10, received_at = ?11";
constexpr std::string_view kRemoveMarketplaces = "DELETE FROM marketplace WHERE connection = ?1";

std::optional<Day> optionalDay(const vault::Statement &row, int column)
{
    const auto number = row.optionalInteger(column);
    return number ? std::optional(fromDayNumber(static_cast<std::int32_t>(*number))) : std::nullopt;
}

std::optional<std::int64_t> dayNumber(const std::optional<Day> &day)
{
    return day ? std::optional(std::int64_t{toDayNumber(*day)}) : std::nullopt;
}

model::Connection connectionFrom(const vault::Statement &row)
{
    model::Connection connection;
    connection.id = {row.text(0)};
    connection.label = row.text(1);
    connection.region = row.text(2);
    connection.sellingPartnerId = row.text(3);
    connection.state =
        model::connectionStateFromWord(row.text(4)).value_or(model::ConnectionState::ReauthorisationNeeded);
    if (const std::string reason = row.text(5); !reason.empty())
        connection.stateReason = errorKindFromWord(reason);
    if (const std::string api = row.text(6); !api.empty())
        connection.endpoint = model::CustomEndpoint{api, row.text(7), row.text(8)};
    connection.createdAt = row.time(9);
    connection.authorisedAt = row.time(10);
    connection.secretEnteredAt = row.time(11);
    connection.purgeOn = optionalDay(row, 12);
    connection.kind = model::connectionKindFromWord(row.text(13)).value_or(model::ConnectionKind::SellingPartner);
    connection.applicationId = row.text(14);
    connection.redirectUrl = row.text(15);
    connection.oldSecretUntil = optionalDay(row, 16);
    connection.suspectedAt = row.optionalTime(17);
    return connection;
}

} // namespace

Result<std::vector<model::Connection>> ConnectionRepository::all() const
{
    SK_ASSIGN(vault::Statement select, m_database.prepare(kAll));
    std::vector<model::Connection> connections;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            break;
        connections.push_back(connectionFrom(select));
    }
    for (model::Connection &connection : connections) {
        SK_ASSIGN(connection.features, features(connection.id));
    }
    return connections;
}

Result<model::Connection> ConnectionRepository::find(const model::ConnectionId &id) const
{
    SK_ASSIGN(std::vector<model::Connection> connections, all());
    for (model::Connection &connection : connections) {
        if (connection.id == id)
            return std::move(connection);
    }
    return fail(ErrorKind::NotFound, "no such connection");
}

Result<void> ConnectionRepository::add(const model::Connection &connection) const
{
    SK_ASSIGN(vault::Statement insert, m_database.prepare(kInsert));
    const model::CustomEndpoint endpoint = connection.endpoint.value_or(model::CustomEndpoint());
    return insert.run(connection.id.value, connection.label, connection.region, connection.sellingPartnerId,
                      model::toWord(connection.state),
                      connection.stateReason ? sk::toWord(*connection.stateReason) : std::string_view(),
                      endpoint.apiUrl, endpoint.tokenUrl, endpoint.caPem, connection.createdAt, connection.authorisedAt,
                      connection.secretEnteredAt, dayNumber(connection.purgeOn), model::toWord(connection.kind),
                      connection.applicationId, connection.redirectUrl);
}

Result<void> ConnectionRepository::setState(const model::ConnectionId &id, model::ConnectionState state,
                                            std::optional<ErrorKind> reason, std::optional<Day> purgeOn) const
{
    SK_ASSIGN(vault::Statement update, m_database.prepare(kSetState));
    return update.run(id.value, model::toWord(state), reason ? sk::toWord(*reason) : std::string_view(),
                      dayNumber(purgeOn));
}

Result<void> ConnectionRepository::setAuthorised(const model::ConnectionId &id, const model::Connection &as) const
{
    const model::CustomEndpoint custom = as.endpoint.value_or(model::CustomEndpoint());
    SK_ASSIGN(vault::Statement update, m_database.prepare(kSetAuthorised));
    return update.run(id.value, as.authorisedAt, as.secretEnteredAt, custom.apiUrl, custom.tokenUrl, custom.caPem,
                      as.applicationId, as.redirectUrl, as.sellingPartnerId);
}

Result<void> ConnectionRepository::setOldSecret(const model::ConnectionId &id, std::optional<Day> until) const
{
    SK_ASSIGN(vault::Statement update, m_database.prepare(kSetOldSecret));
    return update.run(id.value, dayNumber(until));
}

Result<void> ConnectionRepository::setSuspected(const model::ConnectionId &id, std::optional<Time> since) const
{
    SK_ASSIGN(vault::Statement update, m_database.prepare(kSetSuspected));
    return update.run(id.value, since);
}

Result<void> ConnectionRepository::remove(const model::ConnectionId &id) const
{
    SK_ASSIGN(vault::Statement remove, m_database.prepare(kRemove));
    return remove.run(id.value);
}

Result<void> ConnectionRepository::setFeature(const model::ConnectionId &id, model::Feature feature, bool enabled,
                                              Time now) const
{
    if (enabled) {
        SK_ASSIGN(vault::Statement enable, m_database.prepare(kEnable));
        return enable.run(id.value, model::toWord(feature), now);
    }
    SK_ASSIGN(vault::Statement disable, m_database.prepare(kDisable));
    return disable.run(id.value, model::toWord(feature));
}

Result<std::vector<model::Feature>> ConnectionRepository::features(const model::ConnectionId &id) const
{
    SK_ASSIGN(vault::Statement select, m_database.prepare(kFeatures));
    SK_TRY(select.bindAll(id.value));
    std::vector<model::Feature> features;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return features;
        if (const auto feature = model::featureFromWord(select.text(0)))
            features.push_back(*feature);
    }
}

Result<std::vector<model::Marketplace>> ConnectionRepository::marketplaces(const model::ConnectionId &id) const
{
    SK_ASSIGN(vault::Statement select, m_database.prepare(kMarketplaces));
    SK_TRY(select.bindAll(id.value));
    std::vector<model::Marketplace> marketplaces;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return marketplaces;
        marketplaces.push_back({{select.text(0)},
                                select.text(1),
                                select.text(2),
                                select.text(3),
                                select.text(4),
                                select.text(5),
                                select.text(6),
                                select.integer(7) != 0,
                                select.integer(8) != 0});
    }
}

Result<std::int64_t> ConnectionRepository::replaceMarketplaces(const model::ConnectionId &id,
                                                               const std::vector<model::Marketplace> &marketplaces,
                                                               Time received) const
{
    SK_ASSIGN(const std::vector<model::Marketplace> before, this->marketplaces(id));
    SK_ASSIGN(vault::Statement remove, m_database.prepare(kRemoveMarketplaces));
    SK_TRY(remove.run(id.value));
    SK_ASSIGN(vault::Statement upsert, m_database.prepare(kUpsertMarketplace));
    std::int64_t stored = 0;
    for (const model::Marketplace &m : marketplaces) {
        SK_TRY(upsert.run(id.value, m.id.value, m.name, m.countryCode, m.currency, m.language, m.domain, m.storeName,
                          m.participating, m.suspended, received));
        stored += std::find(before.begin(), before.end(), m) == before.end() ? 1 : 0;
    }
    return stored;
}

} // namespace sk::records
