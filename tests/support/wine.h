// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sk::test {

/// True under Wine, where few things are not as on Windows; a test that meets one says so.
[[nodiscard]] bool isWine();

} // namespace sk::test
