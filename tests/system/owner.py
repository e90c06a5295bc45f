# SPDX-License-Identifier: GPL-3.0-or-later
"""One process owns an open profile; others work through it, take over when it is gone, and are never stuck."""
import concurrent.futures
import glob
import json
import os
import signal
import socket
import struct
import threading
import time

import sk


def slow_profile(env, orders=3000, rate_scale=60):
    """A profile whose sync takes long: Amazon's rate limit lets a page through every few seconds."""
    simulator = sk.Simulator(env, orders=orders, enforce=True, rate_scale=rate_scale)
    connection = env.connect(simulator)
    return simulator, connection


def start_sync(env, simulator, pages=2):
    running = env.start("sync", "p")
    sk.wait_for(lambda: simulator.requests("searchOrders") >= pages, 40, "the sync's first pages", 0.1)
    return running


def stuck_sync(env, simulator, which):
    """A sync that waits for an answer whose body does not end for 30 s."""
    slow_answers = lambda: sum("slow-body" in record["faults"] for record in simulator.stats()["log"])
    simulator.fault("slow-body", value=30, times=0, **which)
    before = slow_answers()
    running = env.start("sync", "p")
    sk.wait_for(lambda: slow_answers() > before, 40, "the slow answer", 0.05)
    return running


def test_status_while_syncing(env):
    simulator, connection = slow_profile(env)
    running = start_sync(env, simulator)
    slowest = 0.0
    for command in (["status", "p"], ["connections", "p"], ["retention", "show", "p"], ["audit", "list", "p"], ["audit", "verify", "p"],
                    ["feature", "list", "p", "--connection", connection]):
        answer = env.run(*command).expect()
        slowest = max(slowest, answer.seconds)
    rows = env.run("status", "p").expect().data_set("orders")["rows"]
    assert 0 < rows < 3000, rows
    os.chdir(env.work)
    env.run("export", "p", "--data-set", "orders", "--format", "csv", "--output", "relative.csv").expect()
    assert os.path.getsize(os.path.join(env.work, "relative.csv")) > 1000
    env.run("sync", "p").expect(1, "profile_busy")
    env.run("status", "p", passphrase="wrong").expect(4, "wrong_passphrase")
    assert running.process.poll() is None, "the sync ended too early for this test"
    running.end()
    running.wait(5, parse=not running.windows)
    return f"slowest answer {slowest:.1f} s"


def test_disconnect_while_syncing(env):
    simulator, connection = slow_profile(env)
    running = start_sync(env, simulator)
    answer = env.run("disconnect", "p", "--connection", connection).expect()
    after = simulator.stats()["requests"]
    running.wait(20)
    time.sleep(1.5)
    sk.equal(simulator.stats()["requests"], after, "not one further request after the disconnect")
    before = simulator.stats()["requests"]
    env.run("sync", "p")
    assert simulator.stats()["requests"] == before, "a disconnected account was asked"
    state = next(c for c in env.run("connections", "p").expect()["connections"] if c["id"] == connection)
    sk.equal(state["state"], "disconnected")
    loot = env.attack("query", env.profile_folder(), "pii", "SELECT count(*) FROM sealed_value")
    sk.equal(loot["rows"], ["0"])
    env.run("disconnect", "p", "--connection", connection, "--purge", "now").expect()
    sk.equal(env.run("connections", "p").expect()["connections"], [])
    return f"disconnect answered in {answer.seconds:.1f} s"


def test_stopped_owner(env):
    simulator, _ = slow_profile(env)
    running = start_sync(env, simulator)
    running.signal(signal.SIGSTOP)
    try:
        answer = env.run("status", "p", timeout=30).expect(1, "profile_busy")
        assert str(running.pid) in answer.message, answer
        assert answer.seconds < 12, answer.seconds
    finally:
        running.signal(signal.SIGCONT)
    env.run("status", "p").expect()
    running.signal(signal.SIGKILL)
    running.wait()
    took = env.run("status", "p").expect()
    return f"busy after {answer.seconds:.1f} s; after kill -9 taken over in {took.seconds:.1f} s"


