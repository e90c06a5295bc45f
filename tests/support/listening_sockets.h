// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QStringList>

namespace sk::test {

[[nodiscard]] inline bool canSeeListeningSockets()
{
    return QFile::exists(QStringLiteral("/proc/self/fd"));
}

/// Ports that this process listens on, with their addresses as /proc writes them.
[[nodiscard]] inline QStringList listeningSockets()
{
    QStringList inodes;
    for (const QFileInfo &info : QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System))
        inodes.append(info.symLinkTarget().section(QLatin1Char('['), 1).section(QLatin1Char(']'), 0, 0));
    QStringList found;
    for (const char *table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        QFile file{QString::fromLatin1(table)};
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QStringList cells = QString::fromLatin1(line.simplified()).split(QLatin1Char(' '));
            if (cells.size() > 9 && cells[3] == QStringLiteral("0A") && inodes.contains(cells[9]))
                found.append(cells[1]);
        }
    }
    return found;
}

} // namespace sk::test
