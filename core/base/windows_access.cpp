// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/windows_access.h"

#include <QtGlobal>

#ifdef Q_OS_WIN

#include <memory>
#include <vector>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

namespace sk::windows {

namespace {

struct LocalFreeing
{
    void operator()(void *memory) const { LocalFree(memory); }
};
template <typename T>
using Local = std::unique_ptr<T, LocalFreeing>;

std::error_code lastError()
{
    return {static_cast<int>(GetLastError()), std::system_category()};
}

} // namespace

std::wstring userSid()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
        return {};
    const std::unique_ptr<void, decltype(&CloseHandle)> closing(token, &CloseHandle);
    DWORD size = 0;
    GetTokenInformation(token, TokenUser, nullptr, 0, &size);
    std::vector<BYTE> buffer(size);
    if (size == 0 || !GetTokenInformation(token, TokenUser, buffer.data(), size, &size))
        return {};
    wchar_t *text = nullptr;
    if (!ConvertSidToStringSidW(reinterpret_cast<TOKEN_USER *>(buffer.data())->User.Sid, &text))
        return {};
    const Local<wchar_t> owned(text);
    return text;
}

std::error_code allowUserOnly(const std::filesystem::path &folder)
{
    const std::wstring user = userSid();
    if (user.empty())
        return lastError();
    // D:P = inherits nothing; OICI = files and folders below inherit; FA = full access; SY = the system itself.
    const std::wstring sddl = L"D:P(A;OICI;FA;;;" + user + L")(A;OICI;FA;;;SY)";
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(sddl.c_str(), SDDL_REVISION_1, &descriptor, nullptr))
        return lastError();
    const Local<void> owned(descriptor);
    BOOL present = FALSE;
    BOOL defaulted = FALSE;
    PACL list = nullptr;
    if (!GetSecurityDescriptorDacl(descriptor, &present, &list, &defaulted))
        return lastError();
    std::wstring name = folder.wstring();
    const DWORD result = SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT,
                                               DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr,
                                               nullptr, list, nullptr);
    return {static_cast<int>(result), std::system_category()};
}

std::wstring accessOf(const std::filesystem::path &path)
{
    std::wstring name = path.wstring();
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, nullptr,
                              nullptr, &descriptor)
        != ERROR_SUCCESS)
        return {};
    const Local<void> owned(descriptor);
    wchar_t *text = nullptr;
    if (!ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1, DACL_SECURITY_INFORMATION,
                                                              &text, nullptr))
        return {};
    const Local<wchar_t> ownedText(text);
    return text;
}

} // namespace sk::windows

#endif
