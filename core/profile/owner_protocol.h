// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

class QLocalSocket;

namespace sk::profile {

// How a second process speaks to the owner of a profile, over a local socket that only this user can open. Frames: a
// 32-bit length and so many bytes, integers big-endian. Both sides prove that they can open a key slot of the profile
// before anything of it is said:
//   client  shape 32, nonce 16
//   owner   shape 32, nonce 16, proof 16        shape: what both understand (wireShape)
//   client  proof 16
//   owner   Welcome
//   client  id, number in SessionCalls, arguments     as often as it likes, without waiting
//   owner   Accepted id                               before it begins the work
//   owner   Answer id, Result
//   owner   Signal number in SessionSignals, arguments    to every client
// Every message of the owner says whether a sync runs. An owner that closes the line did nothing of what it has not
// accepted: the client asks the next owner, or becomes it. Secrets are sealed under a key of their own.

/// Socket name, or path where one fits into a socket address: inside the profile's private folder.
[[nodiscard]] QString ownerSocketName(const ProfileInfo &profile);

inline constexpr std::size_t kNonceSize = 16;
inline constexpr std::size_t kProofSize = 16;
/// Before the proof nothing longer is read.
inline constexpr std::size_t kLongestGreeting = 256;
/// A pasted CA file and three secrets have a few kilobytes; audit entries are asked for by the thousand.
inline constexpr std::size_t kLongestCall = 1024 * 1024;
/// Eight million audit sequence numbers.
inline constexpr std::size_t kLongestAnswer = 64 * 1024 * 1024;
/// An owner that works answers at once; only a hanging one takes longer.
inline constexpr std::chrono::seconds kOwnerPatience{5};

enum class OwnerMessage : std::uint8_t { Welcome, Accepted, Answer, Signal };
[[nodiscard]] constexpr bool isKnown(OwnerMessage message)
{
    return message <= OwnerMessage::Signal;
}
enum class Side { Owner, Client };

/// A hash over this program's version, SessionCalls, SessionSignals and every type in them.
[[nodiscard]] const Sha256 &wireShape();

/// What both sides said in clear.
struct Greetings
{
    Bytes clientShape;
    Bytes clientNonce;
    Bytes ownerShape;
    Bytes ownerNonce;
};

[[nodiscard]] Bytes newNonce(const RandomSource &random);
/// Proof of knowing `key`, bound to both greetings and to the side that gives it.
[[nodiscard]] Bytes ownerProof(const secrets::Secret &key, Side side, const Greetings &greetings);
/// The key for the secrets of one line.
[[nodiscard]] secrets::Secret lineKey(const secrets::Secret &key, const Greetings &greetings);
/// Compares in constant time.
[[nodiscard]] bool sameProof(ByteView given, ByteView expected);

void sendFrame(QLocalSocket &socket, ByteView payload);
/// The next whole frame; nothing while it has not come in full; Usage when it says to be longer than `longest`.
[[nodiscard]] Result<std::optional<Bytes>> nextFrame(QLocalSocket &socket, std::size_t longest);

} // namespace sk::profile
