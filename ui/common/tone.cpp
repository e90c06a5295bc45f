// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tone.h"

namespace sk::ui {

using namespace Qt::StringLiterals;

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor mixed(const QColor &first, const QColor &second, double share)
{
    const auto part = [share](int a, int b) { return qRound(a * share + b * (1.0 - share)); };
    return QColor(part(first.red(), second.red()), part(first.green(), second.green()),
                  part(first.blue(), second.blue()));
}

QColor toneForeground(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Neutral: return palette.color(QPalette::WindowText);
    case Tone::Good: return dark ? QColor(0x8f, 0xd1, 0xa6) : QColor(0x1c, 0x64, 0x38);
    case Tone::Attention: return dark ? QColor(0xe9, 0xc4, 0x78) : QColor(0x77, 0x4d, 0x00);
    case Tone::Bad: return dark ? QColor(0xf5, 0xa5, 0x9f) : QColor(0x9b, 0x23, 0x29);
    case Tone::Busy: return dark ? QColor(0x9c, 0xc2, 0xf0) : QColor(0x1f, 0x55, 0x94);
    }
    Q_UNREACHABLE();
}

QColor toneBackground(Tone tone, const QPalette &palette)
{
    return mixed(toneForeground(tone, palette), palette.color(QPalette::Window), isDark(palette) ? 0.14 : 0.08);
}

QColor mutedText(const QPalette &palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.68);
}

QColor lineColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.18);
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return u"info"_s;
    case Tone::Good: return u"check"_s;
    case Tone::Attention: return u"warning"_s;
    case Tone::Bad: return u"error"_s;
    case Tone::Busy: return u"busy"_s;
    }
    Q_UNREACHABLE();
}

} // namespace sk::ui
