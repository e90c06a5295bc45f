// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/access_run.h"

namespace sk::sync {

AccessRun::AccessRun(model::ConnectionId connection, amazon::SpApiClient &client, net::HttpTransport &transport,
                     vault::DatabaseThread &thread, StorageAccess storage, Clock &clock)
    : m_steps(std::make_shared<AccessSteps>(std::move(connection)))
    , m_client(client)
    , m_transport(transport)
    , m_thread(thread)
    , m_storage(std::move(storage))
    , m_clock(clock)
{
}

void AccessRun::start()
{
    advance(std::nullopt);
}

void AccessRun::stop()
{
    if (std::exchange(m_stopping, true) || m_phase == Phase::Ended)
        return;
    if (m_phase == Phase::Calling)
        m_transport.cancelAll(); // the outcome still comes, and is recorded
    else if (m_phase == Phase::Waiting)
        end(model::stopped(m_report));
}

void AccessRun::advance(std::optional<AccessAnswer> answer)
{
    m_phase = Phase::Storing;
    const auto told = m_thread.run(
        [steps = m_steps, storage = m_storage, answer = std::move(answer)] { return steps->step(storage(), answer); });
    whenDone(told, this, [this](const Result<AccessStep> &step) { follow(step); });
}

void AccessRun::follow(const Result<AccessStep> &step)
{
    if (!step)
        return end(fail(step.error()));
    m_report = step->report;
    if (!step->next)
        return end(m_report);
    if (m_stopping)
        return end(model::stopped(m_report));
    const AccessCall &call = *step->next;
    model::AccessProgress progress{m_report, model::AuditOperation::TokenRefreshed, std::nullopt};
    if (call.api)
        progress.running = amazon::operation(call.api->operation).audit;
    if (call.wait > std::chrono::seconds(1))
        progress.waitingUntil = m_clock.now() + call.wait;
    Q_EMIT progressed(progress);
    if (m_phase == Phase::Ended || m_stopping) // whoever saw the progress stopped it
        return end(model::stopped(m_report));
    if (call.wait <= std::chrono::milliseconds(0))
        return send(call);
    m_phase = Phase::Waiting;
    m_clock.callAfter(call.wait, this, [this, call] {
        if (m_phase == Phase::Waiting)
            send(call);
    });
}

void AccessRun::send(const AccessCall &call)
{
    m_phase = Phase::Calling;
    const auto outcome = call.api ? m_client.call(*call.api) : m_client.checkCredentials();
    whenDone(outcome, this, [this, sent = m_clock.now()](const amazon::ApiOutcome &answer) {
        advance(AccessAnswer{answer, sent, m_clock.now()});
    });
}

void AccessRun::end(const Result<model::AccessReport> &report)
{
    if (std::exchange(m_phase, Phase::Ended) != Phase::Ended)
        Q_EMIT finished({report});
}

} // namespace sk::sync
