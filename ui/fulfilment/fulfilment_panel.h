// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"
#include "ui/reveal/address_view.h"

#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::fulfilment {

class ShipmentModel;

/// Orders that the seller ships himself and whose address is held: masked, shown for a purpose and a minute, printed on
/// packing slips, counted by shipping zone.
class FulfilmentPanel : public QWidget
{
    Q_OBJECT

public:
    FulfilmentPanel(profile::Session &session, Clock &clock, reveal::CaptureGuard guard, QWidget *parent = nullptr);

    /// Makes the slips of the chosen orders; what went wrong is shown in the panel.
    void writeSlips(const QString &file);
    /// Counts open shipments by the zones of a table; shown in the panel.
    void countZones(const QString &table);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QHBoxLayout *buildHeader();
    void buildTable();
    void wire();
    void refreshWhenSeen();
    void refresh();
    void showShipments();
    void explainEmptiness();
    void chosenChanged();
    void updateActions();
    [[nodiscard]] std::vector<model::OrderRef> chosen() const;
    void askToShow();
    void showAddress(const model::OrderRef &order, model::RevealPurpose purpose);
    void askForSlips();
    void askForSlipsFile(const std::vector<model::OrderRef> &orders);
    void makeSlips(const std::vector<model::OrderRef> &orders, const QString &file);
    void slipsRevealed(const QString &file, const profile::Revealed &revealed);
    void askForZones();

    profile::Session &m_session;
    Clock &m_clock;
    std::vector<model::Shipment> m_shipments;
    bool m_featureOn = false;
    bool m_stale = true;
    int m_question = 0; ///< answers to an older question are dropped
    ShipmentModel *m_model = nullptr;
    InfoBar *m_bar = nullptr;
    QLabel *m_empty = nullptr;
    QCheckBox *m_all = nullptr;
    QPushButton *m_slips = nullptr;
    QPushButton *m_zones = nullptr;
    QTableView *m_table = nullptr;
    reveal::AddressView *m_address = nullptr;
};

} // namespace sk::ui::fulfilment
