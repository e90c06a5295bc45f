// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values as bytes for the owner socket. One rule per kind of type, recursive, nothing written by hand per struct.

#include "core/base/files.h"
#include "core/profile/wire_types.h"
#include "core/secrets/crypto.h"

namespace sk::profile {

/// Seals every Secret on its way, so that no buffer of a socket holds one in the clear.
struct LineSecrets
{
    secrets::Secret key;
    RandomSource random;
};

namespace wire {

template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool kIsVector = false;
template <typename T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <typename T>
inline constexpr bool kIsResult = false;
template <typename T>
inline constexpr bool kIsResult<Result<T>> = true;
template <typename T>
inline constexpr bool kIsDuration = false;
template <typename Rep, typename Period>
inline constexpr bool kIsDuration<std::chrono::duration<Rep, Period>> = true;
template <typename T>
inline constexpr bool kIsTimePoint = false;
template <typename Clock, typename Duration>
inline constexpr bool kIsTimePoint<std::chrono::time_point<Clock, Duration>> = true;

/// No time of ours is further from 1970 than the year 9999; beyond, sums of times could overflow.
inline constexpr std::chrono::days kFarthest{2932896};
inline constexpr std::string_view kSecretContext = "sellerkeep owner socket secret";

} // namespace wire

class WireWriter
{
public:
    /// `secrets` may be null where no Secret is written.
    explicit WireWriter(const LineSecrets *secrets = nullptr) : m_secrets(secrets) {}

    template <typename T>
    WireWriter &put(const T &value)
    {
        if constexpr (std::is_same_v<T, bool>)
            m_bytes.u8(value ? 1 : 0);
        else if constexpr (std::is_enum_v<T>)
            m_bytes.u32(static_cast<std::uint32_t>(value));
        else if constexpr (std::is_integral_v<T>)
            m_bytes.i64(static_cast<std::int64_t>(value));
        else if constexpr (std::is_same_v<T, std::string>)
            m_bytes.text(value);
        else if constexpr (std::is_same_v<T, std::filesystem::path>)
            putPath(value);
        else if constexpr (std::is_same_v<T, secrets::Secret>)
            m_bytes.blob(secrets::seal(m_secrets->key, asBytes(wire::kSecretContext), value.view(), m_secrets->random));
        else if constexpr (wire::kIsDuration<T>)
            put(value.count());
        else if constexpr (wire::kIsTimePoint<T>)
            put(value.time_since_epoch());
        else if constexpr (wire::kIsOptional<T>)
            putOptional(value);
        else if constexpr (wire::kIsVector<T>)
            putVector(value);
        else if constexpr (wire::kIsResult<T>)
            putResult(value);
        else
            std::apply([this](const auto &...members) { (this->put(members), ...); }, membersOf(value));
        return *this;
    }

    [[nodiscard]] const Bytes &bytes() const { return m_bytes.bytes(); }

private:
    void putPath(const std::filesystem::path &path) { m_bytes.text(toUtf8(path)); }
    template <typename T>
    void putOptional(const std::optional<T> &value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template <typename T>
    void putVector(const std::vector<T> &values)
    {
        m_bytes.u32(static_cast<std::uint32_t>(values.size()));
        for (const T &value : values)
            put(value);
    }
    template <typename T>
    void putResult(const Result<T> &result)
    {
        put(result.has_value());
        if (!result)
            put(result.error());
        else if constexpr (!std::is_void_v<T>)
            put(*result);
    }

    ByteWriter m_bytes;
    const LineSecrets *m_secrets;
};

} // namespace sk::profile
