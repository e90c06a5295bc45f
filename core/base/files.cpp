// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <chrono>
#include <thread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif
#ifdef Q_OS_WIN
#include "core/base/windows_access.h"
#endif

namespace sk {

namespace {

QString toQString(const std::filesystem::path &path)
{
    return QString::fromStdU16String(path.u16string());
}

/// Makes a rename durable. Windows has no such call; its rename is journalled by NTFS.
void flushFolder([[maybe_unused]] const std::filesystem::path &folder)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
#endif
}

struct NotReplaced
{
    Error error;
    bool inUse = false; ///< another program has the old file open: only Windows knows this
};

tl::expected<void, NotReplaced> replaceFile(const std::filesystem::path &path, ByteView content)
{
    QSaveFile file(toQString(path));
    file.setDirectWriteFallback(false);
    const auto refuse = [&](bool inUse = false) {
        return tl::unexpected(NotReplaced{
            {ErrorKind::File, "cannot write " + toUtf8(path) + ": " + file.errorString().toStdString()}, inUse});
    };
    if (!file.open(QIODevice::WriteOnly))
        return refuse();
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return refuse();
    const auto size = static_cast<qint64>(content.size());
    if (file.write(reinterpret_cast<const char *>(content.data()), size) != size)
        return refuse();
    if (!file.commit()) {
#ifdef Q_OS_WIN
        return refuse(std::filesystem::exists(path));
#else
        return refuse();
#endif
    }
    flushFolder(path.parent_path());
    return {};
}

} // namespace

std::string toUtf8(const std::filesystem::path &path)
{
#ifdef Q_OS_WIN
    // A file name there may hold halves of surrogate pairs, at which the standard's own conversion throws.
    return QString::fromStdWString(std::filesystem::path(path).make_preferred().wstring()).toStdString();
#else
    const std::u8string text = path.u8string();
    return {reinterpret_cast<const char *>(text.data()), text.size()};
#endif
}

Result<Sha256> sha256OfFile(const std::filesystem::path &path)
{
    QFile file(toQString(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorKind::File, "cannot read " + toUtf8(path));
    const QByteArray bytes = hash.result();
    Sha256 digest{};
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

Result<Bytes> readFile(const std::filesystem::path &path, std::size_t limit)
{
    QFile file(toQString(path));
    if (!file.exists())
        return fail(ErrorKind::NotFound, "no file " + toUtf8(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::File, "cannot open " + toUtf8(path) + ": " + file.errorString().toStdString());
    if (file.size() > static_cast<qint64>(limit))
        return fail(ErrorKind::File, toUtf8(path) + " is larger than any real one");
    Bytes content(static_cast<std::size_t>(file.size()));
    const qint64 count = file.read(reinterpret_cast<char *>(content.data()), file.size());
    if (count != file.size())
        return fail(ErrorKind::File, "cannot read " + toUtf8(path) + ": " + file.errorString().toStdString());
    return content;
}

Result<void> writeFileAtomically(const std::filesystem::path &path, ByteView content)
{
    return writeFileAtomically(path, content, [](int attempt) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10 * attempt)); // half a second in all
    });
}

Result<void> writeFileAtomically(const std::filesystem::path &path, ByteView content, const ReplaceWait &wait)
{
    for (int attempt = 1;; ++attempt) {
        const auto replaced = replaceFile(path, content);
        if (replaced)
            return {};
        if (!replaced.error().inUse || attempt == kMostReplaceAttempts)
            return tl::unexpected(replaced.error().error);
        wait(attempt);
    }
}

void removeAbandonedWrites(const std::filesystem::path &path)
{
    constexpr std::size_t suffix = 6; // QSaveFile writes into `name.XXXXXX`
    const std::string prefix = toUtf8(path.filename()) + '.';
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::vector<std::filesystem::path> abandoned;
    std::error_code code;
    for (const auto &entry : std::filesystem::directory_iterator(path.parent_path(), code)) {
        const std::string name = toUtf8(entry.path().filename());
        if (name.size() == prefix.size() + suffix && name.starts_with(prefix)
            && std::all_of(name.end() - suffix, name.end(), isLetter))
            abandoned.push_back(entry.path());
    }
    for (const std::filesystem::path &file : abandoned)
        std::filesystem::remove(file, code);
}

Result<void> renameFile(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::error_code code;
    std::filesystem::rename(from, to, code);
    if (code)
        return fail(ErrorKind::File, "cannot rename " + toUtf8(from) + ": " + code.message());
    flushFolder(to.parent_path());
    return {};
}

Result<void> makePrivateFolder(const std::filesystem::path &path)
{
    std::error_code code;
    if (std::filesystem::is_directory(path, code))
        return {};
    if (path.has_parent_path() && path.parent_path() != path)
        SK_TRY(makePrivateFolder(path.parent_path()));
    std::filesystem::create_directory(path, code);
    if (code)
        return fail(ErrorKind::File, "cannot make the folder " + toUtf8(path) + ": " + code.message());
#ifdef Q_OS_WIN
    code = windows::allowUserOnly(path);
#else
    std::filesystem::permissions(path, std::filesystem::perms::owner_all, code);
#endif
    if (code)
        return fail(ErrorKind::File, "cannot protect the folder " + toUtf8(path) + ": " + code.message());
    return {};
}

} // namespace sk
