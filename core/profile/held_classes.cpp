// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/held_classes.h"

#include "core/base/text.h"
#include "core/privacy/registry.h"

#include <array>

namespace sk::profile {

namespace {

constexpr std::array kOrder{
    HeldFields{"order id and ids of orders that belong to it", "orders",
               "key connection order_id aliases associated_orders fulfillment_orders"},
    HeldFields{"marketplace and sales channel", "orders", "marketplace_id marketplace_name channel"},
    HeldFields{"status, who ships it, service level, programmes", "orders",
               "status fulfilled_by service_level programs delivered"},
    HeldFields{"when it was placed, changed, shipped; by when to ship, deliver, print labels", "orders",
               "created_at updated_at shipped_at ship_by_earliest ship_by_latest deliver_by_earliest deliver_by_latest"
               " label_printing_earliest label_printing_latest"},
    HeldFields{"totals, taxes, currency, numbers of items and units", "orders",
               "currency grand_total items_total tax_total items units"},
    HeldFields{"when and by which request it came", "orders", "received_at refreshed_at origin address_asked_at"},
};
constexpr std::array kItem{
    HeldFields{"item id and position in the order", "order_item", "order_key item_id position associated_items"},
    HeldFields{"SKU, ASIN, title, condition", "order_item",
               "sku asin title condition_type condition_subtype condition_note"},
    HeldFields{"quantities", "order_item", "quantity quantity_fulfilled quantity_unfulfilled measurement"},
    HeldFields{"prices, tax, proceeds, points, promotions", "order_item",
               "currency unit_price item_price item_tax proceeds_total points_number points_value promotions"
               " price_designation"},
    HeldFields{"programmes, gift wrap, who cancelled", "order_item",
               "programs gift_wrap_level cancel_requester cancelled_by"},
};
constexpr std::array kHandling{
    HeldFields{"item and its scheduled delivery", "order_item_handling",
               "order_key item_id scheduled_delivery_earliest scheduled_delivery_latest"},
    HeldFields{"what shipping it demands: serial numbers, pallet, signature, age check, IOSS number",
               "order_item_handling",
               "serial_numbers pallet_delivery cash_on_delivery signature_confirmation recipient_identity_verification"
               " recipient_age_verification ioss_number substitution_type"},
    HeldFields{"products that may be sent instead", "order_item_substitute",
               "order_key item_id position sku asin title quantity measurement"},
};
constexpr std::array kAmounts{
    HeldFields{"order, item and kind of the amount", "order_proceeds", "order_key item_id line type subtype status"},
    HeldFields{"amount and currency", "order_proceeds", "currency amount"},
};
constexpr std::array kPackages{
    HeldFields{"package id, status, carrier, service", "order_package",
               "order_key package_id status detailed_status carrier shipping_service"},
    HeldFields{"when it was made and shipped", "order_package", "created_at shipped_at"},
    HeldFields{"items in it", "order_package_item", "order_key package_id position item_id quantity"},
};
constexpr std::array kMarketplaces{
    HeldFields{"marketplace, country, currency, language, domain", "marketplace",
               "connection id name country_code currency language domain"},
    HeldFields{"name of the store, whether it takes part or is suspended", "marketplace",
               "store_name participating suspended"},
    HeldFields{"when it came", "marketplace", "received_at"},
};
constexpr std::array kSealed{
    HeldFields{"the order it belongs to, when and by which request it came, its expiry day", "sealed_value",
               "connection order_id field expiry_day counted_from received_at origin box"},
};
constexpr std::array kHeldValues{
    HeldFields{"the hold and the order it belongs to, when and by which request it came, the last day of the hold",
               "held_value", "hold field connection order_id until_day received_at origin box"},
};
constexpr std::array kHolds{
    HeldFields{"order, kind, reason and last day of the hold, number of values", "hold",
               "id connection label order_id kind reason until_day held_values"},
    HeldFields{"who placed it and when, what ended it and when", "hold", "placed_by placed_at ended_by ended_at"},
};
constexpr std::array kHoldKeys{
    HeldFields{"one random value per hold", "", ""},
};
constexpr std::array kCredentials{
    HeldFields{"client id, client secret, the one before it for seven days, refresh token", "", ""},
};
constexpr std::array kConnections{
    HeldFields{"name, kind, region, seller id", "connection", "id kind label region selling_partner_id"},
    HeldFields{"application id and redirect address of a consent in the browser", "connection",
               "application_id redirect_url"},
    HeldFields{"state and its reason, deletion date", "connection", "state state_reason purge_on"},
    HeldFields{"addresses and certificate of a sample Amazon", "connection", "api_url token_url ca_pem"},
    HeldFields{"when it was made, authorised, its client secret entered", "connection",
               "created_at authorised_at secret_entered_at"},
    HeldFields{"until when a replaced client secret is kept, since when a leak is suspected", "connection",
               "old_secret_until suspected_at"},
    HeldFields{"features switched on, since when", "feature", "connection name enabled_at"},
};
constexpr std::array kMarks{
    HeldFields{"how far each data set is synced, its last error", "sync_cursor",
               "connection data_set state fresh_as_of last_error last_error_at"},
    HeldFields{"how many requests Amazon’s rate limit still allows", "rate_bucket",
               "connection operation tokens rate burst updated_at not_before"},
};
constexpr std::array kAudit{
    HeldFields{"number, time, who acted, what was done, outcome", "audit_entry",
               "seq time actor operation outcome http_status duration"},
    HeldFields{"connection, kind and number of rows, Amazon’s request id", "audit_entry",
               "connection data_class rows request_id"},
    HeldFields{"hash that chains it to the entry before", "audit_entry", "hash"},
};
constexpr std::array kExports{
    HeldFields{"where the file was written, what is in it, of which connections", "exported_file",
               "path data_set rows connections"},
    HeldFields{"SHA-256 of the file, when it was written", "exported_file", "sha256 exported_at"},
    HeldFields{"of a copy for a buyer: a keyed hash of its order’s id", "exported_file", "order_mark"},
};
constexpr std::array kCertificates{
    HeldFields{"the signed certificate, what it is about, when it was issued", "erasure_certificate",
               "id subject issued_at file"},
    HeldFields{"an erasure under way: what is erased, why, since when, what there was", "pending_erasure",
               "id scope subject label reason takes_all begun_at counts"},
};
constexpr std::array kRequests{
    HeldFields{"who asked, when it came, when it was recorded and done", "deletion_request",
               "id asked_by received_on recorded_at done_at"},
    HeldFields{"order id until the order is erased, then its certificate", "deletion_request_order",
               "request position order_id certificate"},
};
constexpr std::array kErasedOrders{
    HeldFields{"keyed hash of the order’s id, when it was erased", "erased_order", "mark erased_at"},
};
constexpr std::array kSigningKeys{
    HeldFields{"public keys to check certificates with, since when and until when each was used", "signing_key",
               "public_key made_at ended_at"},
};
constexpr std::array kSettings{
    HeldFields{"retention periods, the legal reason of a long one, the last day the clock was believed", "setting",
               "key value"},
    HeldFields{"the profile’s id", "meta", "key value"},
};
constexpr std::array kAcknowledgements{
    HeldFields{"who acknowledged which version of the rules, and when", "acknowledgement",
               "person rules acknowledged_at"},
};
constexpr std::array kExpiryKeys{
    HeldFields{"one random value per connection and its day", "", ""},
};
constexpr std::array kProfileKeys{
    HeldFields{"keys of vault, PII store, sealing, backups and signatures, wrapped per person", "", ""},
    HeldFields{"name and role of each person", "", ""},
};
constexpr std::array kDeviceSecret{
    HeldFields{"one random value", "", ""},
};
constexpr std::array kAnchor{
    HeldFields{"number and hash of the last audit entry, highest time seen, size of the vault", "", ""},
};
constexpr std::array kCanary{
    HeldFields{"one random value without meaning", "", ""},
};
constexpr std::array kProfileFile{
    HeldFields{"name and id of the profile, where its secrets are", "", ""},
    HeldFields{"names of the keychain entries", "", ""},
};

constexpr std::array kClasses{
    HeldClass{"pii-values", "Personal data of buyers, sealed",
              "Shipping orders that the seller ships themselves; only with the opt-in “fulfilment addresses”.",
              LiesIn::PiiStore, GuardedBy::SealingKeys, Ending::PiiDays, kSealed},
    HeldClass{"held-values", "Personal data on hold",
              "Tax or legal duties for single orders; only those the owner put on hold.", LiesIn::PiiStore,
              GuardedBy::HoldKeys, Ending::HoldEnds, kHeldValues},
    HeldClass{"orders", "Orders", "Bookkeeping: what was sold, where and for how much.", LiesIn::Vault,
              GuardedBy::VaultKey, Ending::OrdersMonths, kOrder},
    HeldClass{"order-items", "Order items", "Bookkeeping: what was sold, where and for how much.", LiesIn::Vault,
              GuardedBy::VaultKey, Ending::OrdersMonths, kItem},
    HeldClass{"order-handling", "Shipping demands of items", "Shipping orders as Amazon and the law demand.",
              LiesIn::Vault, GuardedBy::VaultKey, Ending::OrdersMonths, kHandling},
    HeldClass{"order-proceeds", "Amounts of orders", "Bookkeeping: what was sold, where and for how much.",
              LiesIn::Vault, GuardedBy::VaultKey, Ending::OrdersMonths, kAmounts},
    HeldClass{"order-packages", "Packages of orders", "Knowing what was shipped, and from when PII has to expire.",
              LiesIn::Vault, GuardedBy::VaultKey, Ending::OrdersMonths, kPackages},
    HeldClass{"marketplaces", "Marketplaces", "Knowing where the account sells, and asking only for those places.",
              LiesIn::Vault, GuardedBy::VaultKey, Ending::Connection, kMarketplaces},
    HeldClass{"connections", "Connections and features", "Knowing which accounts are connected and what they may do.",
              LiesIn::Vault, GuardedBy::VaultKey, Ending::Connection, kConnections},
    HeldClass{"sync-marks", "Marks of sync and rate limit", "Going on where the last sync stopped, at Amazon’s pace.",
              LiesIn::Vault, GuardedBy::VaultKey, Ending::Connection, kMarks},
    HeldClass{"credentials", "Credentials of connections", "Asking Amazon in the seller’s name.", LiesIn::Keychain,
              GuardedBy::Keychain, Ending::Disconnect, kCredentials},
    HeldClass{"audit-entries", "Audit history", "Proving what was done with data; Amazon asks for it.", LiesIn::Vault,
              GuardedBy::VaultKey, Ending::AuditMonths, kAudit},
    HeldClass{"export-files", "Exports remembered", "Finding exported files again when their data has to be erased.",
              LiesIn::Vault, GuardedBy::VaultKey, Ending::Erasure, kExports},
    HeldClass{"holds", "Register of holds", "Proving why personal data was kept longer, by whom and until when.",
              LiesIn::Vault, GuardedBy::VaultKey, Ending::HoldRecord, kHolds},
    HeldClass{"certificates", "Erasure certificates", "Proving that data was erased.", LiesIn::Vault,
              GuardedBy::VaultKey, Ending::Profile, kCertificates},
    HeldClass{"acknowledgements", "Acknowledgements of the acceptable-use rules",
              "Proving that whoever sees personal data knows what it may be used for.", LiesIn::Vault,
              GuardedBy::VaultKey, Ending::Profile, kAcknowledgements},
    HeldClass{"signing-keys", "Public keys of signatures",
              "Checking certificates, also after the profile’s keys were renewed.", LiesIn::Vault, GuardedBy::VaultKey,
              Ending::Profile, kSigningKeys},
    HeldClass{"deletion-requests", "Deletion requests", "Deleting what Amazon or a buyer asked for, in time.",
              LiesIn::Vault, GuardedBy::VaultKey, Ending::Profile, kRequests},
    HeldClass{"erased-orders", "Marks of erased orders", "Not storing again what was erased on request.", LiesIn::Vault,
              GuardedBy::VaultKey, Ending::Profile, kErasedOrders},
    HeldClass{"settings", "Settings", "Keeping what the owner decided.", LiesIn::Vault, GuardedBy::VaultKey,
              Ending::Profile, kSettings},
    HeldClass{"expiry-keys", "Expiry keys", "Opening sealed personal data until its day is over, and never after.",
              LiesIn::Keychain, GuardedBy::Keychain, Ending::EachDay, kExpiryKeys},
    HeldClass{"hold-keys", "Keys of holds", "Opening personal data on hold until the hold ends, and never after.",
              LiesIn::Keychain, GuardedBy::Keychain, Ending::HoldEnds, kHoldKeys},
    HeldClass{"profile-keys", "Keys of the profile", "Opening the files of this profile.", LiesIn::SlotFile,
              GuardedBy::DeviceSecret, Ending::Profile, kProfileKeys},
    HeldClass{"device-secret", "Secret of this device", "Opening the keys of the profile on this computer only.",
              LiesIn::Keychain, GuardedBy::Keychain, Ending::Profile, kDeviceSecret},
    HeldClass{"audit-anchor", "Anchor of the audit history", "Noticing an older or cut copy of the files.",
              LiesIn::Keychain, GuardedBy::Keychain, Ending::Profile, kAnchor},
    HeldClass{"keychain-canary", "Test entry of the keychain", "Noticing a keychain that is locked instead of empty.",
              LiesIn::Keychain, GuardedBy::Keychain, Ending::Profile, kCanary},
    HeldClass{"profile-file", "Description of the profile", "Listing the profile and finding its secrets.",
              LiesIn::PlainFiles, GuardedBy::Nothing, Ending::Profile, kProfileFile},
};

constexpr bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::span<const HeldClass> heldClasses()
{
    return kClasses;
}

const HeldClass *findHeldClass(std::string_view name)
{
    for (const HeldClass &row : kClasses) {
        if (row.name == name)
            return &row;
    }
    return nullptr;
}

std::string plainFieldName(std::string_view path)
{
    const std::size_t dot = path.rfind('.');
    std::string words;
    for (const char c : dot == std::string_view::npos ? path : path.substr(dot + 1)) {
        if (isCapital(c) || isDigit(c))
            words += ' ';
        words += lower(c);
    }
    return words;
}

std::vector<std::string> heldFields(const HeldClass &heldClass)
{
    std::vector<std::string> texts;
    if (heldClass.place == LiesIn::PiiStore) {
        for (const privacy::PiiField &field : privacy::kPiiFields) {
            if (field.keptFor)
                texts.push_back(plainFieldName(field.path));
        }
    }
    for (const HeldFields &fields : heldClass.fields)
        texts.emplace_back(fields.text);
    return texts;
}

std::string_view toWord(GuardedBy key, bool secretsInFile)
{
    switch (key) {
    case GuardedBy::VaultKey: return "vault-key";
    case GuardedBy::SealingKeys: return "sealing-keys";
    case GuardedBy::HoldKeys: return "hold-keys";
    case GuardedBy::Keychain: return secretsInFile ? "passphrase" : "keychain";
    case GuardedBy::DeviceSecret: return "device-secret";
    case GuardedBy::Nothing: break;
    }
    return "none";
}

std::string_view toWord(Ending ending)
{
    switch (ending) {
    case Ending::PiiDays: return "pii.days";
    case Ending::OrdersMonths: return "orders.months";
    case Ending::AuditMonths: return "audit.months";
    case Ending::EachDay: return "each-day";
    case Ending::Disconnect: return "disconnect";
    case Ending::Connection: return "connection";
    case Ending::HoldEnds: return "hold";
    case Ending::HoldRecord: return "hold-record";
    case Ending::Erasure: return "erasure";
    case Ending::Profile: break;
    }
    return "profile";
}

std::string_view placeOf(LiesIn place, bool secretsInFile)
{
    switch (place) {
    case LiesIn::Vault: return "vault.db";
    case LiesIn::PiiStore: return "pii.db";
    case LiesIn::Keychain: return secretsInFile ? "secrets.sealed" : "keychain";
    case LiesIn::SlotFile: return "slots";
    case LiesIn::PlainFiles: break;
    }
    return secretsInFile ? "profile.json" : "profile.json, keychain-entries";
}

const char *textOf(GuardedBy key, bool secretsInFile)
{
    switch (key) {
    case GuardedBy::VaultKey: return "Key of the vault";
    case GuardedBy::SealingKeys: return "A sealing key for each expiry day, below the key of the PII store";
    case GuardedBy::HoldKeys: return "A key for each hold, below the key of the PII store";
    case GuardedBy::Keychain:
        return secretsInFile ? "The passphrase of the sealed file" : "The keychain of the operating system";
    case GuardedBy::DeviceSecret: return "Secret of this device";
    case GuardedBy::Nothing: break;
    }
    return "None: it holds no secret and no seller data";
}

const char *textOf(Ending ending)
{
    switch (ending) {
    case Ending::PiiDays:
        return "%n day(s) after receipt, shipment or delivery, whichever is first: then its key is destroyed. At once when"
               " the connection is disconnected or the opt-in switched off.";
    case Ending::OrdersMonths:
        return "%n month(s) after receipt, or on the deletion date of a disconnected connection.";
    case Ending::AuditMonths: return "%n month(s) after it was written. It outlives the connection it tells of.";
    case Ending::EachDay:
        return "Overwritten when the day is over. Destroyed at once when the connection is disconnected.";
    case Ending::Disconnect: return "Destroyed at once when the connection is disconnected.";
    case Ending::Connection: return "On the deletion date of a disconnected connection, or when it is erased.";
    case Ending::HoldEnds:
        return "When its hold ends: after the hold’s last day, or when it is released. Then the key is destroyed. It outlives"
               " the disconnection of the connection.";
    case Ending::HoldRecord: return "%n month(s) after the hold ended, or when the connection is erased.";
    case Ending::Erasure:
        return "Together with the file, when a connection whose data is in it is erased. A file that was moved or changed"
               " stays noted until the profile is deleted.";
    case Ending::Profile: break;
    }
    return "When the profile is deleted.";
}

std::string endingText(Ending ending, int period)
{
    std::string text = textOf(ending);
    if (const std::size_t number = text.find("%n"); number != std::string::npos)
        text.replace(number, 2, std::to_string(period));
    if (const std::size_t plural = text.find("(s)"); plural != std::string::npos)
        text.replace(plural, 3, period == 1 ? "" : "s");
    return text;
}

} // namespace sk::profile
