// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wine.h"

#ifdef _WIN32
#include <windows.h>
#endif

namespace sk::test {

bool isWine()
{
#ifdef _WIN32
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
#else
    return false;
#endif
}

} // namespace sk::test
