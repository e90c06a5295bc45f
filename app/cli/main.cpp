// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/cli/interrupt.h"
#include "app/cli/stdin_lines.h"
#include "core/secrets/qtkeychain_backend.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#endif

namespace {

int fail(const sk::Error &error, bool json)
{
    const QJsonObject answer = sk::profile::errorAnswer(error);
    if (json)
        std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    else
        std::fprintf(stderr, "error: %s\n",
                     qUtf8Printable(answer[QStringLiteral("error")].toObject()[QStringLiteral("message")].toString()));
    return sk::profile::exitCodeOf(answer);
}

} // namespace

int main(int argc, char **argv)
{
    sk::secrets::hardenProcess();
#ifdef Q_OS_WIN
    // What we print is UTF-8, whatever the console was set to, and a certificate's bytes are its own: no line ends are
    // added.
    SetConsoleOutputCP(CP_UTF8);
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Sellerkeep"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SK_VERSION));

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    auto invocation = sk::cli::parseInvocation(arguments);
    if (!invocation)
        return fail(invocation.error(), arguments.contains(QStringLiteral("--json")));
    if (invocation->help || invocation->version) {
        const QString text =
            invocation->help ? sk::cli::usageText() : QStringLiteral("sellerkeep-cli " SK_VERSION "\n");
        std::fputs(qUtf8Printable(text), stdout);
        return 0;
    }

    sk::SystemClock clock;
    sk::secrets::QtKeychainBackend keychain;
    sk::profile::SecretAccess access;
    access.keychain = &keychain;
    access.random = sk::secrets::systemRandom();
    access.forNewProfiles =
        invocation->sealedFile ? sk::profile::SecretStoreKind::File : sk::profile::SecretStoreKind::Os;
    if (invocation->passphraseFd)
        // Standard input may hold more behind that line; it is the only descriptor that Windows hands on.
        access.passphrase = (*invocation->passphraseFd == 0 ? sk::cli::readInputLine()
                                                            : sk::secrets::readLine(*invocation->passphraseFd))
                                .value_or(sk::secrets::Secret());
    if (invocation->sealedFile && access.passphrase.isEmpty())
        return fail({sk::ErrorKind::Usage, "--secret-store file needs a passphrase: --passphrase-fd N"},
                    invocation->json);

    if (const auto read = sk::cli::readInput(*invocation); !read)
        return fail(read.error(), invocation->json);

    int exitCode = 1;
    sk::cli::Interrupt interrupt;
    sk::cli::Cli cli(*invocation, {access, clock});
    QObject::connect(
        &cli, &sk::cli::Cli::finished, &application,
        [&exitCode](int code) {
            exitCode = code;
            QCoreApplication::exit(code);
        },
        Qt::QueuedConnection);
    QObject::connect(&interrupt, &sk::cli::Interrupt::received, &cli, &sk::cli::Cli::interrupt);
    QMetaObject::invokeMethod(
        &cli, [&cli] { cli.start(); }, Qt::QueuedConnection);
    QCoreApplication::exec();
    return exitCode;
}
