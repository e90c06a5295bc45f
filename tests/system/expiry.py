# SPDX-License-Identifier: GPL-3.0-or-later
"""PII dies on its day, whatever the clock does, in every copy of the files; nothing else is lost by a wrong clock."""
import datetime
import os
import shutil

import sk

FILES = ("vault.db", "pii.db", "slots", "secrets.sealed", "profile.json")


def with_addresses(env, orders=250):
    """A profile with sealed addresses; returns simulator, connection."""
    simulator = sk.Simulator(env, "--history-days", "20", "--merchant-share", "0.8", orders=orders)
    connection = env.connect(simulator)
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    env.run("sync", "p").expect()
    return simulator, connection


def sealed(env, at=None):
    return env.run("status", "p", env=at).expect()["pii"]["sealed_rows"]


def copy_of(env, name):
    """The files as a thief would copy them."""
    target = env.outside(name)
    shutil.copytree(env.profile_folder(), target, dirs_exist_ok=True)
    return target


def decrypted(env, files, secrets=None):
    """What an attacker reads with one copy's databases and another's secrets."""
    secrets = secrets or files
    return env.attack("decrypt", files, os.path.join(files, "pii.db"), os.path.join(secrets, "secrets.sealed"), os.path.join(secrets, "slots"))


def test_thirty_one_days_on(env):
    sk.need_faketime()
    simulator, _ = with_addresses(env)
    planted = set(simulator.planted())
    rows = sealed(env)
    assert rows > 50, rows
    before = copy_of(env, "before")
    control = decrypted(env, before)
    sk.equal(control["rows"], rows, "sealed values in the file")
    sk.equal(len(control["values"]), rows, "before the day, secrets and files together open every value")
    known = sum(value in planted for value in control["values"])
    assert known > rows / 3, f"only {known} of {rows} are planted values"
    simulator.stop()
    sk.equal(sealed(env, at=sk.clock("+31d")), 0, "sealed rows 31 days on, without a network")
    after = copy_of(env, "after")
    sk.equal(decrypted(env, after)["rows"], 0, "rows in the file")
    stolen = decrypted(env, before, secrets=after)
    sk.equal((stolen["rows"], stolen["values"]), (rows, []), "values an old copy yields with today's secrets")
    orders = env.run("status", "p", env=sk.clock("+31d")).expect().data_set("orders")["rows"]
    sk.equal(orders, len(simulator.expected()), "orders kept")
    assert env.run("audit", "verify", "p", env=sk.clock("+31d")).expect()["intact"]
    return f"{rows} values: {len(control['values'])} readable before ({known} planted), 0 after"


def test_each_day_takes_its_own(env):
    """Day by day: what is left in the file is what may still be read, and the attacker reads no more than that."""
    sk.need_faketime()
    with_addresses(env)
    env.run("retention", "set", "p", "pii.days=10").expect()
    before = copy_of(env, "before")
    total = decrypted(env, before)["rows"]
    left = []
    last = total
    for day in (1, 4, 7, 9, 10):
        rows = sealed(env, at=sk.clock(f"+{day}d"))
        copy = copy_of(env, f"day{day}")
        sk.equal(len(decrypted(env, before, secrets=copy)["values"]), rows, f"day {day}: values of the old copy that today's secrets open")
        sk.equal(len(decrypted(env, copy)["values"]), rows, f"day {day}: values still to be read")
        assert rows <= last
        last = rows
        left.append(rows)
    sk.equal(left[-1], 0)
    return f"{total} then {left}"


def test_expiry_command_tells_what_went(env):
    sk.need_faketime()
    with_addresses(env)
    rows = sealed(env)
    next_expiry = datetime.date.fromisoformat(env.run("status", "p").expect()["pii"]["next_expiry"])
    today = datetime.datetime.now(datetime.timezone.utc).date()
    assert today < next_expiry <= today + datetime.timedelta(days=30), next_expiry
    env.run("expire", "p").expect()
    sk.equal(sealed(env), rows, "nothing goes before its day")
    later = sk.clock("+31d")
    answer = env.run("expire", "p", env=later).expect()
    entries = env.run("audit", "list", "p", "--operation", "pii.expired", env=later).expect()["entries"]
    sk.equal(sum(entry["rows"] for entry in entries), rows, "values the audit log counted")
    return f"{rows} values; expire said {answer['expired_rows']} (opening the profile had expired them)"


def test_clock_back_never_lengthens(env):
    sk.need_faketime()
    simulator, _ = with_addresses(env)
    rows = sealed(env)
    back = sk.clock("-1y")
    sk.equal(sealed(env, at=back), rows, "nothing is lost by a clock that is behind")
    copy = copy_of(env, "a")
    env.run("sync", "p", env=back)
    sk.equal(sealed(env), sealed(env, at=back), "sealed rows")
    simulator.stop()
    sk.equal(sealed(env, at=sk.clock("+31d")), 0, "31 days on")
    sk.equal(sealed(env, at=back), 0, "and back again")
    late = copy_of(env, "b")
    sk.equal(decrypted(env, copy, secrets=late)["values"], [], "values read again after the clock was turned back")


