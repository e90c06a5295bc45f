// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "core/base/files.h"
#include "core/secrets/qtkeychain_backend.h"
#include "ui/common/edge_style.h"
#include "ui/common/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace {

/// The command line's options that concern a window; the rest of cli.md is sellerkeep-cli's.
struct Options
{
    std::filesystem::path dataDir;
    QString profile;
    sk::profile::SecretAccess access;
    sk::ui::connections::ConnectWorld connectWorld = sk::ui::connections::systemConnectWorld();
};

constexpr std::size_t kLargestCaFile = 64 * 1024;

/// A mistake of the user, not of ours: said and ended as the command line does, without a core dump.
[[noreturn]] void endWithUsage(const QString &sentence)
{
    std::fprintf(stderr, "error: %s\n", qUtf8Printable(sentence));
#ifdef Q_OS_WIN
    if (GetConsoleWindow() == nullptr && QGuiApplication::platformName() == QStringLiteral("windows"))
        MessageBoxW(nullptr, sentence.toStdWString().c_str(), L"Sellerkeep",
                    MB_OK | MB_ICONERROR); // nobody sees stderr
#endif
    std::exit(2);
}

/// Where new connections go instead of to Amazon; loopback only, which is checked when one is made.
sk::model::CustomEndpoint readEndpoint(const QString &api, const QString &token, const QString &caFile)
{
    const auto pem = sk::readFile(QDir::current().absoluteFilePath(caFile).toStdU16String(), kLargestCaFile);
    if (api.isEmpty() || token.isEmpty() || !pem)
        endWithUsage(
            QApplication::tr("--api-url, --token-url and --ca-file go together, and the file must be readable."));
    return sk::model::CustomEndpoint{api.toStdString(), token.toStdString(), std::string(sk::asText(*pem))};
}

Options readOptions(const QApplication &application)
{
    QCommandLineParser parser;
    const QCommandLineOption dataDir(QStringLiteral("data-dir"), QApplication::tr("Folder of all profiles."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption secretStore(QStringLiteral("secret-store"),
                                         QApplication::tr("Where new profiles keep secrets: os or file."),
                                         QStringLiteral("KIND"), QStringLiteral("os"));
    const QCommandLineOption passphraseFd(
        QStringLiteral("passphrase-fd"),
        QApplication::tr("File descriptor to read the passphrase of sealed files from."), QStringLiteral("N"));
    const QCommandLineOption apiUrl(QStringLiteral("api-url"),
                                    QApplication::tr("Connect new accounts to a sample Amazon on this computer."),
                                    QStringLiteral("URL"));
    const QCommandLineOption tokenUrl(QStringLiteral("token-url"), QApplication::tr("Its token address."),
                                      QStringLiteral("URL"));
    const QCommandLineOption caFile(QStringLiteral("ca-file"), QApplication::tr("The certificate authority it uses."),
                                    QStringLiteral("FILE"));
    parser.addOptions({dataDir, secretStore, passphraseFd, apiUrl, tokenUrl, caFile});
    parser.addPositionalArgument(QStringLiteral("profile"), QApplication::tr("The profile to open."),
                                 QStringLiteral("[PROFILE]"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    Options options;
    options.dataDir = parser.isSet(dataDir)
        ? std::filesystem::path(QDir::current().absoluteFilePath(parser.value(dataDir)).toStdU16String())
        : sk::profile::standardDataDir();
    options.profile = parser.positionalArguments().value(0);
    options.access.random = sk::secrets::systemRandom();
    if (parser.value(secretStore) == QStringLiteral("file"))
        options.access.forNewProfiles = sk::profile::SecretStoreKind::File;
    if (parser.isSet(passphraseFd))
        options.access.passphrase =
            sk::secrets::readLine(parser.value(passphraseFd).toInt()).value_or(sk::secrets::Secret());
    if (parser.isSet(apiUrl) || parser.isSet(tokenUrl) || parser.isSet(caFile))
        options.connectWorld.endpoint =
            readEndpoint(parser.value(apiUrl), parser.value(tokenUrl), parser.value(caFile));
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    sk::secrets::hardenProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Sellerkeep"));
    QApplication::setApplicationVersion(QStringLiteral(SK_VERSION));
    sk::ui::installTranslations(application, QLocale());
    sk::ui::EdgeStyle::install();

    Options options = readOptions(application);
    sk::SystemClock clock;
    sk::secrets::QtKeychainBackend keychain;
    options.access.keychain = &keychain;
    sk::desktop::Desktop desktop(options.dataDir, {options.access, clock}, std::move(options.connectWorld));
    desktop.start(options.profile);
    return QApplication::exec();
}
