# SPDX-License-Identifier: GPL-3.0-or-later
"""The access doctor against every fault of the sample Amazon: the right verdict, the right exit code, nothing changed that may
pass by itself, nothing in the report that is a secret or a buyer's."""
import json
import signal
import time

import sk

ORDERS = 60
SIGN_IN, MARKETPLACES, SEARCH, GET_ORDER, CLOCK = "sign-in", "getMarketplaceParticipations", "searchOrders", "getOrder", "clock"


def fresh(env, **options):
    simulator = sk.Simulator(env, orders=ORDERS, **options)
    return simulator, env.connect(simulator)


def doctor(world, connection, **more):
    return world.run("doctor", "p", "--connection", connection, **more)


def verdicts(answer):
    return {check["name"]: check["verdict"] for check in answer["checks"]}


def check(answer, name):
    return next(row for row in answer["checks"] if row["name"] == name)


def state(env):
    return env.run("connections", "p").expect()["connections"][0]["state"]


def audited(env, operation):
    return env.run("audit", "list", "p", "--operation", operation).expect()["entries"]


def clean(simulator, *texts):
    """No secret, no order, nothing of a buyer."""
    forbidden = list(json.loads(simulator.credentials).values()) + [order["order_id"] for order in simulator.expected()]
    forbidden += [value for value in simulator.planted() if len(value) > 5]
    for text in texts:
        for word in forbidden + ["Atza|", "Atzr|", "CANARY"]:
            assert word not in text, f"{word!r} in the report: {text}"


def test_all_is_well(env):
    """Each call once, every one audited, no row stored; nothing to fear from the report."""
    simulator, connection = fresh(env)
    before = simulator.stats()["byOperation"]
    told = doctor(env, connection).expect()
    sk.equal(verdicts(told), {name: "fine" for name in (SIGN_IN, MARKETPLACES, SEARCH, CLOCK)})
    after = simulator.stats()["byOperation"]
    sk.equal({name: after.get(name, 0) - before.get(name, 0) for name in ("token", MARKETPLACES, SEARCH, GET_ORDER)},
             {"token": 1, MARKETPLACES: 1, SEARCH: 1, GET_ORDER: 0})
    search = next(record for record in simulator.stats()["log"] if record["operation"] == SEARCH)
    assert "includedData" not in json.dumps(search), search
    sk.equal(len(audited(env, "connection.tested")), 1)
    sk.equal(len(audited(env, SEARCH)), after[SEARCH], "audited calls")
    sk.equal(len(audited(env, MARKETPLACES)), after[MARKETPLACES], "audited calls")
    sk.equal(env.export(), [], "rows")
    human = doctor(env, connection, as_json=False).expect()
    for word in (SIGN_IN, MARKETPLACES, "Amazon answered as it should", "agrees with Amazon's", connection):
        assert word in human.text, human
    clean(simulator, told.text, human.text, human.err.decode())
    return f"{told.seconds:.1f} s"


def test_fulfilment_addresses(env):
    """With the opt-in a single order is asked for, once there is one, and nothing of it stays."""
    simulator, connection = fresh(env)
    env.run("feature", "enable", "p", "fulfilment-addresses", "--connection", connection).expect()
    sk.equal(verdicts(doctor(env, connection).expect())[GET_ORDER], "nothing_to_ask")
    env.run("sync", "p", "--data-set", "orders").expect()
    sealed = env.run("status", "p").expect()["pii"]["sealed_rows"]
    rows = len(env.export())
    asked = simulator.requests(GET_ORDER)
    told = doctor(env, connection).expect()
    sk.equal(verdicts(told)[GET_ORDER], "fine")
    sk.equal(simulator.requests(GET_ORDER), asked + 1)
    sk.equal(env.run("status", "p").expect()["pii"]["sealed_rows"], sealed, "sealed values")
    sk.equal(len(env.export()), rows)
    clean(simulator, told.text)
    simulator.fault("missing-role", times=1, **{"from": 3})
    refused = doctor(env, connection).expect(5, "role_missing")
    sk.equal((verdicts(refused)[SEARCH], verdicts(refused)[GET_ORDER]), ("fine", "role_missing"))
    sk.equal(check(refused, GET_ORDER)["roles"], ["Direct-to-Consumer Shipping"])
    return check(refused, GET_ORDER)["message"]


