// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consent/state.h"

#include <QByteArray>

namespace sk::consent {

namespace {

constexpr std::size_t kStateBytes = 32;

} // namespace

std::string randomText(const RandomSource &random, std::size_t bytes)
{
    QByteArray buffer(static_cast<qsizetype>(bytes), '\0');
    random({reinterpret_cast<std::uint8_t *>(buffer.data()), bytes});
    return buffer.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

Moment momentOf(const Clock &clock)
{
    return {clock.monotonic(), clock.now()};
}

State::State(const RandomSource &random, const std::optional<HandOver> &handOver, Moment now)
    : m_text(randomText(random, kStateBytes))
    , m_born(now)
{
    if (handOver)
        m_text += '.' + std::to_string(handOver->port) + '.' + handOver->segment;
}

Result<void> State::redeem(std::string_view presented, Moment now)
{
    const auto known = secrets::Secret::copyOf(asBytes(m_text));
    if (!known.equals(secrets::Secret::copyOf(asBytes(presented)))) // in constant time
        return fail(ErrorKind::ConsentInvalid, "the answer belongs to another consent");
    if (m_redeemed)
        return fail(ErrorKind::ConsentInvalid, "the answer was used before");
    if (now.monotonic - m_born.monotonic >= kConsentTime || now.wall - m_born.wall >= kConsentTime)
        return fail(ErrorKind::ConsentInvalid, "the answer came after more than 15 minutes");
    m_redeemed = true;
    return {};
}

} // namespace sk::consent
