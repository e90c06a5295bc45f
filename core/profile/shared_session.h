// SPDX-License-Identifier: GPL-3.0-or-later
// size: one line per call of Session
#pragma once

#include "core/profile/owner_client.h"
#include "core/profile/owner_server.h"

namespace sk::profile {

/// A profile as window and command line open it, whoever owns it. The first process owns it and serves the others; the
/// others work through it. When the owner ends, one of them takes over and the rest follow, and calls that were not
/// begun go to the new owner: whoever uses the session notices nothing. Main thread.
class SharedSession final : public Session
{
    Q_OBJECT

public:
    /// The profile, opened by this process, and the key by which its processes know each other.
    struct Owned
    {
        std::shared_ptr<Session> session;
        secrets::Secret key;
    };
    /// What a SharedSession needs of the world.
    struct World
    {
        /// Takes the profile's lock and opens it; ProfileBusy when another process has it, and says which one.
        std::function<QFuture<Result<Owned>>()> own;
        /// Opens the key slot only.
        std::function<QFuture<Result<secrets::Secret>>()> key;
        Clock &clock;
        RandomSource random;
    };

    SharedSession(ProfileInfo info, World world);
    ~SharedSession() override;

    /// Owns the profile, or finds its owner. Call once, before anything else. ProfileBusy, with the process id, when
    /// the owner does not answer; else every error of opening a profile.
    [[nodiscard]] QFuture<Result<void>> open();
    [[nodiscard]] bool isOwner() const { return m_owned.has_value(); }
    /// Ends the session as soon as no other process waits for an answer; released() follows, at once for a client.
    void release();

    [[nodiscard]] ProfileInfo info() const override { return m_info; }
    [[nodiscard]] bool isSyncing() const override;

    // One line per call: session_methods.h says how they reach the owner.
    [[nodiscard]] QFuture<Result<std::vector<model::ConnectionView>>> connections() override
    {
        return call<&Session::connections>();
    }
    [[nodiscard]] QFuture<Result<ConnectResult>> connectAccount(ConnectRequest request) override
    {
        return call<&Session::connectAccount>(std::move(request));
    }
    [[nodiscard]] QFuture<Result<model::ConnectionTest>> testConnection(model::ConnectionId connection) override
    {
        return call<&Session::testConnection>(std::move(connection));
    }
    [[nodiscard]] QFuture<Result<void>> disconnectAccount(model::ConnectionId connection,
                                                          std::optional<Day> purgeOn) override
    {
        return call<&Session::disconnectAccount>(std::move(connection), purgeOn);
    }
    [[nodiscard]] QFuture<Result<void>> setFeature(model::ConnectionId connection, model::Feature feature,
                                                   bool enabled) override
    {
        return call<&Session::setFeature>(std::move(connection), feature, enabled);
    }
    [[nodiscard]] QFuture<Result<model::SyncReport>> sync(SyncRequest request) override
    {
        return call<&Session::sync>(std::move(request));
    }
    void stopSync() override { (void)call<&Session::stopSync>(); }
    [[nodiscard]] QFuture<Result<model::StatusView>> status() override { return call<&Session::status>(); }
    [[nodiscard]] QFuture<Result<model::ExpiryReport>> expireNow() override { return call<&Session::expireNow>(); }
    [[nodiscard]] QFuture<Result<std::vector<model::RetentionRow>>> retention() override
    {
        return call<&Session::retention>();
    }
    [[nodiscard]] QFuture<Result<model::RetentionPreview>> previewRetention(std::string key, int value) override
    {
        return call<&Session::previewRetention>(std::move(key), value);
    }
    [[nodiscard]] QFuture<Result<void>> setRetention(std::string key, int value) override
    {
        return call<&Session::setRetention>(std::move(key), value);
    }
    [[nodiscard]] QFuture<Result<std::vector<std::int64_t>>> auditSequences(model::AuditFilter filter) override
    {
        return call<&Session::auditSequences>(std::move(filter));
    }
    [[nodiscard]] QFuture<Result<std::vector<model::AuditEntry>>>
    auditEntries(std::vector<std::int64_t> sequences) override
    {
        return call<&Session::auditEntries>(std::move(sequences));
    }
    [[nodiscard]] QFuture<Result<model::AuditVerification>> verifyAudit() override
    {
        return call<&Session::verifyAudit>();
    }
    [[nodiscard]] QFuture<Result<std::int64_t>> exportAudit(AuditExportRequest request) override
    {
        return call<&Session::exportAudit>(std::move(request));
    }
    [[nodiscard]] QFuture<Result<std::int64_t>> exportData(ExportRequest request) override
    {
        return call<&Session::exportData>(std::move(request));
    }
    [[nodiscard]] QFuture<Result<model::Erased>> eraseConnection(model::ConnectionId connection,
                                                                 model::ErasureReason reason) override
    {
        return call<&Session::eraseConnection>(std::move(connection), reason);
    }
    [[nodiscard]] QFuture<Result<std::vector<model::Erased>>> certificates() override
    {
        return call<&Session::certificates>();
    }
    [[nodiscard]] QFuture<Result<model::CertificateVerdict>> verifyCertificate(std::string file) override
    {
        return call<&Session::verifyCertificate>(std::move(file));
    }

Q_SIGNALS:
    /// release() is done: nobody waits for this process, the session is of no use any more.
    void released();

private:
    template <auto function, typename... Arguments>
    [[nodiscard]] QFuture<typename CallOf<function>::Outcome> call(Arguments... arguments)
    {
        const SharedPromise<typename CallOf<function>::Outcome> promise;
        submit<function>(promise, typename CallOf<function>::Values(std::move(arguments)...));
        return promise.future();
    }
    template <auto function, typename Outcome, typename Values>
    void submit(const SharedPromise<Outcome> &promise, const Values &values);
    template <auto function, typename Outcome, typename Values>
    void submitHere(const SharedPromise<Outcome> &promise, const Values &values);
    template <auto function, typename Outcome, typename Values>
    void submitThere(const SharedPromise<Outcome> &promise, const Values &values);

