// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret.h"

#include <sodium.h>

#include <algorithm>
#include <new>

#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_MACOS
#include <sys/ptrace.h>
#include <sys/types.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace sk::secrets {

namespace {

void initialiseSodium()
{
    static const int initialised = sodium_init(); // thread-safe, idempotent; -1 only when there is no randomness at all
    if (initialised < 0)
        std::abort();
}

} // namespace

class Secret::Buffer
{
public:
    explicit Buffer(std::size_t size) : m_size(size)
    {
        initialiseSodium();
        m_data = static_cast<std::uint8_t *>(sodium_malloc(std::max<std::size_t>(size, 1)));
        if (m_data == nullptr)
            throw std::bad_alloc();
    }
    ~Buffer() { sodium_free(m_data); }
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;

    void seal() const { sodium_mprotect_readonly(m_data); }
    [[nodiscard]] std::span<std::uint8_t> writable() const { return {m_data, m_size}; }

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size;
};

Secret Secret::copyOf(ByteView bytes)
{
    return make(bytes.size(),
                [bytes](std::span<std::uint8_t> target) { std::copy(bytes.begin(), bytes.end(), target.begin()); });
}

Secret Secret::take(std::span<std::uint8_t> bytes)
{
    Secret secret = copyOf(bytes);
    wipe(bytes);
    return secret;
}

Secret Secret::make(std::size_t size, const std::function<void(std::span<std::uint8_t>)> &fill)
{
    auto buffer = std::make_shared<Buffer>(size);
    fill(buffer->writable());
    buffer->seal();
    Secret secret;
    secret.m_buffer = std::move(buffer);
    return secret;
}

ByteView Secret::view() const
{
    return m_buffer ? ByteView(m_buffer->writable()) : ByteView();
}

bool Secret::equals(const Secret &other) const
{
    const ByteView a = view();
    const ByteView b = other.view();
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

void wipe(std::span<std::uint8_t> bytes)
{
    sodium_memzero(bytes.data(), bytes.size());
}

void wipe(std::string &text)
{
    sodium_memzero(text.data(), text.size());
    text.clear();
}

void hardenProcess()
{
    initialiseSodium();
    // Variables by which another program of this user could slip code, certificates or temporary files under us.
    for (const char *name : {"QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "OPENSSL_CONF", "OPENSSL_MODULES",
                             "SSL_CERT_FILE", "SSL_CERT_DIR", "QTKEYCHAIN_BACKEND", "SQLITE_TMPDIR"})
        qunsetenv(name);
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    umask(S_IRWXG | S_IRWXO);
#endif
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0);
#endif
#ifdef Q_OS_MACOS
    ptrace(PT_DENY_ATTACH, 0, nullptr, 0);
#endif
#ifdef Q_OS_WIN
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    // Ends before Windows Error Reporting sees the crash: its dumps hold memory, and with it keys.
    SetUnhandledExceptionFilter([](EXCEPTION_POINTERS *exception) -> LONG {
        TerminateProcess(GetCurrentProcess(), exception->ExceptionRecord->ExceptionCode);
        return EXCEPTION_EXECUTE_HANDLER;
    });
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_APPLICATION_DIR);
    SetDllDirectoryW(L""); // nor the folder that the program was started in
    // Only so much can be locked as the process may keep in memory for sure: some 200 KB, unless more is asked for.
    constexpr SIZE_T mebibyte = 1024 * 1024;
    SetProcessWorkingSetSizeEx(GetCurrentProcess(), 16 * mebibyte, 1024 * mebibyte,
                               QUOTA_LIMITS_HARDWS_MIN_DISABLE | QUOTA_LIMITS_HARDWS_MAX_DISABLE);
#endif
}

std::optional<Secret> readLine(int descriptor)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return std::nullopt;
    const auto next = [&file]() -> std::optional<std::pair<Secret, bool>> {
        QByteArray part = file.readLine(static_cast<qint64>(kLongestLine) + 1); // less a terminating zero
        if (part.isEmpty())
            return std::nullopt;
        const std::span bytes(reinterpret_cast<std::uint8_t *>(part.data()), static_cast<std::size_t>(part.size()));
        const std::size_t end = std::min(asText(bytes).find_first_of("\r\n"), bytes.size());
        std::pair read(Secret::copyOf(bytes.first(end)), part.endsWith('\n'));
        wipe(bytes);
        return read;
    };
    const auto line = next();
    // The rest of a longer one must not pass for a line of its own.
    for (auto rest = line; rest && !rest->second;)
        rest = next();
    return line ? std::optional(line->first) : std::nullopt;
}

Secret readToEnd(int descriptor, std::size_t most)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    Bytes buffer(most);
    const qint64 count = file.read(reinterpret_cast<char *>(buffer.data()), static_cast<qint64>(most));
    Secret secret = Secret::copyOf(ByteView(buffer).first(static_cast<std::size_t>(std::max<qint64>(count, 0))));
    wipe(buffer);
    return secret;
}

RandomSource systemRandom()
{
    initialiseSodium();
    return [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
}

} // namespace sk::secrets