def test_interrupted_sync_resumes(env):
    simulator = sk.Simulator(env, orders=1200)
    env.connect(simulator)
    slowest = 0.0
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGINT):
        running = stuck_sync(env, simulator, {})
        start = time.monotonic()
        running.signal(number)
        answer = running.wait(10).expect(1, "cancelled")
        slowest = max(slowest, time.monotonic() - start)
        simulator.clear_faults()
        # some pages, then interrupted again
        running = stuck_sync(env, simulator, {"from": 4})
        start = time.monotonic()
        running.signal(number)
        running.wait(10)
        slowest = max(slowest, time.monotonic() - start)
        simulator.clear_faults()
    env.run("sync", "p").expect()
    sk.equal(len(env.export()), len(simulator.expected()), "orders after resuming")
    assert env.run("audit", "verify", "p").expect()["intact"]
    assert slowest < 1.5, f"{slowest:.2f} s to stop"
    return f"slowest stop {slowest:.2f} s"


def test_interrupted_before_and_after_work(env):
    """A signal is obeyed at any moment: while standard input is read, while keys are derived, while an owner is asked."""
    simulator, _ = slow_profile(env)
    reader, writer = os.pipe()
    running = env.start("connect", "p", "--region", "na", *simulator.endpoint(), stdin=reader)
    time.sleep(1.0)
    running.signal(signal.SIGTERM)
    try:
        running.wait(2.5)
    except AssertionError as stuck:
        raise AssertionError("SIGTERM is not obeyed while `connect` reads standard input") from stuck
    finally:
        os.close(writer)
        os.close(reader)
    for delay in (0.02, 0.05, 0.1, 0.2, 0.3, 0.5):
        running = env.start("sync", "p")
        time.sleep(delay)
        start = time.monotonic()
        running.signal(signal.SIGINT)
        running.wait(5)
        assert time.monotonic() - start < 1.6, f"after {delay} s"
    owner = start_sync(env, simulator)
    owner.signal(signal.SIGSTOP)
    running = env.start("status", "p")
    time.sleep(0.8)
    running.signal(signal.SIGINT)
    start = time.monotonic()
    running.wait(5)
    owner.signal(signal.SIGCONT)
    owner.signal(signal.SIGTERM)
    owner.wait(5)
    assert time.monotonic() - start < 2.5


def test_many_at_once(env):
    """Commands that find an owner on its way out ask again instead of failing."""
    simulator = sk.Simulator(env, orders=100)
    env.connect(simulator)
    count = sk.number("SK_CROWD", 24)
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda i: env.run("status", "p") if i % 5 else env.run("sync", "p"), range(count)))
    wrong = [answer for answer in answers if answer.code != 0 and "a sync is running" not in answer.message]
    assert not wrong, f"{len(wrong)} of {count} failed, the first: {wrong[0]}"
    sk.equal(len(env.export()), 100, "orders")
    assert env.run("audit", "verify", "p").expect()["intact"]
    return f"{count} commands, 6 at a time"


def frame(payload):
    """A message on the owner's socket: its length in 32 bits, big-endian, and so many bytes."""
    return struct.pack(">I", len(payload)) + payload


GREETING = 4 + 32 + 16  # length, shape, nonce
OWNER_GREETING = GREETING + 16  # and the proof


class Impostor(threading.Thread):
    """Listens on the owner's socket and answers the greeting without knowing the key."""

    def __init__(self, path):
        super().__init__(daemon=True)
        self.server = socket.socket(socket.AF_UNIX)
        if os.path.exists(path):
            os.unlink(path)
        self.server.bind(path)
        self.server.listen()
        self.heard = []

    def run(self):
        while True:
            client, _ = self.server.accept()
            client.settimeout(3)
            try:
                greeting = client.recv(65536)
                self.heard.append(greeting)
                shape = greeting[4:36]
                client.sendall(frame(shape + b"\x11" * 16 + b"\x22" * 16))
                client.sendall(frame(struct.pack(">IB", 0, 0)))  # Welcome
                self.heard.append(client.recv(65536))
            except OSError:
                pass
            client.close()


