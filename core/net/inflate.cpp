// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace sk::net {

namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;
constexpr std::size_t kRatioFloor = 64 * 1024;

/// Owns zlib's state.
class Inflater
{
public:
    Inflater() : m_ok(inflateInit2(&m_stream, kGzipOnly) == Z_OK) {}
    ~Inflater()
    {
        if (m_ok)
            inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    [[nodiscard]] bool ok() const { return m_ok; }
    z_stream &stream() { return m_stream; }

private:
    z_stream m_stream{};
    bool m_ok;
};

/// Gives zlib the next piece of the input; its counter has 32 bits.
void feed(z_stream &stream, QByteArrayView &rest)
{
    if (stream.avail_in > 0 || rest.isEmpty())
        return;
    const auto piece = std::min<qsizetype>(rest.size(), std::numeric_limits<int>::max());
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(rest.data()));
    stream.avail_in = static_cast<uInt>(piece);
    rest = rest.sliced(piece);
}

} // namespace

Result<QByteArray> gunzip(QByteArrayView packed, std::size_t maxBytes, std::size_t maxRatio)
{
    Inflater inflater;
    if (!inflater.ok())
        return fail(ErrorKind::Internal, "zlib does not start");
    z_stream &stream = inflater.stream();
    const auto packedSize = static_cast<std::size_t>(packed.size());
    QByteArray out;
    std::array<char, 64 * 1024> buffer{};
    for (;;) {
        feed(stream, packed);
        stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        const int state = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), static_cast<qsizetype>(buffer.size() - stream.avail_out));
        const auto size = static_cast<std::size_t>(out.size());
        if (size > maxBytes || (size > kRatioFloor && size / packedSize > maxRatio))
            return fail(ErrorKind::ResponseTooLarge, "a gzip body grows beyond the limit");
        const bool inputGone = stream.avail_in == 0 && packed.isEmpty();
        if (state == Z_STREAM_END && inputGone)
            return out;
        if (state == Z_STREAM_END)
            inflateReset(&stream); // what follows must be another gzip member, or inflate() fails on its first bytes
        else if (state != Z_OK)
            return fail(ErrorKind::MalformedResponse, inputGone ? "a gzip body is cut" : "a gzip body is damaged");
    }
}

} // namespace sk::net
