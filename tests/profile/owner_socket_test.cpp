// SPDX-License-Identifier: GPL-3.0-or-later
// size: the other end of the socket made by hand, once as owner and once as client
#include "core/profile/owner_protocol.h"
#include "core/profile/session_methods.h"
#include "tests/profile/machine.h"
#include "tests/support/fake_clock.h"

#include <QLocalServer>
#include <QLocalSocket>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;

namespace {

/// The other end of a line, made by hand.
struct RawPeer
{
    QLocalSocket socket;
    Greetings greetings;
    LineSecrets line;

    explicit RawPeer(const Machine &machine)
    {
        socket.connectToServer(ownerSocketName(machine.info()));
        greetings.clientShape = {wireShape().begin(), wireShape().end()};
        greetings.clientNonce = Bytes(kNonceSize, 5);
    }
    void greet() { sendFrame(socket, ByteWriter().raw(greetings.clientShape).raw(greetings.clientNonce).bytes()); }
    Bytes hear()
    {
        std::optional<Bytes> frame;
        (void)QTest::qWaitFor([&] {
            frame = nextFrame(socket, kLongestAnswer).value_or(std::nullopt);
            return frame || socket.state() != QLocalSocket::ConnectedState;
        });
        return frame.value_or(Bytes());
    }
    void prove()
    {
        greet();
        const Bytes answer = hear();
        ByteReader reader(answer);
        const ByteView shape = reader.raw(wireShape().size());
        const ByteView nonce = reader.raw(kNonceSize);
        greetings.ownerShape = {shape.begin(), shape.end()};
        greetings.ownerNonce = {nonce.begin(), nonce.end()};
        line = {lineKey(kKey, greetings), secrets::systemRandom()};
        sendFrame(socket, ownerProof(kKey, Side::Client, greetings));
    }
    [[nodiscard]] bool isClosed()
    {
        return QTest::qWaitFor([this] { return socket.state() == QLocalSocket::UnconnectedState; });
    }
};

/// A process that listens in the owner's place; what it says is up to the test.
struct FalseOwner
{
    QLocalServer server;
    std::unique_ptr<QLocalSocket> client;
    Bytes heard;
    std::function<void(FalseOwner &)> answer = [](FalseOwner &) {};

    explicit FalseOwner(Machine &machine)
    {
        machine.locked = true;
        if (!server.listen(ownerSocketName(machine.info())))
            qFatal("cannot listen");
        QObject::connect(&server, &QLocalServer::newConnection, &server, [this] {
            client.reset(server.nextPendingConnection());
            client->setParent(nullptr);
            QObject::connect(client.get(), &QLocalSocket::readyRead, client.get(), [this] {
                const QByteArray bytes = client->readAll();
                heard.insert(heard.end(), bytes.begin(), bytes.end());
                answer(*this);
            });
        });
    }
};

/// A greeting of an owner with this key and shape, to the client's greeting that was heard.
Bytes greetingOf(const Bytes &heard, const secrets::Secret &key, const Bytes &shape)
{
    ByteReader reader(heard);
    (void)reader.u32();
    const ByteView clientShape = reader.raw(wireShape().size());
    const ByteView clientNonce = reader.raw(kNonceSize);
    const Greetings greetings{{clientShape.begin(), clientShape.end()},
                              {clientNonce.begin(), clientNonce.end()},
                              shape,
                              Bytes(kNonceSize, 9)};
    return ByteWriter()
        .raw(greetings.ownerShape)
        .raw(greetings.ownerNonce)
        .raw(ownerProof(key, Side::Owner, greetings))
        .bytes();
}

/// Greets as the owner does, then lets `next` speak.
void playOwner(FalseOwner &owner, std::function<void(FalseOwner &)> next)
{
    owner.answer = [next = std::move(next)](FalseOwner &self) {
        const Bytes ours(wireShape().begin(), wireShape().end());
        sendFrame(*self.client, greetingOf(self.heard, kKey, ours));
        self.heard.clear();
        self.answer = [next](FalseOwner &proven) {
            sendFrame(*proven.client, WireWriter().put(OwnerMessage::Welcome).put(false).bytes());
            proven.heard.clear();
            proven.answer = next;
        };
    };
}

} // namespace

