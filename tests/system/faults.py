# SPDX-License-Identifier: GPL-3.0-or-later
"""Every fault of the sample Amazon: the right exit code and words, nothing lost, and running again completes."""
import datetime
import re

import sk

ORDERS = 400


def after_fault(env, simulator, expected=None):
    """Clears the faults, syncs again and counts."""
    simulator.clear_faults()
    again = env.run("sync", "p").expect()
    rows = env.export()
    sk.equal(len({row["order_id"] for row in rows}), len(rows))
    missing = {order["order_id"] for order in simulator.expected()} - {row["order_id"] for row in rows}
    sk.equal(missing, set(), "orders lost")
    assert env.run("audit", "verify", "p").expect()["intact"]
    return again


def fresh(env, *more, **options):
    simulator = sk.Simulator(env, *more, **{"orders": ORDERS, **options})
    return simulator, env.connect(simulator)


def passing(kind, **fault):
    """A fault that goes away by itself within one sync."""
    def test(env):
        simulator, _ = fresh(env)
        simulator.fault(kind, **{"from": 3, **fault})
        answer = env.run("sync", "p", timeout=120).expect()
        faults = sum(kind in record["faults"] for record in simulator.stats()["log"])
        assert faults >= 1, "the fault never happened"
        rows = len(env.export())
        sk.equal(rows, len(simulator.expected()), "orders")
        audited = env.run("audit", "list", "p", "--operation", "searchOrders").expect()["entries"]
        outcomes = sorted({entry["outcome"] for entry in audited})
        after_fault(env, simulator)
        return f"{faults} times, {answer.seconds:.1f} s, {outcomes}"
    return test


def lasting(kind, code, words, again=True, error=None, **fault):
    """A fault that stays: the sync ends with `code` and a message that says what to do; later it completes."""
    def test(env):
        simulator, connection = fresh(env)
        simulator.fault(kind, **{"times": 0, "from": 3, **fault})
        answer = env.run("sync", "p", timeout=200)
        assert answer.code in code, answer
        assert error is None or answer.kind == error or answer["error"].get("cause") == error, answer
        assert re.search(words, answer.message, re.I), answer.message
        human = env.run("sync", "p", as_json=False, timeout=200)
        assert human.code in (*code, 6, 5), human
        assert b"error: " in human.err, human
        if again:
            after_fault(env, simulator)
        return f"exit {answer.code} {answer.kind}/{answer['error'].get('cause')}, {answer.seconds:.1f} s, {answer.message[:90]}"
    return test


test_throttled_three_times = passing("throttle", times=3)
test_server_error_once = passing("server-error", times=1)
test_unavailable_once = passing("unavailable", times=2)
test_html_page_once = passing("html-200", times=1)
test_truncated_once = passing("truncated", times=1)
test_cut_json_once = passing("cut-json", times=1)
test_dropped_once = passing("dropped", times=2)
test_revoked_access_token = passing("revoked-access-token", times=1)
test_refused_page_token = passing("refused-page-token", times=1, **{"from": 1})
test_gzip = passing("gzip", times=0)
test_wrong_date = passing("wrong-date", times=0, value=5)
test_wrong_date_behind = passing("wrong-date", times=0, value=-30)
test_unknown_values = passing("unknown-values", times=0, **{"from": 1})
test_repeated_page = lasting("repeated-page", (7, 1), "page", error="pagination_loop", **{"from": 2})
test_html_400 = lasting("html-400", (1, 6, 7), "")
test_missing_role = lasting("missing-role", (5, 7), "role", error="role_missing")
test_redirect = lasting("redirect", (6, 7), "another address", error="redirect_refused")


def test_throttle_storm(env):
    """429 without an end: the program gives up politely within a bounded time, or waits and can be interrupted."""
    simulator, _ = fresh(env)
    simulator.fault("throttle", times=0, **{"from": 3})
    running = env.start("sync", "p")
    sk.wait_for(lambda: simulator.stats()["throttled"] >= 4 or running.process.poll() is not None, 60, "the wall of 429", 0.1)
    running.signal(2)
    answer = running.wait(5)
    assert answer.code in (1, 6, 7), answer
    again = after_fault(env, simulator)
    entries = env.run("audit", "list", "p", "--operation", "searchOrders").expect()["entries"]
    refused = sorted(datetime.datetime.fromisoformat(e["time"].replace("Z", "+00:00")) for e in entries if e["http_status"] == 429)
    pauses = [(later - earlier).total_seconds() for earlier, later in zip(refused, refused[1:])]
    assert len(pauses) >= 3, pauses
    assert all(pause >= 0.9 for pause in pauses), f"asked again too soon: {pauses}"
    assert pauses[2] > pauses[0], f"the pauses do not grow: {pauses}"
    return f"exit {answer.code} {answer.kind}; again {again.seconds:.1f} s, {len(refused)} 429s audited, pauses {pauses}"


