// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_secret_store.h"

#include <QTemporaryDir>

#include <chrono>
#include <string>
#include <vector>

namespace sk::bench {

/// The value of a result that a benchmark cannot go on without.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", std::string(toWord(result.error().kind)).c_str(), result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

void must(bool holds, const char *what);

/// What is said at the end: figures with their aims.
struct Report
{
    std::vector<std::string> lines;

    /// `ingest ratio: 1.23 (aim <= 1.5)`, with MISSED where it is.
    void against(const std::string &what, double figure, double aim, int decimals, const std::string &unit = {});
    void figure(const std::string &what, double figure, const std::string &unit);
};

/// Seconds spent in what is handed to it.
class Stopwatch
{
public:
    /// Returns the seconds of this one call.
    template <typename Work>
    double measure(Work work)
    {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        m_total += took.count();
        return took.count();
    }
    [[nodiscard]] double total() const { return m_total; }

private:
    double m_total = 0;
};

/// A folder beside the program, that is on a real disk: /tmp is often memory, where synchronous=FULL costs nothing.
class Folder
{
public:
    Folder();
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

/// A profile as the program opens it, with one connection; secrets and time are the tests' own.
class Profile
{
public:
    Profile();

    [[nodiscard]] sync::Storage &storage() { return m_store->storage(); }
    [[nodiscard]] const test::FakeClock &clock() const { return m_clock; }

    static constexpr const char *kId = "benchmark";
    [[nodiscard]] static model::Connection connection();

private:
    Folder m_folder;
    test::FakeSecretStore m_secrets;
    test::FakeClock m_clock;
    std::unique_ptr<profile::Store> m_store;
};

} // namespace sk::bench
