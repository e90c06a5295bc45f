// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/command_runner.h"
#include "tests/profile/machine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;

/// The consent of the command line, on a session that answers as the test wants.
class CommandRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAddressIsToldAsWhatItIs();
    void stoppedBeforeItHasBegun();
    void stoppedWhileItWaits();
    void refusedPasteIsTold();
    void renewalNeedsNoClient();
    void inventoryIsToldInWords();
    void addressIsShownForAPurpose();
    void rulesAreShownBeforeTheyAreTaken();
    void zonesAreCounted();
    void keysAreShownAndRenewed();
    void leakTellsTheSteps();

private:
    static Command consentCommand(const char *input = R"({"client_id":"client","client_secret":"geheim"})")
    {
        Command command;
        command.name = QStringLiteral("consent");
        command.options[QStringLiteral("marketplace")] = QStringLiteral("DE");
        command.options[QStringLiteral("closing-title")] = QStringLiteral("Done");
        command.input = secrets::Secret::copyOf(asBytes(input));
        return command;
    }
};

void CommandRunnerTest::theAddressIsToldAsWhatItIs()
{
    FakeSession session;
    CommandRunner runner(session);
    QSignalSpy progressed(&runner, &CommandRunner::progressed);
    std::optional<ConsentStarted> told;
    connect(&runner, &CommandRunner::consentStarted, &runner, [&](const ConsentStarted &started) { told = started; });
    const auto answer = runner.run(consentCommand());
    QTRY_VERIFY(told);
    QCOMPARE(told->address, std::string("https://sellercentral.example/consent?state=x"));
    QCOMPARE(progressed.count(), 0); // that may be switched off
    QCOMPARE(session.consents.front().closingTitle, std::string("Done"));
    session.finishConsent(ConnectResult{{"c1"}, {}});
    QVERIFY(answerOf(answer)[QStringLiteral("ok")].toBool());
}

void CommandRunnerTest::stoppedBeforeItHasBegun()
{
    FakeSession session;
    session.holdConsent = true;
    CommandRunner runner(session);
    QSignalSpy started(&runner, &CommandRunner::consentStarted);
    const auto answer = runner.run(consentCommand());
    runner.stop();
    QCOMPARE(session.cancelledConsents, 0); // there is nothing to cancel yet
    session.letConsentBegin();
    QTRY_COMPARE(session.cancelledConsents, 1);
    QCOMPARE(started.count(), 0);
    session.finishConsent(fail(ErrorKind::Cancelled));
    QCOMPARE(exitCodeOf(answerOf(answer)), 1);
}

void CommandRunnerTest::stoppedWhileItWaits()
{
    FakeSession session;
    CommandRunner runner(session);
    QSignalSpy started(&runner, &CommandRunner::consentStarted);
    (void)runner.run(consentCommand());
    QTRY_COMPARE(started.count(), 1);
    runner.stop();
    QCOMPARE(session.cancelledConsents, 1);
}

void CommandRunnerTest::refusedPasteIsTold()
{
    FakeSession session;
    CommandRunner runner(session);
    QSignalSpy started(&runner, &CommandRunner::consentStarted);
    QSignalSpy refused(&runner, &CommandRunner::pasteRefused);
    runner.supply(secrets::Secret::copyOf(asBytes("too early")));
    (void)runner.run(consentCommand());
    QTRY_COMPARE(started.count(), 1);
    runner.supply(secrets::Secret::copyOf(asBytes("nonsense")));
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(session.pastes.size(), std::size_t(1));
}

void CommandRunnerTest::renewalNeedsNoClient()
{
    FakeSession session;
    CommandRunner runner(session);
    Command command = consentCommand("");
    QCOMPARE(exitCodeOf(answerOf(runner.run(command))), 2);
    command.options[QStringLiteral("connection")] = QStringLiteral("c1");
    (void)runner.run(command);
    QTRY_COMPARE(session.consents.size(), std::size_t(1));
    QVERIFY(session.consents.front().clientId.empty() && session.consents.front().clientSecret.isEmpty());
    QCOMPARE(session.consents.front().replaces, std::optional(model::ConnectionId{"c1"}));
    command.input = secrets::Secret::copyOf(asBytes("{}"));
    QCOMPARE(exitCodeOf(answerOf(runner.run(command))), 2); // what is there must be right
}

