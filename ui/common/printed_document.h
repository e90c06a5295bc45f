// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/result.h"

#include <QFile>
#include <QString>

#include <atomic>
#include <memory>

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

/// A file with personal data that an erasure would not find yet. It is removed again when this goes, unless it was
/// handed over to who remembers it.
class UnrememberedFile
{
public:
    explicit UnrememberedFile(QString path) : m_path(std::move(path)) {}
    ~UnrememberedFile();
    UnrememberedFile(const UnrememberedFile &) = delete;
    UnrememberedFile &operator=(const UnrememberedFile &) = delete;

    /// On any thread; a file that was not written is not touched.
    [[nodiscard]] Result<void> write(const PrintedDocument &document);
    void handOver() { m_isOurs = false; }

private:
    QString m_path;
    std::atomic<bool> m_isOurs = false;
};

/// Writes on a thread of the pool: hundreds of pages take seconds.
[[nodiscard]] QFuture<Result<void>> writeInBackground(const std::shared_ptr<UnrememberedFile> &file,
                                                      const PrintedDocument &document);

/// Writes a PDF with personal data and has it remembered: an erasure finds no other. A file that cannot be remembered
/// is removed again, also when `context` goes while it is written. `done` is told what `remember` answered, or why
/// nothing was written.
template <typename Remember, typename Done>
void writeRemembered(const PrintedDocument &document, const QString &path, QObject *context, Remember remember,
                     Done done)
{
    using Answer = decltype(remember().result());
    const auto file = std::make_shared<UnrememberedFile>(path);
    whenDone(writeInBackground(file, document), context,
             [path, file, context, remember, done](const Result<void> &written) {
                 if (!written)
                     return done(Answer(fail(written.error())));
                 file->handOver();
                 whenDone(remember(), context, [path, done](const Answer &remembered) {
                     if (!remembered)
                         QFile::remove(path);
                     done(remembered);
                 });
             });
}

} // namespace sk::ui
