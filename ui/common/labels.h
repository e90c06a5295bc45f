// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sk::ui {

/// The page's title: larger and bold.
[[nodiscard]] QLabel *makeTitle(const QString &text, QWidget *parent);
/// The heading of a section: bold.
[[nodiscard]] QLabel *makeHeading(const QString &text, QWidget *parent);
/// A heading that wraps: a dialog is as wide as it is, and the title may hold a name. fitToText() gives it its height.
[[nodiscard]] QLabel *makeDialogHeading(const QString &text, QWidget *parent);
/// Plain text that wraps, can be selected and never interprets mark-up.
[[nodiscard]] QLabel *makeText(const QString &text, QWidget *parent);
/// A horizontal hairline.
[[nodiscard]] QWidget *makeLine(QWidget *parent);

} // namespace sk::ui
