// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;
class QLineEdit;
class QVBoxLayout;
class QWidget;

namespace sk::ui::connections {

/// A caption above its field, as all forms of this panel have them.
void addCaptioned(QVBoxLayout &layout, const QString &caption, QWidget *field);
/// A line of plain text, at most 100 characters long unless changed.
[[nodiscard]] QLineEdit *addLine(QVBoxLayout &layout, QWidget *parent, const QString &objectName,
                                 const QString &caption, const QString &example);
/// The three regions, none chosen; the data is their id.
[[nodiscard]] QComboBox *addRegions(QVBoxLayout &layout, QWidget *parent);

} // namespace sk::ui::connections
