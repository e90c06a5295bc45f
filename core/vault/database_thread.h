// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QThread>

#include <functional>
#include <type_traits>

namespace sk::vault {

/// One thread that works off posted lambdas in order. A profile has one for everything that writes or touches the
/// keychain, and one for long read-only questions. Only values cross.
class DatabaseThread
{
public:
    explicit DatabaseThread(const QString &name);
    /// Finishes what was posted, then ends the thread.
    ~DatabaseThread();

    /// Runs `work` there; the future carries what it returns.
    template <typename Work>
    [[nodiscard]] auto run(Work work) -> QFuture<std::invoke_result_t<Work>>
    {
        const SharedPromise<std::invoke_result_t<Work>> promise;
        post([promise, work = std::make_shared<Work>(std::move(work))] { promise.finish((*work)()); });
        return promise.future();
    }

private:
    void post(std::function<void()> work);

    QThread m_thread;
    std::unique_ptr<QObject> m_anchor;
};

} // namespace sk::vault
