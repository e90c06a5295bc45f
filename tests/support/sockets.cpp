// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sockets.h"

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace sk::test {

namespace {

void startSockets()
{
#ifdef _WIN32
    static const int started = [] {
        WSADATA data;
        return WSAStartup(MAKEWORD(2, 2), &data);
    }();
    static_cast<void>(started);
#else
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

void stopBlocking(Socket socket)
{
#ifdef _WIN32
    u_long on = 1;
    ::ioctlsocket(socket, static_cast<long>(FIONBIO), &on);
#else
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
#endif
}

bool ready(Socket socket, Readiness readiness, std::chrono::milliseconds patience)
{
    fd_set sockets;
    FD_ZERO(&sockets);
    FD_SET(socket, &sockets);
    timeval step{0, static_cast<int>(std::chrono::microseconds(patience).count())};
    const bool reading = readiness == Readiness::ToRead;
    return ::select(static_cast<int>(socket) + 1, reading ? &sockets : nullptr, reading ? nullptr : &sockets, nullptr,
                    &step)
        > 0;
}

} // namespace

Listening listenOnLoopback()
{
    startSockets();
    const Socket listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
    ::listen(listener, 32);
    socklen_t size = sizeof address;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    return {listener, ntohs(address.sin_port)};
}

Socket acceptWithin(Socket listener, std::chrono::milliseconds patience)
{
    if (!ready(listener, Readiness::ToRead, patience))
        return kNoSocket;
    const Socket socket = ::accept(listener, nullptr, nullptr);
    if (socket != kNoSocket)
        stopBlocking(socket);
    return socket;
}

void waitUntilReady(Socket socket, Readiness readiness, std::chrono::milliseconds patience)
{
    ready(socket, readiness, patience);
}

int receive(Socket socket, char *data, int size)
{
#ifdef _WIN32
    return ::recv(socket, data, size, 0);
#else
    return static_cast<int>(::recv(socket, data, static_cast<std::size_t>(size), 0));
#endif
}

int sendTo(Socket socket, const char *data, int size)
{
#ifdef _WIN32
    return ::send(socket, data, size, 0);
#else
    return static_cast<int>(::send(socket, data, static_cast<std::size_t>(size), 0));
#endif
}

bool mustWait()
{
#ifdef _WIN32
    return WSAGetLastError() == WSAEWOULDBLOCK;
#else
    return errno == EAGAIN || errno == EWOULDBLOCK;
#endif
}

void closeSocket(Socket socket)
{
#ifdef _WIN32
    ::closesocket(socket);
#else
    ::close(socket);
#endif
}

} // namespace sk::test
