// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/erasure.h"

#include <QDialog>

namespace sk::ui {

class InfoBar;

/// Shows an erasure certificate and hands it out, as the signed JSON file and as a PDF.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    CertificateDialog(model::Erased erased, QWidget *parent);

    /// Writes to `file`; what went wrong is shown in the dialog.
    void saveJson(const QString &file);
    void savePdf(const QString &file);
    /// The dialog has the only copy: closing it without having saved one asks first.
    void setOnlyCopy() { m_onlyCopy = true; }
    void reject() override;

private:
    void ask(const QString &title, const QString &filter, const QString &suffix,
             void (CertificateDialog::*save)(const QString &));
    void told(const Result<void> &written, const QString &file);

    model::Erased m_erased;
    bool m_onlyCopy = false;
    InfoBar *m_bar = nullptr;
};

} // namespace sk::ui