void CommandRunnerTest::inventoryIsToldInWords()
{
    FakeSession session;
    ui::test::fillWithSamples(session);
    session.stock.location.troubles = {model::LocationTrouble::CloudFolder};
    session.stock.location.provider = "Dropbox";
    CommandRunner runner(session);
    Command command;
    command.name = QStringLiteral("inventory");
    const QJsonObject answer = answerOf(runner.run(command));
    QVERIFY(answer[QStringLiteral("ok")].toBool());
    QCOMPARE(answer[QStringLiteral("folder")].toString().toStdString(), session.stock.location.folder);
    QVERIFY(answer[QStringLiteral("warnings")].toArray()[0].toString().contains(QStringLiteral("Dropbox")));
    const QJsonArray classes = answer[QStringLiteral("classes")].toArray();
    QCOMPARE(classes.size(), static_cast<qsizetype>(session.stock.classes.size()));
    const QJsonObject sealed = classes[0].toObject();
    const auto member = [&sealed](const char *name) { return sealed[QLatin1String(name)]; };
    QCOMPARE(member("name").toString(), QStringLiteral("pii-values"));
    QCOMPARE(member("rows").toInt(), 1284);
    QCOMPARE(member("oldest").toString(), QStringLiteral("2026-10-25T10:00:00.000Z"));
    QCOMPARE(member("deleted_from").toString(), QStringLiteral("2026-11-24"));
    QCOMPARE(member("deleted_by").toString(), QStringLiteral("pii.days"));
    QVERIFY(member("deletion").toString().startsWith(QStringLiteral("30 days after receipt")));
    QCOMPARE(member("key").toString(), QStringLiteral("sealing-keys"));
    QCOMPARE(member("location").toString(), QStringLiteral("pii.db"));
    QVERIFY(member("fields").toArray().contains(QStringLiteral("postal code")));
    const QJsonObject one = member("connections").toArray()[0].toObject();
    QCOMPARE(one[QStringLiteral("connection")].toString(), QStringLiteral("de"));
    QCOMPARE(one[QStringLiteral("label")].toString(), QStringLiteral("Nordlicht Europe"));
    session.failure = ErrorKind::DiskFull;
    QCOMPARE(exitCodeOf(answerOf(runner.run(command))), 1);
}

void CommandRunnerTest::addressIsShownForAPurpose()
{
    FakeSession session;
    ui::test::fillWithSamples(session);
    CommandRunner runner(session);
    Command list;
    list.name = QStringLiteral("fulfilment list");
    const QJsonArray open = answerOf(runner.run(list))[QStringLiteral("shipments")].toArray();
    QCOMPARE(open.size(), 3);
    list.options[QStringLiteral("all")] = QString();
    QCOMPARE(answerOf(runner.run(list))[QStringLiteral("shipments")].toArray().size(), 4);
    const QJsonObject first = open[0].toObject();
    QCOMPARE(first[QStringLiteral("units")].toInt(), 3);
    QCOMPARE(first[QStringLiteral("held_until")].toString(), QStringLiteral("2026-12-19"));
    QVERIFY(!QString::fromUtf8(QJsonDocument(open).toJson()).contains(QStringLiteral("Mustermann")));

    Command show;
    show.name = QStringLiteral("fulfilment show");
    show.options[QStringLiteral("connection")] = first[QStringLiteral("connection")].toString();
    show.options[QStringLiteral("order")] = first[QStringLiteral("order_id")].toString();
    show.options[QStringLiteral("purpose")] = QStringLiteral("curiosity");
    QCOMPARE(exitCodeOf(answerOf(runner.run(show))), 2);
    QVERIFY(session.reveals.empty());
    show.options[QStringLiteral("purpose")] = QStringLiteral("tax");
    const QJsonObject refused = answerOf(runner.run(show));
    QCOMPARE(refused[QStringLiteral("error")].toObject()[QStringLiteral("kind")].toString(),
             QStringLiteral("not_acknowledged"));
    QCOMPARE(exitCodeOf(refused), 1);
    session.acknowledged = Time();
    const QJsonObject shown = answerOf(runner.run(show));
    QCOMPARE(session.reveals.back().purpose, model::RevealPurpose::Tax);
    QCOMPARE(shown[QStringLiteral("purpose")].toString(), QStringLiteral("tax"));
    const QJsonArray values = shown[QStringLiteral("values")].toArray();
    QCOMPARE(values.size(), 6);
    QCOMPARE(values[0].toObject()[QStringLiteral("field")].toString(), QStringLiteral("name"));
    QCOMPARE(values[0].toObject()[QStringLiteral("value")].toString(), QStringLiteral("Erika Mustermann"));
}

