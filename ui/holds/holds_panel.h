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

namespace sk::ui::holds {

class HoldModel;

/// The register of tax and legal holds: what outlives its 30 days, why, for whom and until when (RET-3).
class HoldsPanel : public QWidget
{
    Q_OBJECT

public:
    HoldsPanel(profile::Session &session, Clock &clock, reveal::CaptureGuard guard, QWidget *parent = nullptr);

private:
    [[nodiscard]] QHBoxLayout *buildHeader();
    void buildTable();
    void wire();
    void refresh();
    void refreshConnections();
    void showHolds();
    void showCurrent();
    [[nodiscard]] const model::Hold *current() const;
    void askToPlace();
    void askToRelease();
    void revealCurrent();
    void release(const model::Hold &hold);

    profile::Session &m_session;
    Clock &m_clock;
    reveal::CaptureGuard m_guard;
    std::vector<model::ConnectionView> m_connections;
    std::vector<model::Hold> m_holds;
    int m_question = 0; ///< answers to an older question are dropped
    HoldModel *m_model = nullptr;
    InfoBar *m_bar = nullptr;
    QCheckBox *m_ended = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_details = nullptr; ///< of the selected hold
    QPushButton *m_place = nullptr;
    QPushButton *m_reveal = nullptr;
    QPushButton *m_release = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace sk::ui::holds
