// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/confirm_dialog.h"

#include "ui/common/fit_to_text.h"
#include "ui/common/labels.h"
#include "ui/common/spacing.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui {

using namespace Qt::StringLiterals;

ConfirmDialog::ConfirmDialog(const Question &question, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"confirmDialog"_s);
    setWindowTitle(question.title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);

    auto *text = makeText(question.text, this);
    text->setObjectName(u"confirmText"_s);
    m_content = new QVBoxLayout;
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *accept = buttons->addButton(question.accept, QDialogButtonBox::AcceptRole);
    accept->setObjectName(u"confirmAccept"_s);
    accept->setAccessibleName(QString(question.accept).remove(u'&'));
    auto *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setText(tr("Cancel"));
    cancel->setObjectName(u"confirmCancel"_s);
    cancel->setAccessibleName(tr("Cancel and change nothing"));
    cancel->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::wide);
    layout->addWidget(makeDialogHeading(question.title, this));
    layout->addWidget(text);
    layout->addLayout(m_content);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    cancel->setFocus();
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    fitToText(*this);
    QDialog::showEvent(event);
}

void ConfirmDialog::addContent(QWidget *content)
{
    m_content->addWidget(content);
}

void ConfirmDialog::ask(QWidget *parent, const Question &question, std::function<void()> accepted)
{
    auto *dialog = new ConfirmDialog(question, parent);
    connect(dialog, &QDialog::accepted, parent, std::move(accepted));
    dialog->open();
}

} // namespace sk::ui
