// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/https_server.h"

#include "app/simulator/certificate.h"
#include "app/simulator/open_connections.h"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace sk::simulator {

namespace {

constexpr std::time_t kYear = std::time_t{365} * 86400;
constexpr std::size_t kThreads = 24; // an idle keep-alive connection occupies one
constexpr std::size_t kKeepAliveRequests = 10'000;
constexpr std::size_t kLargestBody = 65'536;

ServerIdentity makeIdentity(std::time_t clockTime)
{
    const std::time_t now = std::time(nullptr);
    return makeServerIdentity(std::min(now, clockTime) - kYear, std::max(now, clockTime) + 20 * kYear);
}

bool setUpTls(SSL_CTX &context, const ServerIdentity &identity)
{
    return SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION) == 1
        && SSL_CTX_use_certificate(&context, identity.certificate.get()) == 1
        && SSL_CTX_use_PrivateKey(&context, identity.key.get()) == 1;
}

Request translate(const httplib::Request &in)
{
    Request request;
    const std::size_t question = in.target.find('?');
    request.method = in.method;
    request.path = in.target.substr(0, question);
    request.query = question == std::string::npos ? std::string() : in.target.substr(question + 1);
    request.body = in.body;
    request.contentType = in.get_header_value("Content-Type");
    request.userAgent = in.get_header_value("User-Agent");
    request.accessToken = in.get_header_value("x-amz-access-token");
    return request;
}

} // namespace

struct HttpsServer::Private
{
    Private(Handler handlerIn, std::time_t clockTime)
        : handler(std::move(handlerIn))
        , identity(makeIdentity(clockTime))
        , server([this](SSL_CTX &context) { return setUpTls(context, identity); })
    {
    }

    void serve(const httplib::Request &in, httplib::Response &out);
    void sendBody(Reply reply, httplib::Response &out);
    void sendSlowly(Reply reply, httplib::Response &out);

    Handler handler;
    ServerIdentity identity;
    OpenConnections connections;
    std::atomic<bool> stopping = false;
    httplib::SSLServer server;
    std::thread thread;
};

void HttpsServer::Private::serve(const httplib::Request &in, httplib::Response &out)
{
    Reply reply = handler(translate(in));
    out.status = reply.status;
    for (const auto &[name, value] : reply.headers)
        out.set_header(name.c_str(), value);
    switch (reply.delivery) {
    case Delivery::Dropped: OpenConnections::drop(in.ssl); break;
    case Delivery::Slow: sendSlowly(std::move(reply), out); break;
    case Delivery::Normal:
    case Delivery::Truncated: sendBody(std::move(reply), out); break;
    }
}

/// Through a content provider in every case: httplib would compress other bodies on its own.
void HttpsServer::Private::sendBody(Reply reply, httplib::Response &out)
{
    const std::size_t promised = reply.body.size();
    if (promised == 0) { // a provider of length 0 would be left out together with its Content-Type
        out.set_content(std::string(), reply.contentType);
        return;
    }
    if (reply.delivery == Delivery::Truncated)
        reply.body.resize(promised / 2);
    out.set_content_provider(promised, reply.contentType,
                             [body = std::move(reply.body)](std::size_t offset, std::size_t, httplib::DataSink &sink) {
                                 if (offset >= body.size())
                                     return false; // truncated: the connection ends here
                                 sink.write(body.data() + offset, body.size() - offset);
                                 return true;
                             });
}

void HttpsServer::Private::sendSlowly(Reply reply, httplib::Response &out)
{
    using namespace std::chrono_literals;
    const auto steps = static_cast<std::size_t>(std::max(1.0, reply.slowSeconds / 0.1));
    const std::size_t size = reply.body.size();
    out.set_content_provider(size, reply.contentType,
                             [this, steps, body = std::move(reply.body),
                              step = std::size_t{0}](std::size_t offset, std::size_t, httplib::DataSink &sink) mutable {
                                 std::this_thread::sleep_for(100ms);
                                 ++step;
                                 const std::size_t end = std::min(body.size(), body.size() * step / steps + 1);
                                 if (end > offset)
                                     sink.write(body.data() + offset, end - offset);
                                 return !stopping.load();
                             });
}

HttpsServer::HttpsServer(Handler handler, std::time_t clockTime)
    : m_private(std::make_unique<Private>(std::move(handler), clockTime))
{
    httplib::SSLServer &server = m_private->server;
    if (!server.is_valid())
        throw std::runtime_error("TLS could not be set up");
    m_private->connections.watch(server.ssl_context());
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server.set_keep_alive_max_count(kKeepAliveRequests);
    server.set_keep_alive_timeout(30);
    server.set_tcp_nodelay(true);
    server.set_payload_max_length(kLargestBody);
    const auto serve = [d = m_private.get()](const httplib::Request &in, httplib::Response &out) { d->serve(in, out); };
    server.Get(".*", serve);
    server.Post(".*", serve);
    server.Put(".*", serve);
    server.Patch(".*", serve);
    server.Delete(".*", serve);
}

HttpsServer::~HttpsServer()
{
    stop();
}

int HttpsServer::start(int port)
{
    httplib::SSLServer &server = m_private->server;
    const int bound = port == 0 ? server.bind_to_any_port("127.0.0.1") : port;
    if (bound <= 0 || (port != 0 && !server.bind_to_port("127.0.0.1", port)))
        return -1;
    m_private->thread = std::thread([&server] { server.listen_after_bind(); });
    while (!server.is_running())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return bound;
}

void HttpsServer::stop()
{
    if (!m_private->thread.joinable())
        return;
    m_private->stopping = true;
    m_private->server.stop();
    std::atomic<bool> joined = false;
    std::thread ender([this, &joined] { // connections may still be on their way in
        while (!joined) {
            m_private->connections.endAll();
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    });
    m_private->thread.join();
    joined = true;
    ender.join();
}

const std::string &HttpsServer::caPem() const
{
    return m_private->identity.caPem;
}

} // namespace sk::simulator
