// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/command_runner.h"
#include "tests/profile/machine.h"

#include <QJsonArray>
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

QTEST_GUILESS_MAIN(CommandRunnerTest)
#include "command_runner_test.moc"
