# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection is erased with everything of it, and the certificate tells the truth about it, also later (DEL-4, DEL-5)."""
import json
import os
import signal

import owner
import plaintext
import sk


def erased(env, connection, *more):
    return env.run("erase", "p", "--connection", connection, "--confirm", connection, *more)


def test_erase_and_certificate(env):
    simulator = sk.Simulator(env, "--merchant-share", "0.6", orders=400)
    connection = env.connect(simulator)
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    env.run("sync", "p").expect()
    sealed = env.run("status", "p").expect()["pii"]["sealed_rows"]
    assert sealed > 0, sealed
    orders = [row["order_id"] for row in env.export()]
    exported = os.path.join(env.work, "export-orders.jsonl")
    assert os.path.exists(exported)

    env.run("erase", "p", "--connection", connection, "--confirm", "something else").expect(2)
    env.run("erase", "p", "--connection", connection, "--confirm", connection, "--reason", "no-reason").expect(2)
    sk.equal(len(env.export()), len(orders), "a refused erasure takes nothing")
    file = os.path.join(env.outside("certificates"), "certificate.json")
    answer = erased(env, connection, "--reason", "amazon-request", "--output", file).expect()
    certificate = answer["certificate"]["certificate"]
    counts = {row["what"]: row["erased"] for row in certificate["counts"]}
    sk.equal(counts["orders"], len(orders), "orders of the certificate")
    sk.equal(counts["pii-values"], sealed, "sealed values of the certificate")
    sk.equal(counts["keychain-entries"], 2, "keychain entries of the certificate")
    assert all(check["done"] and check["found"] == 0 for check in certificate["checks"]), certificate["checks"]
    sk.equal(certificate["reason"], "amazon-request", "reason")
    assert not os.path.exists(exported), "an export that was left where it was written"
    with open(file, encoding="utf-8") as handle:
        sk.equal(json.load(handle), answer["certificate"], "the file is what was answered")

    found, files = plaintext.scan(env.home, orders)
    sk.equal(found, {}, "order ids in files")
    sk.equal(env.attack("query", env.profile_folder(), "vault", "SELECT order_id FROM orders")["rows"], [], "rows")
    sk.equal(env.run("connections", "p").expect()["connections"], [], "connections")
    assert env.run("audit", "verify", "p").expect()["intact"]
    return f"{len(orders)} orders and {sealed} sealed values gone, {files} files searched"


def test_certificate_is_checked(env):
    simulator = sk.Simulator(env, orders=40)
    connection = env.connect(simulator)
    env.run("sync", "p").expect()
    file = os.path.join(env.outside("certificates"), "certificate.json")
    erased(env, connection, "--output", file).expect()
    verdict = env.run("certificate", "verify", file).expect()
    assert verdict["signature_valid"] and verdict["matches_profile"] is True and verdict["clean"], verdict
    sk.equal(len(env.run("certificate", "list", "p").expect()["certificates"]), 1, "certificates kept")
    with open(file, "rb") as handle:
        good = handle.read()
    for place in range(0, len(good), max(1, len(good) // 25)):
        bad = bytearray(good)
        bad[place] ^= 1
        with open(file + ".changed", "wb") as handle:
            handle.write(bad)
        env.run("certificate", "verify", file + ".changed").expect(8, "certificate_broken")
    env.run("certificate", "verify", file + ".none").expect(3)

    row = ("INSERT INTO connection (id, label, region, selling_partner_id, state, state_reason, api_url, token_url, ca_pem,"
           f" created_at, authorised_at, secret_entered_at, kind, application_id, redirect_url)"
           f" VALUES ('{connection}', '', 'na', '', 'disconnected', '', '', '', '', 0, 0, 0, 'selling-partner', '', '')")
    env.attack("query", env.profile_folder(), "vault", row)
    env.run("certificate", "verify", file).expect(8, "erasure_incomplete")

    env.run("profile", "delete", "p", "--confirm", "p").expect()
    gone = env.run("certificate", "verify", file).expect()
    assert gone["signature_valid"] and gone["matches_profile"] is None, gone
    return "a changed byte and a restored row are noticed, with the profile and without"


def test_no_request_after_the_erasure(env):
    """DEL-1, with a sync in flight in another process."""
    simulator, connection = owner.slow_profile(env)
    running = owner.start_sync(env, simulator)
    erased(env, connection).expect()
    after = simulator.stats()["requests"]
    running.wait(20)
    env.run("sync", "p")
    assert simulator.stats()["requests"] <= after + 1, "requests after the erasure"
    sk.equal(env.run("status", "p").expect().data_set("orders")["rows"], 0, "rows after the erasure")


def catches_interruption(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        caught = next(int(line.split()[1], 16) for line in file if line.startswith("SigCgt:"))
    return caught >> (signal.SIGINT - 1) & 1


def test_interrupted_deletion_keeps_its_certificate(env):
    """Nobody else has the certificate of a profile: whoever loses patience must not lose it."""
    if not os.path.exists("/proc/self/status"):
        raise sk.Skip("no /proc here")
    env.connect(sk.Simulator(env, orders=40))
    env.run("sync", "p").expect()
    file = os.path.join(env.outside("certificates"), "profile.json")
    running = env.start("profile", "delete", "p", "--confirm", "p", "--certificate", file)
    sk.wait_for(lambda: running.process.poll() is not None or catches_interruption(running.pid), 30, "signals are caught")
    running.signal(signal.SIGINT)
    running.signal(signal.SIGTERM)
    answer = running.wait(60).expect()
    with open(file, encoding="utf-8") as handle:
        sk.equal(json.load(handle), answer["certificate"], "the file is what was answered")
    verdict = env.run("certificate", "verify", file).expect()
    assert verdict["signature_valid"] and verdict["scope"] == "profile", verdict
    sk.equal(env.run("profile", "list").expect()["profiles"], [], "profiles left")


if __name__ == "__main__":
    sk.main(globals())
