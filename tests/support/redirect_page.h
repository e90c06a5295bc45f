// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

namespace sk::test {

/// What the redirect page does: it hands the query over to the port and path that the state names. What the listener
/// answers, empty when nobody is there.
inline QByteArray handOver(const QString &state, const QByteArray &query)
{
    const QStringList parts = state.split(QLatin1Char('.'));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), parts.value(1).toUShort());
    socket.write("GET /" + parts.value(2).toLatin1() + '?' + query
                 + " HTTP/1.1\r\nHost: 127.0.0.1:" + parts.value(1).toLatin1() + "\r\n\r\n");
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
    return socket.readAll();
}

/// The same with the address at which the browser ended.
inline QByteArray handOver(const QUrl &redirected)
{
    return handOver(QUrlQuery(redirected).queryItemValue(QStringLiteral("state")),
                    redirected.query(QUrl::FullyEncoded).toLatin1());
}

/// The seller says yes on the consent page of the sample Amazon; where it then sends the browser. `Bench` is the
/// simulator's.
template <typename Bench>
QUrl confirmed(Bench &amazon, const QUrl &page)
{
    const QString target = page.path() + QStringLiteral("/confirm?") + page.query(QUrl::FullyEncoded);
    return QUrl(QString::fromStdString(amazon.getRaw(target.toStdString()).header("location")), QUrl::StrictMode);
}

} // namespace sk::test
