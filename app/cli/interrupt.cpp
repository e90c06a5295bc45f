// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <atomic>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#else
#include <windows.h>
#endif

namespace sk::cli {

namespace {

#ifdef Q_OS_UNIX
int wakeUp[2] = {-1, -1}; // the only thing a signal handler may touch

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakeUp[0], &byte, 1);
}
#else
std::atomic<Interrupt *> listener{nullptr};

BOOL WINAPI onConsole(DWORD)
{
    Interrupt *target = listener.load();
    if (target == nullptr)
        return FALSE;
    QMetaObject::invokeMethod(target, &Interrupt::received, Qt::QueuedConnection);
    return TRUE;
}
#endif

} // namespace

Interrupt::Interrupt()
{
#ifdef Q_OS_UNIX
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, wakeUp) != 0)
        return;
    auto *notifier = new QSocketNotifier(wakeUp[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(wakeUp[1], &byte, 1) == 1)
            Q_EMIT received();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
#else
    listener = this;
    SetConsoleCtrlHandler(onConsole, TRUE);
#endif
}

Interrupt::~Interrupt()
{
#ifdef Q_OS_UNIX
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
#else
    listener = nullptr;
#endif
}

} // namespace sk::cli
