// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/common/tone.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace sk::ui {

/// A message inside the page: what happened, what to do, perhaps one button. Replaces message boxes.
class InfoBar : public QFrame
{
    Q_OBJECT

public:
    explicit InfoBar(QWidget *parent = nullptr);

    void showMessage(Tone tone, const QString &text);
    /// The sentence for the error's kind, the detail as a tool tip.
    void showError(const Error &error);
    /// Offers a button beside the text until the next message.
    void offer(const QString &actionText);
    /// Puts a further button at the end.
    void addButton(QPushButton *button);
    /// Whether the user may close it; on by default.
    void setClosable(bool closable);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshLook();

    Tone m_tone = Tone::Neutral;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace sk::ui
