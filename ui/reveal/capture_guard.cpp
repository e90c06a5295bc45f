// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reveal/capture_guard.h"

#include <QGuiApplication>
#include <QWidget>

#if defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <objc/message.h>
#include <objc/runtime.h>
#endif

namespace sk::ui::reveal {

bool hideFromCapture(const QWidget &widget, bool hidden)
{
    const QWidget *window = widget.window();
    if (window->internalWinId() == 0)
        return false; // not on the screen
#if defined(Q_OS_WIN)
    constexpr DWORD excludeFromCapture = 0x11; // WDA_EXCLUDEFROMCAPTURE; older SDKs do not name it
    constexpr DWORD monitor = 0x01;            // WDA_MONITOR: before Windows 10 2004, black instead of absent
    const auto handle = reinterpret_cast<HWND>(window->internalWinId());
    if (!hidden)
        return SetWindowDisplayAffinity(handle, 0) != 0;
    return SetWindowDisplayAffinity(handle, excludeFromCapture) != 0 || SetWindowDisplayAffinity(handle, monitor) != 0;
#elif defined(Q_OS_MACOS)
    if (QGuiApplication::platformName() != QLatin1String("cocoa"))
        return false;
    // [view.window setSharingType:], without a file in Objective-C for one line.
    constexpr unsigned long sharingNone = 0;
    constexpr unsigned long sharingReadOnly = 1;
    const auto view = reinterpret_cast<id>(window->internalWinId());
    const id nsWindow = reinterpret_cast<id (*)(id, SEL)>(objc_msgSend)(view, sel_registerName("window"));
    if (nsWindow == nullptr)
        return false;
    reinterpret_cast<void (*)(id, SEL, unsigned long)>(objc_msgSend)(nsWindow, sel_registerName("setSharingType:"),
                                                                     hidden ? sharingNone : sharingReadOnly);
    return true;
#else
    Q_UNUSED(hidden)
    return false;
#endif
}

} // namespace sk::ui::reveal
