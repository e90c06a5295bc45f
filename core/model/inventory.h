// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/ids.h"
#include "core/model/location.h"

#include <optional>
#include <vector>

namespace sk::model {

/// What is held of one class of data, of one connection or of all.
struct Held
{
    std::int64_t rows = 0;       ///< rows, sealed values, keychain entries or files: what the class consists of
    std::optional<Time> oldest;  ///< when the first of it came; absent where no time is kept
    std::optional<Time> newest;  ///< when the last of it came, or was refreshed
    std::optional<Day> goesFrom; ///< UTC day from which the next of it goes by itself; absent: only when it is told to

    friend bool operator==(const Held &, const Held &) = default;
};

struct HeldOfConnection
{
    ConnectionId connection;
    std::optional<std::string> label; ///< as the user named it; absent when there is no such connection any more
    Held held;
};

/// One class of data. What it is, what for, under which key and where stands in profile/held_classes.h under its name.
struct InventoryClass
{
    std::string name;
    Held held;
    int period = 0; ///< days or months after which it goes, as its ending says; 0 where there is no such period
    std::vector<HeldOfConnection> connections; ///< those that hold something; empty for what belongs to none
};

/// Every class of data a profile holds (RET-6), and where it lies (GOV-3).
struct Inventory
{
    Time taken{};
    DataLocation location;
    bool secretsInFile = false; ///< the keychain's part is a file sealed with a passphrase
    std::vector<InventoryClass> classes;
};

} // namespace sk::model
