// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sk::ui {

/// Gives a dialog the height that its wrapped text needs at the dialog's width: by itself it asks for less, and a small
/// screen takes even that away. Call it when the dialog is shown.
void fitToText(QWidget &dialog);

} // namespace sk::ui
