// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/qtkeychain_backend.h"

#include <qt6keychain/keychain.h>

#include <future>

namespace sk::secrets {

namespace {

const QString kService = QStringLiteral("Sellerkeep");

KeychainAnswer answerOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError: return KeychainAnswer::Done;
    case QKeychain::EntryNotFound: return KeychainAnswer::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return KeychainAnswer::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return KeychainAnswer::Unavailable;
    default: break;
    }
    return KeychainAnswer::Failed;
}

template <typename JobType>
JobType *named(const std::string &key)
{
    auto *job = new JobType(kService);
    job->setAutoDelete(true);
    job->setKey(QString::fromStdString(key));
    return job;
}

} // namespace

QtKeychainBackend::QtKeychainBackend(std::chrono::milliseconds patience)
    : m_patience(patience)
    , m_anchor(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("keychain"));
    m_anchor->moveToThread(&m_thread);
    m_thread.start();
}

QtKeychainBackend::~QtKeychainBackend()
{
    m_thread.quit();
    m_thread.wait();
}

KeychainRead QtKeychainBackend::run(const MakeJob &makeJob)
{
    auto promise = std::make_shared<std::promise<KeychainRead>>();
    std::future<KeychainRead> done = promise->get_future();
    QMetaObject::invokeMethod(m_anchor.get(), [promise, makeJob] {
        QKeychain::Job *job = makeJob();
        QObject::connect(job, &QKeychain::Job::finished, job, [promise, job] {
            KeychainRead result{answerOf(job->error()), {}, job->errorString().toStdString()};
            if (auto *reader = qobject_cast<QKeychain::ReadPasswordJob *>(job);
                reader && job->error() == QKeychain::NoError) {
                QByteArray bytes = reader->binaryData();
                result.secret = Secret::take(
                    {reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
            }
            promise->set_value(std::move(result));
        });
        job->start();
    });
    if (done.wait_for(m_patience) != std::future_status::ready)
        return {KeychainAnswer::Unavailable, {}, "the keychain did not answer in time"};
    return done.get();
}

KeychainRead QtKeychainBackend::read(const std::string &key)
{
    return run([key] { return named<QKeychain::ReadPasswordJob>(key); });
}

KeychainChange QtKeychainBackend::write(const std::string &key, const Secret &secret)
{
    const KeychainRead result = run([key, secret] {
        auto *job = named<QKeychain::WritePasswordJob>(key);
        const ByteView bytes = secret.view();
        job->setBinaryData(
            QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())));
        return job;
    });
    return {result.answer, result.detail};
}

KeychainChange QtKeychainBackend::remove(const std::string &key)
{
    const KeychainRead result = run([key] { return named<QKeychain::DeletePasswordJob>(key); });
    return {result.answer, result.detail};
}

} // namespace sk::secrets
