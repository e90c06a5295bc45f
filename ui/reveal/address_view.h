// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/requests.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace sk::ui::reveal {

/// Asks the system to hide a widget's window from capture: capture_guard.h, or a test's.
using CaptureGuard = std::function<bool(const QWidget &, bool hidden)>;

/// The address of one order: masked, or shown until its time is over (ACC-2). Masks itself when the time has passed by
/// either clock, when it is hidden or its window minimised, and when it goes; then nothing of it is left in the widget,
/// nor on the clipboard if that still holds what was copied here.
class AddressView : public QFrame
{
    Q_OBJECT

public:
    AddressView(Clock &clock, CaptureGuard guard, QWidget *parent);
    ~AddressView() override;

    /// Masks what was shown before. Null: no order is chosen.
    void setShipment(const model::Shipment *shipment);
    void reveal(const profile::RevealedAddress &address, std::chrono::seconds showFor);
    void mask();

Q_SIGNALS:
    void showWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void tick();
    void copy();
    void clearClipboard();
    void showMasked();
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;

    Clock &m_clock;
    CaptureGuard m_guard;
    std::optional<model::Shipment> m_shipment;
    bool m_revealed = false;
    std::chrono::milliseconds m_endsAt{0}; ///< monotonic
    Time m_endsOn{};                       ///< by the calendar, which counts a machine's sleep
    int m_round = 0;                       ///< ticks of an earlier look end themselves
    QString m_copied;
    QPointer<QWidget> m_watched; ///< the window around this
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_left = nullptr;
    QLabel *m_capture = nullptr;
    QPushButton *m_show = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_hide = nullptr;
};

} // namespace sk::ui::reveal
