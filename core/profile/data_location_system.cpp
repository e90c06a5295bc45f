// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/data_location.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace sk::profile {

namespace {

QString nearestExisting(const std::filesystem::path &folder)
{
    std::error_code code;
    std::filesystem::path path = std::filesystem::absolute(folder, code);
    while (!std::filesystem::exists(path, code) && path.has_relative_path())
        path = path.parent_path();
    const std::filesystem::path real = std::filesystem::canonical(path, code); // through links
    return QString::fromStdU16String((code ? path : real).u16string());
}

std::filesystem::path toPath(const QString &text)
{
    return {text.toStdU16String()};
}

#ifdef Q_OS_WIN
UINT driveType(const QStorageInfo &storage)
{
    const std::wstring root = QDir::toNativeSeparators(storage.rootPath()).toStdWString();
    return GetDriveTypeW(root.c_str());
}
#endif

bool isRemovable(const QStorageInfo &storage)
{
#if defined(Q_OS_WIN)
    return driveType(storage) == DRIVE_REMOVABLE;
#elif defined(Q_OS_MACOS)
    return storage.rootPath().startsWith(QStringLiteral("/Volumes/"));
#else
    if (storage.rootPath().startsWith(QStringLiteral("/media/"))
        || storage.rootPath().startsWith(QStringLiteral("/run/media/")))
        return true;
    // A partition has no such file itself; its disk, one folder up, has.
    const QString device = QFileInfo(QString::fromUtf8(storage.device())).fileName();
    const QDir block(QFileInfo(QStringLiteral("/sys/class/block/") + device).canonicalFilePath());
    for (const QString &name :
         {block.filePath(QStringLiteral("removable")), block.filePath(QStringLiteral("../removable"))}) {
        QFile file(name);
        if (!device.isEmpty() && file.open(QIODevice::ReadOnly))
            return file.read(1) == "1";
    }
    return false;
#endif
}

} // namespace

/// Where a client itself says that it synchronises. Others are known by the names of their folders.
std::vector<std::pair<std::filesystem::path, std::string>> cloudRootsOf(const std::filesystem::path &home)
{
    const QString start = QString::fromStdU16String(home.generic_u16string());
    std::vector<std::pair<std::filesystem::path, std::string>> roots;
    for (const char *folder : {"/.dropbox", "/AppData/Roaming/Dropbox", "/AppData/Local/Dropbox"}) {
        QFile file(start + QLatin1String(folder) + QStringLiteral("/info.json"));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject accounts = QJsonDocument::fromJson(file.read(64 * 1024)).object();
        for (const QJsonValue account : accounts) {
            if (const QString root = account.toObject()[QStringLiteral("path")].toString(); !root.isEmpty())
                roots.emplace_back(toPath(root), "Dropbox");
        }
    }
    return roots;
}

MountFacts systemMountFacts(const std::filesystem::path &folder)
{
    const QStorageInfo storage(nearestExisting(folder));
    MountFacts facts;
    facts.fileSystem = storage.fileSystemType().toStdString();
#ifdef Q_OS_WIN
    facts.remote = driveType(storage) == DRIVE_REMOTE;
#endif
    facts.removable = isRemovable(storage);
    facts.cloudRoots = cloudRootsOf(toPath(QDir::homePath()));
    return facts;
}

} // namespace sk::profile
