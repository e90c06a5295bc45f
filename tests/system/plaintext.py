# SPDX-License-Identifier: GPL-3.0-or-later
"""Neither PII nor a secret is found in anything the program writes, in any of the usual wrappings."""
import base64
import glob
import gzip
import json
import os
import re
import resource
import signal
import zipfile
import zlib

import sk


def forms(value):
    """A text as it could lie on a disk."""
    raw = value.encode()
    found = {raw, value.encode("utf-16-le"), value.encode("utf-16-be"), raw.hex().encode(), raw.hex().upper().encode(),
             json.dumps(value)[1:-1].encode(), sk.urllib.request.quote(value, safe="").encode()}
    for shift in range(3):  # base64 at each of its three alignments, without the edges that depend on the neighbours
        coded = base64.b64encode(b"\0" * shift + raw)[4 if shift else 0:]
        coded = coded[:len(coded) // 4 * 4 - 4]
        if len(coded) >= 12:
            found |= {coded, coded.replace(b"+", b"-").replace(b"/", b"_")}
    return {form for form in found if len(form) >= 5}


def unpacked(content):
    """The content, and what is inside when it is packed; packed parts anywhere in it as well."""
    yield content
    for start in [match.start() for match in re.finditer(rb"\x1f\x8b\x08", content)][:200]:
        try:
            yield zlib.decompressobj(31).decompress(content[start:], 64 << 20)
        except zlib.error:
            pass
    for start in [match.start() for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content)][:2000]:
        try:
            inside = zlib.decompressobj().decompress(content[start:], 16 << 20)
            if len(inside) > 20:
                yield inside
        except zlib.error:
            pass


def pieces(root):
    """(name, bytes) of every file below, archives opened, and of file names and extended attributes."""
    for folder, folders, files in os.walk(root):
        for name in files + folders:
            path = os.path.join(folder, name)
            yield path + " (name)", path.encode()
            for attribute in os.listxattr(path, follow_symlinks=False):
                yield f"{path} ({attribute})", os.getxattr(path, attribute, follow_symlinks=False)
        for name in files:
            path = os.path.join(folder, name)
            if not os.path.isfile(path):
                continue
            with open(path, "rb") as file:
                content = file.read()
            yield path, content
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    for member in archive.namelist():
                        yield f"{path}!{member}", archive.read(member)


def scan(root, values, where=lambda path: True):
    """{value: {files}}: every position is looked up by its first bytes, so that ten thousand values cost as much as one."""
    wanted = {}
    for value in values:
        for form in forms(value):
            wanted.setdefault(form[:5], []).append((form, value))
    found, files = {}, 0
    for path, content in pieces(root):
        if not where(path):
            continue
        files += 1
        for part in unpacked(content):
            for start in [at for at in range(len(part) - 4) if part[at:at + 5] in wanted]:
                for form, value in wanted[part[start:start + 5]]:
                    if part.startswith(form, start):
                        found.setdefault(value, set()).add(path)
    return found, files


def run_everything(env, *options):
    simulator = sk.Simulator(env, "--history-days", "25", "--merchant-share", "0.7", "--fault", "unasked-pii", *options, orders=300)
    connection = env.connect(simulator)
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    env.run("sync", "p").expect()
    simulator.change_orders(touch=60, add=10)
    env.run("sync", "p").expect()
    for name in ("orders", "order-items", "marketplaces"):
        for form in ("csv", "jsonl", "xlsx"):
            env.export(name, form=form)
    env.run("audit", "export", "p", "--output", "audit.csv").expect()
    env.run("audit", "export", "p", "--output", "audit.jsonl").expect()
    env.run("audit", "list", "p", as_json=False).expect()
    for as_json in (True, False):
        for command in (["status", "p"], ["connections", "p"], ["retention", "show", "p"], ["audit", "verify", "p"]):
            env.run(*command, as_json=as_json).expect()
    return simulator, connection


