// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/form_rows.h"

#include "ui/common/named.h"
#include "ui/common/spacing.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

namespace {

struct FormRows
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::connections::FormRows)
};

void addCaptionedRow(QVBoxLayout &layout, const QString &caption, QWidget *field, QLayout *row)
{
    auto *label = new QLabel(caption, field->parentWidget());
    label->setBuddy(field);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(Spacing::tight);
    rows->addWidget(label);
    rows->addLayout(row);
    layout.addLayout(rows);
}

} // namespace

void addCaptioned(QVBoxLayout &layout, const QString &caption, QWidget *field)
{
    auto *row = new QHBoxLayout;
    row->addWidget(field);
    addCaptionedRow(layout, caption, field, row);
}

QLineEdit *addLine(QVBoxLayout &layout, QWidget *parent, const QString &objectName, const QString &caption,
                   const QString &example)
{
    auto *edit = named(new QLineEdit(parent), objectName, QString(caption).remove(u'&'));
    edit->setPlaceholderText(example);
    edit->setMaxLength(100);
    addCaptioned(layout, caption, edit);
    return edit;
}

FileRow addFile(QVBoxLayout &layout, QWidget *parent, const QString &objectName, const QString &caption)
{
    auto *path = named(new QLineEdit(parent), objectName, QString(caption).remove(u'&'));
    auto *choose = named(new QPushButton(FormRows::tr("&Choose…"), parent), objectName + u"Choose"_s,
                         FormRows::tr("Choose the file"));
    auto *row = new QHBoxLayout;
    row->addWidget(path, 1);
    row->addWidget(choose);
    addCaptionedRow(layout, caption, path, row);
    return {path, choose};
}

std::filesystem::path pathIn(const QLineEdit &line)
{
    return QDir::current().absoluteFilePath(line.text().trimmed()).toStdU16String();
}

QComboBox *addRegions(QVBoxLayout &layout, QWidget *parent)
{
    auto *region = named(new QComboBox(parent), u"region"_s, FormRows::tr("Region"));
    region->setPlaceholderText(FormRows::tr("Choose the region of the account…"));
    region->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    region->setMinimumContentsLength(24);
    region->addItem(FormRows::tr("North America (United States, Canada, Mexico, Brazil)"), u"na"_s);
    region->addItem(FormRows::tr("Europe (also Middle East, Africa, India)"), u"eu"_s);
    region->addItem(FormRows::tr("Far East (Japan, Australia, Singapore)"), u"fe"_s);
    region->setCurrentIndex(-1);
    addCaptioned(layout, FormRows::tr("&Region"), region);
    return region;
}

} // namespace sk::ui::connections
