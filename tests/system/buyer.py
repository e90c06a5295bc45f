# SPDX-License-Identifier: GPL-3.0-or-later
"""One buyer's rights from the command line: found, handed out, erased for good; deadlines kept; a profile that ends certified
(GOV-2, DEL-4, DEL-5, DEL-6)."""
import json
import os

import plaintext
import sk


def synced(env, orders=60, clock=None):
    simulator = sk.Simulator(env, "--history-days", "20", "--merchant-share", "0.8", orders=orders, extra_env=clock or {})
    connection = env.connect(simulator)
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    env.run("sync", "p", env=clock).expect()
    return simulator


def order_with_values(env):
    """An order whose buyer's address is held, and one more."""
    orders = [row["order_id"] for row in env.export()]
    os.remove(os.path.join(env.work, "export-orders.jsonl"))
    held = next((order for order in orders
                 if any(holding["personal"] for holding in env.run("buyer", "find", "p", "--order", order).expect()["holdings"])), None)
    assert held, "no order of the sample has an address"
    return held, next(order for order in orders if order != held)


def test_found_handed_out_erased(env):
    sk.need_faketime()
    stamp = os.path.join(env.outside("clock"), "offset")
    with open(stamp, "w", encoding="utf-8") as file:
        file.write("+0")
    moving = sk.clock("", FAKETIME_TIMESTAMP_FILE=stamp, FAKETIME_NO_CACHE="1")
    del moving["FAKETIME"]
    simulator = synced(env, clock=moving)
    order, other = order_with_values(env)
    found = env.run("buyer", "find", "p", "--order", order).expect()
    holding = found["holdings"][0]
    sk.equal(holding["tables"]["orders"][0]["order_id"], order, "the order's row")
    assert holding["tables"]["order-items"] and "value" not in holding["personal"][0], holding
    env.run("buyer", "find", "p", "--order", "no order").expect(2)

    copy = os.path.join(env.outside("copies"), "buyer.json")
    refused = env.run("buyer", "export", "p", "--order", order, "--output", copy)
    assert refused.code == 1 and not os.path.exists(copy), "personal data before the rules were acknowledged"
    env.run("fulfilment", "acknowledge", "p", "--confirm", "1").expect()
    answer = env.run("buyer", "export", "p", "--order", order, "--output", copy).expect()
    with open(copy, encoding="utf-8") as file:
        written = json.load(file)
    values = [personal["value"] for personal in written["holdings"][0]["personal"]]
    sk.equal(len(values), answer["personal_values"], "values in the copy")
    env.run("buyer", "export", "p", "--order", order, "--output", os.path.join(env.profile_folder(), "x.json")).expect(2)
    exported = env.run("audit", "list", "p", "--operation", "buyer.exported").expect()["entries"]
    assert exported and exported[-1]["outcome"] == "ok", exported

    env.run("buyer", "erase", "p", "--order", order, "--confirm", other).expect(2)
    certificate = os.path.join(env.outside("copies"), "certificate.json")
    erased = env.run("buyer", "erase", "p", "--order", order, "--confirm", order, "--output", certificate).expect()
    content = erased["certificate"]["certificate"]
    sk.equal((content["scope"], content["subject"], content["reason"]), ("order", order, "buyer-request"), "certificate")
    assert all(check["done"] and check["found"] == 0 for check in content["checks"]), content["checks"]
    assert not os.path.exists(copy), "the copy for the buyer"
    env.run("certificate", "verify", certificate).expect()
    assert not env.run("buyer", "find", "p", "--order", order).expect()["held"]
    assert env.run("buyer", "find", "p", "--order", other).expect()["held"], "another order"
    long = [value for value in values if len(value) >= 8]
    hits, files = plaintext.scan(env.data, [order, *long])
    sk.equal(hits, {}, "what was erased in files")

    simulator.change_orders(touch=10_000)  # every order comes again, the erased one too
    with open(stamp, "w", encoding="utf-8") as file:
        file.write("+600")
    received = env.run("sync", "p", env=moving).expect().data_set("orders")["received"]
    assert received >= 60, received
    assert not env.run("buyer", "find", "p", "--order", order).expect()["held"], "the sync brought it back"
    env.run("certificate", "verify", certificate).expect()
    env.run("buyer", "erase", "p", "--order", order, "--confirm", order).expect(3)
    return f"{len(values)} values of one buyer handed out and gone, {files} files searched, a sync later still gone"


