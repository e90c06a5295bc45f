// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/cli/interrupt.h"
#include "core/secrets/qtkeychain_backend.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

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

    if (const auto read = sk::cli::readInput(*invocation); !read)
        return fail(read.error(), invocation->json);
    sk::SystemClock clock;
    sk::secrets::QtKeychainBackend keychain;
    sk::profile::SecretAccess access;
    access.keychain = &keychain;
    access.random = sk::secrets::systemRandom();
    access.forNewProfiles =
        invocation->sealedFile ? sk::profile::SecretStoreKind::File : sk::profile::SecretStoreKind::Os;
    if (invocation->passphraseFd)
        access.passphrase = sk::secrets::readLine(*invocation->passphraseFd).value_or(sk::secrets::Secret());
    if (invocation->sealedFile && access.passphrase.isEmpty())
        return fail({sk::ErrorKind::Usage, "--secret-store file needs a passphrase: --passphrase-fd N"},
                    invocation->json);

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
