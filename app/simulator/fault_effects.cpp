// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/fault_effects.h"

#include "app/simulator/api_errors.h"

#include <zlib.h>

#include <stdexcept>

namespace sk::simulator {

namespace {

struct ErrorFault
{
    FaultKind kind;
    const ApiError *error;
};

constexpr ErrorFault kErrorFaults[] = {
    {FaultKind::Throttle, &kThrottled},
    {FaultKind::ServerError, &kInternalFailure},
    {FaultKind::Unavailable, &kUnavailable},
    {FaultKind::RevokedAccessToken, &kInvalidToken},
    {FaultKind::ExpiredSecret, &kExpiredSecret},
    {FaultKind::MissingRole, &kMissingRole},
    {FaultKind::RefusedPageToken, &kBadPageToken},
};

Reply htmlPage(int status)
{
    Reply reply;
    reply.status = status;
    reply.contentType = "text/html";
    reply.body = "<html>\r\n<head><title>" + std::to_string(status) + "</title></head>\r\n<body>\r\n<center><h1>"
        + std::to_string(status) + "</h1></center>\r\n</body>\r\n</html>\r\n";
    return reply;
}

} // namespace

std::optional<Reply> replyInstead(const std::vector<Fault> &faults, const std::string &redirectTo)
{
    for (const ErrorFault &row : kErrorFaults) {
        if (findFault(faults, row.kind) != nullptr)
            return errorReply(*row.error);
    }
    if (findFault(faults, FaultKind::HtmlOk) != nullptr)
        return htmlPage(200);
    if (findFault(faults, FaultKind::HtmlBadRequest) != nullptr)
        return htmlPage(400);
    if (findFault(faults, FaultKind::Redirect) != nullptr) {
        Reply reply;
        reply.status = 302;
        reply.headers.emplace_back("Location", redirectTo);
        return reply;
    }
    return std::nullopt;
}

void spoil(Reply &reply, const std::vector<Fault> &faults, Millis now)
{
    if (findFault(faults, FaultKind::CutJson) != nullptr)
        reply.body.resize(reply.body.size() / 2);
    if (findFault(faults, FaultKind::Gzip) != nullptr) {
        reply.body = gzipped(reply.body);
        reply.headers.emplace_back("Content-Encoding", "gzip");
    }
    if (const Fault *fault = findFault(faults, FaultKind::WrongDate))
        reply.headers.emplace_back("Date", httpDate(now + static_cast<Millis>(fault->value * kHour)));
    if (findFault(faults, FaultKind::Truncated) != nullptr)
        reply.delivery = Delivery::Truncated;
    if (const Fault *fault = findFault(faults, FaultKind::Slow)) {
        reply.delivery = Delivery::Slow;
        reply.slowSeconds = fault->value;
    }
    if (findFault(faults, FaultKind::Dropped) != nullptr)
        reply.delivery = Delivery::Dropped;
}

std::string gzipped(const std::string &text)
{
    z_stream stream{};
    constexpr int kGzipWindow = 15 + 16;
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("deflateInit2 failed");
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END)
        throw std::runtime_error("deflate failed");
    return out;
}

} // namespace sk::simulator
