// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QByteArray>
#include <QJsonObject>

namespace sk::profile {

// How a second process speaks to the owner of a profile: JSON objects, one a line, over a local socket that only this
// user can open. Both sides prove that they can open a key slot of the profile before a command is sent:
//   client {"nonce":c}   server {"nonce":s,"proof":P(server)}   client {"proof":P(client),"command":{…}}
//   server {"accepted":true}   server {"progress":"…"} …   server {"answer":{…}}
// An owner that closes the line before it accepted did nothing: it is on its way out.
// Being connected and silent is what "the owner does not answer" means.

/// Socket name, or path where one fits into a socket address: inside the profile's private folder.
[[nodiscard]] QString ownerSocketName(const ProfileInfo &profile);

enum class Side { Server, Client };

/// HMAC-like proof of knowing `key`, bound to both nonces and the side that gives it; hexadecimal.
[[nodiscard]] std::string ownerProof(const secrets::Secret &key, Side side, std::string_view clientNonce,
                                     std::string_view serverNonce);

/// A line for the wire, and back; an empty object for a line that is none.
[[nodiscard]] QByteArray toLine(const QJsonObject &json);
[[nodiscard]] QJsonObject fromLine(const QByteArray &line);

/// Longer lines are refused: a command with three pasted secrets has a few kilobytes.
inline constexpr qint64 kLongestLine = 64 * 1024;

} // namespace sk::profile
