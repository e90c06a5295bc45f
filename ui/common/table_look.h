// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

class QTableView;
class QTreeView;

namespace sk::ui {

/// How all our tables look and behave: whole rows, no grid, air around the cells, Tab leaves the table.
void applyTableLook(QTableView &table);
/// The same for a table whose rows open.
void applyTableLook(QTreeView &tree);
/// Gives each column room for so many letters, at least for seven when somebody drags it.
void setColumnWidths(QTableView &table, std::span<const int> letters);

} // namespace sk::ui
