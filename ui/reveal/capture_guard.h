// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sk::ui::reveal {

/// Asks the system to leave the window around `widget` out of screenshots, recordings and screen sharing, or no longer
/// to. False where the system knows no such thing (X11, Wayland) or refuses.
bool hideFromCapture(const QWidget &widget, bool hidden);

} // namespace sk::ui::reveal
