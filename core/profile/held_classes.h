// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sk::profile {

// Every class of data a profile holds (RET-6): what it is, what for, under which key, where, and how it ends. The texts
// are English, for the command line; the window translates them as they stand here (context kHeldTexts), and tests hold
// the table against both schemas and against the translations.

inline constexpr const char *kHeldTexts = "sk::profile::HeldClasses";

enum class GuardedBy { VaultKey, SealingKeys, HoldKeys, Keychain, DeviceSecret, Nothing };
enum class LiesIn { Vault, PiiStore, Keychain, SlotFile, PlainFiles };
enum class Ending {
    PiiDays,      ///< on its expiry day, by the death of its key
    OrdersMonths, ///< its period after receipt, or with its connection
    AuditMonths,
    EachDay,    ///< overwritten when the day is over
    Disconnect, ///< as soon as its connection is disconnected
    Connection, ///< with its connection
    HoldEnds,   ///< with the tax or legal hold it is kept for
    HoldRecord, ///< a while after its hold ended
    Erasure,    ///< by the erasure of a connection it belongs to
    Profile,    ///< with the profile
};

/// A few columns in plain words.
struct HeldFields
{
    const char *text;
    std::string_view table;   ///< empty: not in a database
    std::string_view columns; ///< separated by blanks
};

struct HeldClass
{
    std::string_view name; ///< stable: `orders`, `pii-values`, …
    const char *title;
    const char *purpose;
    LiesIn place;
    GuardedBy key;
    Ending ending;
    std::span<const HeldFields> fields; ///< of pii-values only what surrounds a value; see heldFields()
};

/// In the order in which they are shown.
[[nodiscard]] std::span<const HeldClass> heldClasses();
/// Null for a name that is none.
[[nodiscard]] const HeldClass *findHeldClass(std::string_view name);
/// What the class consists of, in plain words; of pii-values each field of the PII registry that may be kept.
[[nodiscard]] std::vector<std::string> heldFields(const HeldClass &heldClass);
/// The last part of a registry's path as words: "address line 1" for `recipient.deliveryAddress.addressLine1`.
[[nodiscard]] std::string plainFieldName(std::string_view path);

/// Stable words: `vault-key`, `orders.months`, …
[[nodiscard]] std::string_view toWord(GuardedBy key, bool secretsInFile);
[[nodiscard]] std::string_view toWord(Ending ending);
/// The file below the profile's folder, or `keychain`.
[[nodiscard]] std::string_view placeOf(LiesIn place, bool secretsInFile);

/// Sentences, for heldTexts' translation; %n stands for the class's period.
[[nodiscard]] const char *textOf(GuardedBy key, bool secretsInFile);
[[nodiscard]] const char *textOf(Ending ending);
/// The English sentence with its number.
[[nodiscard]] std::string endingText(Ending ending, int period);

} // namespace sk::profile
