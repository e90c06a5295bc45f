// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/add_connection_dialog.h"

#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/connections/connect_form.h"
#include "ui/connections/connect_help.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

AddConnectionDialog::AddConnectionDialog(profile::Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
{
    setObjectName(u"addConnectionDialog"_s);
    setWindowTitle(tr("Add connection"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_form = new ConnectForm(this);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"connectBar"_s);
    m_bar->setClosable(false);
    buildButtons();

    auto *columns = new QHBoxLayout;
    columns->setSpacing(Spacing::wide);
    auto *left = new QVBoxLayout;
    left->setSpacing(Spacing::normal);
    left->addWidget(m_form);
    left->addStretch(1);
    left->addWidget(makeHeading(tr("What Amazon says on desktop applications"), this));
    left->addWidget(makeText(
        tr("Amazon’s page on desktop applications accepts only applications that are in contact with their developer’s own "
           "systems. Here you are the developer yourself, with your own application and credentials; whether Amazon reads "
           "it that way is not written anywhere."),
        this));
    columns->addLayout(left, 4);
    columns->addWidget(new ConnectHelp(this), 5);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::wide);
    layout->addWidget(makeTitle(tr("Connect an Amazon account"), this));
    layout->addWidget(
        new MutedLabel(tr("With your own private application. The values are tested by one call to Amazon and "
                          "then kept in the keychain of this computer; they go nowhere else."),
                       this));
    layout->addLayout(columns, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_buttons);
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 146, fontMetrics().height() * 43);
    connect(m_form, &ConnectForm::changed, this, &AddConnectionDialog::updateButtons);
    updateButtons();
}

void AddConnectionDialog::buildButtons()
{
    m_buttons = new QDialogButtonBox(this);
    m_connect = named(m_buttons->addButton(tr("Test and connect"), QDialogButtonBox::ActionRole), u"connectButton"_s,
                      tr("Test the credentials and connect"));
    m_connect->setDefault(true);
    m_sync = named(m_buttons->addButton(tr("Start the first sync"), QDialogButtonBox::AcceptRole), u"firstSyncButton"_s,
                   tr("Start the first sync"));
    m_close = named(m_buttons->addButton(QDialogButtonBox::Cancel), u"connectClose"_s, tr("Close without connecting"));
    m_close->setText(tr("Cancel"));
    connect(m_connect, &QPushButton::clicked, this, &AddConnectionDialog::connectAccount);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_sync->hide(); // last: adding a button shows all others again
}

void AddConnectionDialog::preset(const model::Connection &connection)
{
    setWindowTitle(tr("Enter new credentials"));
    m_replaces = connection.id;
    m_form->preset(connection.region, toQString(connection.label));
}

void AddConnectionDialog::connectAccount()
{
    m_waiting = true;
    profile::ConnectRequest request = m_form->take();
    request.replaces = m_replaces;
    auto future = m_session.connectAccount(std::move(request));
    updateButtons();
    m_bar->showMessage(Tone::Busy, tr("Asking Amazon whether it accepts these credentials…"));
    whenDone(future, this, [this](const Result<profile::ConnectResult> &outcome) { showOutcome(outcome); });
}

void AddConnectionDialog::showOutcome(const Result<profile::ConnectResult> &outcome)
{
    m_waiting = false;
    if (outcome)
        showConnected(*outcome);
    else
        showRefusal(outcome.error());
}

void AddConnectionDialog::showConnected(const profile::ConnectResult &outcome)
{
    QStringList names;
    for (const model::Marketplace &marketplace : outcome.marketplaces)
        names.append(toQString(marketplace.name));
    m_form->forgetSecrets(tr("Kept in the keychain"));
    m_form->setEnabled(false);
    m_bar->showMessage(
        Tone::Good,
        tr("Connected. %n marketplace(s): %1.", nullptr, static_cast<int>(names.size())).arg(names.join(tr(", "))));
    m_connect->hide();
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_sync->show();
    m_sync->setDefault(true);
    m_sync->setFocus();
    connect(m_sync, &QPushButton::clicked, this, [this, id = outcome.connection] { Q_EMIT firstSyncRequested(id); });
    Q_EMIT connected(outcome.connection);
}

void AddConnectionDialog::showRefusal(const Error &error)
{
    m_bar->showError(error);
    if (!isTransient(error.kind))
        m_form->forgetSecrets(tr("Refused; paste it again"));
    updateButtons();
}

void AddConnectionDialog::updateButtons()
{
    m_form->setEnabled(!m_waiting);
    m_connect->setEnabled(!m_waiting && m_form->isComplete());
    m_connect->setToolTip(m_form->isComplete() ? QString()
                                               : tr("Choose the region and fill in the three values first."));
}

} // namespace sk::ui::connections
