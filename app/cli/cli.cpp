// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/human_text.h"
#include "core/base/files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace sk::cli {

namespace {

constexpr std::chrono::milliseconds kInterruptPatience{800};
/// An owner that is just ending answers nothing and holds the lock for a moment.
constexpr std::chrono::milliseconds kOwnerEnding{100};
constexpr int kMostAttempts = 50;
constexpr qint64 kLargestInput = 64 * 1024;

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

Result<void> readInput(Invocation &invocation)
{
    if (invocation.command != QStringLiteral("connect"))
        return {};
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorKind::Usage, "connect reads the credentials from standard input");
    invocation.arguments[QStringLiteral("credentials")] = QString::fromUtf8(input.read(kLargestInput));
    if (invocation.caFile.empty())
        return {};
    const auto pem = readFile(invocation.caFile, kLargestInput);
    if (!pem)
        return fail(ErrorKind::Usage, "--ca-file: " + pem.error().detail);
    invocation.arguments[QStringLiteral("ca-pem")] = QString::fromStdString(std::string(asText(*pem)));
    return {};
}

Cli::Cli(Invocation invocation, profile::LocalSession::World world)
    : m_invocation(std::move(invocation))
    , m_world(world)
    , m_library(m_invocation.dataDir.value_or(profile::standardDataDir()), world)
{
}

Cli::~Cli() = default;

void Cli::start()
{
    if (m_invocation.command == QStringLiteral("profile create"))
        return createProfile();
    if (m_invocation.command == QStringLiteral("profile list"))
        return listProfiles();
    if (m_invocation.command == QStringLiteral("profile delete"))
        return deleteProfile();
    runOnProfile();
}

void Cli::createProfile()
{
    whenDone(m_library.create(m_invocation.profile.toStdString()), this,
             [this](const Result<profile::ProfileInfo> &made) {
                 if (!made)
                     return finish(profile::errorAnswer(made.error()));
                 QJsonObject answer = profile::okAnswer();
                 answer[QStringLiteral("profile")] = QString::fromStdString(made->name);
                 finish(answer);
             });
}

void Cli::listProfiles()
{
    const auto profiles = m_library.list();
    if (!profiles)
        return finish(profile::errorAnswer(profiles.error()));
    QJsonArray names;
    for (const profile::ProfileInfo &info : *profiles)
        names.append(QString::fromStdString(info.name));
    QJsonObject answer = profile::okAnswer();
    answer[QStringLiteral("profiles")] = names;
    finish(answer);
}

void Cli::deleteProfile()
{
    if (m_invocation.arguments[QStringLiteral("confirm")].toString() != m_invocation.profile)
        return finish(profile::errorAnswer({ErrorKind::Usage, "--confirm must repeat the profile's name"}));
    whenDone(m_library.remove(m_invocation.profile.toStdString()), this, [this](const Result<void> &removed) {
        finish(removed ? profile::okAnswer() : profile::errorAnswer(removed.error()));
    });
}

void Cli::runOnProfile()
{
    whenDone(m_library.openLocal(m_invocation.profile.toStdString()), this,
             [this](const Result<std::shared_ptr<profile::LocalSession>> &session) {
                 if (session)
                     runHere(*session);
                 else if (session.error().kind == ErrorKind::ProfileBusy)
                     runThere(session.error());
                 else
                     finish(profile::errorAnswer(session.error()));
             });
}

void Cli::runHere(const std::shared_ptr<profile::LocalSession> &session)
{
    whenDone(session->ownerKey(), this, [this, session](const Result<secrets::Secret> &key) {
        if (!key)
            return finish(profile::errorAnswer(key.error()));
        serveAndRun(session, *key);
    });
}

void Cli::serveAndRun(const std::shared_ptr<profile::LocalSession> &session, const secrets::Secret &ownerKey)
{
    m_session = session;
    m_runner = std::make_unique<profile::CommandRunner>(*session);
    m_server = std::make_unique<profile::OwnerServer>(session->info(), ownerKey, *m_runner, m_world.access.random);
    connect(m_runner.get(), &profile::CommandRunner::progressed, this, &Cli::progress);
    connect(m_server.get(), &profile::OwnerServer::idle, this, &Cli::leave);
    if (const auto listening = m_server->listen(); !listening)
        progress(
            QString::fromStdString(listening.error().detail)); // others will find the profile busy; this command works
    whenDone(m_runner->run(m_invocation.arguments), this, [this](const QJsonObject &answer) { finish(answer); });
}

void Cli::runThere(const Error &busy)
{
    const auto info = m_library.find(m_invocation.profile.toStdString());
    if (!info)
        return finish(profile::errorAnswer(info.error()));
    whenDone(m_library.ownerKey(info->name), this, [this, busy, info = *info](const Result<secrets::Secret> &key) {
        if (!key)
            return finish(profile::errorAnswer(key.error()));
        m_client = std::make_unique<profile::OwnerClient>(info, *key, m_world.clock, m_world.access.random);
        connect(m_client.get(), &profile::OwnerClient::progressed, this, &Cli::progress);
        whenDone(m_client->run(m_invocation.arguments), this, [this, busy](const Result<QJsonObject> &answer) {
            if (answer)
                return finish(*answer);
            if (answer.error().kind == ErrorKind::Offline && ++m_attempts < kMostAttempts)
                return m_world.clock.callAfter(kOwnerEnding, this, [this] { runOnProfile(); });
            finish(profile::errorAnswer({ErrorKind::ProfileBusy, busy.detail}));
        });
    });
}

void Cli::interrupt()
{
    if (m_runner)
        m_runner->stop();
    m_world.clock.callAfter(kInterruptPatience, this, [this] {
        if (!m_exitCode)
            finish(profile::errorAnswer({ErrorKind::Cancelled, {}}));
    });
}

void Cli::progress(const QString &line) const
{
    if (!m_invocation.quiet)
        print(stderr, line + QLatin1Char('\n'));
}

void Cli::finish(const QJsonObject &answer)
{
    if (m_exitCode)
        return;
    if (m_invocation.json) {
        print(stdout, QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
    } else {
        print(stdout, humanText(m_invocation.command, answer));
        if (!answer[QStringLiteral("ok")].toBool())
            print(stderr,
                  QStringLiteral("error: ")
                      + answer[QStringLiteral("error")].toObject()[QStringLiteral("message")].toString()
                      + QLatin1Char('\n'));
    }
    m_exitCode = profile::exitCodeOf(answer);
    leave();
}

/// Ends once the own command and those of others are answered.
void Cli::leave()
{
    if (m_exitCode && (!m_server || m_server->pending() == 0))
        Q_EMIT finished(*m_exitCode);
}

} // namespace sk::cli
