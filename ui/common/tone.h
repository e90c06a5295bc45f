// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace sk::ui {

/// How a message or a state is meant. Always shown by icon and words as well, never by colour alone.
enum class Tone { Neutral, Good, Attention, Bad, Busy };

/// Qt 6.4 has no colour scheme: a palette is dark when its text is lighter than its window.
[[nodiscard]] bool isDark(const QPalette &palette);
/// The part `share` (0 to 1) of the first colour with the rest of the second.
[[nodiscard]] QColor mixed(const QColor &first, const QColor &second, double share);
/// For text and icons; at least 4.5:1 on the palette's window and on toneBackground().
[[nodiscard]] QColor toneForeground(Tone tone, const QPalette &palette);
[[nodiscard]] QColor toneBackground(Tone tone, const QPalette &palette);
/// Less prominent text, still at least 4.5:1.
[[nodiscard]] QColor mutedText(const QPalette &palette);
/// A hairline that shows on window and base.
[[nodiscard]] QColor lineColor(const QPalette &palette);
/// Name of the tone's icon.
[[nodiscard]] QString toneIcon(Tone tone);

} // namespace sk::ui
