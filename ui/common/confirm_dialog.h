// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QVBoxLayout;

namespace sk::ui {

/// What a confirmation says.
struct Question
{
    QString title;
    QString text;
    QString accept; ///< the verb on the button: "Disconnect", never "OK"
};

/// Asks before something is done that cannot be taken back. Window-modal through open(); never a nested event loop.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmDialog(const Question &question, QWidget *parent);

    /// Puts a control between the text and the buttons.
    void addContent(QWidget *content);
    /// Opens a dialog that deletes itself and calls `accepted` when the user agrees.
    static void ask(QWidget *parent, const Question &question, std::function<void()> accepted);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QVBoxLayout *m_content = nullptr;
};

} // namespace sk::ui