def test_register(env):
    simulator = synced(env, orders=60)
    orders = [row["order_id"] for row in env.export()][:2]
    day = "2024-01-05"
    env.run("request", "add", "p", "--by", "somebody", "--order", orders[0], "--received", day).expect(2)
    env.run("request", "add", "p", "--by", "amazon", "--order", orders[0], "--received", "soon").expect(2)
    request = env.run("request", "add", "p", "--by", "amazon", "--order", ",".join(orders), "--received", day).expect()["request"]
    sk.equal((request["deadline"], request["state"]), ("2024-02-04", "overdue"), "deadline")
    assert any(request["id"] in warning for warning in env.run("status", "p").expect()["warnings"]), "warning of status"
    env.run("request", "complete", "p", request["id"], "--confirm", "x").expect(2)
    done = env.run("request", "complete", "p", request["id"], "--confirm", request["id"]).expect()
    sk.equal(done["request"]["state"], "done", "state")
    sk.equal({row["order"] for row in done["request"]["orders"]}, set(orders), "orders of the request")
    issued = {file["certificate"]["id"] for file in env.run("certificate", "list", "p").expect()["certificates"]}
    sk.equal({row["certificate"] for row in done["request"]["orders"]}, issued, "linked certificates")
    sk.equal(env.run("request", "list", "p").expect()["requests"], [done["request"]], "register")
    assert not any(request["id"] in warning for warning in env.run("status", "p").expect()["warnings"]), "warning"
    simulator.stop()
    return "a request that was late is warned of, completed, and linked to its certificates"


def test_profile_is_certified(env):
    synced(env, orders=40)
    env.export()
    exported = os.path.join(env.work, "export-orders.jsonl")
    file = os.path.join(env.outside("certificates"), "profile.json")
    inside = os.path.join(env.data, "certificate.json")
    env.run("profile", "delete", "p", "--confirm", "p", "--certificate", inside).expect(2)
    missing = os.path.join(env.work, "nowhere", "certificate.json")
    assert env.run("profile", "delete", "p", "--confirm", "p", "--certificate", missing).code == 1
    sk.equal(env.run("profile", "list").expect()["profiles"], ["p"], "nothing went before the certificate has a place")
    answer = env.run("profile", "delete", "p", "--confirm", "p", "--certificate", file).expect()
    content = answer["certificate"]["certificate"]
    counts = {row["what"]: row["erased"] for row in content["counts"]}
    assert content["scope"] == "profile" and counts["orders"] == 40 and counts["keychain-entries"] >= 3, counts
    assert counts["export-files"] == 1 and not os.path.exists(exported), counts
    assert all(check["done"] and check["found"] == 0 for check in content["checks"]), content["checks"]
    assert "folder-copies" in content["out_of_reach"], "the passphrase opens copies of a sealed file"
    verdict = env.run("certificate", "verify", file).expect()
    assert verdict["signature_valid"] and verdict["matches_profile"] is None and verdict["clean"], verdict

    env.run("profile", "create", "p").expect()
    answer = env.run("profile", "delete", "p", "--confirm", "p").expect()
    with open(file, "w", encoding="utf-8", newline="") as handle:
        handle.write(answer["certificate_file"])
    env.run("certificate", "verify", file).expect()

    env.run("profile", "create", "p").expect()
    os.remove(os.path.join(env.profile_folder(), "vault.db"))
    answer = env.run("profile", "delete", "p", "--confirm", "p").expect()
    assert answer["certificate"] is None and answer["unsigned_because"] == "vault_missing", answer
    sk.equal(env.run("profile", "list").expect()["profiles"], [], "profiles")
    return "the certificate outlives the profile; without keys there is none, and that is said"


if __name__ == "__main__":
    sk.main(globals())
