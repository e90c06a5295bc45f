// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace sk::test {

/// The few calls that the test servers need, with one shape for BSD sockets and Winsock. IPv4 loopback only.
#ifdef _WIN32
using Socket = std::uintptr_t;
#else
using Socket = int;
#endif
constexpr Socket kNoSocket = static_cast<Socket>(-1);

struct Listening
{
    Socket socket = kNoSocket;
    int port = 0;
};

/// Listens on a free port of 127.0.0.1. A client that hangs up raises no signal from here on.
[[nodiscard]] Listening listenOnLoopback();

/// kNoSocket when nobody came within `patience`. The accepted socket does not block.
[[nodiscard]] Socket acceptWithin(Socket listener, std::chrono::milliseconds patience);

enum class Readiness { ToRead, ToWrite };

/// Waits until the socket can go on, `patience` at most.
void waitUntilReady(Socket socket, Readiness readiness, std::chrono::milliseconds patience);

[[nodiscard]] int receive(Socket socket, char *data, int size);
[[nodiscard]] int sendTo(Socket socket, const char *data, int size);
/// After a call of the two above that returned less than 0: it would have had to wait.
[[nodiscard]] bool mustWait();
void closeSocket(Socket socket);

} // namespace sk::test
