// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reveal/purpose_dialog.h"

#include "core/profile/acceptable_use.h"
#include "ui/common/labels.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QCoreApplication>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sk::ui::reveal {

using namespace Qt::StringLiterals;
using model::RevealPurpose;

namespace {

constexpr int kLettersWide = 100;
constexpr int kOtherLines = 24; ///< of text, as high as everything but the rules
constexpr int kFewestLines = 5;

} // namespace

PurposeDialog::PurposeDialog(const QString &order, const model::AcceptableUse &use, QWidget *parent,
                             std::optional<RevealPurpose> duty)
    : ConfirmDialog(
        {tr("Show the address of order %1?").arg(order),
         tr("It is shown for a minute and masked again by itself. The look is recorded with its purpose; the "
            "address is not."),
         tr("&Show")},
        parent)
{
    setObjectName(u"purposeDialog"_s);
    addRules(use);
    addPurposes(duty);
}

PurposeDialog::PurposeDialog(int slips, const model::AcceptableUse &use, QWidget *parent)
    : ConfirmDialog(
        {tr("Make %n packing slip(s)?", nullptr, slips),
         tr("The PDF holds the addresses in the clear, for everybody who can open the file. Sellerkeep cannot take "
            "it back when the addresses expire here: delete file and paper as soon as the parcels are on their "
            "way. Erasing the connection deletes the file only if it still lies, unchanged, where it was "
            "written."),
         tr("Choose a &file…")},
        parent)
{
    setObjectName(u"purposeDialog"_s);
    addRules(use);
}

void PurposeDialog::addPurposes(std::optional<RevealPurpose> duty)
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(makeHeading(tr("What is it for?"), content));
    m_purposes = new QButtonGroup(this);
    const auto add = [&](RevealPurpose purpose, const QString &name, const QString &text) {
        auto *button = named(new QRadioButton(text, content), name, QString(text).remove(u'&'));
        m_purposes->addButton(button, static_cast<int>(purpose));
        layout->addWidget(button);
        button->setChecked(purpose == duty.value_or(RevealPurpose::Fulfilment));
    };
    if (!duty)
        add(RevealPurpose::Fulfilment, u"purposeFulfilment"_s, tr("&Fulfilment: shipping this order"));
    add(RevealPurpose::Tax, u"purposeTax"_s, tr("&Tax: a tax law demands it"));
    add(RevealPurpose::Legal, u"purposeLegal"_s, tr("&Legal: another law or a court demands it"));
    addContent(content);
}

void PurposeDialog::addRules(const model::AcceptableUse &use)
{
    m_rules = use.rules;
    if (use.acknowledgedAt)
        return;
    setMinimumWidth(fontMetrics().averageCharWidth() * kLettersWide); // long rules: wide rather than high
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(makeHeading(tr("Acceptable use of personal data"), content));
    layout->addWidget(makeRules(content));
    m_agree = named(new QCheckBox(tr("I have read these rules and &keep to them"), content), u"agreeRules"_s,
                    tr("I have read the acceptable-use rules and keep to them"));
    layout->addSpacing(Spacing::tight);
    layout->addWidget(m_agree);
    addContent(content);
    auto *accept = findChild<QPushButton *>(u"confirmAccept"_s);
    accept->setEnabled(false);
    connect(m_agree, &QCheckBox::toggled, accept, &QWidget::setEnabled);
    m_agree->setFocus();
}

/// As high as they are, or as the screen has room for beside the rest of the dialog: then they scroll.
QScrollArea *PurposeDialog::makeRules(QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setObjectName(u"useRules"_s);
    scroll->setAccessibleName(tr("Acceptable use of personal data"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *rules = new QWidget(scroll);
    auto *layout = new QVBoxLayout(rules);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    int number = 0;
    for (const char *rule : profile::kUseTextsList) {
        const QString text = QCoreApplication::translate(profile::kUseTexts, rule);
        layout->addWidget(makeText(u"%1. "_s.arg(++number) + text, rules));
    }
    scroll->setWidget(rules);
    const int line = fontMetrics().height();
    const int height = layout->totalHeightForWidth(minimumWidth() - 2 * Spacing::page);
    const int room = screen() ? screen()->availableSize().height() - kOtherLines * line : height;
    const int shown = std::min(height, std::max(room, kFewestLines * line));
    scroll->setFixedHeight(shown);
    scroll->setFocusPolicy(shown < height ? Qt::StrongFocus : Qt::NoFocus); // the arrow keys scroll it
    return scroll;
}

RevealPurpose PurposeDialog::purpose() const
{
    return m_purposes ? static_cast<RevealPurpose>(m_purposes->checkedId()) : RevealPurpose::Fulfilment;
}

std::optional<int> PurposeDialog::acknowledged() const
{
    return m_agree ? std::optional(m_rules) : std::nullopt;
}

} // namespace sk::ui::reveal
