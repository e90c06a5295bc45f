// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace sk::simulator {

class Random;

/// `length` base64 characters from OpenSSL's random generator: for tokens nobody may guess.
std::string randomToken(std::size_t length);

/// The same alphabet from a seed: for credentials that a test can write down.
std::string seededToken(Random &random, std::size_t length);

} // namespace sk::simulator
