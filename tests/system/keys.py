# SPDX-License-Identifier: GPL-3.0-or-later
"""Ages of credentials and keys, renewal of the profile's keys, a suspected leak: by the command line, also while killed."""
import os
import random
import signal
import time

import sk

ORDERS = 300


def fresh(env, addresses=True):
    simulator = sk.Simulator(env, "--history-days", "20", "--merchant-share", "0.8", orders=ORDERS)
    connection = env.connect(simulator)
    if addresses:
        env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    env.run("sync", "p").expect()
    return simulator, connection


def ages(run, **more):
    return {row["kind"]: row["state"] for row in run.run("keys", "show", "p", **more).expect()["credentials"]}


def test_rotate_keeps_everything(env):
    simulator, connection = fresh(env)
    before = env.run("status", "p").expect()
    sealed = before["pii"]["sealed_rows"]
    assert sealed > 0, before
    told = env.run("keys", "rotate", "p").expect()
    sk.equal((told["resealed"], told["dropped"]), (sealed, 0))
    sk.equal(len(env.export()), ORDERS)
    sk.equal(env.run("status", "p").expect()["pii"]["sealed_rows"], sealed)
    assert env.run("audit", "verify", "p").expect()["intact"]
    sk.equal(len(env.run("audit", "list", "p", "--operation", "keys.rotated").expect()["entries"]), 1)
    env.run("sync", "p").expect()
    return f"{sealed} values sealed anew"


def test_ages_are_told(env):
    sk.need_faketime()
    fresh(env, False)
    sk.equal(ages(env), {"profile-keys": "fresh", "client-secret": "fresh", "authorisation": "fresh"})
    later = ages(env, env=sk.clock("+50d"))
    sk.equal(later["client-secret"], "fresh")
    later = ages(env, env=sk.clock("+100d"))
    sk.equal(later, {"profile-keys": "remind", "client-secret": "remind", "authorisation": "fresh"})
    warned = env.run("status", "p", env=sk.clock("+100d")).expect()["warnings"]
    assert any("keys rotate" in warning for warning in warned), warned
    assert any("client secret was entered" in warning for warning in warned), warned


def test_leak_is_walked_through(env):
    simulator, connection = fresh(env)
    env.run("leak", "p", "--connection", "nobody").expect(3, "not_found")
    told = env.run("leak", "p", "--connection", connection).expect()
    steps = {step["step"]: step["done"] for step in told["suspected"][0]["steps"]}
    sk.equal(steps, {"rotate-keys": True, "revoke-authorisation": False, "new-client-secret": False, "new-authorisation": False})
    sk.equal(env.run("status", "p").expect()["pii"]["sealed_rows"], 0)
    simulator.fault("revoked-refresh-token", times=0)
    env.run("sync", "p").expect(5, "authorisation_revoked")
    shown = env.run("connections", "p").expect()["connections"][0]
    assert {"step": "revoke-authorisation", "done": True} in [
        {"step": step["step"], "done": step["done"]} for step in shown["leak"]["steps"]], shown
    assert shown["purge_on"], shown
    simulator.clear_faults()
    env.run("connect", "p", "--region", "na", *simulator.endpoint(), input=simulator.credentials).expect()
    shown = env.run("connections", "p").expect()["connections"][0]
    sk.equal((shown["state"], shown["purge_on"]), ("active", None))
    assert "leak" in shown, "the same credentials again end no leak"
    env.run("sync", "p").expect()
    assert env.run("status", "p").expect()["pii"]["sealed_rows"] > 0, "what was given up is fetched again"
    assert simulator.credentials.decode() not in str(shown)


def test_killed_while_rotating(env):
    simulator, connection = fresh(env)
    chance = random.Random(sk.number("SK_SEED", 7))
    started = time.monotonic()
    env.run("keys", "rotate", "p").expect()
    takes = time.monotonic() - started
    hit = 0
    for _ in range(sk.number("SK_KILLS", 25)):
        running = env.start("keys", "rotate", "p")
        time.sleep(chance.uniform(0, takes))
        hit += running.process.poll() is None
        running.signal(signal.SIGKILL)
        running.process.wait()
        sk.equal(env.run("status", "p").expect()["data_sets"][0]["rows"] > 0, True)
    assert hit > 5, hit
    sk.equal(len(env.export()), ORDERS)
    assert env.run("audit", "verify", "p").expect()["intact"]
    left = sorted(name for name in os.listdir(env.profile_folder()) if ".new" in name)
    sk.equal(left, [])
    return f"{hit} kills"


if __name__ == "__main__":
    sk.main(globals())
