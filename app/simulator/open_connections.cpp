// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/open_connections.h"

#ifdef _WIN32
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace sk::simulator {

namespace {

/// What hangs on one SSL object; SSL_free() happens before httplib closes the socket, so a number
/// in the set always belongs to a living connection.
struct Entry
{
    OpenConnections *owner;
    int socket;
};

void shutDown(int socket)
{
#ifdef _WIN32
    ::shutdown(static_cast<SOCKET>(socket), SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

} // namespace

int OpenConnections::entryIndex()
{
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, &OpenConnections::freed);
    return index;
}

void OpenConnections::watch(SSL_CTX *context)
{
    entryIndex();
    SSL_CTX_set_app_data(context, this);
    SSL_CTX_set_info_callback(context, &OpenConnections::started);
}

void OpenConnections::started(const SSL *ssl, int where, int /*result*/)
{
    if ((where & SSL_CB_HANDSHAKE_START) == 0 || SSL_get_ex_data(ssl, entryIndex()) != nullptr)
        return;
    auto *owner = static_cast<OpenConnections *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
    const int socket = SSL_get_fd(ssl);
    if (SSL_set_ex_data(const_cast<SSL *>(ssl), entryIndex(), new Entry{owner, socket}) != 1)
        return;
    const std::lock_guard lock(owner->m_mutex);
    owner->m_sockets.insert(socket);
}

void OpenConnections::freed(void *, void *entry, CRYPTO_EX_DATA *, int, long, void *)
{
    auto *known = static_cast<Entry *>(entry);
    if (known == nullptr)
        return;
    {
        const std::lock_guard lock(known->owner->m_mutex);
        known->owner->m_sockets.erase(known->socket);
    }
    delete known;
}

void OpenConnections::endAll()
{
    const std::lock_guard lock(m_mutex);
    for (const int socket : m_sockets)
        shutDown(socket);
}

void OpenConnections::drop(const SSL *ssl)
{
    if (ssl != nullptr)
        shutDown(SSL_get_fd(ssl));
}

} // namespace sk::simulator
