// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <set>

#include <openssl/ssl.h>

namespace sk::simulator {

/// Knows the sockets of all TLS connections of one server, so that stop() can end idle ones at once
/// instead of waiting for their keep-alive time. Must outlive the SSL_CTX it watches.
class OpenConnections
{
public:
    /// Watches every connection made from `context`.
    void watch(SSL_CTX *context);

    /// Shuts all sockets down; their owners see the end and close them.
    void endAll();

    /// Shuts one connection's socket down without a TLS goodbye.
    static void drop(const SSL *ssl);

private:
    static void started(const SSL *ssl, int where, int result);
    static void freed(void *parent, void *entry, CRYPTO_EX_DATA *data, int index, long argument, void *pointer);
    static int entryIndex();

    std::mutex m_mutex;
    std::set<int> m_sockets;
};

} // namespace sk::simulator
