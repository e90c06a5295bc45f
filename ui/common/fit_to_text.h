// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSize;
class QWidget;

namespace sk::ui {

/// Gives a dialog the height that its wrapped text needs at the dialog's width: by itself it asks for what another
/// width would need, and a small screen takes even that away. Call it when the dialog is shown; it then grows with its
/// text.
void fitToText(QWidget &dialog);

/// Gives a window this size, or what its screen has room for beside frame and title. Its content has to scroll then.
void resizeWithinScreen(QWidget &window, const QSize &wanted);

} // namespace sk::ui
