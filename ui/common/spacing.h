// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sk::ui {

/// The few distances that layouts use, in device-independent pixels. Qt scales them with the screen.
struct Spacing
{
    static constexpr int hair = 2;
    static constexpr int tight = 4;
    static constexpr int normal = 8;
    static constexpr int wide = 16;
    static constexpr int page = 24;
};

} // namespace sk::ui