def test_revoked_refresh_token(env):
    simulator, connection = fresh(env, "--token-lifetime", "3600")
    env.run("sync", "p").expect()
    simulator.fault("revoked-refresh-token", times=0)
    answer = env.run("sync", "p").expect(5, "authorisation_revoked")
    state = env.run("connections", "p").expect()["connections"][0]["state"]
    assert state != "active", state
    warned = env.run("status", "p").expect()
    assert any("uthori" in warning for warning in warned["warnings"]), warned
    sk.equal(len(env.export()), ORDERS, "stored data is kept")
    before = simulator.stats()["requests"]
    env.run("sync", "p").expect(5)
    sk.equal(simulator.stats()["requests"], before, "a revoked authorisation is not tried again and again")
    env.run("connect", "p", "--region", "na", *simulator.endpoint(), input=simulator.credentials).expect(5, "authorisation_revoked")
    simulator.clear_faults()
    return f"{answer.message[:80]}; state {state}"


def test_reauthorise(env):
    """After a revoked authorisation the user connects again, and the data go on where they stopped."""
    simulator, connection = fresh(env)
    env.run("sync", "p").expect()
    simulator.fault("revoked-refresh-token", times=0)
    env.run("sync", "p").expect(5)
    simulator.clear_faults()
    again = env.run("connect", "p", "--region", "na", *simulator.endpoint(), input=simulator.credentials).expect()
    sk.equal(again["connection"], connection)
    env.run("sync", "p").expect()
    sk.equal(len(env.export()), ORDERS)
    connections = env.run("connections", "p").expect()["connections"]
    sk.equal([(c["id"], c["state"]) for c in connections], [(connection, "active")])
    return f"{ORDERS} orders, one connection"


def test_expired_secret(env):
    simulator, _ = fresh(env)
    simulator.fault("expired-secret", times=0)
    answer = env.run("sync", "p").expect(5, "client_secret_expired")
    assert "180" in answer.message or "otate" in answer.message
    return answer.message[:90]


def test_wrong_credentials(env):
    simulator = sk.Simulator(env, orders=10)
    env.run("profile", "create", "p").expect()
    good = sk.json.loads(simulator.credentials)
    told = []
    for name in good:
        wrong = {**good, name: good[name][:-4] + "zzzz"}
        answer = env.run("connect", "p", "--region", "na", *simulator.endpoint(), input=sk.json.dumps(wrong).encode())
        assert answer.code == 5, answer
        for value in wrong.values():
            assert value not in answer.text, "a secret in the message"
        told.append(answer.kind)
    sk.equal(env.run("connections", "p").expect()["connections"], [])
    return told


def test_new_refresh_token(env):
    """Amazon hands out a new refresh token and the old one dies: it is kept, also over a restart."""
    simulator, _ = fresh(env)
    simulator.fault("new-refresh-token", value=1, times=1)
    env.run("sync", "p").expect()
    env.run("sync", "p").expect()
    sk.equal(len(env.export()), ORDERS)


def test_token_unavailable(env):
    simulator, _ = fresh(env)
    simulator.fault("token-unavailable", times=2)
    answer = env.run("sync", "p", timeout=120)
    assert answer.code in (0, 6), answer
    after_fault(env, simulator)
    return f"exit {answer.code} {answer.kind or ''} after {answer.seconds:.1f} s"


def test_server_gone(env):
    simulator, _ = fresh(env)
    simulator.process.kill()
    simulator.process.wait()
    answer = env.run("sync", "p", timeout=120).expect(6, "offline")
    env.run("status", "p").expect()
    return f"{answer.seconds:.1f} s: {answer.message[:60]}"


def test_server_dies_in_the_middle(env):
    simulator, _ = fresh(env, orders=3000, enforce=True, rate_scale=300)
    running = env.start("sync", "p")
    sk.wait_for(lambda: simulator.requests("searchOrders") > 6, 30, "pages", 0.1)
    simulator.process.kill()
    simulator.process.wait()
    answer = running.wait(120)
    assert answer.code == 7, answer
    kept = len(env.export())
    assert kept >= 500, kept
    return f"exit 7 after {answer.seconds:.1f} s, {kept} orders kept"


def test_slow_body(env):
    simulator, _ = fresh(env)
    simulator.fault("slow-body", value=3, times=1, **{"from": 3})
    env.run("sync", "p").expect()
    sk.equal(len(env.export()), ORDERS)


def test_two_accounts_one_fails(env):
    """Exit 7: what works is stored, what fails is named."""
    first = sk.Simulator(env, orders=120)
    second = sk.Simulator(env, "--seed", "2", orders=130)
    env.connect(first)
    env.run("connect", "p", "--region", "na", *second.endpoint(), input=second.credentials).expect()
    second.fault("revoked-refresh-token", times=0)
    answer = env.run("sync", "p").expect(7, "partial")
    assert answer["error"].get("cause") == "authorisation_revoked", answer
    sk.equal(len(env.export()), 120, "orders of the account that works")
    return answer.text[:300]


def test_many_faults_together(env):
    """A bad day at Amazon."""
    simulator, _ = fresh(env, orders=1500)
    for number, kind in enumerate(("throttle", "server-error", "dropped", "cut-json", "revoked-access-token", "truncated", "unavailable", "html-200")):
        simulator.fault(kind, times=2, **{"from": 3 + 2 * number})
    codes = []
    for _ in range(4):
        answer = env.run("sync", "p", timeout=120)
        codes.append(answer.code)
        if answer.code == 0:
            break
    sk.equal(len(env.export()), 1500, f"orders after {codes}")
    assert env.run("audit", "verify", "p").expect()["intact"]
    return codes


if __name__ == "__main__":
    sk.main(globals())
