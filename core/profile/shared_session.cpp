// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/shared_session.h"

#include "core/base/logging.h"
#include "core/profile/owner_client.h"
#include "core/profile/owner_server.h"
#include "core/profile/session_methods.h"

namespace sk::profile {

namespace {

/// An owner that is just beginning or ending holds the lock and does not listen.
constexpr std::chrono::milliseconds kSearchEvery{100};
constexpr std::chrono::seconds kSearchPatience{15};

} // namespace

SharedSession::SharedSession(ProfileInfo info, World world) : m_info(std::move(info)), m_world(std::move(world)) {}

SharedSession::~SharedSession()
{
    m_server.reset(); // before the session it serves
}

QFuture<Result<void>> SharedSession::open()
{
    m_opening.emplace();
    auto future = m_opening->future();
    attach();
    return future;
}

bool SharedSession::isSyncing() const
{
    if (m_owned)
        return m_owned->session->isSyncing();
    return m_client && (m_client->isSyncing() || m_client->pending(callNumber<&Session::sync>()) > 0);
}

/// Tries to own the profile, else looks for who does.
void SharedSession::attach()
{
    whenDone(m_world.own(), this, [this](const Result<Owned> &owned) {
        if (owned)
            return becomeOwner(*owned);
        if (owned.error().kind != ErrorKind::ProfileBusy)
            return attached(fail(owned.error()));
        m_busy = owned.error();
        findOwner();
    });
}

void SharedSession::findOwner()
{
    if (!m_key.isEmpty())
        return connectToOwner();
    whenDone(m_world.key(), this, [this](const Result<secrets::Secret> &key) {
        if (!key)
            return attached(fail(key.error()));
        m_key = *key;
        connectToOwner();
    });
}

void SharedSession::connectToOwner()
{
    if (!m_searchingSince)
        m_searchingSince = m_world.clock.monotonic();
    m_connecting = std::make_unique<OwnerClient>(m_info, m_key, m_world.clock, m_world.random);
    whenDone(m_connecting->connectToOwner(), this, [this](const Result<void> &connected) {
        if (connected && m_connecting->isOpen())
            return becomeClient();
        const Error why = connected ? Error{ErrorKind::Offline, "has closed the line"} : connected.error();
        const bool mayCome =
            why.kind == ErrorKind::Offline && m_world.clock.monotonic() - *m_searchingSince < kSearchPatience;
        if (mayCome)
            return m_world.clock.callAfter(kSearchEvery, this, [this] { attach(); });
        attached(fail(ErrorKind::ProfileBusy, m_busy.detail + " and " + why.detail));
    });
}

void SharedSession::becomeOwner(const Owned &owned)
{
    m_owned = owned;
    m_connecting.reset();
    forEach<SessionSignals>([this]<typename Sent>(std::size_t) {
        connect(m_owned->session.get(), Sent::kFunction, this, Sent::kFunction);
    });
    connect(m_owned->session.get(), &Session::keysRotated, this, &SharedSession::learnNewKey);
    m_server = std::make_unique<OwnerServer>(*m_owned->session, m_owned->key, m_world.clock, m_world.random);
    connect(m_server.get(), &OwnerServer::idle, this, &SharedSession::releaseIfIdle, Qt::QueuedConnection);
    if (const auto listening = m_server->listen(); !listening)
        qCWarning(lcProfile, "%s", listening.error().detail.c_str()); // others find the profile busy; we work
    attached({});
}

void SharedSession::becomeClient()
{
    m_client = std::move(m_connecting);
    connect(m_client.get(), &OwnerClient::signalled, this, &SharedSession::passOn);
    connect(m_client.get(), &OwnerClient::closed, this, &SharedSession::ownerClosed);
    m_key = {}; // may have changed by the time it is needed again
    attached({});
}

/// The key by which processes know each other comes from the profile's keys.
void SharedSession::learnNewKey()
{
    whenDone(m_world.key(), this, [this](const Result<secrets::Secret> &key) {
        if (key && m_server)
            m_server->setKey(*key);
        else if (!key)
            qCWarning(lcProfile, "the owner socket keeps its key: %s", key.error().detail.c_str());
    });
}

void SharedSession::passOn(std::uint8_t number, WireReader &arguments)
{
    forEach<SessionSignals>([&]<typename Sent>(std::size_t at) {
        if (at != number)
            return;
        if (const auto values = readValues<typename Sent::Values>(arguments))
            std::apply([this](const auto &...value) { std::invoke(Sent::kFunction, *this, value...); }, *values);
    });
}

void SharedSession::ownerClosed()
{
    m_wasSyncing = isSyncing();
    OwnerClient *gone = m_client.release();
    gone->setParent(this);
    gone->deleteLater(); // it is the sender, and tells its calls yet
    attach();
}

/// The end of attach(): this process owns the profile, or works through its owner, or neither.
void SharedSession::attached(const Result<void> &result)
{
    m_searchingSince.reset();
    const bool isFirst = m_opening.has_value();
    if (!result)
        m_failure = result.error();
    for (const auto &submitWaiting : std::exchange(m_waiting, {}))
        submitWaiting();
    if (const auto promise = std::exchange(m_opening, std::nullopt))
        promise->finish(result);
    if (isFirst)
        return;
    if (!result)
        return Q_EMIT ended(result.error());
    // What happened between the owners is not known.
    if (std::exchange(m_wasSyncing, false) && !isSyncing())
        Q_EMIT syncFinished({});
    Q_EMIT connectionsChanged();
    Q_EMIT retentionChanged();
    Q_EMIT auditGrew();
}

void SharedSession::release()
{
    m_releasing = true;
    releaseIfIdle();
}

void SharedSession::releaseIfIdle()
{
    if (!m_releasing || (m_server && m_server->pending() > 0))
        return;
    m_releasing = false;
    m_failure = Error{ErrorKind::Cancelled, "the profile was released"};
    m_server.reset(); // what comes now is not accepted: its sender asks the next owner
    Q_EMIT released();
}

} // namespace sk::profile
