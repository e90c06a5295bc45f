// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/export_connection_dialog.h"

#include "core/profile/passphrase_rules.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/fit_to_text.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/connections/form_rows.h"
#include "ui/connections/passphrase_words.h"
#include "ui/connections/secret_edit.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

ExportConnectionDialog::ExportConnectionDialog(profile::Session &session, const model::Connection &connection,
                                               QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_connection(connection)
{
    setObjectName(u"exportConnectionDialog"_s);
    setWindowTitle(tr("Export connection"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    //: %1: the connection's name
    layout->addWidget(makeDialogHeading(tr("Export “%1” for another computer").arg(toQString(connection.label)), this));
    layout->addWidget(makeText(
        tr("The file holds the credentials of this connection, its region and its name, sealed with the passphrase; no order "
           "and no buyer’s data. Both computers can then reach the account: to end that, revoke the authorisation at Amazon."),
        this));
    buildFile(*layout);
    m_passphrase = named(new SecretEdit(this), u"exportPassphrase"_s, tr("Passphrase for the file"));
    m_again = named(new SecretEdit(this), u"exportPassphraseAgain"_s, tr("The same passphrase again"));
    addCaptioned(*layout, tr("&Passphrase for the file"), m_passphrase);
    addCaptioned(*layout, tr("The same passphrase &again"), m_again);
    m_rules = new MutedLabel(this);
    m_rules->setObjectName(u"passphraseRules"_s);
    layout->addWidget(m_rules);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"exportBar"_s);
    m_bar->setClosable(false);
    layout->addWidget(m_bar);
    layout->addStretch(1);

    auto *buttons = new QDialogButtonBox(this);
    m_export = named(buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole), u"exportNow"_s,
                     tr("Export the connection"));
    m_export->setDefault(true);
    m_cancel = named(buttons->addButton(QDialogButtonBox::Cancel), u"exportCancel"_s, tr("Cancel"));
    m_cancel->setText(tr("Cancel"));
    layout->addWidget(buttons);
    connect(m_export, &QPushButton::clicked, this, &ExportConnectionDialog::exportNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportConnectionDialog::reject);
    for (QLineEdit *edit : {m_file, static_cast<QLineEdit *>(m_passphrase), static_cast<QLineEdit *>(m_again)})
        connect(edit, &QLineEdit::textChanged, this, &ExportConnectionDialog::showRules);
    m_passphrase->setFocus();
    showRules();
}

void ExportConnectionDialog::showEvent(QShowEvent *event)
{
    fitToText(*this);
    QDialog::showEvent(event);
}

/// While the file is being sealed it would be written all the same.
void ExportConnectionDialog::reject()
{
    if (!m_waiting)
        QDialog::reject();
}

void ExportConnectionDialog::buildFile(QVBoxLayout &layout)
{
    QString name = toQString(m_connection.label);
    name.replace(QRegularExpression(u"[^\\w-]+"_s, QRegularExpression::UseUnicodePropertiesOption), u"-"_s);
    static const QRegularExpression device(u"^(con|prn|aux|nul|com\\d|lpt\\d)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (device.match(name).hasMatch())
        name += u"-shop"_s; // Windows knows no such file, whatever comes behind the dot
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const FileRow file = addFile(layout, this, u"exportFile"_s, tr("&File"));
    m_file = file.path;
    m_file->setText(u"%1/%2.sellerkeep"_s.arg(folder, name));
    connect(file.choose, &QPushButton::clicked, this, &ExportConnectionDialog::chooseFile);
}

void ExportConnectionDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export connection"), m_file->text(),
                                   tr("Connection files (*.sellerkeep);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"sellerkeep"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(file);
        m_mayReplace = pathIn(*m_file); // the file dialog has asked
    });
    dialog->open();
}

void ExportConnectionDialog::showRules()
{
    const secrets::Secret passphrase = m_passphrase->current();
    const auto flaws = profile::passphraseFlaws(passphrase, {m_session.info().name, m_connection.label});
    const bool same = passphrase.equals(m_again->current());
    QString text = PassphraseWords::whatItNeeds(flaws);
    if (flaws.empty())
        text = same ? tr("The passphrase is good. Write it down: without it the file cannot be opened.")
                    : tr("Enter the same passphrase again.");
    m_rules->setText(text);
    m_passphrase->setAccessibleDescription(text);
    m_cancel->setEnabled(!m_waiting);
    m_export->setEnabled(!m_waiting && flaws.empty() && same && !m_file->text().trimmed().isEmpty());
}

void ExportConnectionDialog::exportNow()
{
    const std::filesystem::path output = pathIn(*m_file);
    std::error_code code;
    if (output == m_mayReplace || !std::filesystem::exists(output, code))
        return exportTo(output);
    ConfirmDialog::ask(
        this,
        {tr("Replace the file?"),
         //: %1: path of a file
         tr("“%1” exists already. Its content is lost.").arg(QString::fromStdU16String(output.u16string())),
         tr("Replace")},
        [this, output] { exportTo(output); });
}

void ExportConnectionDialog::exportTo(const std::filesystem::path &output)
{
    m_waiting = true;
    profile::ConnectionExport request;
    request.connection = m_connection.id;
    request.output = output;
    request.passphrase = m_passphrase->take();
    (void)m_again->take(); // out of the field as well; both are kept for another try
    showRules();
    m_bar->showMessage(Tone::Busy, tr("Sealing the file…"));
    whenDone(m_session.exportConnection(std::move(request)), this, [this](const Result<void> &done) {
        m_waiting = false;
        if (done)
            return accept();
        m_bar->showError(done.error());
        showRules();
    });
}

} // namespace sk::ui::connections
