// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace sk::net {

/// Which hosts may be contacted (NET-3). There are two kinds and nothing between them: Amazon's hosts by exact name on
/// port 443 with the machine's certificate authorities, or two loopback origins with an authority of their own.
class Endpoints
{
public:
    /// Exact DNS names, no wildcards. Usage if the list is empty or holds anything else.
    [[nodiscard]] static Result<Endpoints> forRegionHosts(const QStringList &hosts);
    /// For the simulator and tests: https on localhost, 127.0.0.1 or [::1], exactly these origins, and only the PEM
    /// certificates of `authorities` are trusted. HostNotAllowed for any other address, Usage for unreadable PEM.
    [[nodiscard]] static Result<Endpoints> forLoopback(const QUrl &api, const QUrl &token,
                                                       const QByteArray &authorities);

    /// HostNotAllowed unless the URL is https, without user info, and its host and port are on the list. The message
    /// names the host only: paths and queries of presigned URLs are credentials.
    [[nodiscard]] Result<void> check(const QUrl &url) const;

    [[nodiscard]] bool isLoopback() const { return m_loopback; }
    /// The only trusted authorities, or empty for the machine's own.
    [[nodiscard]] const QList<QSslCertificate> &authorities() const { return m_authorities; }
    /// `host:port` of every origin that passes check().
    [[nodiscard]] const QStringList &origins() const { return m_origins; }

private:
    Endpoints() = default;

    bool m_loopback = false;
    QStringList m_origins;
    QList<QSslCertificate> m_authorities;
};

/// `host:port` in lower-case ASCII, 443 where the URL names none.
[[nodiscard]] QString originOf(const QUrl &url);
/// The host as it may be shown and logged: ASCII, at most 253 characters.
[[nodiscard]] std::string hostForMessage(const QUrl &url);

} // namespace sk::net
