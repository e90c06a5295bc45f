// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/model/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sk::model {

/// Everything the audit log can tell. The numbers are part of the hashed bytes: never reuse or renumber one.
enum class AuditOperation : std::uint8_t {
    ProfileCreated = 1,
    ProfileOpened = 2,
    ProfileClosed = 3,
    ConnectionAdded = 10,
    ConnectionTested = 11,
    ConnectionDisconnected = 12,
    ConnectionPurged = 13,
    ConnectionStateChanged = 14,
    ErasureCertified = 15, ///< rows = all that went; the request id is the SHA-256 of the certificate
    OrphansRemoved = 16,   ///< keychain entries of a connection that a crash left unfinished
    ConsentStarted = 17,
    ConsentAnswered = 18,    ///< what came back from the browser, or was pasted; its error if it was refused
    ConnectionExported = 19, ///< credentials went into a sealed file
    FeatureEnabled = 20,
    FeatureDisabled = 21,
    RetentionChanged = 22,
    HoldPlaced = 26,   ///< rows = values that were sealed under a tax or legal hold
    HoldReleased = 27, ///< its key is destroyed; rows = values that died
    PiiSealed = 30,
    PiiRemoved = 31, ///< arrived unasked or too old, and was removed before storage
    PiiExpired = 32, ///< the ratchet moved on; rows = values that died
    RatchetDestroyed = 33,
    RatchetRestarted = 34, ///< a wrong clock had run ahead; a fresh one starts at the true day
    RowsExpired = 35,
    PiiDamaged = 36, ///< sealed values that no key opened any more were removed
    DataExported = 40,
    AuditExported = 41,
    AuditVerified = 42,
    AuditPruned = 43,        ///< rows = number of the last entry that goes; the request id is its hash
    KeysRotated = 45,        ///< the profile has new keys; rows = PII values sealed anew
    LeakSuspected = 46,      ///< of a connection, or without one of the whole profile
    LeakResolved = 47,       ///< every credential that may have leaked was replaced
    OldSecretDestroyed = 48, ///< a replaced client secret, when Amazon takes it no longer
    TokenRefreshed = 50,     ///< LWA, grant_type=refresh_token
    CodeExchanged = 51,      ///< LWA, grant_type=authorization_code
    GetMarketplaceParticipations = 60,
    SearchOrders = 61,
    GetOrder = 62,
    PiiRevealedForFulfilment = 80, ///< one entry for each order revealed; rows = its values
    PiiRevealedForTax = 81,
    PiiRevealedForLegal = 82,
    PiiRevealedForSlips = 83,       ///< to be printed on packing slips
    PackingSlipsMade = 84,          ///< the file was written; rows = slips
    PiiUsedInPassing = 85,          ///< values were opened, used and forgotten, seen by nobody; rows = orders
    AcceptableUseAcknowledged = 86, ///< rows = version of the rules
    BuyerExported = 87,             ///< a copy for the buyer; rows = values in it
    OrderErased = 88,               ///< rows = rows and values that went
    RequestRecorded = 89,           ///< a deletion request came into the register; rows = its orders
};

/// What kind of data an entry speaks of.
enum class DataClass : std::uint8_t {
    None = 0,
    Credentials = 1,
    Orders = 2,
    Pii = 3,
    Marketplaces = 4,
    Audit = 5,
    Settings = 6
};

/// Who acted.
enum class AuditActor : std::uint8_t { System = 0, Owner = 1 };

/// One entry as it is made. No free text exists in it, so nothing can leak through it (LOG-3).
struct AuditEvent
{
    AuditActor actor = AuditActor::System;
    AuditOperation operation = AuditOperation::ProfileOpened;
    ConnectionId connection;
    DataClass dataClass = DataClass::None;
    std::int64_t rows = 0;
    std::optional<ErrorKind> error{}; ///< none: it succeeded
    int httpStatus = 0;               ///< 0: no HTTP answer
    std::string requestId{};          ///< x-amzn-RequestId, cut to letters, digits, `-`, 64 characters
    std::chrono::milliseconds duration{0};
};

/// One entry as it stands in the chain.
struct AuditEntry
{
    std::int64_t seq = 0;
    Time time;
    AuditEvent event;
};

/// Which entries to show. Empty members do not restrict.
struct AuditFilter
{
    std::optional<Time> since;
    std::optional<Time> until;
    std::optional<AuditOperation> operation;
    std::optional<bool> succeeded;
    std::optional<ConnectionId> connection;
};

/// The outcome of checking the whole chain.
struct AuditVerification
{
    std::int64_t entries = 0;
    std::string head;                     ///< hexadecimal hash of the last entry
    std::optional<std::int64_t> firstBad; ///< sequence of the first entry that does not fit
    std::int64_t pruned = 0;              ///< entries before these that went for their age, as the keychain knows

    [[nodiscard]] bool intact() const { return !firstBad; }
};

/// Stable words: `searchOrders`, `pii.expired`, `orders`, `owner`, …
[[nodiscard]] std::string_view toWord(AuditOperation operation);
[[nodiscard]] std::string_view toWord(DataClass dataClass);
[[nodiscard]] std::string_view toWord(AuditActor actor);
[[nodiscard]] std::optional<AuditOperation> auditOperationFromWord(std::string_view word);
/// Every operation, in the order of their numbers.
[[nodiscard]] std::vector<AuditOperation> allAuditOperations();
/// `ok`, or the word of the error.
[[nodiscard]] std::string_view outcomeWord(const AuditEvent &event);

} // namespace sk::model
