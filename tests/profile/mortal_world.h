// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/secrets/keychain_backend.h"

#include <atomic>
#include <cstdlib>
#include <map>

namespace sk::test {

/// What a process that dies at its n-th look outside exits with: at once, as by kill -9, no destructor runs.
inline constexpr int kDiedExitCode = 99;

/// Counts a process's looks outside and ends it at the n-th.
class Fate
{
public:
    /// From here on. 0: it lives.
    void begin(int diesAt) { m_left = diesAt; }
    void tick()
    {
        if (m_left.fetch_sub(1) == 1)
            std::_Exit(kDiedExitCode);
    }

private:
    std::atomic<int> m_left{0};
};

/// A keychain that outlives processes: one file per entry. Every call is two looks outside, before it and after it.
class FolderKeychain final : public secrets::KeychainBackend
{
public:
    FolderKeychain(std::filesystem::path folder, Fate &fate) : m_folder(std::move(folder)), m_fate(fate) {}

    [[nodiscard]] secrets::KeychainRead read(const std::string &key) override
    {
        m_fate.tick();
        const auto content = readFile(fileOf(key), 10'000);
        m_fate.tick();
        if (!content)
            return {secrets::KeychainAnswer::NotFound, {}, "no entry"};
        return {secrets::KeychainAnswer::Done, secrets::Secret::copyOf(*content), {}};
    }
    [[nodiscard]] secrets::KeychainChange write(const std::string &key, const secrets::Secret &secret) override
    {
        m_fate.tick();
        const auto written = writeFileAtomically(fileOf(key), secret.view());
        m_fate.tick();
        return {written ? secrets::KeychainAnswer::Done : secrets::KeychainAnswer::Failed, {}};
    }
    [[nodiscard]] secrets::KeychainChange remove(const std::string &key) override
    {
        m_fate.tick();
        std::error_code code;
        const bool removed = std::filesystem::remove(fileOf(key), code);
        m_fate.tick();
        return {removed ? secrets::KeychainAnswer::Done : secrets::KeychainAnswer::NotFound, {}};
    }

    /// What it holds, by key.
    [[nodiscard]] std::vector<std::string> keys() const
    {
        std::vector<std::string> keys;
        for (const auto &entry : std::filesystem::directory_iterator(m_folder)) {
            const auto key = fromHex(entry.path().filename().string());
            keys.emplace_back(key ? asText(*key) : "?");
        }
        return keys;
    }

private:
    [[nodiscard]] std::filesystem::path fileOf(const std::string &key) const { return m_folder / toHex(asBytes(key)); }

    std::filesystem::path m_folder;
    Fate &m_fate;
};

/// The machine's clock; every look at the time is a look outside.
class MortalClock final : public Clock
{
public:
    explicit MortalClock(Fate &fate) : m_fate(fate) {}

    std::chrono::days laterBy{0};

    [[nodiscard]] Time now() const override
    {
        m_fate.tick();
        return m_clock.now() + laterBy;
    }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_clock.monotonic(); }
    void callAfter(std::chrono::milliseconds, QObject *, std::function<void()>) override {} // no midnight comes

private:
    SystemClock m_clock;
    Fate &m_fate;
};

} // namespace sk::test
