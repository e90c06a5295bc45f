// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/consent/hit.h"

#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace sk::consent {

/// What the browser shows at the end, in the user's language. Plain text; it is escaped here.
struct ClosingPage
{
    std::string title;
    std::string text;
};

/// The only port Sellerkeep ever opens (NET-2): 127.0.0.1, one accepted hit, then closed. Qt Network Auth's own
/// listener is not used, because versions before 6.5.6 listen on every interface (security.md, finding 2).
///
/// Bounds: kLongestHead bytes and 5 s for a request, 8 connections at a time, 20 refused requests, kConsentTime in all.
class LoopbackListener : public QObject
{
    Q_OBJECT

public:
    LoopbackListener(Clock &clock, const RandomSource &random, ClosingPage page);
    ~LoopbackListener() override;

    /// Opens the port. File when the system gives none.
    [[nodiscard]] Result<HandOver> open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_server.isListening(); }

Q_SIGNALS:
    /// Once: what Amazon appended to the redirect. The port is closed by then.
    void answered(const std::string &query);

private:
    void accept();
    void read(QTcpSocket *socket);
    void reply(QTcpSocket *socket, int status);

    Clock &m_clock;
    ClosingPage m_page;
    HandOver m_handOver;
    QTcpServer m_server;
    int m_refused = 0;
};

} // namespace sk::consent
