// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/new_profile_dialog.h"

#include "ui/common/info_bar.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui::shell {

using namespace Qt::StringLiterals;

NewProfileDialog::NewProfileDialog(profile::Profiles &profiles, QWidget *parent) : QDialog(parent), m_profiles(profiles)
{
    setObjectName(u"newProfileDialog"_s);
    setWindowTitle(tr("New profile"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_name = named(new QLineEdit(this), u"profileName"_s, tr("Name of the profile"));
    m_name->setMaxLength(100);
    m_name->setPlaceholderText(tr("The seller’s or the client’s name"));
    auto *caption = new QLabel(tr("&Name of the profile"), this);
    caption->setBuddy(m_name);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"newProfileBar"_s);
    m_bar->setClosable(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    named(buttons->button(QDialogButtonBox::Cancel), u"newProfileCancel"_s, tr("Cancel"))->setText(tr("Cancel"));
    m_create = named(buttons->addButton(tr("Create"), QDialogButtonBox::ActionRole), u"newProfileCreate"_s,
                     tr("Create the profile"));
    m_create->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(caption);
    layout->addWidget(m_name);
    layout->addWidget(
        new MutedLabel(tr("A profile has its own folder, its own encrypted database and its own keys in the "
                          "keychain of this computer."),
                       this));
    layout->addWidget(m_bar);
    layout->addStretch(1);
    layout->addSpacing(Spacing::normal);
    layout->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &NewProfileDialog::updateButtons);
    connect(m_create, &QPushButton::clicked, this, &NewProfileDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButtons();
}

void NewProfileDialog::create()
{
    m_waiting = true;
    updateButtons();
    const QString name = m_name->text().trimmed();
    whenDone(m_profiles.create(fromQString(name)), this, [this](const Result<profile::ProfileInfo> &result) {
        m_waiting = false;
        updateButtons();
        if (!result) {
            m_bar->showError(result.error());
            m_name->setFocus();
            return;
        }
        Q_EMIT created(toQString(result->name));
        accept();
    });
}

void NewProfileDialog::updateButtons()
{
    m_name->setEnabled(!m_waiting);
    m_create->setEnabled(!m_waiting && !m_name->text().trimmed().isEmpty());
}

} // namespace sk::ui::shell
