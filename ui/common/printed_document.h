// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

class QPagedPaintDevice;
class QPrintDialog;
class QWidget;

namespace sk::ui {

/// Rich text on its way to paper: as a PDF file, or through a printer the user chooses.
class PrintedDocument
{
public:
    PrintedDocument(QString title, QString html) : m_title(std::move(title)), m_html(std::move(html)) {}

    [[nodiscard]] const QString &html() const { return m_html; }
    /// A4, with the document's own fonts; File when it cannot be written.
    [[nodiscard]] Result<void> writePdf(const QString &file) const;
    /// Paints every page, whatever the device's paper.
    void paintOn(QPagedPaintDevice &device) const;
    /// Asks for a printer; prints when one was chosen. The caller names and opens it. Goes when it is closed.
    [[nodiscard]] QPrintDialog *makePrintDialog(QWidget *parent) const;

private:
    QString m_title;
    QString m_html;
};

} // namespace sk::ui