def test_role_missing(env):
    simulator, connection = fresh(env)
    simulator.fault("missing-role", times=1)
    told = doctor(env, connection).expect(5, "role_missing")
    sk.equal((verdicts(told)[MARKETPLACES], verdicts(told)[SEARCH]), ("role_missing", "fine"))
    roles = check(told, MARKETPLACES)["roles"]
    assert "Selling Partner Insights" in roles and "Brand Analytics" not in roles, roles
    assert "Inventory and Order Tracking" in told.message and "authorise again" in told.message, told.message
    sk.equal(state(env), "active")
    return told.message


def test_wrong_region(env):
    """Even the call that any role may make is refused, and no other is let through."""
    simulator, connection = fresh(env)
    simulator.fault("missing-role", times=0)
    told = doctor(env, connection).expect(5, "role_missing")
    sk.equal((verdicts(told)[MARKETPLACES], verdicts(told)[SEARCH]), ("wrong_region", "wrong_region"))
    assert "the region na" in told.message, told.message
    sk.equal(state(env), "active")


def test_revoked_and_back(env):
    """A definite refusal ends calls as in a sync; when Amazon accepts the credentials again, so does the connection."""
    simulator, connection = fresh(env)
    simulator.fault("revoked-refresh-token", times=0)
    told = doctor(env, connection).expect(5, "authorisation_revoked")
    sk.equal(verdicts(told), {SIGN_IN: "authorisation_revoked", MARKETPLACES: "skipped", SEARCH: "skipped", CLOCK: "fine"})
    refused = state(env)
    assert refused not in ("active", "disconnected"), refused
    before = simulator.stats()["requests"]
    env.run("sync", "p").expect(5, "authorisation_revoked")
    sk.equal(simulator.stats()["requests"], before, "calls have stopped")
    doctor(env, connection).expect(5, "authorisation_revoked")
    sk.equal(len(audited(env, "connection.state_changed")), 1, "told once")
    simulator.clear_faults()
    doctor(env, connection).expect()
    sk.equal(state(env), "active")
    env.run("sync", "p").expect()
    sk.equal(len(env.export()), ORDERS)
    return refused


def test_secret_expired(env):
    simulator, connection = fresh(env)
    simulator.fault("expired-secret", times=0)
    told = doctor(env, connection).expect(5, "client_secret_expired")
    sk.equal((verdicts(told)[MARKETPLACES], verdicts(told)[SEARCH]), ("client_secret_expired", "skipped"))
    assert state(env) != "active"
    simulator.clear_faults()
    doctor(env, connection).expect()
    sk.equal(state(env), "active")
    return told.message


def passing(fault, name, verdict, code, *, rest=None, words="", kind=None, **more):
    """A fault that may pass by itself: told, and the connection stays as it is."""
    def test(env):
        simulator, connection = fresh(env)
        simulator.fault(fault, **more)
        told = doctor(env, connection, timeout=150).expect(code, kind)
        sk.equal(verdicts(told)[name], verdict)
        if rest:
            sk.equal(verdicts(told)[SEARCH], rest, "the next call")
        assert words in told.message, told.message
        assert check(told, name)["step"], told
        sk.equal(state(env), "active")
        sk.equal(audited(env, "connection.state_changed"), [])
        clean(simulator, told.text)
        return told.message
    return test


test_throttled = passing("throttle", MARKETPLACES, "throttled", 6, rest="fine", times=1)
test_server_error = passing("server-error", MARKETPLACES, "server_error", 6, rest="fine", times=1)
test_unavailable = passing("unavailable", SEARCH, "server_error", 6, times=1, **{"from": 2})
test_sign_in_unavailable = passing("token-unavailable", SIGN_IN, "server_error", 6, rest="skipped", times=1)
test_portal_page = passing("html-200", MARKETPLACES, "intercepted", 6, rest="fine", words="sign-in page", times=1)
test_redirect = passing("redirect", MARKETPLACES, "intercepted", 6, rest="skipped", kind="redirect_refused", times=1)
test_refused_with_a_page = passing("html-400", MARKETPLACES, "request_refused", 1, rest="fine", times=1)
test_dropped = passing("dropped", MARKETPLACES, "offline", 6, rest="skipped", times=0)
test_truncated = passing("truncated", MARKETPLACES, "answer_unreadable", 6, rest="fine", times=1)
test_cut_json = passing("cut-json", MARKETPLACES, "answer_unreadable", 6, rest="fine", times=1)
test_token_refused = passing("revoked-access-token", MARKETPLACES, "access_token_refused", 5, rest="skipped", times=0)
test_no_answer = passing("slow-body", MARKETPLACES, "timeout", 6, rest="skipped", value=600, times=1)
test_server_clock = passing("wrong-date", CLOCK, "clock_wrong", 1, rest="fine", words="behind", value=5)


