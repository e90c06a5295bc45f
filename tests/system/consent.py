# SPDX-License-Identifier: GPL-3.0-or-later
"""Consent in the browser and connections that travel, from the command line; the test plays browser and redirect page."""
import http.client
import json
import os
import re
import signal
import socket
import urllib.error
import urllib.parse
import urllib.request

import owner
import sk

REDIRECT = "https://agency.example/sellerkeep/"
PASSPHRASE = "Correct-Horse7"
ADDRESS = re.compile(rb"(https://localhost:\d+/\S+)")


def client_of(simulator):
    known = json.loads(simulator.credentials)
    return {"client_id": known["client_id"], "client_secret": known["client_secret"]}


def need_consent(env):
    if "consent PROFILE" not in env.run("--help", as_json=False, passphrase=None).text:
        raise sk.Skip("built without Qt Network Auth")
    env.run("profile", "create", "p").expect()


class Consent:
    """A `consent` command that waits; its standard input stays open for pasting."""

    def __init__(self, env, simulator, *more, profile="p", client=None, first=None):
        reader, self.writer = os.pipe()
        self.running = env.start("consent", profile, "--redirect-url", REDIRECT, *more, *simulator.endpoint(), stdin=reader)
        os.close(reader)
        self.simulator = simulator
        self.say(json.dumps(client or client_of(simulator)) if first is None else first)

    def say(self, line):
        os.write(self.writer, line.encode() + b"\n")

    def address(self):
        found = sk.wait_for(lambda: ADDRESS.search(self.running.err()) or self.running.process.poll() is not None,
                            what="the address of the consent page")
        assert found is not True, self.running.wait()
        return found.group(1).decode()

    def port(self):
        state = urllib.parse.parse_qs(urllib.parse.urlsplit(self.address()).query)["state"][0]
        return int(state.split(".")[1])

    def refusals(self):
        return self.running.err().count(b"refused: ")

    def confirm(self, button="confirm"):
        """What the seller does: opens the page, chooses; where Amazon then sends the browser."""
        page = urllib.parse.urlsplit(self.address())
        connection = http.client.HTTPSConnection(page.hostname, page.port, context=self.simulator.context, timeout=20)
        connection.request("GET", f"{page.path}/{button}?{page.query}", headers={"User-Agent": "browser"})
        answer = connection.getresponse()
        answer.read()
        sk.equal(answer.status, 302, "Amazon's redirect")
        return answer.headers["Location"]

    def hand_over(self, redirected):
        """What the redirect page does with it."""
        query = urllib.parse.urlsplit(redirected).query
        _, port, segment = urllib.parse.parse_qs(query)["state"][0].split(".")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{segment}?{query}", timeout=20) as reply:
            return reply.status

    def wait(self):
        answer = self.running.wait()
        os.close(self.writer)
        return answer


def seller(simulator, *more):
    return ["--marketplace", "US", "--application-id", simulator.application_id, *more]


def test_through_the_listener(env):
    need_consent(env)
    simulator = sk.Simulator(env, "--draft")
    consent = Consent(env, simulator, *seller(simulator, "--draft", "--label", "Client"))
    redirected = consent.confirm()
    sk.equal(consent.hand_over(redirected), 200)
    answer = consent.wait().expect()
    assert answer["connection"] and answer["marketplaces"], answer
    listed = env.run("connections", "p").expect()["connections"][0]
    sk.equal((listed["label"], listed["region"], listed["state"], listed["kind"]), ("Client", "na", "active", "selling-partner"))
    env.run("sync", "p", "--data-set", "orders").expect()
    try:
        consent.hand_over(redirected)
        raise AssertionError("the listener answered a second hit")
    except urllib.error.URLError:
        pass
    operations = [entry["operation"] for entry in env.run("audit", "list", "p").expect()["entries"]]
    for operation in ("consent.started", "consent.answered", "lwa.authorizationCode", "connection.added"):
        assert operation in operations, operations


