// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/secret_text.h"

#include "app/simulator/random.h"

#include <openssl/rand.h>

#include <stdexcept>
#include <string_view>
#include <vector>

namespace sk::simulator {

namespace {
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
}

std::string randomToken(std::size_t length)
{
    std::vector<unsigned char> bytes(length);
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random bytes");
    std::string text;
    for (const unsigned char byte : bytes)
        text += kBase64[byte % kBase64.size()];
    return text;
}

std::string seededToken(Random &random, std::size_t length)
{
    std::string text;
    for (std::size_t i = 0; i < length; ++i)
        text += kBase64[random.below(static_cast<std::uint32_t>(kBase64.size()))];
    return text;
}

} // namespace sk::simulator