def test_one_stale_token_is_no_trouble(env):
    simulator, connection = fresh(env)
    simulator.fault("revoked-access-token", times=1)
    told = doctor(env, connection).expect()
    sk.equal(verdicts(told)[MARKETPLACES], "fine")
    sk.equal([entry["outcome"] for entry in audited(env, MARKETPLACES)][-2:], ["access_token_refused", "ok"])


def test_own_clock(env):
    simulator, connection = fresh(env)
    told = doctor(env, connection, env=sk.clock("-2h")).expect(1, "clock_wrong")
    sk.equal((verdicts(told)[SIGN_IN], verdicts(told)[SEARCH], verdicts(told)[CLOCK]), ("fine", "fine", "clock_wrong"))
    assert abs(check(told, CLOCK)["ahead_seconds"] + 7200) < 60, told
    ahead = doctor(env, connection, env=sk.clock("+3h")).expect(1, "clock_wrong")
    sk.equal(verdicts(ahead)[SEARCH], "fine", "bounds in Amazon's past all the same")
    assert abs(check(ahead, CLOCK)["ahead_seconds"] - 10800) < 60, ahead
    return f"{told.message} / {ahead.message}"


def test_clock_before_the_certificate(env):
    """No server can prove who it is to a machine that lives in another year."""
    simulator, connection = fresh(env)
    told = doctor(env, connection, env=sk.clock("-400d")).expect(6, "tls_refused")
    sk.equal((verdicts(told)[SIGN_IN], verdicts(told)[MARKETPLACES]), ("clock_wrong", "skipped"))
    sk.equal(state(env), "active")
    return told.message


def test_offline_and_stranger(env):
    """First nobody answers at the address, then somebody whose issuer is not known."""
    simulator, connection = fresh(env)
    simulator.process.kill()
    simulator.process.wait()
    told = doctor(env, connection, timeout=120).expect(6, "offline")
    sk.equal(verdicts(told), {SIGN_IN: "offline", MARKETPLACES: "skipped", SEARCH: "skipped", CLOCK: "nothing_to_ask"})
    stranger = sk.Simulator(env, "--port", str(simulator.port), orders=10)
    told = doctor(env, connection).expect(6, "tls_refused")
    sk.equal(verdicts(told)[SIGN_IN], "intercepted")
    sk.equal(stranger.stats()["byOperation"].get("token", 0), 0, "requests it was sent")
    sk.equal(state(env), "active")
    return told.message


def test_stopped_while_it_waits(env):
    """The token bucket is the sync's: after a 429 the next check waits, and can be stopped at once."""
    simulator, connection = fresh(env)
    simulator.fault("throttle", times=1)
    doctor(env, connection).expect(6, "throttled")
    asked = simulator.requests(MARKETPLACES)
    running = env.start("doctor", "p", "--connection", connection)
    sk.wait_for(lambda: b"waiting for Amazon's rate limit" in running.err(), what="the wait is told")
    started = time.monotonic()
    running.signal(signal.SIGINT)
    answer = running.wait(10).expect(1, "cancelled")
    assert time.monotonic() - started < 3, answer
    sk.equal(simulator.requests(MARKETPLACES), asked, "calls after the stop")
    sk.equal(state(env), "active")


def test_disconnect_ends_it(env):
    """After a disconnect not one more request, also with a check under way."""
    simulator, connection = fresh(env)
    simulator.fault("throttle", times=1)
    doctor(env, connection).expect(6)
    running = env.start("doctor", "p", "--connection", connection)
    sk.wait_for(lambda: b"waiting for Amazon's rate limit" in running.err(), what="the wait is told")
    env.run("disconnect", "p", "--connection", connection).expect()
    answer = running.wait(20).expect(1, "cancelled")
    sk.equal(verdicts(answer)[MARKETPLACES], "stopped")
    before = simulator.stats()["requests"]
    sk.equal(state(env), "disconnected")
    doctor(env, connection).expect(2, "usage")
    sk.equal(simulator.stats()["requests"], before)


def test_wrong_words(env):
    env.run("profile", "create", "p").expect()
    env.run("doctor", "p").expect(2, "usage")
    env.run("doctor", "p", "--connection", "c0").expect(3, "not_found")
    env.run("doctor", "nobody", "--connection", "c0").expect(3)


if __name__ == "__main__":
    sk.main(globals())
