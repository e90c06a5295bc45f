// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QFuture>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

namespace QTest {

template <>
inline char *toString(const std::string &text)
{
    return qstrdup(text.c_str());
}

template <>
inline char *toString(const sk::ErrorKind &kind)
{
    return qstrdup(std::string(sk::toWord(kind)).c_str());
}

} // namespace QTest

namespace sk::test {

inline std::string describe(const Error &error)
{
    return std::string(toWord(error.kind)) + ": " + error.detail;
}

/// The value of a result that a test cannot go on without.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", describe(result.error()).c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// What a future brings, or Timeout.
template <typename T>
Result<T> awaited(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        return fail(ErrorKind::Timeout);
    return future.result();
}

/// Repeatable bytes, different for every call and every seed (SplitMix64).
inline RandomSource repeatableRandom(std::uint64_t seed = 1)
{
    return [state = seed](std::span<std::uint8_t> bytes) mutable {
        for (std::uint8_t &byte : bytes) {
            state += 0x9E3779B97F4A7C15U;
            std::uint64_t z = state;
            z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
            z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
            byte = static_cast<std::uint8_t>(z >> 56U);
        }
    };
}

/// A folder that goes with the test.
class Folder
{
public:
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdU16String(); }
    [[nodiscard]] std::filesystem::path operator/(const char *name) const { return path() / name; }

private:
    QTemporaryDir m_folder;
};

/// Puts a copy of one file in the place of another. Not copy_options::overwrite_existing, which MinGW's library
/// refuses.
inline void copyOver(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::filesystem::remove(to);
    std::filesystem::copy_file(from, to);
}

} // namespace sk::test

/// The result is a value; else the test fails with its error.
#define SK_OK(expression)                                                                                              \
    do {                                                                                                               \
        const auto &sk_checked_ = (expression);                                                                        \
        QVERIFY2(sk_checked_.has_value(), sk_checked_ ? "" : sk::test::describe(sk_checked_.error()).c_str());         \
    } while (false)

/// The result is an error of this kind.
#define SK_FAILS(expression, expected)                                                                                 \
    do {                                                                                                               \
        const auto &sk_checked_ = (expression);                                                                        \
        QVERIFY2(!sk_checked_.has_value(), "succeeded, although it should have failed");                               \
        QCOMPARE(sk_checked_.error().kind, expected);                                                                  \
    } while (false)