def test_impostor_on_the_socket(env):
    simulator, _ = slow_profile(env)
    running = start_sync(env, simulator)
    path = os.path.join(env.profile_folder(), "owner.sock")
    if not os.path.exists(path):
        raise sk.Skip("the owner listens elsewhere: " + str(glob.glob(env.root + "/**/*.sock", recursive=True)))
    sk.equal(oct(os.stat(path).st_mode & 0o077), "0o0", "rights of the socket")
    impostor = Impostor(path)
    impostor.start()
    answer = env.run("connect", "p", "--region", "na", *simulator.endpoint(), input=simulator.credentials)
    answer.expect(1, "profile_busy")
    assert str(running.pid) in answer.message and "is not who listens on its socket" in answer.message, answer
    sk.equal(sum(map(len, impostor.heard)), GREETING, "bytes the impostor heard")
    for secret in json.loads(simulator.credentials).values():
        assert secret.encode() not in b"".join(impostor.heard), "a secret went to the impostor"
    running.end()
    running.wait(5, parse=not running.windows)


def test_stranger_asks_the_owner(env):
    """Who does not know the key gets nothing out of the owner, and cannot hurt it."""
    sk.need_posix(env, "named pipes of Wine cannot be opened from here")
    simulator, _ = slow_profile(env)
    running = start_sync(env, simulator)
    path = os.path.join(env.profile_folder(), "owner.sock")
    shape, nonce = b"\x07" * 32, b"\x08" * 16
    call = frame(struct.pack(">QQ", 1, 0))
    words = [b"", b"\0", b"{}\n", frame(b""), frame(shape), frame(shape + nonce), frame(shape + nonce) + frame(b"\x09" * 16),
             frame(shape + nonce) + frame(b"\x09" * 16) + call, frame(shape + nonce) + call, call * 3, frame(shape + nonce + b"\0"),
             b"\xff" * 70000, b"x" * (3 << 20), struct.pack(">I", 0xFFFFFFFF), struct.pack(">I", 250) + b"y" * 249]
    for word in words:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(3)
            client.connect(path)
            got = b""
            try:
                client.sendall(word)
                client.shutdown(socket.SHUT_WR)
                while piece := client.recv(65536):
                    got += piece
            except OSError:
                pass
            assert len(got) in (0, OWNER_GREETING), f"{word[:80]!r}: {got!r}"
    silent = []
    for _ in range(40):  # a crowd that says nothing
        silent.append(socket.socket(socket.AF_UNIX))
        silent[-1].settimeout(2)
        silent[-1].connect(path)
    env.run("status", "p").expect()
    for client in silent:
        client.close()
    assert running.process.poll() is None
    running.end()
    running.wait(5, parse=not running.windows)


def test_long_folder(env):
    """A folder whose name does not fit a socket address works all the same."""
    simulator = sk.Simulator(env, orders=1500, enforce=True, rate_scale=60)
    env.data = os.path.join(env.home, "x" * 60, "yy" * 20)
    os.makedirs(env.data)
    env.connect(simulator)
    running = start_sync(env, simulator)
    env.run("status", "p").expect()
    running.end()
    running.wait(5, parse=not running.windows)


def test_killed_owner_leaves_no_trap(env):
    simulator = sk.Simulator(env, orders=300)
    env.connect(simulator)
    running = stuck_sync(env, simulator, {})
    running.signal(signal.SIGKILL)
    running.wait()
    simulator.clear_faults()
    first = env.run("status", "p").expect()
    # a lock file that names a living process which is not ours
    lock = os.path.join(env.profile_folder(), "owner.lock")
    with open(lock, "w") as file:
        file.write(f"{os.getpid()}\nsellerkeep-cli\n{socket.gethostname()}\n")
    second = env.run("status", "p", timeout=30)
    os.unlink(lock) if os.path.exists(lock) else None
    env.run("sync", "p").expect()
    return f"after kill -9: {first.seconds:.1f} s; with a stale lock of a reused process id: exit {second.code} {second.kind or ''}"


