// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QRadioButton;
class QVBoxLayout;

namespace sk::ui::connections {

class AskedData;

/// The ways in.
enum class ConnectWay { SelfAuthorised, Consent, Ads, Import };

/// The first question: which way, and with which opt-ins. Shows at once what that will ask Amazon for.
class WayPage : public QWidget
{
    Q_OBJECT

public:
    /// `browser`: consent in the browser can be chosen.
    WayPage(bool browser, QWidget *parent);

    [[nodiscard]] ConnectWay way() const;
    [[nodiscard]] std::vector<model::Feature> features() const;
    /// The last one in the tab order.
    [[nodiscard]] QWidget *lastField() const;

private:
    void addWay(QVBoxLayout &layout, ConnectWay way, const QString &objectName, const QString &title,
                const QString &meaning, bool available);
    void addOptIns(QVBoxLayout &layout);
    void showAsked();

    QButtonGroup *m_ways = nullptr;
    QCheckBox *m_addresses = nullptr;
    AskedData *m_asked = nullptr;
};

} // namespace sk::ui::connections
