// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <deque>
#include <functional>
#include <vector>

namespace sk::test {

/// Replays answers in order and remembers what was asked. A request nobody prepared an answer for gets an Internal
/// error that names its path.
class FakeTransport final : public net::HttpTransport
{
public:
    using Reply = Result<net::HttpResponse>;
    /// Decides by the request; may return an unfinished future.
    using Answer = std::function<QFuture<Reply>(const net::HttpRequest &)>;

    [[nodiscard]] QFuture<Reply> send(net::HttpRequest request) override;
    /// Requests that hold() left open finish with Cancelled.
    void cancelAll() override;

    void queue(Reply reply);
    /// A JSON answer with the given status.
    void queue(int status, QByteArray body);
    void queueAnswer(Answer answer);
    /// Answers everything once the queue is empty.
    void answerAllWith(Answer answer) { m_default = std::move(answer); }
    /// The next request stays open until release() or cancelAll().
    void hold();
    /// Finishes the oldest open request.
    void release(Reply reply);

    [[nodiscard]] const std::vector<net::HttpRequest> &requests() const { return m_requests; }
    [[nodiscard]] std::size_t queued() const { return m_queue.size(); }
    [[nodiscard]] std::size_t open() const { return m_open.size(); }

private:
    std::vector<net::HttpRequest> m_requests;
    std::deque<Answer> m_queue;
    std::deque<SharedPromise<Reply>> m_open;
    Answer m_default;
};

/// The value of a request's header, by case-insensitive name; null if it has none.
[[nodiscard]] QByteArray headerOf(const net::HttpRequest &request, QByteArrayView name);

} // namespace sk::test
