// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values from the bytes of the owner socket. The reader trusts nothing: lengths and counts are bounded by what is
// there, enums and days by what exists, bytes left over are an error. Types cannot nest themselves, so depth is bounded
// by them.

#include "core/profile/wire_writer.h"

namespace sk::profile {

/// After a failure everything else reads as empty; check atEnd() once when all is read.
class WireReader
{
public:
    explicit WireReader(ByteView bytes, const LineSecrets *secrets = nullptr) : m_bytes(bytes), m_secrets(secrets) {}

    template <typename T>
    [[nodiscard]] T get()
    {
        if constexpr (std::is_same_v<T, bool>)
            return checked(m_bytes.u8(), [](std::uint8_t value) { return value <= 1; }) != 0;
        else if constexpr (std::is_enum_v<T>)
            return getEnum<T>();
        else if constexpr (std::is_integral_v<T>)
            return static_cast<T>(checked(m_bytes.i64(), [](std::int64_t value) { return std::in_range<T>(value); }));
        else if constexpr (std::is_same_v<T, std::string>)
            return m_bytes.text();
        else if constexpr (std::is_same_v<T, std::filesystem::path>)
            return getPath();
        else if constexpr (std::is_same_v<T, secrets::Secret>)
            return getSecret();
        else if constexpr (wire::kIsDuration<T>)
            return T(get<typename T::rep>());
        else if constexpr (wire::kIsTimePoint<T>)
            return T(checked(get<typename T::duration>(),
                             [](auto time) { return time >= -wire::kFarthest && time <= wire::kFarthest; }));
        else if constexpr (wire::kIsOptional<T>)
            return get<bool>() ? T(get<typename T::value_type>()) : T();
        else if constexpr (wire::kIsVector<T>)
            return getVector<typename T::value_type>();
        else if constexpr (wire::kIsResult<T>)
            return getResult<typename T::value_type>();
        else {
            T value{};
            std::apply(
                [this](auto &...members) {
                    ((members = this->get<std::remove_reference_t<decltype(members)>>()), ...);
                },
                membersOf(value));
            return value;
        }
    }

    [[nodiscard]] bool ok() const { return m_ok && m_bytes.ok(); }
    [[nodiscard]] bool atEnd() const { return m_ok && m_bytes.atEnd(); }

private:
    template <typename T, typename Check>
    T checked(T value, Check check)
    {
        if (check(value))
            return value;
        m_ok = false;
        return T{};
    }
    template <typename T>
    T getEnum()
    {
        const std::uint32_t number = m_bytes.u32();
        const bool fits = std::in_range<std::underlying_type_t<T>>(number) && isKnown(static_cast<T>(number));
        m_ok = m_ok && fits;
        return fits ? static_cast<T>(number) : T{};
    }
    std::filesystem::path getPath()
    {
        const std::string text = m_bytes.text();
#ifdef Q_OS_WIN // a path is UTF-16 there, and what is no UTF-8 is none
        const QString wide = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        return checked(wide, [&](const QString &read) { return read.toStdString() == text; }).toStdWString();
#else
        return std::filesystem::path(std::u8string(text.begin(), text.end()));
#endif
    }
    secrets::Secret getSecret()
    {
        const ByteView box = m_bytes.blob();
        if (m_secrets != nullptr && ok()) {
            if (auto secret = secrets::open(m_secrets->key, asBytes(wire::kSecretContext), box))
                return std::move(*secret);
        }
        m_ok = false;
        return {};
    }
    template <typename T>
    std::vector<T> getVector()
    {
        // Nothing is reserved for a count that is only claimed: each element read has come as bytes.
        std::vector<T> values;
        const std::uint32_t count = m_bytes.u32();
        for (std::uint32_t i = 0; i < count && ok(); ++i)
            values.push_back(get<T>());
        return values;
    }
    template <typename T>
    Result<T> getResult()
    {
        if (!get<bool>())
            return fail(get<Error>());
        if constexpr (std::is_void_v<T>)
            return {};
        else
            return get<T>();
    }

    ByteReader m_bytes;
    const LineSecrets *m_secrets;
    bool m_ok = true;
};

} // namespace sk::profile
