// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <QDebug>

#include <functional>
#include <memory>
#include <optional>

namespace sk::secrets {

/// Bytes that must not leak: a cheap handle on a buffer in locked, guarded memory that is wiped when the last handle
/// goes. It cannot be printed, compared in variable time or turned into a string by accident. What it cannot wipe: the
/// copies that QtKeychain, QLineEdit and the network stack make of what passes through them.
class Secret
{
public:
    /// An empty secret.
    Secret() = default;

    [[nodiscard]] static Secret copyOf(ByteView bytes);
    /// Copies, then wipes the source.
    [[nodiscard]] static Secret take(std::span<std::uint8_t> bytes);
    /// Lets `fill` write straight into the locked buffer.
    [[nodiscard]] static Secret make(std::size_t size, const std::function<void(std::span<std::uint8_t>)> &fill);

    [[nodiscard]] ByteView view() const;
    [[nodiscard]] std::string_view text() const { return asText(view()); }
    [[nodiscard]] std::size_t size() const { return view().size(); }
    [[nodiscard]] bool isEmpty() const { return view().empty(); }

    /// Compares in time that depends on the sizes alone.
    [[nodiscard]] bool equals(const Secret &other) const;

private:
    class Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

/// Overwrites bytes in a way the compiler does not remove.
void wipe(std::span<std::uint8_t> bytes);
void wipe(std::string &text);

/// No core dumps, no debugger of other processes of this user, files for this user alone, no foreign plugins by
/// environment variable (SDLC-5). First line of every main().
void hardenProcess();

/// One line of an open file descriptor, without its end; what is behind kLongestLine is dropped. Nothing when there is
/// no line any more. The descriptor is closed.
[[nodiscard]] std::optional<Secret> readLine(int descriptor);

/// Longer than any that is taken: pasted addresses have 8 KB at most.
inline constexpr std::size_t kLongestLine = 16 * 1024;

/// What comes on an open file descriptor until its end, at most `most` bytes; it stays open.
[[nodiscard]] Secret readToEnd(int descriptor, std::size_t most);

/// The operating system's CSPRNG (libsodium).
[[nodiscard]] RandomSource systemRandom();

} // namespace sk::secrets

QDebug operator<<(QDebug, const sk::secrets::Secret &) = delete;
