// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/views.h"
#include "core/profile/session.h"

#include <QObject>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::retention {

/// One period in the panel's grid: shows it, lets it be changed, and says what a change deletes before it happens.
class RetentionEditor : public QObject
{
    Q_OBJECT

public:
    /// Takes three rows of the grid, from `gridRow` on.
    RetentionEditor(const model::RetentionRow &row, QGridLayout &grid, int gridRow, profile::Session &session,
                    Day today, QWidget *parent);

    /// New figures; a change that is being looked at stays.
    void show(const model::RetentionRow &row, Day today);
    [[nodiscard]] QString key() const { return m_key; }

Q_SIGNALS:
    void applied(const QString &name);
    void failed(const sk::Error &error);

private:
    void buildRow(QGridLayout &grid, int gridRow, QWidget *parent);
    void buildReason(QGridLayout &grid, int gridRow, QWidget *parent);
    void buildChangeBar(QGridLayout &grid, int gridRow, QWidget *parent);
    void preview(int value);
    void reasonEdited();
    [[nodiscard]] bool reasonWillDo() const;
    void showApply();
    void showPreview(const model::RetentionPreview &preview);
    void apply();
    void cancel();

    profile::Session &m_session;
    QString m_key;
    int m_stored = 0;
    int m_cap = 0; ///< a longer period needs a legal reason
    QString m_storedReason;
    bool m_isPreviewed = false; ///< what the present value would delete is shown
    int m_question = 0;         ///< answers to an older question are dropped
    QSpinBox *m_value = nullptr;
    QWidget *m_reasonRow = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_range = nullptr;
    QLabel *m_held = nullptr;
    QLabel *m_oldest = nullptr;
    QLabel *m_next = nullptr;
    InfoBar *m_change = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace sk::ui::retention