def test_nothing_in_clear(env):
    simulator, connection = run_everything(env)
    status = env.run("status", "p").expect()
    assert status["pii"]["sealed_rows"] > 100, status
    # errors speak too
    simulator.fault("cut-json", times=2)
    simulator.fault("server-error", times=2)
    env.run("sync", "p", timeout=120)
    simulator.fault("revoked-refresh-token", times=0)
    env.run("sync", "p")
    planted = [value for value in simulator.planted() if len(value) >= 5]
    secrets = [*json.loads(simulator.credentials).values(), sk.PASSPHRASE]
    control = sorted(planted, key=len)[-3:]
    with open(os.path.join(env.outside("control"), "control.txt"), "wb") as file:
        file.write(b"x" + base64.b64encode(control[0].encode()) + gzip.compress(b"...." + control[1].encode()) + control[2].encode("utf-16-le"))
    known, _ = scan(env.outside("control"), control)
    sk.equal(len(known), 3, "the scanner must find what was planted for it")
    found, files = scan(env.home, planted + secrets)
    sk.equal({value: sorted(paths) for value, paths in found.items()}, {}, "found in clear")
    tokens, _ = scan(env.home, ["Atza|", "Atzr|", "amzn1.oa2-cs"])
    sk.equal({value: sorted(paths) for value, paths in tokens.items()}, {}, "tokens found")
    ids = [order["order_id"] for order in simulator.expected()]
    inside, _ = scan(env.home, ids, lambda path: "/profiles/" in path)
    sk.equal({value: sorted(paths) for value, paths in inside.items()}, {}, "order numbers in the databases")
    known, _ = scan(env.home, ids[:5], lambda path: "export-" in path)
    sk.equal(len(known), 5, "order numbers in the exports")
    return f"{len(planted)} PII values, {len(secrets)} secrets, {files} files and names, none found; {status['pii']['sealed_rows']} values sealed"


def test_looks_leave_no_trace_but_their_entry(env):
    """An address is shown to who has acknowledged the rules, for a purpose; the audit log tells of it, and no file has it."""
    simulator = sk.Simulator(env, "--history-days", "25", "--merchant-share", "0.7", orders=100)
    connection = env.connect(simulator)
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    env.run("sync", "p").expect()
    shipments = env.run("fulfilment", "list", "p").expect()["shipments"]
    assert len(shipments) > 3, shipments
    planted = set(simulator.planted())
    screens = set()  # what this test itself keeps of standard output

    def show(shipment, purpose, **more):
        answer = env.run("fulfilment", "show", "p", "--connection", connection, "--order", shipment["order_id"], "--purpose",
                         purpose, **more)
        screens.add(f"output{env.outputs}.out")
        return answer

    show(shipments[0], "fulfilment").expect(1, "not_acknowledged")
    show(shipments[0], "advertising").expect(2, "usage")
    rules = env.run("fulfilment", "acknowledge", "p").expect()
    sk.equal(rules["acknowledged"], None)
    env.run("fulfilment", "acknowledge", "p", "--confirm", "99").expect(2, "usage")
    assert env.run("fulfilment", "acknowledge", "p", "--confirm", str(rules["version"])).expect()["acknowledged"]
    seen = set()
    for number, purpose in enumerate(("fulfilment", "tax", "legal")):
        shown = show(shipments[number], purpose).expect()
        sk.equal([value["field"] for value in shown["values"]], shipments[number]["held_fields"])
        seen |= {value["value"] for value in shown["values"]}
    known = [value for value in seen if value in planted]
    assert len(known) >= 3, (seen, "the simulator's own values")
    text = show(shipments[0], "fulfilment", as_json=False).expect()
    assert any(value in text.text for value in known), text.text
    table = os.path.join(env.outside("zones"), "zones.csv")
    with open(table, "w") as file:
        file.write("from,to,zone\n0,4,west\n5,9,east\n")
    zones = env.run("fulfilment", "zones", "p", "--table", table).expect()["zones"]
    sk.equal(sum(zone["orders"] for zone in zones), len(shipments))
    env.run("audit", "export", "p", "--output", "audit.csv").expect()
    told = [entry["operation"] for entry in env.run("audit", "list", "p").expect()["entries"]]
    for operation, count in (("pii.revealed.fulfilment", 3), ("pii.revealed.tax", 1), ("pii.revealed.legal", 1), ("pii.used", 1),
                             ("acceptable-use.acknowledged", 1)):  # a refused look is told of as well
        sk.equal(told.count(operation), count, operation)
    found, files = scan(env.home, [value for value in planted | seen if len(value) >= 5],
                        lambda path: os.path.basename(path) not in screens)
    sk.equal({value: sorted(paths) for value, paths in found.items()}, {}, "found in clear")
    return f"{len(seen)} values shown, {len(planted)} planted, none in {files} files and names; {len(shipments)} shipments"


