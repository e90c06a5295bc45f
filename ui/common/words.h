// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"
#include "core/model/connection.h"
#include "ui/common/tone.h"

#include <QCoreApplication>
#include <QString>

namespace sk::ui {

/// What core's enums and stable words are called on the screen.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::Words)

public:
    /// na, eu, fe; the word itself where it is another.
    [[nodiscard]] static QString region(std::string_view region);
    /// Where a connection leads: its region, and Amazon Ads by name.
    [[nodiscard]] static QString place(const model::Connection &connection);
    [[nodiscard]] static QString place(model::ConnectionKind kind, std::string_view region);
    /// By ISO 3166 code, of the countries with a marketplace.
    [[nodiscard]] static QString country(std::string_view code);
    [[nodiscard]] static QString dataSet(std::string_view name);
    /// How fast an order is sent, from Amazon's word; a word that is not known stays as it is.
    [[nodiscard]] static QString serviceLevel(std::string_view level);
    [[nodiscard]] static QString state(model::ConnectionState state);
    [[nodiscard]] static Tone tone(model::ConnectionState state);
    [[nodiscard]] static QString feature(model::Feature feature);
    [[nodiscard]] static QString operation(model::AuditOperation operation);
    [[nodiscard]] static QString dataClass(model::DataClass dataClass);
    [[nodiscard]] static QString actor(model::AuditActor actor);
    /// "Done", or the error in brief.
    [[nodiscard]] static QString outcome(const model::AuditEvent &event);
};

} // namespace sk::ui
