// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inventory/inventory_details.h"

#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/spacing.h"
#include "ui/inventory/inventory_words.h"

#include <QGridLayout>

namespace sk::ui::inventory {

using namespace Qt::StringLiterals;

InventoryDetails::InventoryDetails(QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::StyledPanel);
    auto *grid = new QGridLayout(this);
    grid->setHorizontalSpacing(Spacing::normal + Spacing::tight);
    grid->setVerticalSpacing(Spacing::tight);
    grid->setColumnStretch(1, 1);
    for (int field = 0; field < FieldCount; ++field) {
        auto *name = new MutedLabel(title(field), this);
        name->setWordWrap(false);
        auto *value = makeText(QString(), this);
        value->setObjectName(u"inventoryDetail%1"_s.arg(field));
        grid->addWidget(name, field, 0, Qt::AlignTop);
        grid->addWidget(value, field, 1);
        m_values[static_cast<std::size_t>(field)] = value;
    }
}

QString InventoryDetails::title(int field)
{
    switch (field) {
    case Fields: return tr("Consists of");
    case Purpose: return tr("Purpose");
    case Key: return tr("Protected by");
    case Place: return tr("Lies in");
    case Ending: return tr("Deleted");
    default: return {};
    }
}

void InventoryDetails::show(const model::InventoryClass &stock, bool secretsInFile)
{
    const profile::HeldClass *heldClass = profile::findHeldClass(stock.name);
    if (heldClass == nullptr)
        return;
    m_values[Fields]->setText(InventoryWords::fields(*heldClass));
    m_values[Purpose]->setText(InventoryWords::purpose(*heldClass));
    m_values[Key]->setText(InventoryWords::key(*heldClass, secretsInFile));
    m_values[Place]->setText(InventoryWords::place(*heldClass, secretsInFile));
    m_values[Ending]->setText(InventoryWords::ending(*heldClass, stock.period));
}

} // namespace sk::ui::inventory
