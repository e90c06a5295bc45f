// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/certificate_dialog.h"

#include "core/base/files.h"
#include "ui/common/certificate_document.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/fit_to_text.h"
#include "ui/common/info_bar.h"
#include "ui/common/named.h"
#include "ui/common/save_dialog.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace sk::ui {

using namespace Qt::StringLiterals;

CertificateDialog::CertificateDialog(model::Erased erased, QWidget *parent)
    : QDialog(parent)
    , m_erased(std::move(erased))
{
    setObjectName(u"certificateDialog"_s);
    setWindowTitle(tr("Certificate of erasure"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"certificateBar"_s);
    auto *text = named(new QTextBrowser(this), u"certificateText"_s, tr("Text of the certificate"));
    text->setHtml(CertificateDocument::html(m_erased));
    text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(this);
    auto *json = named(buttons->addButton(tr("Save &signed file…"), QDialogButtonBox::ActionRole), u"certificateJson"_s,
                       tr("Save the signed file, which can be verified"));
    auto *pdf = named(buttons->addButton(tr("Save as &PDF…"), QDialogButtonBox::ActionRole), u"certificatePdf"_s,
                      tr("Save a PDF to hand over"));
    auto *close =
        named(buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole), u"certificateClose"_s, tr("Close"));
    close->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::wide);
    layout->addWidget(m_bar);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resizeWithinScreen(*this, {fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 40});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(json, &QPushButton::clicked, this, [this] {
        ask(tr("Save the signed certificate"), tr("Erasure certificate (*.json)"), u"json"_s,
            &CertificateDialog::saveJson);
    });
    connect(pdf, &QPushButton::clicked, this, [this] {
        ask(tr("Save the certificate as PDF"), tr("PDF (*.pdf)"), u"pdf"_s, &CertificateDialog::savePdf);
    });
}

void CertificateDialog::ask(const QString &title, const QString &filter, const QString &suffix,
                            void (CertificateDialog::*save)(const QString &))
{
    auto *dialog = makeSaveDialog(title, {filter}, suffix, this);
    dialog->setObjectName(u"certificateFileDialog"_s);
    dialog->selectFile(u"erasure-%1.%2"_s.arg(toQString(toIso(dayOf(m_erased.certificate.finished))), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, save);
    dialog->open();
}

void CertificateDialog::saveJson(const QString &file)
{
    const auto written = writeFileAtomically(std::filesystem::path(file.toStdU16String()), asBytes(m_erased.file));
    m_onlyCopy = m_onlyCopy && !written;
    told(written, file);
}

void CertificateDialog::reject()
{
    if (!m_onlyCopy)
        return QDialog::reject();
    ConfirmDialog::ask(this,
                       {tr("Close without keeping the certificate?"),
                        tr("This is the only copy of the signed file: the profile that could keep it is gone."),
                        tr("Discard the certificate")},
                       [this] { QDialog::reject(); });
}

void CertificateDialog::savePdf(const QString &file)
{
    told(CertificateDocument::writePdf(m_erased, file), file);
}

void CertificateDialog::told(const Result<void> &written, const QString &file)
{
    if (written)
        m_bar->showMessage(Tone::Good, tr("Written to %1.").arg(file));
    else
        m_bar->showError(written.error());
}

} // namespace sk::ui
