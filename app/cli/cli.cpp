// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/human_text.h"
#include "app/cli/stdin_lines.h"
#include "core/base/files.h"
#include "core/privacy/certificate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace sk::cli {

namespace {

constexpr std::chrono::milliseconds kInterruptPatience{800};
constexpr std::size_t kLargestInput = 64 * 1024;

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

Result<void> readInput(Invocation &invocation)
{
    const QString &name = invocation.command.name;
    constexpr int standardInput = 0;
    if (name == QStringLiteral("connect"))
        invocation.command.input = secrets::readToEnd(standardInput, kLargestInput);
    else if (name == QStringLiteral("consent") || name.startsWith(QStringLiteral("connection ")))
        invocation.command.input = readInputLine().value_or(secrets::Secret());
    if (invocation.caFile.empty())
        return {};
    const auto pem = readFile(invocation.caFile, kLargestInput);
    if (!pem)
        return fail(ErrorKind::Usage, "--ca-file: " + pem.error().detail);
    invocation.command.options[QStringLiteral("ca-pem")] = QString::fromStdString(std::string(asText(*pem)));
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
    if (m_invocation.command.name == QStringLiteral("profile create"))
        return createProfile();
    if (m_invocation.command.name == QStringLiteral("profile list"))
        return listProfiles();
    if (m_invocation.command.name == QStringLiteral("profile delete"))
        return deleteProfile();
    if (m_invocation.command.name == QStringLiteral("certificate verify"))
        return verifyCertificate();
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

/// The certificate of a profile is kept by nobody but whoever asked for it: where it goes is tried before anything is
/// taken away.
void Cli::deleteProfile()
{
    if (m_invocation.command.options[QStringLiteral("confirm")] != m_invocation.profile)
        return finish(profile::errorAnswer({ErrorKind::Usage, "--confirm must repeat the profile's name"}));
    const std::filesystem::path output(m_invocation.command.options[QStringLiteral("certificate")].toStdU16String());
    if (const auto checked = checkCertificateFile(output); !checked)
        return finish(profile::errorAnswer(checked.error()));
    m_deleting = true;
    whenDone(m_library.remove(m_invocation.profile.toStdString()), this,
             [this, output](const Result<profile::RemovedProfile> &removed) {
                 if (!removed)
                     return finish(profile::errorAnswer(removed.error()));
                 deleted(*removed, output);
             });
}

/// Usage for a file inside the data folder, or one that cannot be written; nothing for none.
Result<void> Cli::checkCertificateFile(const std::filesystem::path &output) const
{
    if (output.empty())
        return {};
    std::error_code code;
    if (std::filesystem::exists(output, code))
        return fail(ErrorKind::AlreadyExists,
                    toUtf8(output) + " is there already; name another file for the certificate");
    const auto inside = std::filesystem::weakly_canonical(output, code)
                            .lexically_relative(std::filesystem::weakly_canonical(m_library.folder(), code));
    if (!inside.empty() && *inside.begin() != "..")
        return fail(ErrorKind::Usage, "the certificate cannot be kept in the folder of the data that goes");
    SK_TRY(writeFileAtomically(output, {}));
    std::filesystem::remove(output, code);
    return {};
}

void Cli::deleted(const profile::RemovedProfile &removed, const std::filesystem::path &output)
{
    QJsonObject answer = profile::okAnswer();
    if (!removed.erased) {
        answer[QStringLiteral("certificate")] = QJsonValue::Null;
        answer[QStringLiteral("unsigned_because")] =
            QString::fromStdString(std::string(toWord(removed.lost.value_or(ErrorKind::Internal))));
        return finish(answer);
    }
    answer = profile::erasedAnswer(*removed.erased, output, "it is printed here, and nowhere else");
    // Byte for byte: only this text can be verified.
    if (output.empty() || profile::exitCodeOf(answer) != 0)
        answer[QStringLiteral("certificate_file")] = QString::fromStdString(removed.erased->file);
    finish(answer);
    if (output.empty())
        print(stderr,
              QStringLiteral("this is the only copy of the certificate: keep it as it is, byte for byte, in a file "
                             "(--certificate FILE does so)\n"));
}

/// A certificate outlives what it speaks of: when its profile is gone, its signature is all there is to check.
void Cli::verifyCertificate()
{
    const std::filesystem::path path(m_invocation.command.options[QStringLiteral("file")].toStdU16String());
    const auto file = readFile(path, kLargestInput);
    if (!file)
        return finish(profile::errorAnswer(file.error()));
    const auto read = privacy::readCertificate(*file);
    if (!read)
        return finish(profile::errorAnswer(read.error()));
    const auto profiles = m_library.list();
    if (!profiles)
        return finish(profile::errorAnswer(profiles.error()));
    const auto known = std::find_if(profiles->begin(), profiles->end(),
                                    [&](const auto &info) { return info.id == read->certificate.profileId; });
    if (known == profiles->end())
        return finish(profile::verdictAnswer({read->certificate, read->signatureValid, std::nullopt, 0}));
    m_invocation.profile = QString::fromStdString(known->name);
    m_invocation.command.options[QStringLiteral("certificate")] = QString::fromStdString(std::string(asText(*file)));
    runOnProfile();
}

void Cli::runOnProfile()
{
    whenDone(m_library.openShared(m_invocation.profile.toStdString()), this,
             [this](const Result<std::shared_ptr<profile::SharedSession>> &session) {
                 if (session)
                     run(*session);
                 else
                     finish(profile::errorAnswer(session.error()));
             });
}

void Cli::run(const std::shared_ptr<profile::SharedSession> &session)
{
    m_session = session;
    connect(session.get(), &profile::SharedSession::released, this, [this] { Q_EMIT finished(*m_exitCode); });
    m_runner = std::make_unique<profile::CommandRunner>(*session);
    connect(m_runner.get(), &profile::CommandRunner::progressed, this, &Cli::progress);
    connect(m_runner.get(), &profile::CommandRunner::consentStarted, this, &Cli::askForConsent);
    connect(m_runner.get(), &profile::CommandRunner::pasteRefused, this, [](const Error &error) {
        print(stderr, QStringLiteral("refused: ") + QString::fromStdString(error.detail) + QLatin1Char('\n'));
    });
    if (m_invocation.command.name == QStringLiteral("consent")) {
        m_invocation.command.options[QStringLiteral("closing-title")] = QStringLiteral("You can close this page");
        m_invocation.command.options[QStringLiteral("closing-text")] =
            QStringLiteral("sellerkeep-cli goes on by itself.");
        auto *input = new StdinLines; // its thread ends with the process, and so does it
        connect(input, &StdinLines::received, m_runner.get(), &profile::CommandRunner::supply);
        input->start();
    }
    whenDone(m_runner->run(m_invocation.command), this, [this](const QJsonObject &answer) { finish(answer); });
}

void Cli::interrupt()
{
    if (m_deleting)
        return progress(QStringLiteral("the profile is being deleted; the certificate comes at the end"));
    if (m_runner)
        m_runner->stop();
    if (m_session && m_session->isOwner()) { // whoever asked for it: it cannot go on without this process
        m_session->stopSync();
        m_session->stopAccessCheck();
    }
    m_world.clock.callAfter(kInterruptPatience, this, [this] {
        if (m_deleting) // begun since
            return;
        finish(profile::errorAnswer({ErrorKind::Cancelled, {}}));
        Q_EMIT finished(*m_exitCode);
    });
}

void Cli::progress(const QString &line) const
{
    if (!m_invocation.quiet)
        print(stderr, line + QLatin1Char('\n'));
}

/// Also with --quiet: without the address nothing can go on.
void Cli::askForConsent(const profile::ConsentStarted &started)
{
    const QString next = started.listening
        ? QStringLiteral("then wait, or paste the address at which the browser ended")
        : QStringLiteral("then paste the address at which the browser ended");
    print(stderr,
          QStringLiteral("open this address in a browser: %1\n%2, within %3 minutes\n")
              .arg(QString::fromStdString(started.address), next, // as one: an address is full of %2F
                   QString::number(std::chrono::duration_cast<std::chrono::minutes>(started.timeLeft).count())));
}

void Cli::finish(const QJsonObject &answer)
{
    if (m_exitCode)
        return;
    if (m_invocation.json) {
        print(stdout, QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
    } else {
        print(stdout, humanText(m_invocation.command.name, answer));
        if (!answer[QStringLiteral("ok")].toBool())
            print(stderr,
                  QStringLiteral("error: ")
                      + answer[QStringLiteral("error")].toObject()[QStringLiteral("message")].toString()
                      + QLatin1Char('\n'));
    }
    m_exitCode = profile::exitCodeOf(answer);
    if (m_session)
        m_session->release();
    else
        Q_EMIT finished(*m_exitCode);
}

} // namespace sk::cli