/// What owner and clients do when the other end is not what it should be.
class OwnerSocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsReachTheOwnerAndNoOneElse();
    void anOwnerThatDoesNotAnswer();
    void anOwnerThatNeverListens();
    void anOwnerThatIsNone_data();
    void anOwnerThatIsNone();
    void anOwnerThatStopsTakingCalls();
    void answersThatCannotBeRead();
    void strangersGetNothing_data();
    void strangersGetNothing();
    void aProvenClientThatTalksNonsenseIsDropped_data();
    void aProvenClientThatTalksNonsenseIsDropped();
    void silentClientsAreDropped();
    void tooMuchIsSaidNotSent();
};

void OwnerSocketTest::secretsReachTheOwnerAndNoOneElse()
{
    Machine machine;
    const auto owner = opened(machine.process());
    // A line that is listened to: the client speaks to it, it speaks to the owner.
    Machine listener;
    QLocalSocket up;
    FalseOwner ear(listener);
    up.connectToServer(ownerSocketName(machine.info()));
    std::size_t passedOn = 0;
    ear.answer = [&](FalseOwner &self) {
        up.write(reinterpret_cast<const char *>(self.heard.data() + passedOn),
                 static_cast<qint64>(self.heard.size() - passedOn));
        passedOn = self.heard.size();
    };
    connect(&up, &QLocalSocket::readyRead, &up, [&] { ear.client->write(up.readAll()); });
    const auto client = opened(listener.process());

    ConnectRequest request;
    request.clientId = "amzn1.application";
    request.clientSecret = secrets::Secret::copyOf(asBytes("planted client secret"));
    request.refreshToken = secrets::Secret::copyOf(asBytes("planted refresh token"));
    request.endpoint = model::CustomEndpoint{"https://127.0.0.1:1", "https://127.0.0.1:2", "PEM"};
    (void)must(answerOf(client->connectAccount(request)));
    const ConnectRequest &arrived = machine.opened->connects.back();
    QVERIFY(arrived.clientSecret.equals(request.clientSecret) && arrived.refreshToken.equals(request.refreshToken));
    QCOMPARE(arrived.endpoint->caPem, std::string("PEM"));
    QVERIFY(asText(ear.heard).find("amzn1.application") != std::string_view::npos);
    QVERIFY(asText(ear.heard).find("planted") == std::string_view::npos);
}

void OwnerSocketTest::anOwnerThatDoesNotAnswer()
{
    Machine machine;
    FalseOwner silent(machine);
    FakeClock clock;
    const auto process = machine.process(clock);
    const auto opening = process->open();
    QTRY_VERIFY(!silent.heard.empty());
    clock.advance(4900ms);
    QVERIFY(!opening.isFinished());
    clock.advance(200ms);
    const auto outcome = answerOf(opening);
    QCOMPARE(outcome.error().kind, ErrorKind::ProfileBusy);
    QCOMPARE(outcome.error().detail, std::string("process 7 has the profile open and does not answer"));
}

void OwnerSocketTest::anOwnerThatNeverListens()
{
    Machine machine;
    machine.locked = true;
    FakeClock clock;
    const auto process = machine.process(clock);
    const auto opening = process->open();
    for (int i = 0; i < 140; ++i) {
        QTRY_VERIFY(clock.waiting() > 1); // beside the patience of a line that has failed already: the next search
        clock.advance(100ms);
    }
    QVERIFY(!opening.isFinished());
    QTRY_VERIFY((clock.advance(100ms), opening.isFinished()));
    QCOMPARE(opening.result().error().kind, ErrorKind::ProfileBusy);
    QCOMPARE(opening.result().error().detail, std::string("process 7 has the profile open and cannot be reached"));
}

