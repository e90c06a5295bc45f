// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fulfilment.h"
#include "ui/common/confirm_dialog.h"

class QButtonGroup;
class QCheckBox;
class QScrollArea;

namespace sk::ui::reveal {

/// Asks what a look at personal data is for, and, the first time, for the acceptable-use rules to be acknowledged.
class PurposeDialog : public ConfirmDialog
{
    Q_OBJECT

public:
    /// Of one order: the purpose is asked for. `use` says whether the rules have to be shown. With `duty`, of an order
    /// on hold: a hold is for tax or legal, and `duty` is chosen already.
    PurposeDialog(const QString &order, const model::AcceptableUse &use, QWidget *parent,
                  std::optional<model::RevealPurpose> duty = {});
    /// Of packing slips: their purpose is fulfilment; what a file means is said.
    PurposeDialog(int slips, const model::AcceptableUse &use, QWidget *parent);

    [[nodiscard]] model::RevealPurpose purpose() const;
    /// The version of the rules that were acknowledged here; nothing when they had been before.
    [[nodiscard]] std::optional<int> acknowledged() const;

private:
    void addPurposes(std::optional<model::RevealPurpose> duty);
    void addRules(const model::AcceptableUse &use);
    QScrollArea *makeRules(QWidget *parent);

    QButtonGroup *m_purposes = nullptr;
    QCheckBox *m_agree = nullptr;
    int m_rules = 0;
};

} // namespace sk::ui::reveal
