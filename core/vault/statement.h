// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <memory>
#include <optional>
#include <string_view>

struct sqlite3_stmt;

namespace sk::vault {

/// A prepared statement. Values reach SQL only through bind() (NET-5) and are never logged.
class Statement
{
public:
    explicit Statement(sqlite3_stmt *statement) : m_statement(statement) {}

    /// Resets, binds `values` to ?1, ?2, … and runs to the end; for statements without rows.
    template <typename... Values>
    [[nodiscard]] Result<void> run(const Values &...values)
    {
        return bindEach(Stay::ThroughTheRun, values...).and_then([this] { return finish(); });
    }

    /// Resets, binds and runs to the end; the integer that INSERT … RETURNING hands back.
    template <typename... Values>
    [[nodiscard]] Result<std::int64_t> value(const Values &...values)
    {
        return bindEach(Stay::ThroughTheRun, values...).and_then([this] { return finishReturning(); });
    }

    /// Resets and binds; next() then steps through the rows.
    template <typename... Values>
    [[nodiscard]] Result<void> bindAll(const Values &...values)
    {
        return bindEach(Stay::Unknown, values...);
    }

    /// True when there is a row to read; false after the last one.
    [[nodiscard]] Result<bool> next();
    void reset();
    /// Rows the last run() inserted, updated or deleted.
    [[nodiscard]] std::int64_t changes() const;

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const;
    [[nodiscard]] std::optional<Time> optionalTime(int column) const;
    [[nodiscard]] Time time(int column) const { return fromMillis(integer(column)); }

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    /// How long the bound texts and bytes stay where they are; SQLite copies what may go before it is done.
    enum class Stay { ThroughTheRun, Unknown };

    template <typename... Values>
    [[nodiscard]] Result<void> bindEach(Stay stay, const Values &...values)
    {
        reset();
        m_stay = stay;
        int index = 0;
        int code = 0;
        ((code = code == 0 ? bind(++index, values) : code), ...);
        return code == 0 ? Result<void>() : bindFailed(code);
    }

    [[nodiscard]] Result<void> finish();
    [[nodiscard]] Result<std::int64_t> finishReturning();
    [[nodiscard]] Result<void> bindFailed(int code) const;
    int bind(int index, std::int64_t value);
    int bind(int index, std::int32_t value) { return bind(index, std::int64_t{value}); }
    int bind(int index, std::uint32_t value) { return bind(index, std::int64_t{value}); }
    int bind(int index, bool value) { return bind(index, std::int64_t{value ? 1 : 0}); }
    int bind(int index, double value);
    int bind(int index, std::string_view value);
    int bind(int index, const std::string &value) { return bind(index, std::string_view(value)); }
    int bind(int index, const char *value) { return bind(index, std::string_view(value)); }
    int bind(int index, ByteView value);
    int bind(int index, const Bytes &value) { return bind(index, ByteView(value)); }
    int bind(int index, const Sha256 &value) { return bind(index, ByteView(value)); }
    int bind(int index, Time value) { return bind(index, toMillis(value)); }
    int bind(int index, std::nullopt_t);
    template <typename T>
    int bind(int index, const std::optional<T> &value)
    {
        return value ? bind(index, *value) : bind(index, std::nullopt);
    }

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    Stay m_stay = Stay::Unknown;
};

} // namespace sk::vault