def owner_pid(env):
    """The process that holds the profile's lock; 0 while none does."""
    try:
        with open(os.path.join(env.profile_folder(), "owner.lock"), encoding="utf-8") as file:
            return int(file.readline())
    except (OSError, ValueError):
        return 0


def lines_to_the_owner(env):
    """Connections that the owner's socket has: accepted ones carry the name it was bound to, inside the folder."""
    with open("/proc/net/unix", encoding="utf-8") as file:
        rows = [line.split() for line in file]
    return sum(len(row) > 7 and row[5] == "03" and row[7].startswith(env.profile_folder()) for row in rows)


def test_window_is_a_client_and_takes_over(env):
    """A window on a profile that a sync has open works through it; when the sync ends or dies, the window goes on."""
    sk.need_posix(env, "who is connected is read from /proc; desktop_shared_profile tries the same")
    simulator, _ = slow_profile(env)
    running = start_sync(env, simulator)
    window = env.window()
    sk.wait_for(lambda: lines_to_the_owner(env) > 0, 20, "the window's line to the owner", 0.05)
    sk.equal(owner_pid(env), running.pid)
    start = time.monotonic()
    running.signal(signal.SIGINT)
    running.wait(5).expect(1, "cancelled")
    sk.wait_for(lambda: owner_pid(env) == window.pid, 20, "the window to take over", 0.02)
    took = time.monotonic() - start
    env.run("status", "p").expect()
    sk.equal(owner_pid(env), window.pid)
    # and the other way round: the window dies in the middle of what it does for a command
    running = start_sync(env, simulator, simulator.requests("searchOrders") + 2)
    window.signal(signal.SIGKILL)
    window.wait()
    answer = running.wait(10).expect(1, "profile_busy")
    assert str(window.pid) in answer.message and "ended at work" in answer.message, answer
    assert env.run("audit", "verify", "p").expect()["intact"]
    return f"taken over within {took:.1f} s"


def test_owner_killed_under_readers(env):
    """kill -9 of the owner while others ask it: whoever only reads gets its answer, from whoever owns the profile next."""
    sk.need_posix(env, "who is connected is read from /proc; desktop_shared_profile tries the same")
    simulator, _ = slow_profile(env)
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        for _ in range(sk.number("SK_ROUNDS", 4)):
            running = start_sync(env, simulator, simulator.requests("searchOrders") + 1)
            readers = [pool.submit(env.run, *command) for command in
                       (["status", "p"], ["audit", "verify", "p"], ["connections", "p"], ["audit", "list", "p"], ["retention", "show", "p"])]
            sk.wait_for(lambda: lines_to_the_owner(env) > 0, 20, "a reader at the owner", 0.005)
            running.signal(signal.SIGKILL)
            running.wait()
            for reader in readers:
                reader.result().expect()
    assert env.run("audit", "verify", "p").expect()["intact"]


def test_commands_through_a_window(env):
    sk.need_posix(env, "who is connected is read from /proc; desktop_shared_profile tries the same")
    simulator = sk.Simulator(env, orders=300)
    connection = env.connect(simulator)
    window = env.window()
    sk.wait_for(lambda: owner_pid(env) == window.pid and os.path.exists(os.path.join(env.profile_folder(), "owner.sock")), 20,
                "the window to open the profile")
    env.run("sync", "p").expect()
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    env.run("retention", "set", "p", "pii.days=14").expect()
    sk.equal(len(env.export()), 300, "orders")
    env.run("disconnect", "p", "--connection", "c0000").expect(3, "not_found")
    env.run("connect", "p", "--region", "na", *simulator.endpoint(), input=simulator.credentials).expect()
    sk.equal(len(env.run("connections", "p").expect()["connections"]), 2)
    env.run("profile", "delete", "p", "--confirm", "p").expect(1, "profile_busy")
    sk.equal(owner_pid(env), window.pid)
    window.signal(signal.SIGTERM)
    window.process.wait(10)
    env.run("status", "p").expect()


if __name__ == "__main__":
    sk.main(globals())
