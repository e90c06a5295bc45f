// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/typed_confirm.h"

#include "ui/common/named.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace sk::ui {

using namespace Qt::StringLiterals;

TypedConfirmDialog::TypedConfirmDialog(const Question &question, const ToType &toType, QWidget *parent)
    : ConfirmDialog(question, parent)
{
    auto *content = new QWidget(this);
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows); // a long choice is not cut
    auto *name = named(new QLineEdit(content), toType.objectName, toType.spoken);
    name->setPlaceholderText(toType.text);
    m_form->addRow(toType.caption, name);
    addContent(content);
    auto *accept = findChild<QPushButton *>(u"confirmAccept"_s);
    accept->setEnabled(false);
    connect(name, &QLineEdit::textChanged, accept, [accept, wanted = toType.text.trimmed()](const QString &text) {
        accept->setEnabled(text.trimmed() == wanted);
    });
    name->setFocus();
}

void TypedConfirmDialog::insertRow(const QString &caption, QWidget *control)
{
    m_form->insertRow(0, caption, control);
    setTabOrder(control, m_form->itemAt(m_form->rowCount() - 1, QFormLayout::FieldRole)->widget());
}

} // namespace sk::ui