    void attach();
    void findOwner();
    void connectToOwner();
    void becomeOwner(const Owned &owned);
    void becomeClient();
    void ownerClosed();
    void passOn(std::uint8_t number, WireReader &arguments);
    void attached(const Result<void> &result);
    void releaseIfIdle();

    ProfileInfo m_info;
    World m_world;
    std::optional<Owned> m_owned;
    std::unique_ptr<OwnerServer> m_server;
    std::unique_ptr<OwnerClient> m_client;     ///< open
    std::unique_ptr<OwnerClient> m_connecting; ///< not yet
    secrets::Secret m_key;                     ///< empty while it was not needed
    Error m_busy;                              ///< who owns the profile
    std::optional<std::chrono::milliseconds> m_searchingSince;
    std::optional<Error> m_failure;
    std::vector<std::function<void()>> m_waiting; ///< calls for the next owner
    std::optional<SharedPromise<Result<void>>> m_opening;
    bool m_wasSyncing = false;
    bool m_releasing = false;
};

template <auto function, typename Outcome, typename Values>
void SharedSession::submit(const SharedPromise<Outcome> &promise, const Values &values)
{
    if (m_failure)
        promise.finish(fail(*m_failure));
    else if (m_owned)
        submitHere<function>(promise, values);
    else if (m_client)
        submitThere<function>(promise, values);
    else
        m_waiting.push_back([this, promise, values] { submit<function>(promise, values); });
}

template <auto function, typename Outcome, typename Values>
void SharedSession::submitHere(const SharedPromise<Outcome> &promise, const Values &values)
{
    const auto run = [this](const auto &...value) { return std::invoke(function, *m_owned->session, value...); };
    if constexpr (std::is_void_v<decltype(std::apply(run, values))>) {
        std::apply(run, values);
        promise.finish({});
    } else {
        whenDone(std::apply(run, values), this, [promise](const Outcome &outcome) { promise.finish(outcome); });
    }
}

template <auto function, typename Outcome, typename Values>
void SharedSession::submitThere(const SharedPromise<Outcome> &promise, const Values &values)
{
    WireWriter call = m_client->newCall(callNumber<function>());
    std::apply([&call](const auto &...value) { (call.put(value), ...); }, values);
    if (call.bytes().size() > kLongestCall)
        return promise.finish(fail(ErrorKind::Usage, "more than another process can be asked for at once"));
    m_client->send(call, [this, promise, values](OwnerClient::End end, WireReader &reader) {
        const bool again = end == OwnerClient::End::NotTaken
            || (end == OwnerClient::End::Lost && CallOf<function>::kWhenLost == WhenLost::AskAgain);
        if (again)
            return submit<function>(promise, values);
        if (end == OwnerClient::End::Lost)
            return promise.finish(
                fail(ErrorKind::ProfileBusy, m_busy.detail + " and ended at work; look whether this was still done"));
        if (end == OwnerClient::End::Silent)
            return promise.finish(
                fail(ErrorKind::ProfileBusy, m_busy.detail + " and does not answer; it may still do this later"));
        auto outcome = reader.get<Outcome>();
        promise.finish(reader.atEnd() ? std::move(outcome)
                                      : Outcome(fail(ErrorKind::Internal, "the owner's answer cannot be read")));
    });
}

} // namespace sk::profile
