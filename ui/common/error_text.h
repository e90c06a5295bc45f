// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QCoreApplication>
#include <QString>

namespace sk::ui {

/// Core says which error, this says it in the user's words.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::ErrorText)

public:
    /// What happened and what to do, in one to three sentences.
    [[nodiscard]] static QString of(ErrorKind kind);
    /// Two or three words for a table cell.
    [[nodiscard]] static QString brief(ErrorKind kind);
};

} // namespace sk::ui
