// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/erasure.h"

#include <QCoreApplication>
#include <QString>

namespace sk::ui {

/// An erasure certificate in the words of its reader: on the screen, and as a PDF to hand over. The signed JSON file is
/// what can be verified; this says what stands in it, and its SHA-256 so that the two can be told to belong together.
class CertificateDocument
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::CertificateDocument)

public:
    [[nodiscard]] static QString html(const model::Erased &erased);
    /// A4, with the document's own fonts; File when it cannot be written.
    [[nodiscard]] static Result<void> writePdf(const model::Erased &erased, const QString &file);

    [[nodiscard]] static QString what(std::string_view word);
    [[nodiscard]] static QString check(std::string_view word);
    [[nodiscard]] static QString outOfReach(std::string_view word);
    [[nodiscard]] static QString reason(model::ErasureReason reason);

private:
    [[nodiscard]] static QString facts(const model::ErasureCertificate &certificate);
    [[nodiscard]] static QString counts(const model::ErasureCertificate &certificate);
    [[nodiscard]] static QString checks(const model::ErasureCertificate &certificate);
    [[nodiscard]] static QString rest(const model::Erased &erased);
};

} // namespace sk::ui
