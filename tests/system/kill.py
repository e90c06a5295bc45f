# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments; then every order is there once, the amounts are right and the audit log is whole.
SK_KILLS=200 is the full run (three to six minutes); the usual one is shorter."""
import collections
import os
import random
import signal
import time

import expiry
import sk
import volume


def kill_after(running, seconds):
    """True when it was still working."""
    time.sleep(seconds)
    alive = running.process.poll() is None
    running.signal(signal.SIGKILL)
    running.process.wait()
    return alive


def connected_again(env, simulator):
    connection = env.connect(simulator, "p", False)
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    return connection


def test_killed_syncs(env):
    kills = sk.number("SK_KILLS", 100)
    chance = random.Random(sk.number("SK_SEED", 7))
    quiet_after = volume.iso(-300)
    # a page takes about 90 ms, so that a sync is longer than any of the pauses
    simulator = sk.Simulator(env, "--history-days", "600", "--merchant-share", "0.6", orders=4000, enforce=True, rate_scale=2000)
    env.run("profile", "create", "p").expect()
    connection = connected_again(env, simulator)
    hit, rounds, finished = 0, 0, 0
    moments = collections.Counter()
    while hit < kills and rounds < kills * 3:
        rounds += 1
        running = env.start("sync", "p")
        if chance.random() < 0.8:  # most in the middle of the work, the others while it starts
            end = time.monotonic() + 10
            while not running.err() and running.process.poll() is None and time.monotonic() < end:
                time.sleep(0.002)
        if kill_after(running, chance.uniform(0, 0.25)):
            hit += 1
            moments["progressed" if running.err() else "starting"] += 1
        else:
            finished += 1
            if len(env.export()) >= 4000:  # from the start again
                env.run("disconnect", "p", "--connection", connection, "--purge", "now").expect()
                connection = connected_again(env, simulator)
        if rounds % 25 == 0:
            assert env.run("audit", "verify", "p").expect()["intact"]
    env.run("sync", "p", timeout=200).expect()
    assert env.run("audit", "verify", "p").expect()["intact"]
    rows = env.export()
    sk.equal(len({row["order_id"] for row in rows}), len(rows), "an order twice")
    missing = {order["order_id"] for order in simulator.expected()} - {row["order_id"] for row in rows}
    sk.equal(missing, set(), "orders lost")
    equal = volume.compare_orders(rows, simulator.expected(), quiet_after)
    calls = volume.audit_calls(env)
    served = simulator.stats()["byOperation"]["searchOrders"]
    assert calls["searchOrders"] <= served, (calls, served)
    values = env.attack("decrypt", env.profile_folder(), *(os.path.join(env.profile_folder(), name) for name in ("pii.db", "secrets.sealed", "slots")))
    sk.equal(len(values["values"]), values["rows"], "sealed values that open")
    return (f"{hit} kills in {rounds} runs ({dict(moments)}, {finished} finished), {len(rows)} orders, {equal} compared to the cent, "
            f"{served - calls['searchOrders']} answered calls died with the process, {values['rows']} sealed values readable")


def test_killed_expiries(env):
    """kill -9 while PII expires: each time the attacker reads no value past its day."""
    sk.need_faketime()
    kills = sk.number("SK_EXPIRY_KILLS", 8)
    chance = random.Random(3)
    simulator, _ = expiry.with_addresses(env, orders=400)
    before = expiry.copy_of(env, "before")
    total = expiry.decrypted(env, before)["rows"]
    simulator.stop()
    killed = 0
    for round_ in range(kills):
        running = env.start("expire", "p", env=sk.clock(f"+{12 + round_}d"))
        killed += kill_after(running, chance.uniform(0.15, 0.6))
    left = env.run("status", "p", env=sk.clock(f"+{12 + kills}d")).expect()["pii"]["sealed_rows"]
    after = expiry.copy_of(env, "after")
    sk.equal(len(expiry.decrypted(env, before, secrets=after)["values"]), left, "values read by an attacker and values allowed")
    running = env.start("expire", "p", env=sk.clock("+31d"))
    kill_after(running, 0.3)
    env.run("status", "p", env=sk.clock("+31d")).expect()
    last = expiry.copy_of(env, "last")
    sk.equal(expiry.decrypted(env, before, secrets=last)["values"], [])
    assert env.run("audit", "verify", "p", env=sk.clock("+31d")).expect()["intact"]
    return f"{killed} of {kills} killed; {total} values, {left} left on day {12 + kills}, 0 on day 31"


def test_killed_while_changing_the_profile(env):
    """kill -9 during profile create, connect, feature and disconnect: afterwards each works, and nothing half-made is listed."""
    simulator = sk.Simulator(env, orders=30)
    chance = random.Random(5)
    for round_ in range(sk.number("SK_CHANGE_KILLS", 5)):
        name = f"n{round_}"
        kill_after(env.start("profile", "create", name), chance.uniform(0.02, 0.5))
        listed = env.run("profile", "list").expect()["profiles"]
        if name not in listed:
            env.run("profile", "create", name).expect()
        kill_after(env.start("connect", name, "--region", "na", *simulator.endpoint(), input=simulator.credentials), chance.uniform(0.1, 0.7))
        connections = env.run("connections", name).expect()["connections"]
        if not connections:
            env.run("connect", name, "--region", "na", *simulator.endpoint(), input=simulator.credentials).expect()
            connections = env.run("connections", name).expect()["connections"]
        sk.equal(len(connections), 1, "connections")
        kill_after(env.start("disconnect", name, "--connection", connections[0]["id"]), chance.uniform(0.1, 0.6))
        env.run("disconnect", name, "--connection", connections[0]["id"]).expect()
        assert env.run("audit", "verify", name).expect()["intact"]
        env.run("profile", "delete", name, "--confirm", name).expect()
    sk.equal(env.run("profile", "list").expect()["profiles"], [])
    sk.equal(os.listdir(os.path.join(env.data, "profiles")), [], "folders left over")


if __name__ == "__main__":
    sk.main(globals())
