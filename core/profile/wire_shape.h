// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/wire_writer.h"

namespace sk::profile {

namespace wire {

/// A text for the shape of a type: what it is made of, down to the values of its enums. Two programs whose texts differ
/// do not understand each other.
template <typename T>
void describe(std::string &shape)
{
    if constexpr (std::is_same_v<T, bool>) {
        shape += 'b';
    } else if constexpr (std::is_enum_v<T>) {
        shape += 'e';
        for (unsigned value = 0; value <= std::numeric_limits<std::uint8_t>::max(); ++value) {
            if (isKnown(static_cast<T>(value)))
                shape += std::to_string(value) + ',';
        }
    } else if constexpr (std::is_integral_v<T>) {
        shape += 'i' + std::to_string(sizeof(T));
    } else if constexpr (std::is_same_v<T, std::string>) {
        shape += 't';
    } else if constexpr (std::is_same_v<T, std::filesystem::path>) {
        shape += 'p';
    } else if constexpr (std::is_same_v<T, secrets::Secret>) {
        shape += 's';
    } else if constexpr (kIsDuration<T>) {
        shape += 'd' + std::to_string(T::period::num) + '/' + std::to_string(T::period::den);
    } else if constexpr (kIsTimePoint<T>) {
        shape += '@';
        describe<typename T::duration>(shape);
    } else if constexpr (kIsOptional<T>) {
        shape += '?';
        describe<typename T::value_type>(shape);
    } else if constexpr (kIsVector<T>) {
        shape += '*';
        describe<typename T::value_type>(shape);
    } else if constexpr (kIsResult<T>) {
        shape += '!';
        if constexpr (!std::is_void_v<typename T::value_type>)
            describe<typename T::value_type>(shape);
    } else {
        T value{};
        shape += '{';
        std::apply([&shape](auto &...members) { (describe<std::remove_reference_t<decltype(members)>>(shape), ...); },
                   membersOf(value));
        shape += '}';
    }
}

} // namespace wire

} // namespace sk::profile
