// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_transport.h"

namespace sk::test {

QFuture<FakeTransport::Reply> FakeTransport::send(net::HttpRequest request)
{
    m_requests.push_back(request);
    if (!m_queue.empty()) {
        const Answer answer = std::move(m_queue.front());
        m_queue.pop_front();
        return answer(request);
    }
    if (m_default)
        return m_default(request);
    return readyFuture<Reply>(
        fail(ErrorKind::Internal, "no answer was prepared for " + request.url.path().toStdString()));
}

void FakeTransport::cancelAll()
{
    while (!m_open.empty())
        release(fail(ErrorKind::Cancelled, "stopped"));
}

void FakeTransport::queue(Reply reply)
{
    queueAnswer([reply = std::move(reply)](const net::HttpRequest &) { return readyFuture<Reply>(reply); });
}

void FakeTransport::queue(int status, QByteArray body)
{
    net::HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.contentType = "application/json";
    queue(Reply(std::move(response)));
}

void FakeTransport::queueAnswer(Answer answer)
{
    m_queue.push_back(std::move(answer));
}

void FakeTransport::hold()
{
    queueAnswer([this](const net::HttpRequest &) {
        m_open.emplace_back();
        return m_open.back().future();
    });
}

void FakeTransport::release(Reply reply)
{
    if (m_open.empty())
        return;
    const SharedPromise<Reply> promise = std::move(m_open.front());
    m_open.pop_front();
    promise.finish(std::move(reply));
}

QByteArray headerOf(const net::HttpRequest &request, QByteArrayView name)
{
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace sk::test
