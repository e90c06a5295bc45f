// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/connection_file.h"

#include "core/secrets/passphrase_seal.h"

#include <algorithm>
#include <array>

namespace sk::profile {

namespace {

constexpr std::string_view kMagic = "SKCONNEC";
constexpr std::string_view kWhat = "a connection file of Sellerkeep";
constexpr std::uint8_t kVersion = 1;
constexpr std::uint32_t kMostMarketplaces = 100;
constexpr std::size_t kLongestLabel = 1000; // bytes; the forms take 100 characters
constexpr std::size_t kLongestId = 200;
constexpr std::size_t kLongestAddress = 2000;
constexpr std::size_t kLongestCertificate = 64 * 1024;

/// Dearer than the keychain file's, which every command opens: this file travels, and whoever finds it may guess.
constexpr secrets::PassphraseCost kCost{3, 256 * 1024};

bool isWithinBounds(const CarriedConnection &carried)
{
    const model::Connection &connection = carried.connection;
    const model::CustomEndpoint endpoint = connection.endpoint.value_or(model::CustomEndpoint());
    const std::array<std::pair<const std::string *, std::size_t>, 8> texts{{{&connection.region, kLongestId},
                                                                            {&connection.label, kLongestLabel},
                                                                            {&connection.sellingPartnerId, kLongestId},
                                                                            {&connection.applicationId, kLongestId},
                                                                            {&connection.redirectUrl, kLongestAddress},
                                                                            {&endpoint.apiUrl, kLongestAddress},
                                                                            {&endpoint.tokenUrl, kLongestAddress},
                                                                            {&endpoint.caPem, kLongestCertificate}}};
    return std::ranges::all_of(texts, [](const auto &row) { return row.first->size() <= row.second; })
        && std::ranges::all_of(carried.marketplaces, [](const std::string &id) { return id.size() <= kLongestId; });
}

} // namespace

Result<Bytes> sealConnection(const CarriedConnection &carried, const secrets::Secret &passphrase,
                             const RandomSource &random)
{
    const model::Connection &connection = carried.connection;
    const secrets::Secret credentials = carried.credentials.encode();
    ByteWriter writer;
    writer.u8(kVersion)
        .text(model::toWord(connection.kind))
        .text(connection.region)
        .text(connection.label)
        .text(connection.sellingPartnerId)
        .text(connection.applicationId)
        .text(connection.redirectUrl)
        .i64(toMillis(connection.authorisedAt))
        .i64(toMillis(connection.secretEnteredAt));
    const model::CustomEndpoint endpoint = connection.endpoint.value_or(model::CustomEndpoint());
    writer.text(endpoint.apiUrl).text(endpoint.tokenUrl).text(endpoint.caPem);
    writer.u32(static_cast<std::uint32_t>(carried.marketplaces.size()));
    for (const std::string &id : carried.marketplaces)
        writer.text(id);
    writer.u32(static_cast<std::uint32_t>(credentials.size()));
    const Bytes &open = writer.bytes();
    // The credentials come last, straight into locked memory.
    const auto content = secrets::Secret::make(open.size() + credentials.size(), [&](std::span<std::uint8_t> target) {
        const auto rest = std::copy(open.begin(), open.end(), target.begin());
        std::copy(credentials.view().begin(), credentials.view().end(), rest);
    });
    return secrets::sealWithPassphrase(kMagic, content, passphrase, kCost, random);
}

Result<CarriedConnection> openConnection(ByteView file, const secrets::Secret &passphrase)
{
    SK_ASSIGN(const secrets::Secret content, secrets::openWithPassphrase(kMagic, file, passphrase, kWhat));
    ByteReader reader(content.view());
    const bool isKnown = reader.u8() == kVersion;
    CarriedConnection carried;
    model::Connection &connection = carried.connection;
    const auto kind = model::connectionKindFromWord(reader.text());
    connection.region = reader.text();
    connection.label = reader.text();
    connection.sellingPartnerId = reader.text();
    connection.applicationId = reader.text();
    connection.redirectUrl = reader.text();
    connection.authorisedAt = fromMillis(reader.i64());
    connection.secretEnteredAt = fromMillis(reader.i64());
    model::CustomEndpoint endpoint;
    endpoint.apiUrl = reader.text();
    endpoint.tokenUrl = reader.text();
    endpoint.caPem = reader.text();
    if (!endpoint.apiUrl.empty())
        connection.endpoint = std::move(endpoint);
    const std::uint32_t count = reader.u32();
    for (std::uint32_t i = 0; i < count && i < kMostMarketplaces && reader.ok(); ++i)
        carried.marketplaces.push_back(reader.text());
    const ByteView credentials = reader.blob();
    if (!reader.atEnd() || !isKnown || !kind || !isWithinBounds(carried))
        return fail(ErrorKind::KeyFileDamaged, std::string(kWhat) + " that this version cannot read");
    connection.kind = *kind;
    SK_ASSIGN(carried.credentials, amazon::LwaCredentials::decode(secrets::Secret::copyOf(credentials)));
    return carried;
}

} // namespace sk::profile