def test_ten_years_ahead_and_back(env):
    sk.need_faketime()
    simulator, _ = with_addresses(env)
    before = copy_of(env, "before")
    rows = sealed(env)
    orders = env.run("status", "p").expect().data_set("orders")["rows"]
    ahead = sk.clock("+10y")
    sk.equal(sealed(env, at=ahead), 0, "sealed rows in ten years")
    for _ in range(2):
        status = env.run("status", "p", env=ahead).expect()
        sk.equal(status.data_set("orders")["rows"], orders, "a wrong clock deletes no orders, however often the profile is opened under it")
    env.run("status", "p").expect()
    env.run("sync", "p").expect()
    simulator.change_orders(touch=120)
    # addresses are asked for again, sealed under a ratchet that starts today
    env.run("sync", "p").expect()
    again = sealed(env)
    assert again > 0, "no PII can be sealed after the clock came back"
    after = copy_of(env, "after")
    sk.equal(decrypted(env, before, secrets=after)["values"], [], "what the wrong clock killed stays dead")
    now = decrypted(env, after)
    sk.equal(len(now["values"]), again, "new values open")
    next_expiry = datetime.date.fromisoformat(env.run("status", "p").expect()["pii"]["next_expiry"])
    assert next_expiry <= datetime.date.today() + datetime.timedelta(days=31), next_expiry
    sk.equal(env.run("status", "p").expect().data_set("orders")["rows"], orders, "orders")
    assert env.run("audit", "verify", "p").expect()["intact"]
    simulator.stop()
    sk.equal(sealed(env, at=sk.clock("+31d")), 0, "the new values die on their day as well")
    return f"{rows} sealed before, {again} after the clock came back"


def test_server_date_is_believed(env):
    """A machine whose clock is 40 days behind learns the time from Amazon and seals nothing past its day."""
    sk.need_faketime()
    simulator = sk.Simulator(env, "--history-days", "20", "--merchant-share", "0.8", orders=150)
    behind = sk.clock("-40d")
    env.run("profile", "create", "p", env=behind).expect()
    # certificates made today are not valid 40 days ago: this is where such a machine stops
    answer = env.run("connect", "p", "--region", "na", *simulator.endpoint(), input=simulator.credentials, env=behind)
    assert answer.code in (0, 6), answer
    if answer.code == 6:
        return f"refused: {answer.kind}"
    env.run("sync", "p", env=behind)
    return "connected"


def test_disconnect_destroys(env):
    _, connection = with_addresses(env)
    before = copy_of(env, "before")
    assert len(decrypted(env, before)["values"]) > 50
    env.run("disconnect", "p", "--connection", connection).expect()
    after = copy_of(env, "after")
    sk.equal(decrypted(env, before, secrets=after)["values"], [], "after disconnecting, an old copy yields nothing with today's secrets")
    sk.equal(decrypted(env, after)["rows"], 0)


def test_a_hold_lasts_and_ends(env):
    """RET-3: past their day only the values on hold can be read, until the release; then no copy gives them either."""
    sk.need_faketime()
    simulator, connection = with_addresses(env)
    simulator.stop()
    until = (datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=300)).isoformat()
    held = []
    for order in [row["order_id"] for row in env.run("fulfilment", "list", "p").expect()["shipments"]][:2]:
        answer = env.run("hold", "place", "p", "--connection", connection, "--order", order, "--kind", "tax",
                         "--reason", "Tax audit 2026", "--until", until)
        held.append(answer.expect()["hold"])
    before = copy_of(env, "before")
    control = decrypted(env, before)
    count = sum(hold["values"] for hold in held)
    sk.equal((control["held_rows"], len(control["held_values"])), (count, count), "values on hold, with all secrets")
    assert set(control["held_values"]) <= set(control["values"]), "what is on hold is what was sealed"
    later = sk.clock("+31d")
    sk.equal(sealed(env, at=later), 0, "sealed rows 31 days on")
    after = decrypted(env, before, secrets=copy_of(env, "after"))
    sk.equal(after["values"], [], "sealed values an old copy yields with today's secrets")
    sk.equal(sorted(after["held_values"]), sorted(control["held_values"]), "values on hold")
    for hold in held:
        env.run("hold", "release", "p", "--hold", hold["id"], env=later).expect()
    released = copy_of(env, "released")
    sk.equal(decrypted(env, released)["held_rows"], 0, "rows on hold in the file")
    sk.equal(decrypted(env, before, secrets=released)["held_values"], [], "values an old copy yields after the release")
    return f"{count} values on hold"


def test_feature_disabled(env):
    """Without the opt-in nothing new is sealed."""
    simulator, connection = with_addresses(env)
    rows = sealed(env)
    env.run("feature", "disable", "p", "--connection", connection, "fulfilment-addresses").expect()
    simulator.change_orders(touch=60)
    env.run("sync", "p").expect()
    assert sealed(env) <= rows
    return f"{rows} sealed before, {sealed(env)} after disabling"


if __name__ == "__main__":
    sk.main(globals())