void CommandRunnerTest::rulesAreShownBeforeTheyAreTaken()
{
    FakeSession session;
    CommandRunner runner(session);
    Command command;
    command.name = QStringLiteral("fulfilment acknowledge");
    const QJsonObject rules = answerOf(runner.run(command));
    QVERIFY(rules[QStringLiteral("acknowledged")].isNull());
    QVERIFY(rules[QStringLiteral("rules")].toArray().size() >= 5);
    QVERIFY(!session.acknowledged);
    command.options[QStringLiteral("confirm")] = QStringLiteral("yes");
    QCOMPARE(exitCodeOf(answerOf(runner.run(command))), 2);
    QVERIFY(!session.acknowledged);
    command.options[QStringLiteral("confirm")] = QString::number(rules[QStringLiteral("version")].toInt());
    QVERIFY(answerOf(runner.run(command))[QStringLiteral("acknowledged")].isString());
    QVERIFY(session.acknowledged);
}

void CommandRunnerTest::zonesAreCounted()
{
    FakeSession session;
    session.zones = {{"near", 2}, {"", 1}};
    CommandRunner runner(session);
    Command command;
    command.name = QStringLiteral("fulfilment zones");
    command.options[QStringLiteral("table")] = QStringLiteral("/x/zones.csv");
    const QJsonArray zones = answerOf(runner.run(command))[QStringLiteral("zones")].toArray();
    QCOMPARE(zones.size(), 2);
    QCOMPARE(zones[0].toObject()[QStringLiteral("orders")].toInt(), 2);
    QVERIFY(zones[1].toObject()[QStringLiteral("zone")].isNull());
    QCOMPARE(session.zoneTables, std::vector{std::filesystem::path("/x/zones.csv")});
}

void CommandRunnerTest::keysAreShownAndRenewed()
{
    FakeSession session;
    const Time noon = must(timeFromIso("2026-01-01T12:00:00Z"));
    session.state.credentials = {
        model::credentialState(model::CredentialKind::ProfileKeys, noon, noon + std::chrono::days(90)),
        model::credentialState(model::CredentialKind::ClientSecret, noon, noon)};
    session.state.credentials.back().connection = model::ConnectionId{"c1"};
    CommandRunner runner(session);
    Command command;
    command.name = QStringLiteral("keys show");
    const QJsonArray shown = answerOf(runner.run(command))[QStringLiteral("credentials")].toArray();
    const QJsonObject keys{{QStringLiteral("kind"), QStringLiteral("profile-keys")},
                           {QStringLiteral("connection"), QJsonValue()},
                           {QStringLiteral("since"), QStringLiteral("2026-01-01T12:00:00.000Z")},
                           {QStringLiteral("state"), QStringLiteral("remind")},
                           {QStringLiteral("remind_on"), QStringLiteral("2026-04-01")},
                           {QStringLiteral("ends_on"), QJsonValue()}};
    QCOMPARE(shown[0].toObject(), keys);
    QCOMPARE(shown[1].toObject()[QStringLiteral("connection")].toString(), QStringLiteral("c1"));
    QCOMPARE(shown[1].toObject()[QStringLiteral("ends_on")].toString(), QStringLiteral("2026-06-30"));
    command.name = QStringLiteral("keys rotate");
    QCOMPARE(answerOf(runner.run(command))[QStringLiteral("resealed")].toInt(), 2);
    QCOMPARE(session.rotations, 1);
    session.failure = ErrorKind::DiskFull;
    QCOMPARE(exitCodeOf(answerOf(runner.run(command))), 1);
}

void CommandRunnerTest::leakTellsTheSteps()
{
    FakeSession session;
    ui::test::fillWithSamples(session);
    CommandRunner runner(session);
    Command command;
    command.name = QStringLiteral("leak");
    command.options[QStringLiteral("connection")] = QStringLiteral("de");
    const QJsonArray suspected = answerOf(runner.run(command))[QStringLiteral("suspected")].toArray();
    QCOMPARE(session.leaks.front(), std::optional(model::ConnectionId{"de"}));
    QCOMPARE(suspected.size(), 1);
    const QJsonObject leak = suspected[0].toObject();
    QCOMPARE(leak[QStringLiteral("connection")].toString(), QStringLiteral("de"));
    const QJsonArray steps = leak[QStringLiteral("steps")].toArray();
    QCOMPARE(steps[0].toObject()[QStringLiteral("step")].toString(), QStringLiteral("rotate-keys"));
    QVERIFY(steps[0].toObject()[QStringLiteral("done")].toBool());
    QVERIFY(steps[2].toObject()[QStringLiteral("message")].toString().contains(QStringLiteral("seven days")));
    command.options.clear();
    (void)answerOf(runner.run(command));
    QVERIFY(!session.leaks.back());
}

QTEST_GUILESS_MAIN(CommandRunnerTest)
#include "command_runner_test.moc"
