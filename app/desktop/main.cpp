// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sample_data.h"
#include "app/desktop/served_profiles.h"
#include "core/secrets/qtkeychain_backend.h"
#include "ui/common/translations.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

namespace {

/// The command line's options that concern a window; the rest of cli.md is sellerkeep-cli's.
struct Options
{
    std::filesystem::path dataDir;
    QString profile;
    sk::profile::SecretAccess access;
};

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
    parser.addOptions({dataDir, secretStore, passphraseFd});
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
        options.access.passphrase = sk::secrets::readLine(parser.value(passphraseFd).toInt());
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

    Options options = readOptions(application);
    sk::SystemClock clock;
    sk::secrets::QtKeychainBackend keychain;
    options.access.keychain = &keychain;
    sk::profile::ProfileLibrary library(options.dataDir, {options.access, clock});
    sk::desktop::ServedProfiles profiles(library, options.access.random);
    sk::desktop::SampleData sample(library);
    sk::ui::shell::MainWindow window(profiles, clock);

    QObject::connect(&window, &sk::ui::shell::MainWindow::sampleDataRequested, &sample, [&window, &sample] {
        window.showBusy(QApplication::tr("Preparing the sample shop …"));
        sample.start();
    });
    QObject::connect(&sample, &sk::desktop::SampleData::ready, &window, &sk::ui::shell::MainWindow::openProfile);
    QObject::connect(&sample, &sk::desktop::SampleData::failed, &window,
                     [&window](const sk::Error &error) { window.showProblem({}, error); });

    if (options.profile.isEmpty())
        window.start();
    else
        window.openProfile(options.profile);
    window.show();
    return QApplication::exec();
}
