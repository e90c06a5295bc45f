// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/words.h"

#include "ui/common/error_text.h"
#include "ui/common/text.h"

#include <utility>

namespace sk::ui {

using model::AuditOperation;
using model::ConnectionState;
using model::DataClass;

QString Words::region(std::string_view region)
{
    if (region == "na")
        return tr("North America");
    if (region == "eu")
        return tr("Europe");
    if (region == "fe")
        return tr("Far East");
    return toQString(region);
}

QString Words::dataSet(std::string_view name)
{
    if (name == "orders")
        return tr("Orders");
    if (name == "order-items")
        return tr("Order items");
    if (name == "marketplaces")
        return tr("Marketplaces");
    if (name == "addresses")
        return tr("Delivery addresses");
    return toQString(name);
}

QString Words::serviceLevel(std::string_view level)
{
    static constexpr std::pair<std::string_view, const char *> kLevels[] = {
        {"STANDARD", QT_TR_NOOP("Standard")},         {"EXPEDITED", QT_TR_NOOP("Expedited")},
        {"FREE_ECONOMY", QT_TR_NOOP("Free economy")}, {"SAME_DAY", QT_TR_NOOP("Same day")},
        {"NEXT_DAY", QT_TR_NOOP("Next day")},         {"SECOND_DAY", QT_TR_NOOP("Second day")},
        {"PRIORITY", QT_TR_NOOP("Priority")},         {"SCHEDULED", QT_TR_NOOP("Scheduled")},
    };
    for (const auto &[word, text] : kLevels) {
        if (word == level)
            return tr(text);
    }
    return toQString(level);
}

QString Words::state(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Active: return tr("Active");
    case ConnectionState::ReauthorisationNeeded: return tr("Authorise again");
    case ConnectionState::SecretRefused: return tr("Client secret refused");
    case ConnectionState::Disconnected: return tr("Disconnected");
    }
    Q_UNREACHABLE();
}

Tone Words::tone(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Active: return Tone::Good;
    case ConnectionState::ReauthorisationNeeded:
    case ConnectionState::SecretRefused: return Tone::Bad;
    case ConnectionState::Disconnected: return Tone::Neutral;
    }
    Q_UNREACHABLE();
}

QString Words::feature(model::Feature feature)
{
    switch (feature) {
    case model::Feature::FulfilmentAddresses: return tr("Fulfilment addresses");
    }
    Q_UNREACHABLE();
}

QString Words::operation(AuditOperation operation)
{
    switch (operation) {
    case AuditOperation::ProfileCreated: return tr("Profile created");
    case AuditOperation::ProfileOpened: return tr("Profile opened");
    case AuditOperation::ProfileClosed: return tr("Profile closed");
    case AuditOperation::ConnectionAdded: return tr("Connection added");
    case AuditOperation::ConnectionTested: return tr("Connection tested");
    case AuditOperation::ConnectionDisconnected: return tr("Connection disconnected");
    case AuditOperation::ConnectionPurged: return tr("Connection’s rows deleted");
    case AuditOperation::ConnectionStateChanged: return tr("Connection’s state changed");
    case AuditOperation::ErasureCertified: return tr("Erasure certified");
    case AuditOperation::OrphansRemoved: return tr("Leftover keychain entries removed");
    case AuditOperation::ConsentStarted: return tr("Consent started");
    case AuditOperation::ConsentAnswered: return tr("Consent answered");
    case AuditOperation::ConnectionExported: return tr("Connection exported");
    case AuditOperation::FeatureEnabled: return tr("Feature switched on");
    case AuditOperation::FeatureDisabled: return tr("Feature switched off");
    case AuditOperation::RetentionChanged: return tr("Retention changed");
    case AuditOperation::HoldPlaced: return tr("Order put on hold");
    case AuditOperation::HoldReleased: return tr("Hold released");
    case AuditOperation::PiiSealed: return tr("Personal data sealed");
    case AuditOperation::PiiRemoved: return tr("Personal data removed unread");
    case AuditOperation::PiiExpired: return tr("Personal data expired");
    case AuditOperation::RatchetDestroyed: return tr("Expiry keys destroyed");
    case AuditOperation::RatchetRestarted: return tr("Expiry keys restarted");
    case AuditOperation::RowsExpired: return tr("Rows expired");
    case AuditOperation::PiiDamaged: return tr("Damaged personal data removed");
    case AuditOperation::DataExported: return tr("Data exported");
    case AuditOperation::AuditExported: return tr("Audit history exported");
    case AuditOperation::AuditVerified: return tr("Audit history verified");
    case AuditOperation::AuditPruned: return tr("Oldest audit entries removed");
    case AuditOperation::KeysRotated: return tr("Keys renewed");
    case AuditOperation::LeakSuspected: return tr("Leak suspected");
    case AuditOperation::LeakResolved: return tr("Leaked credentials replaced");
    case AuditOperation::OldSecretDestroyed: return tr("Replaced client secret destroyed");
    case AuditOperation::TokenRefreshed: return tr("Access token fetched");
    case AuditOperation::CodeExchanged: return tr("Consent exchanged for tokens");
    case AuditOperation::GetMarketplaceParticipations: return tr("Marketplaces asked for");
    case AuditOperation::SearchOrders: return tr("Orders asked for");
    case AuditOperation::GetOrder: return tr("Single order asked for");
    case AuditOperation::PiiRevealedForFulfilment: return tr("Address shown, for fulfilment");
    case AuditOperation::PiiRevealedForTax: return tr("Address shown, for tax");
    case AuditOperation::PiiRevealedForLegal: return tr("Address shown, for legal reasons");
    case AuditOperation::PiiRevealedForSlips: return tr("Address printed on a packing slip");
    case AuditOperation::PackingSlipsMade: return tr("Packing slips written");
    case AuditOperation::PiiUsedInPassing: return tr("Postal codes used in passing");
    case AuditOperation::AcceptableUseAcknowledged: return tr("Acceptable-use rules acknowledged");
    case AuditOperation::BuyerExported: return tr("Copy for a buyer written");
    case AuditOperation::OrderErased: return tr("Order erased");
    case AuditOperation::RequestRecorded: return tr("Deletion request recorded");
    }
    return tr("Unknown operation");
}

QString Words::dataClass(DataClass dataClass)
{
    switch (dataClass) {
    case DataClass::None: return tr("—");
    case DataClass::Credentials: return tr("Credentials");
    case DataClass::Orders: return tr("Orders");
    case DataClass::Pii: return tr("Personal data");
    case DataClass::Marketplaces: return tr("Marketplaces");
    case DataClass::Audit: return tr("Audit history");
    case DataClass::Settings: return tr("Settings");
    }
    return tr("—");
}

QString Words::actor(model::AuditActor actor)
{
    switch (actor) {
    case model::AuditActor::System: return tr("Sellerkeep by itself");
    case model::AuditActor::Owner: return tr("Owner");
    }
    return tr("—");
}

QString Words::outcome(const model::AuditEvent &event)
{
    return event.error ? ErrorText::brief(*event.error) : tr("Done");
}

} // namespace sk::ui
