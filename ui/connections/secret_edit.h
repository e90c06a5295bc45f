// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QLineEdit>

namespace sk::ui::connections {

/// A line edit for a secret: shows dots, is never copied from, keeps no history. take() moves the text into locked
/// memory and empties the field. What cannot be wiped are copies that Qt made while it was typed or pasted.
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent);

    /// The typed secret; or, when the field is empty, the one of the last take(), for another try.
    [[nodiscard]] secrets::Secret take();
    /// What take() would return, for checks while it is typed.
    [[nodiscard]] secrets::Secret current() const;
    [[nodiscard]] bool holdsSecret() const { return !m_kept.isEmpty(); }
    /// Drops what take() kept, because it was refused.
    void forget();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    secrets::Secret m_kept;
};

} // namespace sk::ui::connections
