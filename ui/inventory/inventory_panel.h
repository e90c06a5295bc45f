// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QUrl>
#include <QWidget>

#include <functional>
#include <set>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sk::ui {
class InfoBar;
class PrintedDocument;
} // namespace sk::ui

namespace sk::ui::inventory {

class InventoryDetails;

/// Every class of data the profile holds, in all and per connection (RET-6), and the folder it lies in (GOV-3).
/// Counting takes its time, so it happens while the panel is looked at.
class InventoryPanel : public QWidget
{
    Q_OBJECT

public:
    /// `openFolder` shows a folder in the system's file manager; false when there is none.
    InventoryPanel(profile::Session &session, std::function<bool(const QUrl &)> openFolder, QWidget *parent = nullptr);

    /// Writes to `file`; what went wrong is shown in the panel.
    void savePdf(const QString &file);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QHBoxLayout *buildHeader();
    [[nodiscard]] QHBoxLayout *buildPlace();
    void buildTree();
    void wire();
    void refreshWhenSeen();
    void refresh();
    void showInventory(model::Inventory inventory);
    void showPlace();
    void addClass(int number, const std::set<QString> &expanded);
    void showFigures(QTreeWidgetItem &item, const model::Held &held) const;
    void showCurrent();
    void openDataFolder();
    void askForFile();
    void print();
    [[nodiscard]] PrintedDocument document() const;

    profile::Session &m_session;
    std::function<bool(const QUrl &)> m_openFolder;
    model::Inventory m_inventory;
    bool m_stale = true;
    int m_question = 0; ///< answers to an older question are dropped
    InfoBar *m_bar = nullptr;
    InfoBar *m_warning = nullptr;
    QLabel *m_folder = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_pdf = nullptr;
    QTreeWidget *m_tree = nullptr;
    InventoryDetails *m_details = nullptr;
};

} // namespace sk::ui::inventory
