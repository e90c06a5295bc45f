// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace sk::ui::connections {

/// A caption above its field, as all forms of this panel have them.
void addCaptioned(QVBoxLayout &layout, const QString &caption, QWidget *field);
/// A line of plain text, at most 100 characters long unless changed.
[[nodiscard]] QLineEdit *addLine(QVBoxLayout &layout, QWidget *parent, const QString &objectName,
                                 const QString &caption, const QString &example);
/// A line for the path of a file, and the button that opens a dialog to choose it (object name: the line's + "Choose").
struct FileRow
{
    QLineEdit *path = nullptr;
    QPushButton *choose = nullptr;
};
[[nodiscard]] FileRow addFile(QVBoxLayout &layout, QWidget *parent, const QString &objectName, const QString &caption);
/// The absolute path: another process may own the profile and write the file, with a folder of its own to be in.
[[nodiscard]] std::filesystem::path pathIn(const QLineEdit &line);
/// The three regions, none chosen; the data is their id.
[[nodiscard]] QComboBox *addRegions(QVBoxLayout &layout, QWidget *parent);

} // namespace sk::ui::connections
