// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/answer.h"

#include "core/net/inflate.h"

#include <algorithm>
#include <cmath>

namespace sk::net {

using namespace std::chrono;

namespace {

constexpr qsizetype kLongestHeader = 256;

QByteArray header(const RawAnswer &answer, QByteArrayView name)
{
    for (const auto &[key, value] : answer.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value.trimmed();
    }
    return {};
}

/// A header that may be shown and logged: short, printable ASCII.
QByteArray shortHeader(const RawAnswer &answer, QByteArrayView name)
{
    QByteArray value = header(answer, name).left(kLongestHeader);
    value.removeIf([](char c) { return c < 0x20 || c > 0x7e; });
    return value;
}

std::optional<double> positiveNumber(const QByteArray &text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) && value > 0 ? std::optional(value) : std::nullopt;
}

std::optional<seconds> retryAfter(const QByteArray &text, Time now)
{
    bool ok = false;
    const qint64 count = text.toLongLong(&ok);
    if (ok)
        return seconds(std::clamp<qint64>(count, 0, 86'400));
    if (const auto when = timeFromHttpDate(text.toStdString()))
        return std::clamp<seconds>(ceil<seconds>(*when - now), seconds(0), days(1));
    return std::nullopt;
}

bool isJson(const HttpResponse &response)
{
    return response.contentType.toLower().startsWith("application/json");
}

bool hasNoBody(int status)
{
    return status == 204 || status == 205;
}

Result<void> unpack(HttpResponse &response, const QByteArray &encoding, const Limits &limits)
{
    if (encoding.isEmpty() || encoding == "identity")
        return {};
    if (encoding != "gzip" && encoding != "x-gzip")
        return fail(ErrorKind::MalformedResponse, "the answer is packed in a way that was not asked for");
    SK_ASSIGN(response.body, gunzip(response.body, limits.maxBytes));
    return {};
}

} // namespace

Result<std::optional<std::size_t>> declaredLength(const RawAnswer &answer)
{
    const QByteArray text = header(answer, "content-length");
    if (text.isEmpty() || !header(answer, "transfer-encoding").isEmpty())
        return std::nullopt;
    bool ok = false;
    const qulonglong length = text.toULongLong(&ok);
    if (!ok || text.startsWith('+') || text.startsWith('-'))
        return fail(ErrorKind::MalformedResponse, "the answer's declared length is no number");
    return static_cast<std::size_t>(length);
}

Result<HttpResponse> complete(RawAnswer answer, const Limits &limits, Time now)
{
    SK_ASSIGN(const std::optional<std::size_t> length, declaredLength(answer));
    if (length && *length != static_cast<std::size_t>(answer.body.size()))
        return fail(ErrorKind::MalformedResponse, "the answer is shorter than it declares");
    HttpResponse response;
    response.status = answer.status;
    response.body = std::move(answer.body);
    response.contentType = shortHeader(answer, "content-type");
    if (const auto date = timeFromHttpDate(header(answer, "date").toStdString()))
        response.date = *date;
    response.requestId = shortHeader(answer, "x-amzn-requestid");
    response.errorType = shortHeader(answer, "x-amzn-errortype");
    response.rateLimit = positiveNumber(header(answer, "x-amzn-ratelimit-limit"));
    response.retryAfter = retryAfter(header(answer, "retry-after"), response.date.value_or(now));
    const QByteArray encoding = header(answer, "content-encoding").toLower();
    const bool packed = !encoding.isEmpty() && encoding != "identity" && !response.body.isEmpty();
    if (packed)
        SK_TRY(unpack(response, encoding, limits));
    const bool success = response.status >= 200 && response.status < 300 && !hasNoBody(response.status);
    const bool endProven = length || packed || (isJson(response) && jsonCloses(response.body));
    if (success && !endProven)
        return fail(ErrorKind::MalformedResponse, "the answer's end cannot be checked: no length, and not whole JSON");
    return response;
}

bool jsonCloses(QByteArrayView text)
{
    std::size_t depth = 0;
    bool inString = false;
    bool seen = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
            continue;
        }
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        if (seen && depth == 0)
            return false;
        seen = true;
        inString = c == '"';
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']') {
            if (depth-- == 0)
                return false;
        } else if (depth == 0)
            return false; // Amazon's answers are objects or arrays
    }
    return seen && depth == 0 && !inString;
}

} // namespace sk::net
