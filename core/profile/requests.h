// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"
#include "core/model/buyer.h"
#include "core/model/hold.h"
#include "core/model/fulfilment.h"
#include "core/model/views.h"
#include "core/secrets/secret.h"

#include <filesystem>

namespace sk::profile {

// What is asked of a Session, and what it answers where the model has no word for it.

/// A profile as lists show it.
struct ProfileInfo
{
    std::string id;   ///< UUID; names the folder and the keychain entries
    std::string name; ///< the user's own
    std::filesystem::path folder;
};

/// What self-authorisation needs (sp-api.md 2.6).
struct ConnectRequest
{
    std::string region; ///< na, eu, fe
    std::string label;
    std::string sellingPartnerId;
    std::vector<std::string> marketplaces; ///< empty: all the account participates in
    std::string clientId;
    secrets::Secret clientSecret;
    secrets::Secret refreshToken;
    std::optional<model::CustomEndpoint> endpoint;
    std::vector<model::Feature> features; ///< opt-ins that the user switched on before connecting
    /// New credentials for this connection: its rows stay, region and endpoint are its own. A disconnected one becomes
    /// active again, its PII stays gone.
    std::optional<model::ConnectionId> replaces;
};

/// What a consent in the browser needs (sp-api.md 2.4; Ads: section 12): the application as its developer registered
/// it.
struct ConsentRequest
{
    model::ConnectionKind kind = model::ConnectionKind::SellingPartner;
    std::string marketplace; ///< SP-API: country code or id of the account's home
    std::string region;      ///< na, eu, fe; SP-API: may be empty, else the marketplace must lie in it
    std::string label;
    std::string applicationId; ///< SP-API only
    bool draft = false;        ///< SP-API only: the application is not published
    std::string redirectUrl;   ///< where the redirect page lies
    std::string clientId;      ///< empty with `replaces`: the one in the keychain, and the same for the secret
    secrets::Secret clientSecret;
    std::optional<model::CustomEndpoint> endpoint;
    std::vector<model::Feature> features;
    /// Renew this connection's authorisation: of the same seller, in the same region, for the same marketplaces.
    std::optional<model::ConnectionId> replaces;
    std::string closingTitle; ///< what the browser shows at the end, in the user's language
    std::string closingText;
};

/// A consent that waits for its answer.
struct ConsentStarted
{
    std::string id;
    std::string address;    ///< Amazon's page, for the browser
    bool listening = false; ///< the answer can come by itself; else it has to be pasted
    std::chrono::seconds timeLeft{0};
};

/// A connection for another machine, as a file that only the passphrase opens.
struct ConnectionExport
{
    model::ConnectionId connection;
    std::filesystem::path output;
    secrets::Secret passphrase; ///< of the file alone; must keep the rules of passphrase_rules.h
};

struct ConnectionImport
{
    std::filesystem::path input;
    secrets::Secret passphrase;
    std::string label; ///< empty: as in the file
    std::vector<model::Feature> features;
};

struct ConnectResult
{
    model::ConnectionId connection;
    std::vector<model::Marketplace> marketplaces;
};

struct SyncRequest
{
    std::optional<model::ConnectionId> connection; ///< none: all active ones
    std::vector<std::string> dataSets;             ///< empty: all
    std::optional<Day> since;                      ///< where the history begins; none: as far back as Amazon has it
};

/// A tax or legal hold on one order.
struct HoldRequest
{
    model::ConnectionId connection;
    model::OrderId order;
    model::HoldKind kind = model::HoldKind::Tax;
    std::string reason; ///< one line, 3 to 200 characters, without PII
    Day until{};        ///< the last day
};

/// A file to be written with rows of a data set. No PII column exists.
struct ExportRequest
{
    std::string dataSet;
    std::string format; ///< csv, jsonl, xlsx
    std::filesystem::path output;
    std::optional<Day> since;
    std::optional<Day> until;
};

/// A look at what is sealed of these orders (ACC-2). Fulfilment: open ones only.
struct RevealRequest
{
    std::vector<model::OrderRef> orders;
    model::RevealPurpose purpose = model::RevealPurpose::Fulfilment;
    std::optional<std::filesystem::path> slips; ///< packing slips are going to be written there, and nothing shown
};

/// One order's personal data, to be shown for a while or printed.
struct RevealedAddress
{
    model::Shipment shipment;
    secrets::Secret values; ///< one for each of the shipment's fields; addressValues() takes them apart
};

struct Revealed
{
    std::vector<RevealedAddress> addresses; ///< as asked for
    std::chrono::seconds showFor{0};
};

/// A file with packing slips that was written for the user.
struct SlipsMade
{
    std::vector<model::OrderRef> orders; ///< one slip for each
    std::filesystem::path output;
};

/// A copy of what is held about an order, for its buyer.
struct BuyerExport
{
    model::OrderId order;
    std::filesystem::path output;
    bool json = true; ///< false: the caller writes the file, in another format
};

/// What is held about an order, with what the personal values say.
struct BuyerCopy
{
    model::OrderFound found;
    /// One for each personal value of each holding, in that order; empty: it cannot be read. None at all once they are
    /// in the file that was asked for.
    std::vector<secrets::Secret> values;
};

struct AuditExportRequest
{
    std::filesystem::path output; ///< .csv writes CSV, everything else JSON Lines
    model::AuditFilter filter;
};

} // namespace sk::profile
