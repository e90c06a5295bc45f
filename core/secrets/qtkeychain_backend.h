// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keychain_backend.h"

#include <QThread>

#include <chrono>
#include <functional>
#include <memory>

namespace QKeychain {
class Job;
}

namespace sk::secrets {

/// The system's keychain through QtKeychain: Secret Service, Windows Credential Manager, macOS Keychain.
///
/// QtKeychain's jobs need an event loop, and its job queue belongs to the thread of the first job; so one thread of our
/// own runs them all, and callers (never the GUI thread) wait for it. Make exactly one per process.
class QtKeychainBackend final : public KeychainBackend
{
public:
    /// `patience` is how long the keychain may take, a person typing a password included.
    explicit QtKeychainBackend(std::chrono::milliseconds patience = std::chrono::minutes(2));
    ~QtKeychainBackend() override;

    [[nodiscard]] KeychainRead read(const std::string &key) override;
    [[nodiscard]] KeychainChange write(const std::string &key, const Secret &secret) override;
    [[nodiscard]] KeychainChange remove(const std::string &key) override;

private:
    using MakeJob = std::function<QKeychain::Job *()>;
    [[nodiscard]] KeychainRead run(const MakeJob &makeJob);

    std::chrono::milliseconds m_patience;
    QThread m_thread;
    std::unique_ptr<QObject> m_anchor;
};

} // namespace sk::secrets
