// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/printed_document.h"

#include "ui/common/text.h"

#include <QPageSize>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QTextDocument>
#include <QThreadPool>

#include <memory>

namespace sk::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QMarginsF kMargins{5, 5, 5, 5}; ///< millimetres; QTextDocument::print() adds 20 of its own

} // namespace

void PrintedDocument::paintOn(QPagedPaintDevice &device) const
{
    QTextDocument document;
    document.setHtml(m_html);
    document.print(&device);
}

Result<void> PrintedDocument::writePdf(const QString &file) const
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return fail(ErrorKind::File, fromQString(target.errorString()));
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // while it is empty; a memory stick may know no owners
    {
        QPdfWriter writer(&target);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(kMargins, QPageLayout::Millimeter);
        writer.setTitle(m_title);
        writer.setCreator(u"Sellerkeep"_s);
        paintOn(writer);
    }
    if (!target.commit())
        return fail(ErrorKind::File, fromQString(target.errorString()));
    return {};
}

UnrememberedFile::~UnrememberedFile()
{
    if (m_isOurs)
        QFile::remove(m_path);
}

Result<void> UnrememberedFile::write(const PrintedDocument &document)
{
    const Result<void> written = document.writePdf(m_path);
    m_isOurs = written.has_value();
    return written;
}

/// Text, fonts and PDF may be laid out on any thread; what does so here is of that thread alone.
QFuture<Result<void>> writeInBackground(const std::shared_ptr<UnrememberedFile> &file, const PrintedDocument &document)
{
    const SharedPromise<Result<void>> promise;
    QThreadPool::globalInstance()->start([promise, file, document] { promise.finish(file->write(document)); });
    return promise.future();
}

QPrintDialog *PrintedDocument::makePrintDialog(QWidget *parent) const
{
    // The dialog works on a printer it does not own; its connection keeps the two together.
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_title);
    printer->setCreator(u"Sellerkeep"_s);
    printer->setPageMargins(kMargins, QPageLayout::Millimeter);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(m_title);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    QObject::connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), dialog,
                     [printer, printed = *this](QPrinter *) { printed.paintOn(*printer); });
    return dialog;
}

} // namespace sk::ui
