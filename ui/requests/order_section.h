// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::requests {

/// Finds everything that is held about the buyer of one order; from here it is handed out and erased (GOV-2).
class OrderSection : public QWidget
{
    Q_OBJECT

public:
    OrderSection(profile::Session &session, Clock &clock, InfoBar &bar, QWidget *parent);

    /// Writes the copy for the buyer of the order that is shown: a file that ends in .pdf as a document, any other as
    /// JSON.
    void exportTo(const QString &file);
    /// Looks for this order.
    void show(const QString &order);

Q_SIGNALS:
    void erased();

private:
    void build();
    void idChanged(const QString &text);
    void forget();
    void find();
    void findAgain(const model::OrderId &order);
    void showFound(const model::OrderFound &found);
    void addHolding(const model::OrderHolding &holding);
    void askForFile();
    void exportOrder(const model::OrderId &order, const QString &file);
    void askToErase();
    void erase(const model::OrderId &order, model::ErasureReason reason);
    void showCertificate();
    void written(const Result<void> &done, const model::OrderId &order, const QString &file);

    profile::Session &m_session;
    Clock &m_clock;
    InfoBar &m_bar;
    model::OrderFound m_found;
    int m_question = 0; ///< answers to an older question are dropped
    QLineEdit *m_order = nullptr;
    QPushButton *m_find = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_erase = nullptr;
    QPushButton *m_certificate = nullptr;
    QLabel *m_summary = nullptr;
    QTreeWidget *m_tree = nullptr;
};

} // namespace sk::ui::requests
