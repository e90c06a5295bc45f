// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/import_page.h"

#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/connections/asked_data.h"
#include "ui/connections/form_rows.h"
#include "ui/connections/secret_edit.h"

#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

ImportPage::ImportPage(profile::Session &session, QWidget *parent) : ConnectPage(parent), m_session(session)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    const FileRow file = addFile(*layout, this, u"importFile"_s, tr("Connection &file"));
    m_file = file.path;
    m_file->setPlaceholderText(u"shop.sellerkeep"_s);
    m_passphrase = named(new SecretEdit(this), u"importPassphrase"_s, tr("Passphrase of the file"));
    addCaptioned(*layout, tr("&Passphrase of the file"), m_passphrase);
    m_label = addLine(*layout, this, u"connectionLabel"_s, tr("&Name in Sellerkeep (optional)"),
                      tr("As on the other computer"));
    layout->addSpacing(Spacing::normal);
    layout->addWidget(makeHeading(tr("What will be asked for"), this));
    m_asked = new AskedData(this);
    layout->addWidget(m_asked);
    layout->addWidget(new MutedLabel(
        tr("Opt-ins do not travel with the file: what you switched on here counts. A connection to Amazon Ads asks for no "
           "orders."),
        this));
    layout->addStretch(1);
    setFocusProxy(m_file);
    setFeatures({});
    for (QLineEdit *edit : {m_file, static_cast<QLineEdit *>(m_passphrase)})
        connect(edit, &QLineEdit::textChanged, this, &ConnectPage::changed);
    connect(file.choose, &QPushButton::clicked, this, &ImportPage::chooseFile);
}

void ImportPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose the connection file"), QString(),
                                   tr("Connection files (*.sellerkeep);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

QString ImportPage::title() const
{
    return tr("Take over a connection from another computer");
}

QString ImportPage::explanation() const
{
    return tr(
        "On the other computer choose “Export…” beside the connection. The file holds the credentials, sealed with a "
        "passphrase; delete it when you are done.");
}

QString ImportPage::actionText() const
{
    return tr("Open and connect");
}

QString ImportPage::busyText() const
{
    return tr("Opening the file and asking Amazon whether it accepts the credentials…");
}

bool ImportPage::isComplete() const
{
    return !m_file->text().trimmed().isEmpty() && (!m_passphrase->text().isEmpty() || m_passphrase->holdsSecret());
}

QString ImportPage::whatIsMissing() const
{
    return tr("Choose the file and enter its passphrase first.");
}

void ImportPage::setFeatures(const std::vector<model::Feature> &features)
{
    m_features = features;
    m_asked->show(model::ConnectionKind::SellingPartner, features);
}

void ImportPage::connectAccount()
{
    profile::ConnectionImport request;
    request.input = pathIn(*m_file);
    request.passphrase = m_passphrase->take();
    request.label = fromQString(m_label->text().trimmed());
    request.features = m_features;
    whenDone(m_session.importConnection(std::move(request)), this,
             [this](const Result<profile::ConnectResult> &outcome) { Q_EMIT ended({outcome}); });
}

void ImportPage::settle(const Result<profile::ConnectResult> &outcome)
{
    if (outcome || !isTransient(outcome.error().kind))
        m_passphrase->forget();
    Q_EMIT changed();
}

} // namespace sk::ui::connections