def test_nothing_in_clear_while_working(env):
    """The same in the middle of a sync and after kill -9, with the write-ahead log lying about; deleted temporary files too."""
    simulator = sk.Simulator(env, "--history-days", "25", "--merchant-share", "0.7", "--fault", "unasked-pii", orders=600, enforce=True, rate_scale=800)
    connection = env.connect(simulator)
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    running = env.start("sync", "p")
    sk.wait_for(lambda: simulator.requests("searchOrders") >= 4, 30, "pages", 0.05)
    values = [value for value in simulator.planted() if len(value) >= 5] + [*json.loads(simulator.credentials).values(), sk.PASSPHRASE]
    orders = [order["order_id"] for order in simulator.expected()]
    words = open(f"/proc/{running.pid}/cmdline", "rb").read() + open(f"/proc/{running.pid}/environ", "rb").read()
    for secret in values[-4:]:
        assert secret.encode() not in words, "a secret among arguments or environment"
    deleted = 0
    for descriptor in glob.glob(f"/proc/{running.pid}/fd/*"):
        try:
            if "(deleted)" in os.readlink(descriptor):
                deleted += 1
                with open(descriptor, "rb") as file, open(os.path.join(env.home, "tmp", f"deleted{deleted}"), "wb") as copy:
                    copy.write(file.read())
        except OSError:
            pass
    running.signal(signal.SIGKILL)
    running.wait()
    wal = glob.glob(env.profile_folder() + "/*-wal")
    found, files = scan(env.home, values)
    sk.equal({value: sorted(paths) for value, paths in found.items()}, {}, "found in clear")
    inside, _ = scan(env.home, orders, lambda path: "/profiles/" in path)
    sk.equal(inside, {}, "order numbers in the files of the profile")
    return f"{len(values)} values, {files} files and names, {len(wal)} write-ahead logs, {deleted} deleted files open"


def test_fifty_hiding_places(env):
    """A secret planted in every field a user can fill comes back where it belongs and nowhere else; error paths as well."""
    simulator = sk.Simulator(env, orders=20)
    env.run("profile", "create", "p").expect()
    canaries = {}

    def canary(what):
        canaries[what] = f"CANARY{len(canaries):03d}x{os.urandom(9).hex()}"
        return canaries[what]

    good = json.loads(simulator.credentials)
    for number in range(14):
        for name in good:
            wrong = {**good, name: good[name][:20] + canary(f"{name} {number}")}
            shape = number % 7
            body = json.dumps(wrong).encode()
            if shape == 1:
                body = body[:-3]
            elif shape == 2:
                body = json.dumps([wrong]).encode()
            elif shape == 3:
                body = json.dumps({"credentials": wrong}).encode()
            elif shape == 4:
                body = body + body
            elif shape == 5:
                body = json.dumps({key: [value] for key, value in wrong.items()}).encode()
            elif shape == 6:
                body = body.decode().encode("utf-16")
            if number >= 7:
                simulator.fault(("html-400", "token-unavailable", "dropped")[number % 3], times=1)
            env.run("connect", "p", "--region", "na", *simulator.endpoint(), input=body, as_json=bool(number % 2))
            simulator.clear_faults()
    for number in range(8):
        env.run("status", "p", passphrase=canary(f"passphrase {number}"), as_json=bool(number % 2)).expect(4)
    found, files = scan(env.home, list(canaries.values()) + list(good.values()))
    sk.equal(found, {}, "secrets found")
    return f"{len(canaries)} secrets planted, {files} files and names, none found"


def test_no_core_dump(env):
    sk.need_posix(env, "no core files")
    simulator = sk.Simulator(env, orders=100)
    env.connect(simulator)
    pattern = open("/proc/sys/kernel/core_pattern").read().strip()
    unlimited = lambda: resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGQUIT):
        simulator.fault("slow-body", value=30, times=0)
        before = simulator.stats()["requests"]
        running = env.start("sync", "p", preexec=unlimited)
        sk.wait_for(lambda: simulator.stats()["requests"] > before, 20, "a request in flight")
        limits = open(f"/proc/{running.pid}/limits").read()
        assert re.search(r"Max core file size\s+0\s", limits), limits
        running.signal(number)
        running.wait(10, parse=False)
        simulator.clear_faults()
        cores = [path for folder in (env.root, os.getcwd()) for path in glob.glob(folder + "/**/core*", recursive=folder == env.root) if os.path.isfile(path)]
        sk.equal(cores, [], f"after signal {number}")
    env.run("sync", "p").expect()
    return f"core_pattern {pattern}"


if __name__ == "__main__":
    sk.main(globals())