def test_pasted(env):
    need_consent(env)
    simulator = sk.Simulator(env)
    consent = Consent(env, simulator, *seller(simulator))
    redirected = consent.confirm()
    consent.say("https://evil.example/?" + urllib.parse.urlsplit(redirected).query)
    sk.wait_for(lambda: consent.refusals() == 1, what="the wrong paste to be refused")
    consent.say("")  # pasting leaves blank lines
    consent.say(REDIRECT + "?" + "x" * 6000)  # one line, not two
    sk.wait_for(lambda: consent.refusals() == 2, what="the long paste to be refused")
    consent.say("")
    consent.say(redirected)
    consent.wait().expect()
    sk.equal(consent.refusals(), 2, "lines refused")


def test_quiet(env):
    """Without the address nobody could go on."""
    need_consent(env)
    simulator = sk.Simulator(env)
    consent = Consent(env, simulator, *seller(simulator), "--quiet")
    consent.hand_over(consent.confirm())
    consent.wait().expect()


def test_renewal(env):
    need_consent(env)
    simulator = sk.Simulator(env)
    first = Consent(env, simulator, *seller(simulator))
    first.hand_over(first.confirm())
    connection = first.wait().expect()["connection"]
    again = Consent(env, simulator, "--marketplace", "us", "--connection", connection, first="")
    again.hand_over(again.confirm())
    sk.equal(again.wait().expect()["connection"], connection)
    elsewhere = ["--marketplace", "UK", "--connection", connection]
    env.run("consent", "p", *elsewhere, input=b"\n").expect(2, "usage")
    sk.equal(len(env.run("connections", "p").expect()["connections"]), 1)


