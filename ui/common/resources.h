// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sk::ui {

/// Registers icons and translations. A static library's resources are dropped by the linker unless asked for.
void initResources();

} // namespace sk::ui