void OwnerSocketTest::anOwnerThatIsNone_data()
{
    QTest::addColumn<std::function<Bytes(const Bytes &)>>("greeting");
    QTest::addColumn<std::string>("detail");
    const Bytes ours(wireShape().begin(), wireShape().end());
    const auto row = [](const char *name, std::function<Bytes(const Bytes &)> greeting, const std::string &detail) {
        QTest::newRow(name) << std::move(greeting) << detail;
    };
    row(
        "knows another key",
        [ours](const Bytes &heard) { return greetingOf(heard, secrets::Secret::copyOf(Bytes(32, 8)), ours); },
        "is not who listens on its socket");
    row(
        "sends a client's own words back", [](const Bytes &heard) { return Bytes(heard.begin() + 4, heard.end()); },
        "is not who listens on its socket");
    row(
        "says too little", [](const Bytes &) { return Bytes(3); }, "is not who listens on its socket");
    row(
        "says too much", [](const Bytes &) { return Bytes(1000); }, "cannot be understood");
    row(
        "is of another version",
        [](const Bytes &heard) { return greetingOf(heard, kKey, Bytes(wireShape().size(), 1)); },
        "is another version of Sellerkeep: end it, then try again");
}

void OwnerSocketTest::anOwnerThatIsNone()
{
    QFETCH(std::function<Bytes(const Bytes &)>, greeting);
    QFETCH(std::string, detail);
    Machine machine;
    FalseOwner owner(machine);
    owner.answer = [&greeting](FalseOwner &self) {
        const Bytes answer = greeting(self.heard);
        self.answer = [](FalseOwner &) {};
        self.heard.clear();
        sendFrame(*self.client, answer);
    };
    const auto process = machine.process();
    const auto outcome = answerOf(process->open());
    QCOMPARE(outcome.error().kind, ErrorKind::ProfileBusy);
    QCOMPARE(outcome.error().detail, "process 7 has the profile open and " + detail);
    QVERIFY(owner.heard.empty()); // no proof was given to it, and no call
}

void OwnerSocketTest::anOwnerThatStopsTakingCalls()
{
    Machine machine;
    FalseOwner owner(machine);
    playOwner(owner, [](FalseOwner &) {});
    FakeClock clock;
    const auto client = opened(machine.process(clock));
    const auto call = client->setRetention("pii.days", 3, {});
    QTRY_VERIFY(!owner.heard.empty());
    clock.advance(6s);
    const auto outcome = answerOf(call);
    QCOMPARE(outcome.error().kind, ErrorKind::ProfileBusy);
    QCOMPARE(outcome.error().detail,
             std::string("process 7 has the profile open and does not answer; it may still do this later"));
}

void OwnerSocketTest::answersThatCannotBeRead()
{
    Machine machine;
    FalseOwner owner(machine);
    playOwner(owner, [](FalseOwner &self) {
        WireWriter answer;
        answer.put(OwnerMessage::Answer)
            .put(false)
            .put(std::uint32_t(1))
            .put(true)
            .put(std::string("no status at all"));
        sendFrame(*self.client, answer.bytes());
        self.answer = [](FalseOwner &) {};
    });
    const auto client = opened(machine.process());
    QCOMPARE(answerOf(client->status()).error().kind, ErrorKind::Internal);
}

void OwnerSocketTest::strangersGetNothing_data()
{
    QTest::addColumn<Bytes>("words");
    const auto frame = [](const Bytes &payload) { return ByteWriter().blob(payload).bytes(); };
    const auto both = [](Bytes a, const Bytes &b) {
        a.insert(a.end(), b.begin(), b.end());
        return a;
    };
    const Bytes greeting = frame(ByteWriter().raw(wireShape()).raw(Bytes(kNonceSize, 5)).bytes());
    const Bytes call = frame(WireWriter().put(std::uint32_t(1)).put(std::uint8_t(0)).bytes());
    QTest::newRow("no frame") << Bytes(3000, 'x');
    QTest::newRow("a length of 4 GiB") << Bytes(4, 0xFF);
    QTest::newRow("nothing") << frame({});
    QTest::newRow("half a greeting") << frame(Bytes(20));
    QTest::newRow("a greeting with more") << frame(Bytes(wireShape().size() + kNonceSize + 1));
    QTest::newRow("a call instead of a greeting") << both(call, call);
    QTest::newRow("a call instead of a proof") << both(greeting, call);
    QTest::newRow("a wrong proof") << both(greeting, frame(Bytes(kProofSize, 1)));
    QTest::newRow("an empty proof") << both(greeting, frame({}));
    QTest::newRow("a wrong proof and a call") << both(both(greeting, frame(Bytes(kProofSize, 1))), call);
}

