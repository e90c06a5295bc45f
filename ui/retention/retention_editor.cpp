// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/retention_editor.h"

#include "core/profile/reason.h"
#include "ui/common/format.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/retention/retention_words.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace sk::ui::retention {

using namespace Qt::StringLiterals;

RetentionEditor::RetentionEditor(const model::RetentionRow &row, QGridLayout &grid, int gridRow,
                                 profile::Session &session, Day today, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_key(toQString(row.key))
{
    buildRow(grid, gridRow, parent);
    buildReason(grid, gridRow + 1, parent);
    buildChangeBar(grid, gridRow + 2, parent);
    show(row, today);
    connect(m_value, &QSpinBox::valueChanged, this, &RetentionEditor::preview);
}

void RetentionEditor::buildRow(QGridLayout &grid, int gridRow, QWidget *parent)
{
    const QString name = RetentionWords::name(m_key);
    auto *words = new QVBoxLayout;
    words->setSpacing(Spacing::tight);
    auto *title = makeHeading(name, parent);
    m_value = named(new QSpinBox(parent), u"period."_s + m_key, tr("%1: kept for").arg(name));
    title->setMinimumHeight(m_value->sizeHint().height());
    words->addWidget(title);
    words->addWidget(new MutedLabel(RetentionWords::reason(m_key), parent));
    grid.addLayout(words, gridRow, 0, Qt::AlignTop);

    m_value->setKeyboardTracking(false);
    m_value->setAlignment(Qt::AlignRight);
    title->setBuddy(m_value);
    m_range = new MutedLabel(parent);
    m_range->setWordWrap(false);
    auto *period = new QVBoxLayout;
    period->setSpacing(Spacing::tight);
    period->addWidget(m_value);
    period->addWidget(m_range);
    grid.addLayout(period, gridRow, 1, Qt::AlignTop);

    m_held = new QLabel(parent);
    m_held->setObjectName(u"held."_s + m_key);
    m_oldest = new QLabel(parent);
    m_next = new QLabel(parent);
    for (QLabel *figure : {m_held, m_oldest, m_next})
        figure->setMinimumHeight(m_value->sizeHint().height()); // on one line with the number
    grid.addWidget(m_held, gridRow, 2, Qt::AlignTop | Qt::AlignRight);
    grid.addWidget(m_oldest, gridRow, 3, Qt::AlignTop);
    grid.addWidget(m_next, gridRow, 4, Qt::AlignTop);
}

/// Shown while the period is longer than the cap.
void RetentionEditor::buildReason(QGridLayout &grid, int gridRow, QWidget *parent)
{
    const QString name = RetentionWords::name(m_key);
    m_reasonRow = new QWidget(parent);
    m_reason = named(new QLineEdit(m_reasonRow), u"reason."_s + m_key, tr("%1: legal reason of the period").arg(name));
    m_reason->setPlaceholderText(tr("The law or file that demands it, e.g. § 147 AO"));
    m_reason->setMaxLength(profile::kLongestReason);
    auto *caption = new QLabel(tr("&Legal reason:"), m_reasonRow);
    caption->setBuddy(m_reason);
    auto *line = new QHBoxLayout(m_reasonRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Spacing::normal);
    line->addWidget(caption);
    line->addWidget(m_reason, 1);
    m_reasonRow->hide();
    grid.addWidget(m_reasonRow, gridRow, 0, 1, 5);
    connect(m_reason, &QLineEdit::textEdited, this, &RetentionEditor::reasonEdited);
}

void RetentionEditor::buildChangeBar(QGridLayout &grid, int gridRow, QWidget *parent)
{
    m_change = new InfoBar(parent);
    m_change->setObjectName(u"change."_s + m_key);
    m_change->setClosable(false);
    const QString name = RetentionWords::name(m_key);
    m_apply = named(new QPushButton(tr("Apply"), m_change), u"apply."_s + m_key, tr("%1: apply the change").arg(name));
    auto *cancelButton =
        named(new QPushButton(tr("Cancel"), m_change), u"cancel."_s + m_key, tr("%1: cancel the change").arg(name));
    m_change->addButton(m_apply);
    m_change->addButton(cancelButton);
    grid.addWidget(m_change, gridRow, 0, 1, 5);
    connect(m_apply, &QPushButton::clicked, this, &RetentionEditor::apply);
    connect(cancelButton, &QPushButton::clicked, this, &RetentionEditor::cancel);
}

void RetentionEditor::show(const model::RetentionRow &row, Day today)
{
    m_stored = row.value;
    m_cap = row.cap;
    m_storedReason = toQString(row.reason);
    m_range->setText(RetentionWords::range(m_key, row.least, row.cap, row.most));
    m_held->setText(Format::count(row.held));
    m_oldest->setText(row.oldest ? Format::day(dayOf(*row.oldest)) : tr("—"));
    m_next->setText(row.nextExpiry ? Format::untilDay(*row.nextExpiry, today) : tr("—"));
    m_next->setToolTip(row.nextExpiry ? Format::day(*row.nextExpiry) : QString());
    const QSignalBlocker quiet(m_value);
    m_value->setRange(row.least, row.most);
    if (m_change->isHidden()) {
        m_value->setValue(row.value);
        m_value->setSuffix(RetentionWords::unit(m_key, row.value));
        m_reason->setText(m_storedReason);
        m_reasonRow->setVisible(row.value > m_cap);
    }
}

void RetentionEditor::preview(int value)
{
    m_value->setSuffix(RetentionWords::unit(m_key, value));
    m_reasonRow->setVisible(value > m_cap);
    const int question = ++m_question;
    m_isPreviewed = value == m_stored;
    if (value == m_stored) {
        m_change->hide();
        return reasonEdited();
    }
    m_change->showMessage(Tone::Busy, tr("Looking at what this would delete…"));
    m_apply->setEnabled(false);
    whenDone(m_session.previewRetention(fromQString(m_key), value), this,
             [this, question](const Result<model::RetentionPreview> &result) {
                 if (question != m_question)
                     return;
                 if (result) {
                     showPreview(*result);
                 } else {
                     cancel();
                     Q_EMIT failed(result.error());
                 }
             });
}

void RetentionEditor::showPreview(const model::RetentionPreview &preview)
{
    m_change->showMessage(preview.deleted > 0 ? Tone::Attention : Tone::Neutral,
                          RetentionWords::consequence(m_key, preview.deleted));
    m_apply->setText(preview.deleted > 0 ? tr("Apply and delete") : tr("Apply"));
    m_isPreviewed = true;
    showApply();
}

/// A reason may change without the period.
void RetentionEditor::reasonEdited()
{
    if (m_value->value() == m_stored) {
        const bool changed = m_stored > m_cap && m_reason->text().trimmed() != m_storedReason;
        m_change->setVisible(changed);
        m_isPreviewed = changed; // nothing goes by it
        if (changed)
            m_change->showMessage(Tone::Neutral, tr("Only the recorded reason changes; nothing is deleted."));
        m_apply->setText(tr("Apply"));
    }
    showApply();
}

bool RetentionEditor::reasonWillDo() const
{
    return m_value->value() <= m_cap || m_reason->text().trimmed().size() >= profile::kShortestReason;
}

void RetentionEditor::showApply()
{
    m_apply->setEnabled(m_isPreviewed && reasonWillDo());
    m_apply->setToolTip(reasonWillDo() ? QString() : tr("Enter the legal reason first."));
}

void RetentionEditor::apply()
{
    m_apply->setEnabled(false);
    const int value = m_value->value();
    const QString reason = value > m_cap ? m_reason->text().trimmed() : QString();
    const auto set = m_session.setRetention(fromQString(m_key), value, fromQString(reason));
    whenDone(set, this, [this, value, reason](const Result<void> &result) {
        if (!result) {
            showApply();
            Q_EMIT failed(result.error());
            return;
        }
        m_stored = value;
        m_storedReason = reason;
        m_reason->setText(reason);
        m_change->hide();
        Q_EMIT applied(RetentionWords::name(m_key));
    });
}

void RetentionEditor::cancel()
{
    ++m_question;
    m_change->hide();
    const QSignalBlocker quiet(m_value);
    m_value->setValue(m_stored);
    m_value->setSuffix(RetentionWords::unit(m_key, m_stored));
    m_reason->setText(m_storedReason);
    m_reasonRow->setVisible(m_stored > m_cap);
    m_value->setFocus();
}

} // namespace sk::ui::retention
