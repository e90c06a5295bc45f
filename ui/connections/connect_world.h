// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"
#include "core/profile/connect_facts.h"

#include <QUrl>

#include <functional>

namespace sk::ui::connections {

/// What connecting needs of the world outside the window; handed in, so that a test plays the browser.
struct ConnectWorld
{
    /// Opens an address in the user's browser, a folder in the file manager; false when there is none.
    std::function<bool(const QUrl &)> openBrowser;
    /// Where new connections go instead of to Amazon: a sample Amazon on this computer.
    std::optional<model::CustomEndpoint> endpoint;
    /// False: credentials can only be pasted.
    bool canConsent = profile::canConsentInBrowser();
};

/// The user's own browser, and Amazon.
[[nodiscard]] ConnectWorld systemConnectWorld();

} // namespace sk::ui::connections
