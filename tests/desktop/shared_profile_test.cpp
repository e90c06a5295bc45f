// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "core/base/files.h"
#include "tests/support/check.h"
#include "ui/common/translations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLockFile>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace sk;
using namespace sk::test;
using namespace Qt::StringLiterals;

/// The application's window and the real command line on one profile, against the real sample Amazon.
class SharedProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWindowWorksThroughASyncThatFinishes();
    void theWindowTakesOverFromASyncThatIsKilled();
    void theCommandLineWorksThroughTheWindow();
    void aClosedWindowIsSaidToTheCommandLine();

private:
    static constexpr int kPatience = 60'000;

    void startSimulator(int rateScale);
    std::unique_ptr<QProcess> startCommand(const QStringList &arguments, const QByteArray &input = {});
    QJsonObject run(const QStringList &arguments, const QByteArray &input = {});
    void connectProfile();
    void openWindow();
    template <typename W>
    W *child(const QString &name)
    {
        return m_desktop->window().findChild<W *>(name);
    }
    [[nodiscard]] qint64 ownerProcess() const;
    int shownOrders();

    SystemClock m_clock;
    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<QProcess> m_simulator;
    QJsonObject m_greeting;
    QByteArray m_said; ///< by commands, on standard error
    std::unique_ptr<desktop::Desktop> m_desktop;
};

namespace {

constexpr const char *kPassphrase = "correct horse\n";

QString textOf(const std::filesystem::path &path)
{
    return QString::fromStdString(toUtf8(path));
}

QJsonObject answerOf(QProcess &command)
{
    return QJsonDocument::fromJson(command.readAllStandardOutput()).object();
}

} // namespace

void SharedProfileTest::init()
{
    m_folder = std::make_unique<Folder>();
    must(writeFileAtomically(*m_folder / "passphrase", asBytes(kPassphrase)));
}

void SharedProfileTest::cleanup()
{
    m_desktop.reset();
    m_simulator->closeWriteChannel();
    m_simulator->waitForFinished();
    m_simulator.reset();
    m_folder.reset();
}

/// 3,000 orders in 30 pages; at a scale of 60 the last ten take a second each.
void SharedProfileTest::startSimulator(int rateScale)
{
    m_simulator = std::make_unique<QProcess>();
    m_simulator->start(QStringLiteral(SK_BIN_DIR "/sellerkeep-simulator"),
                       {u"--orders"_s, u"3000"_s, u"--rate-scale"_s, QString::number(rateScale), u"--quiet"_s,
                        u"--ca-file"_s, textOf(*m_folder / "ca.pem"), u"--connection-file"_s,
                        textOf(*m_folder / "connection.json"), u"--until-stdin-closes"_s});
    QTRY_VERIFY(m_simulator->canReadLine());
    m_greeting = QJsonDocument::fromJson(m_simulator->readLine()).object();
}

std::unique_ptr<QProcess> SharedProfileTest::startCommand(const QStringList &arguments, const QByteArray &input)
{
    auto command = std::make_unique<QProcess>();
#ifdef Q_OS_WIN
    const QString descriptor = u"0"_s; // no other reaches a program there
#else
    const QString descriptor = u"3"_s;
#endif
    const QString program = QStringLiteral(SK_BIN_DIR "/sellerkeep-cli");
    const QStringList all{u"--json"_s,         u"--data-dir"_s, textOf(*m_folder / "data"),
                          u"--secret-store"_s, u"file"_s,       u"--passphrase-fd"_s,
                          descriptor};
    m_said.clear();
    connect(command.get(), &QProcess::readyReadStandardError, this,
            [this, from = command.get()] { m_said += from->readAllStandardError(); });
    command->setWorkingDirectory(textOf(m_folder->path()));
#ifdef Q_OS_WIN
    command->start(program, all + arguments);
    command->write(kPassphrase);
#else
    command->start(u"sh"_s, QStringList{u"-c"_s, u"exec 3<passphrase \"$@\""_s, u"sh"_s, program} + all + arguments);
#endif
    command->write(input);
    command->closeWriteChannel();
    return command;
}

QJsonObject SharedProfileTest::run(const QStringList &arguments, const QByteArray &input)
{
    const auto command = startCommand(arguments, input);
    if (!QTest::qWaitFor([&command] { return command->state() == QProcess::NotRunning; }, kPatience))
        qFatal("a command does not end");
    const QJsonObject answer = answerOf(*command);
    if (command->exitCode() != 0)
        qWarning().noquote() << arguments << QJsonDocument(answer).toJson();
    return answer;
}

