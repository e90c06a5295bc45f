// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sample_data.h"

#include "core/amazon/lwa.h"
#include "core/base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace sk::desktop {

namespace {

const std::string kProfile = "Sample data";
constexpr std::size_t kLargestFile = 64 * 1024;

} // namespace

SampleData::SampleData(profile::ProfileLibrary &library) : m_library(library)
{
    connect(&m_simulator, &QProcess::readyReadStandardOutput, this, [this] { simulatorSpoke(); });
    connect(&m_simulator, &QProcess::errorOccurred, this, [this] {
        if (!m_started)
            Q_EMIT failed({ErrorKind::File,
                           "the sample Amazon could not be started: " + m_simulator.errorString().toStdString()});
    });
}

SampleData::~SampleData()
{
    m_simulator.disconnect(this);
    m_simulator.closeWriteChannel(); // it ends when its standard input does
    if (!m_simulator.waitForFinished(1000))
        m_simulator.kill();
}

void SampleData::start()
{
    if (m_started)
        return recreateProfile();
    const QDir folder(m_folder.path());
    m_simulator.setProgram(
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("sellerkeep-simulator")));
    m_simulator.setArguments(
        {QStringLiteral("--orders"), QStringLiteral("5000"), QStringLiteral("--rate-scale"), QStringLiteral("1000"),
         QStringLiteral("--ca-file"), folder.filePath(QStringLiteral("ca.pem")), QStringLiteral("--connection-file"),
         folder.filePath(QStringLiteral("connection.json")), QStringLiteral("--until-stdin-closes")});
    m_simulator.start();
}

void SampleData::simulatorSpoke()
{
    m_greeting += m_simulator.readAllStandardOutput();
    if (m_started || !m_greeting.contains('\n'))
        return;
    m_started = true;
    recreateProfile();
}

void SampleData::recreateProfile()
{
    const auto create = [this] {
        whenDone(m_library.create(kProfile), this, [this](const Result<profile::ProfileInfo> &made) {
            if (!made)
                return Q_EMIT failed(made.error());
            openProfile();
        });
    };
    if (!m_library.find(kProfile))
        return create();
    whenDone(m_library.remove(kProfile), this, [this, create](const Result<profile::RemovedProfile> &removed) {
        if (!removed)
            return Q_EMIT failed(removed.error());
        create();
    });
}

void SampleData::openProfile()
{
    whenDone(m_library.open(kProfile), this, [this](const Result<std::shared_ptr<profile::Session>> &session) {
        if (!session)
            return Q_EMIT failed(session.error());
        connectAccount(*session);
    });
}

Result<profile::ConnectRequest> SampleData::request() const
{
    const std::filesystem::path folder(m_folder.path().toStdU16String());
    const QJsonObject greeting = QJsonDocument::fromJson(m_greeting).object();
    SK_ASSIGN(Bytes json, readFile(folder / "connection.json", kLargestFile));
    SK_ASSIGN(const Bytes pem, readFile(folder / "ca.pem", kLargestFile));
    SK_ASSIGN(const amazon::LwaCredentials credentials, amazon::credentialsFromJson(secrets::Secret::take(json)));
    profile::ConnectRequest request;
    request.region = "na";
    request.label = "Sample shop";
    request.clientId = credentials.clientId;
    request.clientSecret = credentials.clientSecret;
    request.refreshToken = credentials.refreshToken;
    request.endpoint =
        model::CustomEndpoint{greeting[QStringLiteral("api_url")].toString().toStdString(),
                              greeting[QStringLiteral("token_url")].toString().toStdString(), std::string(asText(pem))};
    return request;
}

void SampleData::connectAccount(const std::shared_ptr<profile::Session> &session)
{
    auto made = request();
    if (!made)
        return Q_EMIT failed(made.error());
    whenDone(session->connectAccount(std::move(*made)), this,
             [this, session](const Result<profile::ConnectResult> &result) {
                 if (!result)
                     return Q_EMIT failed(result.error());
                 Q_EMIT ready(session);
                 whenDone(session->sync({}), this, [this](const Result<model::SyncReport> &report) {
                     if (!report)
                         Q_EMIT failed(report.error());
                 });
             });
}

} // namespace sk::desktop
