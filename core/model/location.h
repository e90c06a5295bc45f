// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sk::model {

/// What is wrong with the place where a profile lies (GOV-3).
enum class LocationTrouble : std::uint8_t {
    CloudFolder,    ///< a synchronising client copies it to somebody's servers, and may put older files back
    NetworkDrive,   ///< SQLite's locks are not to be relied on there (sqlite.org/howtocorrupt.html); refused
    RemovableDrive, ///< can be lost or pulled out
};

/// Where a profile's files lie.
struct DataLocation
{
    std::string folder;
    std::vector<LocationTrouble> troubles;
    std::string provider; ///< of the cloud folder, as its maker calls it; empty without one
};

} // namespace sk::model