def is_open(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
        return True
    except OSError:
        return False


def test_interrupted(env):
    """In the process that owns the profile, and in one that works through it."""
    need_consent(env)
    simulator = sk.Simulator(env)
    consent = Consent(env, simulator, *seller(simulator))
    port = consent.port()
    consent.running.signal(signal.SIGINT)
    consent.wait().expect(1, "cancelled")
    assert not is_open(port), "the port is still open"
    entries = env.run("audit", "list", "p", "--operation", "consent.answered").expect()["entries"]
    sk.equal([entry["outcome"] for entry in entries], ["cancelled"])


def test_client_is_gone(env):
    """A consent ends with the process that asked for it, however that ends."""
    if "consent PROFILE" not in env.run("--help", as_json=False, passphrase=None).text:
        raise sk.Skip("built without Qt Network Auth")
    simulator, _ = owner.slow_profile(env)
    syncing = owner.start_sync(env, simulator)
    for how in (signal.SIGINT, signal.SIGKILL):
        consent = Consent(env, simulator, *seller(simulator))
        port = consent.port()
        assert is_open(port)
        consent.running.signal(how)
        sk.wait_for(lambda: not is_open(port), what="the owner to close the port")
        consent.running.wait(parse=False)
    assert syncing.process.poll() is None, "the sync ended too early for this test"
    syncing.signal(signal.SIGTERM)
    syncing.wait(5)


def test_replayed_answer(env):
    need_consent(env)
    simulator = sk.Simulator(env)
    first = Consent(env, simulator, *seller(simulator))
    redirected = first.confirm()
    first.hand_over(redirected)
    first.wait().expect()
    second = Consent(env, simulator, *seller(simulator))
    second.address()
    second.say(redirected)
    sk.wait_for(lambda: second.refusals() == 1, what="the replayed answer to be refused")
    second.running.signal(signal.SIGINT)
    second.wait().expect(1, "cancelled")
    sk.equal(len(env.run("connections", "p").expect()["connections"]), 1)


def test_declined_and_refused(env):
    need_consent(env)
    simulator = sk.Simulator(env)
    declined = Consent(env, simulator, *seller(simulator))
    declined.hand_over(declined.confirm("decline"))
    declined.wait().expect(5, "consent_declined")
    simulator.fault("code-refused")
    refused = Consent(env, simulator, *seller(simulator))
    refused.hand_over(refused.confirm())
    refused.wait().expect(5, "consent_invalid")
    wrong = Consent(env, simulator, *seller(simulator), client={**client_of(simulator), "client_secret": "wrong"})
    wrong.hand_over(wrong.confirm())
    wrong.wait().expect(5, "client_refused")
    env.run("consent", "p", "--redirect-url", "http://agency.example/", *seller(simulator), *simulator.endpoint(),
            input=json.dumps(client_of(simulator)).encode()).expect(2, "usage")
    env.run("consent", "p", "--redirect-url", REDIRECT, *simulator.endpoint(),
            input=json.dumps(client_of(simulator)).encode()).expect(2, "usage")
    sk.equal(env.run("connections", "p").expect()["connections"], [])


def test_ads(env):
    need_consent(env)
    simulator = sk.Simulator(env)
    consent = Consent(env, simulator, "--kind", "ads", "--region", "na", "--label", "Advertising")
    consent.hand_over(consent.confirm())
    connection = consent.wait().expect()["connection"]
    sk.equal(env.run("connections", "p").expect()["connections"][0]["kind"], "ads")
    env.run("sync", "p", "--connection", connection).expect(2, "usage")
    sk.equal(env.run("sync", "p").expect()["data_sets"], [])
    env.run("disconnect", "p", "--connection", connection, "--purge", "now").expect()
    sk.equal(env.run("connections", "p").expect()["connections"], [])


def test_only_loopback_listens(env):
    need_consent(env)
    simulator = sk.Simulator(env)
    consent = Consent(env, simulator, *seller(simulator))
    port = consent.port()
    for address in ("127.0.0.2", "::1", *own_addresses()):
        try:
            socket.create_connection((address, port), timeout=2).close()
        except OSError:
            continue
        raise AssertionError(f"the listener answers on {address}")
    assert is_open(port)
    consent.running.signal(signal.SIGTERM)
    consent.wait().expect(1, "cancelled")
    assert not is_open(port), "the port is still open"


def own_addresses():
    """Addresses of this machine's other interfaces, by asking which one would be used to reach the outside."""
    found = []
    for family, target in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((target, 9))
                found.append(probe.getsockname()[0])
        except OSError:
            pass
    return [address for address in found if address != "127.0.0.1"]


def test_another_computer(env):
    simulator = sk.Simulator(env)
    connection = env.connect(simulator, "p", True, "--label", "Shop")
    file = os.path.join(env.work, "shop.sellerkeep")
    export = ["connection", "export", "p", "--connection", connection, "--output", file]
    weak = env.run(*export, input=b"weak\n").expect(2, "usage")
    assert "12 characters" in weak.message and not os.path.exists(file), weak
    env.run(*export, input=PASSPHRASE.encode() + b"\n").expect()
    with open(file, "rb") as content:
        sealed = content.read()
    for secret in (*json.loads(simulator.credentials).values(), "Shop", PASSPHRASE):
        assert secret.encode() not in sealed, "the file holds something in the clear"
    sk.equal(os.stat(file).st_mode & 0o077, 0, "others cannot read it")

    other = os.path.join(env.home, "other")
    env.run("profile", "create", "q", data=other).expect()
    env.run("connection", "import", "q", file, input=b"Wrong-Horse-77\n", data=other).expect(4, "wrong_passphrase")
    taken = env.run("connection", "import", "q", file, input=PASSPHRASE.encode() + b"\n", data=other).expect()
    listed = env.run("connections", "q", data=other).expect()["connections"]
    sk.equal([(row["id"], row["label"]) for row in listed], [(taken["connection"], "Shop")])
    sk.equal(env.run("sync", "q", "--data-set", "orders", data=other).expect().data_set("orders")["received"], 300)
    with open(file, "ab") as content:
        content.write(b"x")
    env.run("connection", "import", "q", file, input=PASSPHRASE.encode() + b"\n", data=other).expect(8, "key_file_damaged")


if __name__ == "__main__":
    sk.main(globals())