void SharedProfileTest::connectProfile()
{
    QVERIFY(run({u"profile"_s, u"create"_s, u"p"_s})[u"ok"_s].toBool());
    const Bytes credentials = must(readFile(*m_folder / "connection.json", 10'000));
    const QJsonObject connected = run({u"connect"_s, u"p"_s, u"--region"_s, u"na"_s, u"--label"_s, u"Shop"_s,
                                       u"--api-url"_s, m_greeting[u"api_url"_s].toString(), u"--token-url"_s,
                                       m_greeting[u"token_url"_s].toString(), u"--ca-file"_s, u"ca.pem"_s},
                                      QByteArray::fromStdString(std::string(asText(credentials))));
    QVERIFY(connected[u"ok"_s].toBool());
}

void SharedProfileTest::openWindow()
{
    profile::SecretAccess access;
    access.random = secrets::systemRandom();
    access.passphrase = secrets::Secret::copyOf(asBytes("correct horse"));
    m_desktop = std::make_unique<desktop::Desktop>(*m_folder / "data", profile::LocalSession::World{access, m_clock});
    m_desktop->start(u"p"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(u"connectionsPanel"_s), kPatience);
}

/// Whose lock it is.
qint64 SharedProfileTest::ownerProcess() const
{
    for (const auto &entry : std::filesystem::directory_iterator(*m_folder / "data/profiles")) {
        QLockFile lock(textOf(entry.path() / "owner.lock"));
        qint64 process = 0;
        QString host;
        QString program;
        if (lock.getLockInfo(&process, &host, &program))
            return process;
    }
    return 0;
}

int SharedProfileTest::shownOrders()
{
    const auto *table = child<QTableView>(u"dataSets"_s);
    for (int row = 0; table != nullptr && row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == u"Orders"_s)
            return QLocale().toInt(table->model()->index(row, 1).data().toString());
    }
    return -1;
}

void SharedProfileTest::theWindowWorksThroughASyncThatFinishes()
{
    startSimulator(300);
    connectProfile();
    const auto sync = startCommand({u"sync"_s, u"p"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains("orders:"), kPatience);
    openWindow();
    QCOMPARE(ownerProcess(), sync->processId());
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"syncText"_s)->text().contains(u"received"_s), kPatience); // its progress
    QCOMPARE(child<QToolButton>(u"syncAll"_s)->text(), u"Stop"_s);
    const QPointer<QWidget> panel = child<QWidget>(u"connectionsPanel"_s);

    QTRY_COMPARE_WITH_TIMEOUT(sync->state(), QProcess::NotRunning, kPatience);
    QCOMPARE(sync->exitCode(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(ownerProcess(), QCoreApplication::applicationPid(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(shownOrders(), 3000, kPatience);
    QTRY_COMPARE(child<QToolButton>(u"syncAll"_s)->text(), u"Sync all"_s);
    QVERIFY(panel && panel == child<QWidget>(u"connectionsPanel"_s)); // nobody had to build it again
    QTRY_VERIFY(child<QLabel>(u"statusText"_s)->text().contains(u"complete up to"_s));
}

void SharedProfileTest::theWindowTakesOverFromASyncThatIsKilled()
{
    startSimulator(60);
    connectProfile();
    const auto sync = startCommand({u"sync"_s, u"p"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains("orders:"), kPatience);
    openWindow();
    QTRY_COMPARE_WITH_TIMEOUT(child<QToolButton>(u"syncAll"_s)->text(), u"Stop"_s, kPatience);
    sync->kill();
    QTRY_COMPARE_WITH_TIMEOUT(ownerProcess(), QCoreApplication::applicationPid(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(child<QToolButton>(u"syncAll"_s)->text(), u"Sync all"_s, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(shownOrders() > 0, kPatience);
    const int before = shownOrders();
    child<QToolButton>(u"syncAll"_s)->click(); // goes on where the other one died
    QTRY_VERIFY_WITH_TIMEOUT(shownOrders() > before, kPatience);
    child<QToolButton>(u"syncAll"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(child<QToolButton>(u"syncAll"_s)->text(), u"Sync all"_s, kPatience);
}

void SharedProfileTest::theCommandLineWorksThroughTheWindow()
{
    startSimulator(2000);
    connectProfile();
    openWindow();
    QCOMPARE(ownerProcess(), QCoreApplication::applicationPid());
    const QJsonObject synced = run({u"sync"_s, u"p"_s});
    QVERIFY(synced[u"ok"_s].toBool());
    QTRY_COMPARE_WITH_TIMEOUT(shownOrders(), 3000, kPatience); // the window shows what another process asked for
    QVERIFY(run({u"status"_s, u"p"_s})[u"audit"_s].toObject()[u"entries"_s].toInt() > 30);
    QVERIFY(run({u"audit"_s, u"verify"_s, u"p"_s})[u"intact"_s].toBool());
    QVERIFY(run({u"audit"_s, u"list"_s, u"p"_s})[u"entries"_s].toArray().size() > 30);
    QCOMPARE(ownerProcess(), QCoreApplication::applicationPid());
}

void SharedProfileTest::aClosedWindowIsSaidToTheCommandLine()
{
    startSimulator(60);
    connectProfile();
    openWindow();
    const auto sync = startCommand({u"sync"_s, u"p"_s});
    QTRY_COMPARE_WITH_TIMEOUT(child<QToolButton>(u"syncAll"_s)->text(), u"Stop"_s, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains("orders:"), kPatience); // progress, passed on
    m_desktop.reset();
    QTRY_COMPARE_WITH_TIMEOUT(sync->state(), QProcess::NotRunning, kPatience);
    QCOMPARE(sync->exitCode(), 1);
    const QJsonObject error = answerOf(*sync)[u"error"_s].toObject();
    QCOMPARE(error[u"kind"_s].toString(), u"profile_busy"_s);
    QVERIFY(error[u"message"_s].toString().contains(QString::number(QCoreApplication::applicationPid())));
    QVERIFY(run({u"status"_s, u"p"_s})[u"ok"_s].toBool()); // nothing stands in the way
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Sellerkeep"_s);
    ui::installTranslations(application, QLocale::c());
    SharedProfileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "shared_profile_test.moc"
