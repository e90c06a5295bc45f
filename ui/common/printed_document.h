// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/result.h"

#include <QFile>
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
    /// A4, with the document's own fonts, readable by the owner alone; File when it cannot be written.
    [[nodiscard]] Result<void> writePdf(const QString &file) const;
    /// Paints every page, whatever the device's paper.
    void paintOn(QPagedPaintDevice &device) const;
    /// Asks for a printer; prints when one was chosen. The caller names and opens it. Goes when it is closed.
    [[nodiscard]] QPrintDialog *makePrintDialog(QWidget *parent) const;

private:
    QString m_title;
    QString m_html;
};

/// Writes a PDF with personal data and has it remembered: an erasure finds no other. A file that cannot be remembered
/// is removed again. `done` is told what `remember` answered, or why nothing was written.
template <typename Remember, typename Done>
void writeRemembered(const PrintedDocument &document, const QString &file, QObject *context, Remember remember,
                     Done done)
{
    using Answer = decltype(remember().result());
    if (const Result<void> written = document.writePdf(file); !written)
        return done(Answer(fail(written.error())));
    whenDone(remember(), context, [file, done](const Answer &remembered) {
        if (!remembered)
            QFile::remove(file);
        done(remembered);
    });
}

} // namespace sk::ui