void OwnerSocketTest::strangersGetNothing()
{
    QFETCH(Bytes, words);
    Machine machine;
    const auto owner = opened(machine.process());
    RawPeer stranger(machine);
    stranger.socket.write(reinterpret_cast<const char *>(words.data()), static_cast<qint64>(words.size()));
    QVERIFY(stranger.isClosed());
    const QByteArray got = stranger.socket.readAll();
    QVERIFY(got.isEmpty() || got.size() == static_cast<qsizetype>(4 + wireShape().size() + kNonceSize + kProofSize));
    QCOMPARE(must(answerOf(opened(machine.process())->status())).auditEntries, 1);
}

void OwnerSocketTest::aProvenClientThatTalksNonsenseIsDropped_data()
{
    QTest::addColumn<Bytes>("call");
    const auto call = [](std::size_t number) {
        return WireWriter().put(std::uint32_t(1)).put(static_cast<std::uint8_t>(number));
    };
    constexpr std::size_t count = std::tuple_size_v<SessionCalls>;
    QTest::newRow("nothing") << Bytes();
    QTest::newRow("no such call") << call(count).bytes();
    QTest::newRow("arguments missing") << call(callNumber<&Session::setRetention>()).bytes();
    QTest::newRow("arguments cut") << call(callNumber<&Session::setRetention>()).put(std::string("pii.days")).bytes();
    QTest::newRow("arguments too many") << call(callNumber<&Session::status>()).put(true).bytes();
    QTest::newRow("secrets in the clear")
        << call(callNumber<&Session::connectAccount>()).put(std::string("na")).put(std::string("secret")).bytes();
    QTest::newRow("unknown feature") << call(callNumber<&Session::setFeature>())
                                            .put(model::ConnectionId{"de"})
                                            .put(static_cast<model::Feature>(9))
                                            .put(true)
                                            .bytes();
}

void OwnerSocketTest::aProvenClientThatTalksNonsenseIsDropped()
{
    QFETCH(Bytes, call);
    Machine machine;
    const auto owner = opened(machine.process());
    RawPeer peer(machine);
    peer.prove();
    QVERIFY(!peer.hear().empty()); // welcome
    sendFrame(peer.socket, call);
    QVERIFY(peer.isClosed());
    QVERIFY(machine.opened->retentions.empty() && machine.opened->features.empty() && machine.opened->connects.empty());
    QCOMPARE(must(answerOf(opened(machine.process())->status())).auditEntries, 1);
}

void OwnerSocketTest::silentClientsAreDropped()
{
    Machine machine;
    FakeClock clock;
    const auto owner = opened(machine.process(clock));
    std::vector<std::unique_ptr<RawPeer>> crowd;
    for (int i = 0; i < 20; ++i)
        crowd.push_back(std::make_unique<RawPeer>(machine));
    crowd.back()->prove();
    QVERIFY(!crowd.back()->hear().empty());
    QTRY_VERIFY(clock.waiting() >= crowd.size());
    clock.advance(kOwnerPatience);
    for (std::size_t i = 0; i + 1 < crowd.size(); ++i)
        QVERIFY(crowd[i]->isClosed());
    QCOMPARE(crowd.back()->socket.state(), QLocalSocket::ConnectedState);
}

void OwnerSocketTest::tooMuchIsSaidNotSent()
{
    Machine machine;
    const auto owner = opened(machine.process());
    const auto client = opened(machine.process());
    const auto asked = answerOf(client->auditEntries(std::vector<std::int64_t>(kLongestCall / 8)));
    QCOMPARE(asked.error().kind, ErrorKind::Usage);
    machine.opened->sequences.assign(kLongestAnswer / 8, 1);
    QCOMPARE(answerOf(client->auditSequences({})).error().kind, ErrorKind::ResponseTooLarge);
    machine.opened->sequences.assign(1'000'000, 1);
    QCOMPARE(must(answerOf(client->auditSequences({}))).size(), std::size_t(1'000'000));
}

QTEST_GUILESS_MAIN(OwnerSocketTest)
#include "owner_socket_test.moc"
