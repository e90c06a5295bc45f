// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace sk {

/// Calls `fn(result)` on `context`'s thread when `future` is done; not at all if `context` died or the future was
/// cancelled. Used instead of QFuture::then(context, …), which aborts on Qt 6.4 when the context dies first.
template <typename T, typename Fn>
void whenDone(const QFuture<T> &future, QObject *context, Fn fn)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled())
            fn(watcher->result());
    });
    watcher->setFuture(future);
}

/// A future that is finished already.
template <typename T>
[[nodiscard]] QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// A promise that can be captured by copyable lambdas. Started on construction; finish() delivers once.
template <typename T>
class SharedPromise
{
public:
    SharedPromise() : m_promise(std::make_shared<QPromise<T>>()) { m_promise->start(); }

    [[nodiscard]] QFuture<T> future() const { return m_promise->future(); }
    void finish(T value) const
    {
        m_promise->addResult(std::move(value));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<T>> m_promise;
};

} // namespace sk
