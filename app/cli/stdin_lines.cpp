// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stdin_lines.h"

#include <thread>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace sk::cli {

namespace {

constexpr int kStandardInput = 0;

int duplicated(int descriptor)
{
#ifdef Q_OS_WIN
    return _dup(descriptor);
#else
    return dup(descriptor);
#endif
}

} // namespace

std::optional<secrets::Secret> readInputLine()
{
    const int descriptor = duplicated(kStandardInput); // readLine() closes what it reads
    return descriptor < 0 ? std::nullopt : secrets::readLine(descriptor);
}

void StdinLines::start()
{
    std::thread([this] {
        while (const auto line = readInputLine()) {
            if (line->isEmpty())
                continue; // pasting leaves blank lines
            QMetaObject::invokeMethod(
                this, [this, line = *line] { Q_EMIT received(line); }, Qt::QueuedConnection);
        }
    }).detach();
}

} // namespace sk::cli
