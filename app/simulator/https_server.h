// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/messages.h"

#include <ctime>
#include <functional>
#include <memory>
#include <string>

namespace sk::simulator {

/// The only file that knows the HTTP library: TLS 1.2+ on 127.0.0.1, and the ways an answer can
/// travel badly. Handlers run on several threads at once.
class HttpsServer
{
public:
    using Handler = std::function<Reply(const Request &)>;

    /// `clockTime` seconds since 1970 widen the certificate's validity when the injected clock is
    /// far from the real one. @throws std::runtime_error when TLS cannot be set up.
    HttpsServer(Handler handler, std::time_t clockTime);
    ~HttpsServer();

    /// Binds and serves on a thread of its own; 0 takes any free port.
    /// @return the port, or -1 when it is taken.
    int start(int port);

    /// Ends all connections and joins the threads; at most a few hundred milliseconds.
    void stop();

    /// The authority that signed the server's certificate, as PEM.
    const std::string &caPem() const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace sk::simulator
