// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/profile/connect_facts.h"
#include "core/profile/profile_library.h"
#include "tests/simulator/test_client.h"
#include "tests/support/check.h"
#include "tests/support/fake_keychain_backend.h"
#include "tests/support/redirect_page.h"

namespace sk::test {

/// A profile of its own, as on one computer.
struct Computer
{
    Folder folder;
    SystemClock clock;
    FakeKeychainBackend keychain;
    profile::ProfileLibrary library;
    std::shared_ptr<profile::Session> session;

    Computer() : library(folder.path() / "data", world())
    {
        must(awaited(library.create("Agency")));
        session = must(awaited(library.open("Agency")));
    }
    [[nodiscard]] profile::LocalSession::World world()
    {
        return {{&keychain, {}, profile::SecretStoreKind::Os, secrets::systemRandom()}, clock};
    }
    [[nodiscard]] std::vector<model::ConnectionView> connections() const
    {
        return must(awaited(session->connections()));
    }
    [[nodiscard]] model::ConnectionView connection() const { return connections().front(); }
    [[nodiscard]] std::vector<model::AuditEntry> audit(model::AuditOperation operation) const
    {
        model::AuditFilter filter;
        filter.operation = operation;
        return must(awaited(session->auditEntries(must(awaited(session->auditSequences(filter))))));
    }
};

/// The sample Amazon with a public application, and what an agency enters for it.
class ConsentBench
{
public:
    explicit ConsentBench(const simulator::Options &options = simulator::test::unpaced()) : m_bench(options) {}

    [[nodiscard]] simulator::Simulator &amazon() { return m_bench.simulator(); }
    [[nodiscard]] model::CustomEndpoint endpoint()
    {
        return {amazon().apiUrl(), amazon().tokenUrl(), amazon().caPem()};
    }
    [[nodiscard]] profile::ConsentRequest sellerRequest()
    {
        const simulator::Credentials known = amazon().credentials();
        profile::ConsentRequest request;
        request.marketplace = "US";
        request.label = "Client shop";
        request.applicationId = known.applicationId;
        request.draft = true;
        request.redirectUrl = "https://agency.example/sellerkeep/";
        request.clientId = known.clientId;
        request.clientSecret = secrets::Secret::copyOf(asBytes(known.clientSecret));
        request.endpoint = endpoint();
        request.closingTitle = "Done";
        return request;
    }
    [[nodiscard]] profile::ConsentRequest adsRequest()
    {
        profile::ConsentRequest request = sellerRequest();
        request.kind = model::ConnectionKind::Ads;
        request.marketplace.clear();
        request.region = "na";
        request.label = "Advertising";
        request.applicationId.clear();
        return request;
    }
    /// A renewal that leaves to the connection and its keychain what they know.
    [[nodiscard]] profile::ConsentRequest renewalOf(const model::ConnectionId &connection)
    {
        profile::ConsentRequest request = sellerRequest();
        request.replaces = connection;
        request.clientId.clear();
        request.clientSecret = {};
        return request;
    }
    [[nodiscard]] profile::ConnectRequest selfAuthorised()
    {
        const simulator::Credentials known = amazon().credentials();
        profile::ConnectRequest request;
        request.region = "na";
        request.label = "Own shop";
        request.clientId = known.clientId;
        request.clientSecret = secrets::Secret::copyOf(asBytes(known.clientSecret));
        request.refreshToken = secrets::Secret::copyOf(asBytes(known.refreshToken));
        request.endpoint = endpoint();
        return request;
    }
    /// The seller confirms; where Amazon then sends the browser.
    [[nodiscard]] QUrl confirmed(const profile::ConsentStarted &started)
    {
        return test::confirmed(m_bench, QUrl(QString::fromStdString(started.address)));
    }
    Result<profile::ConnectResult> consent(Computer &computer, profile::ConsentRequest request)
    {
        const profile::ConsentStarted started = must(awaited(computer.session->beginConsent(std::move(request))));
        const auto outcome = computer.session->awaitConsent(started.id);
        (void)handOver(confirmed(started));
        return awaited(outcome);
    }

private:
    simulator::test::Bench m_bench;
};

/// The person pastes this address.
inline Result<void> pasted(Computer &computer, const profile::ConsentStarted &started, const QUrl &address)
{
    const std::string text = address.toString(QUrl::FullyEncoded).toStdString();
    return awaited(computer.session->pasteConsent(started.id, secrets::Secret::copyOf(asBytes(text))));
}

} // namespace sk::test
