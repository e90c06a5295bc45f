# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as cli.md promises it: members, exit codes, streams, odd input."""
import csv
import datetime
import json
import os
import re
import shutil
import zipfile

import sk

ORDER_COLUMNS = ("order_id, marketplace, created, updated, status, fulfilled_by, items, units, currency, items_total, tax_total, "
                 "grand_total").split(", ")
ITEM_COLUMNS = "order_id, item_id, sku, asin, title, quantity, currency, item_price, item_tax".split(", ")


def has(answer, *members):
    missing = [name for name in members if name not in answer.json]
    assert not missing, f"{missing} missing in {answer}"
    return answer


def test_every_command(env):
    """Each command once with --json and once without."""
    simulator = sk.Simulator(env, "--history-days", "20", orders=250)
    sk.equal(has(env.run("profile", "list").expect(), "profiles")["profiles"], [])
    sk.equal(has(env.run("profile", "create", "p").expect(), "profile")["profile"], "p")
    sk.equal(env.run("profile", "list").expect()["profiles"], ["p"])
    sk.equal(env.run("connections", "p").expect()["connections"], [])
    answer = env.run("connect", "p", "--region", "na", "--label", "Ümlaut, Inc", "--selling-partner-id", "A1B2C3", *simulator.endpoint(),
                     input=simulator.credentials).expect()
    connection = has(answer, "connection", "marketplaces")["connection"]
    assert isinstance(connection, str) and connection and isinstance(answer["marketplaces"], list) and answer["marketplaces"], answer

    listed = env.run("connections", "p").expect()["connections"]
    sk.equal(len(listed), 1)
    for name in ("id", "label", "region", "state", "features"):
        assert name in listed[0], listed
    sk.equal((listed[0]["id"], listed[0]["label"], listed[0]["region"], listed[0]["features"]), (connection, "Ümlaut, Inc", "na", []))

    env.run("feature", "list", "p", "--connection", connection).expect()
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    sk.equal(env.run("connections", "p").expect()["connections"][0]["features"], ["fulfilment-addresses"])
    sync = has(env.run("sync", "p").expect(), "data_sets")
    for row in sync["data_sets"]:
        for name in ("name", "received", "stored", "requests", "throttled"):
            assert name in row, row
    sk.equal(sync.data_set("orders")["received"], 250)
    assert b"orders" in sync.err, "progress belongs to standard error"
    quiet = env.run("sync", "p", "--quiet", "--connection", connection, "--data-set", "orders,order-items", "--since", "2025-01-01").expect()
    sk.equal(quiet.err, b"", "--quiet")

    status = has(env.run("status", "p").expect(), "data_sets", "pii", "audit")
    for row in status["data_sets"]:
        for name in ("name", "rows", "fresh_as_of"):
            assert name in row, row
    assert status["pii"]["sealed_rows"] > 0 and re.fullmatch(r"\d{4}-\d\d-\d\d", status["pii"]["next_expiry"]), status
    assert status["audit"]["entries"] > 0

    has(env.run("expire", "p").expect(), "expired_rows")
    env.run("retention", "show", "p").expect()
    env.run("retention", "set", "p", "pii.days=14").expect()
    assert any(row["key"] == "pii.days" and row["value"] == 14 for row in env.run("retention", "show", "p").expect()["retention"])
    entries = has(env.run("audit", "list", "p").expect(), "entries")["entries"]
    for entry in entries:
        for name in ("seq", "time", "actor", "operation", "connection", "outcome", "http_status", "request_id", "rows"):
            assert name in entry, entry
    sk.equal([entry["seq"] for entry in entries], list(range(entries[0]["seq"], entries[0]["seq"] + len(entries))), "sequence")
    only = env.run("audit", "list", "p", "--operation", "searchOrders", "--since", "2020-01-01").expect()["entries"]
    assert only and all(entry["operation"] == "searchOrders" and entry["http_status"] == 200 and entry["request_id"] for entry in only), only[:2]
    sk.equal(env.run("audit", "list", "p", "--since", "2099-01-01").expect()["entries"], [])
    verified = has(env.run("audit", "verify", "p").expect(), "entries", "head", "intact", "first_bad", "pruned")
    sk.equal((verified["intact"], verified["first_bad"]), (True, None))
    env.run("audit", "export", "p", "--output", "audit.jsonl").expect()
    assert os.path.getsize(os.path.join(env.work, "audit.jsonl")) > 1000

    for command in (["profile", "list"], ["connections", "p"], ["feature", "list", "p", "--connection", connection], ["sync", "p"],
                    ["status", "p"], ["inventory", "p"], ["expire", "p"], ["retention", "show", "p"], ["audit", "list", "p"], ["audit", "verify", "p"],
                    ["export", "p", "--data-set", "orders", "--format", "csv", "--output", "h.csv"], ["audit", "export", "p", "--output", "h.jsonl"]):
        human = env.run(*command, as_json=False).expect()
        assert human.out.strip() and not human.out.lstrip().startswith(b"{"), human
    env.run("disconnect", "p", "--connection", connection, "--purge", "2099-01-01").expect(2)
    env.run("disconnect", "p", "--connection", connection).expect()
    env.run("profile", "delete", "p", "--confirm", "q").expect(2)
    env.run("profile", "delete", "p", "--confirm", "p").expect()
    sk.equal(env.run("profile", "list").expect()["profiles"], [])
    left = [os.path.join(folder, name) for folder, _, names in os.walk(env.data) for name in names]
    sk.equal(left, [], "files of a deleted profile")


def test_exports(env):
    simulator = sk.Simulator(env, orders=250)
    env.connect(simulator)
    env.run("sync", "p").expect()
    for name, columns in (("orders", ORDER_COLUMNS), ("order-items", ITEM_COLUMNS)):
        lines = env.export(name)
        with open(env.export(name, form="csv"), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        sk.equal(list(rows[0]), columns, "csv columns")
        sk.equal(sorted(lines[0]), sorted(columns), "jsonl members")
        sk.equal(len(rows), len(lines), "rows")
        sk.equal([row["order_id"] for row in rows], [line["order_id"] for line in lines])
        for row, line in zip(rows, lines):
            for column in columns:
                value = line[column]
                sk.equal(row[column].lstrip("'"), "" if value is None else str(value).lstrip("'"), column)
        with zipfile.ZipFile(env.export(name, form="xlsx")) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        sk.equal(sheet.count("<row "), len(rows) + 1, "rows of the sheet")
    orders = env.export()
    for order in orders:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", order["created"]), order
        assert order["grand_total"] is None or re.fullmatch(r"-?\d+(\.\d\d)?", order["grand_total"]), order
    days = sorted(order["created"][:10] for order in orders)
    since, until = days[60], days[150]
    env.run("export", "p", "--data-set", "orders", "--format", "jsonl", "--output", "part.jsonl", "--since", since, "--until", until).expect()
    with open(os.path.join(env.work, "part.jsonl"), encoding="utf-8") as file:
        sk.equal(len(file.readlines()), sum(since <= day <= until for day in days), "--since, --until")
    env.run("export", "p", "--data-set", "orders", "--format", "csv", "--output", "/nowhere/at/all.csv").expect(1, "file")
    env.run("export", "p", "--data-set", "orders", "--format", "pdf", "--output", "a.pdf").expect(2)
    env.run("export", "p", "--data-set", "buyers", "--format", "csv", "--output", "a.csv").expect(2)
    env.run("export", "p", "--data-set", "orders", "--format", "csv", "--output", env.work).expect(1)
    assert os.path.isdir(env.work)
    # an export is never written over the profile's own files
    vault = os.path.join(env.profile_folder(), "vault.db")
    env.run("export", "p", "--data-set", "orders", "--format", "csv", "--output", vault).expect(2)
    env.run("audit", "export", "p", "--output", os.path.join(env.work, "..", "data", "profiles", "..", "profiles",
                                                           os.path.basename(env.profile_folder()), "slots")).expect(2)
    env.run("status", "p").expect()


def test_yen(env):
    """A currency without decimals."""
    simulator = sk.Simulator(env, "--region", "fe", "--marketplaces", "JP", orders=60)
    env.run("profile", "create", "p").expect()
    env.run("connect", "p", "--region", "fe", *simulator.endpoint(), input=simulator.credentials).expect()
    env.run("sync", "p").expect()
    expected = {order["order_id"]: order for order in simulator.expected()}
    rows = env.export()
    assert rows and any(row["currency"] == "JPY" for row in rows), rows[:1]
    for row in rows:
        sk.equal(sk.cents(row["grand_total"]), sk.cents(expected[row["order_id"]].get("grand_total")), "grand total")
        assert row["currency"] != "JPY" or "." not in (row["grand_total"] or ""), row


def test_wrong_usage(env):
    env.run("profile", "create", "p").expect()
    ca = os.path.join(env.work, "ca.pem")
    with open(ca, "w") as file:
        file.write("no certificate")
    endpoint = ["--api-url", "https://localhost:1", "--token-url", "https://localhost:1/t", "--ca-file", ca]
    secrets = json.dumps({"client_id": "amzn1.application-oa2-client.x", "client_secret": "amzn1.oa2-cs.v1.x", "refresh_token": "Atzr|x"}).encode()
    for command in ([], ["nonsense"], ["profile"], ["profile", "create"], ["profile", "create", ""], ["profile", "create", " p"],
                    ["profile", "create", "x" * 81], ["profile", "create", "a\nb"], ["profile", "create", "a", "b"], ["status"],
                    ["status", "p", "--nonsense", "1"], ["status", "p", "--since"], ["sync", "p", "--since", "yesterday"],
                    ["sync", "p", "--since", "2026-02-30"], ["sync", "p", "--since", "2026-1-1"], ["sync", "p", "--data-set", "nonsense"],
                    ["connect", "p"], ["connect", "p", "--region", "mars"], ["connect", "p", "--region", "na", "--api-url", "https://localhost:1"],
                    ["connect", "p", "--region", "na", "--client-secret", "geheim"], ["connect", "p", "--region", "na", "--refresh-token", "Atzr"],
                    ["connect", "p", "--region", "na", "--marketplaces", "NOWHERE"], ["feature", "enable", "p", "--connection", "x"],
                    ["connect", "p", "--region", "na", *endpoint], ["disconnect", "p"], ["retention", "set", "p", "pii.days"],
                    ["retention", "set", "p", "pii.days=31"], ["retention", "set", "p", "pii.days=0"], ["retention", "set", "p", "pii.days=x"],
                    ["retention", "set", "p", "orders.months=24"], ["retention", "set", "p", "orders.months=121", "--reason", "Tax law"],
                    ["retention", "set", "p", "orders.months=12", "--reason", "Tax law"], ["hold"], ["hold", "release", "p"],
                    ["hold", "place", "p", "--connection", "c", "--order", "1", "--kind", "mars", "--reason", "Tax", "--until", "2030-01-01"],
                    ["hold", "place", "p", "--connection", "c", "--order", "1", "--kind", "tax", "--reason", "Tax", "--until", "soon"],
                    ["audit", "list", "p", "--operation", "nonsense"], ["audit"], ["export", "p"], ["--secret-store", "mars", "profile", "list"],
                    ["--passphrase-fd", "x", "profile", "list"], ["disconnect", "p", "--connection", "c", "--purge", "soon"],
                    ["sync", "p", "--quiet=yes"], ["consent", "p", "--redirect-url", "https://agency.example/", "--draft=no"]):
        answer = env.run(*command, input=secrets)
        assert answer.code == 2 and answer.kind == "usage" and answer.message, f"usage expected: {answer}"
        human = env.run(*command, input=secrets, as_json=False)
        assert human.code == 2 and not human.out.strip() and human.err.strip(), f"message on stderr expected: {human}"
    for odd in (b"", b"null", b"[]", b"{", b"\xff\xfe\x00", b'"x"', b"{}", b'{"client_id":1,"client_secret":2,"refresh_token":3}',
                b'{"client_id":"","client_secret":"","refresh_token":""}', b"{" * 70000, b" " * (8 << 20), secrets[:-2],
                json.dumps({"client_id": "x" * 5000, "client_secret": "y", "refresh_token": "z"}).encode(),
                json.dumps({"client_id": "x\ny: z", "client_secret": "y", "refresh_token": "z"}).encode()):
        with open(ca, "wb") as file:
            file.write(open(env.outside("c") + "/ca", "rb").read() if os.path.exists(env.outside("c") + "/ca") else b"")
        answer = env.run("connect", "p", "--region", "na", "--api-url", "https://localhost:1", "--token-url", "https://localhost:1/t", "--ca-file",
                         ca, input=odd)
        assert answer.code == 2, f"{odd[:60]!r}: {answer}"
    env.run("status", "p", passphrase=None).expect(2)
    env.run("status", "p", passphrase="").expect(2)
    closed = env.run("--passphrase-fd", "250", "status", "p")
    assert closed.code == 2, closed
    version = env.run("--version", as_json=False).expect()
    assert re.match(rb"sellerkeep-cli \d", version.out), version
    assert b"profile create" in env.run("--help", as_json=False).expect().out


def test_window_with_wrong_usage(env):
    if not env.desktop or not os.path.exists(env.desktop[-1]):
        raise sk.Skip("the desktop application was not built")
    answer = env.start("p", "--api-url", "https://localhost:1", program=env.desktop, as_json=False,
                       env={"QT_QPA_PLATFORM": "offscreen"}).wait()
    assert answer.code == 2 and b"--ca-file" in answer.err, answer


def test_no_such(env):
    env.run("status", "nobody").expect(3)
    env.run("profile", "delete", "nobody", "--confirm", "nobody").expect(3)
    env.run("sync", "nobody").expect(3)
    env.run("profile", "create", "p").expect()
    env.run("profile", "create", "p").expect(1, "already_exists")
    env.run("profile", "create", "P").expect(1, "already_exists")
    env.run("sync", "p", "--connection", "nobody").expect(3)
    env.run("disconnect", "p", "--connection", "nobody").expect(3)
    env.run("feature", "enable", "p", "--connection", "nobody", "fulfilment-addresses").expect(3)
    env.run("feature", "list", "p", "--connection", "nobody").expect(3)
    env.run("sync", "p").expect()  # nothing to do
    env.run("status", "p", passphrase="wrong").expect(4, "wrong_passphrase")
    env.run("status", "p").expect()


def test_names(env):
    """Names are names, not paths; any script will do, under any locale."""
    names = ["Müller & Söhne", "東京ストア", "../../etc", "a/b", "Δ", "-p", "con", "🛒", "x" * 80, "%s%n", "a;rm -rf b"]
    for name in names:
        answer = env.run("profile", "create", "--", name) if name.startswith("-") else env.run("profile", "create", name)
        assert answer.code == 0 or (name.startswith("-") and answer.code == 2), answer
        if answer.code == 0:
            env.run("status", name, env={"LC_ALL": "C", "LANG": "C"}).expect()
    listed = env.run("profile", "list").expect()["profiles"]
    sk.equal(sorted(set(listed) | {"-p"}), sorted(names), "profiles")
    for folder, folders, _ in os.walk(env.data):
        for name in folders:
            assert re.fullmatch(r"profiles|[0-9a-f-]{36}", name), os.path.join(folder, name)
    for folder, folders, files in os.walk(env.data):
        for name in folders + files:
            mode = os.stat(os.path.join(folder, name)).st_mode & 0o077
            if not env.windows:  # access lists: base_files
                sk.equal(mode, 0, f"rights of {name}")


def test_secret_not_from_environment(env):
    env.run("profile", "create", "p").expect()
    for name in ("SELLERKEEP_PASSPHRASE", "PASSPHRASE", "SK_PASSPHRASE"):
        env.run("status", "p", passphrase=None, env={name: sk.PASSPHRASE}).expect(2)


def test_where_it_lies(env):
    """GOV-3: the folder is shown, and a warning when a synchronising client would carry it away."""
    env.run("profile", "create", "p").expect()
    status = env.run("status", "p").expect()
    assert status["folder"].startswith(env.shown(env.data)), status["folder"]
    sk.equal(status["warnings"], [], "warnings")
    synchronised = os.path.join(env.home, "Dropbox", "books")
    env.run("profile", "create", "q", data=synchronised).expect()
    warnings = env.run("status", "q", data=synchronised).expect()["warnings"]
    assert len(warnings) == 1 and "Dropbox" in warnings[0] and "Move" in warnings[0], warnings
    assert "Dropbox" in env.run("status", "q", data=synchronised, as_json=False).out.decode()


def test_inventory(env):
    """RET-6: every class of data, and the same numbers that other commands tell."""
    simulator = sk.Simulator(env, "--history-days", "20", orders=250)
    first = env.connect(simulator)
    env.run("feature", "enable", "p", "--connection", first, "fulfilment-addresses").expect()
    env.run("sync", "p").expect()
    env.export(form="csv")
    inventory = has(env.run("inventory", "p").expect(), "taken", "folder", "warnings", "classes")
    sk.equal(inventory["folder"], env.shown(env.profile_folder()), "folder")
    classes = {row["name"]: row for row in inventory["classes"]}
    sk.equal(len(classes), len(inventory["classes"]), "names")
    for row in classes.values():
        for name in ("title", "purpose", "fields", "rows", "oldest", "newest", "key", "location", "deleted_by", "deletion",
                     "deleted_from", "connections"):
            assert name in row, row
        assert row["fields"] and row["purpose"] and row["deletion"] and "%n" not in row["deletion"], row
    status = env.run("status", "p").expect()
    for name in ("orders", "order-items", "marketplaces"):
        sk.equal(classes[name]["rows"], status.data_set(name)["rows"], name)
        sk.equal([(one["connection"], one["rows"]) for one in classes[name]["connections"]], [(first, classes[name]["rows"])], name)
    sealed = classes["pii-values"]
    sk.equal((sealed["rows"], sealed["deleted_from"]), (status["pii"]["sealed_rows"], status["pii"]["next_expiry"]), "PII")
    assert sealed["rows"] > 0 and "postal code" in sealed["fields"] and sealed["location"] == "pii.db", sealed
    assert 0 < classes["audit-entries"]["rows"] <= status["audit"]["entries"], classes["audit-entries"]  # status opened the profile again
    sk.equal((classes["export-files"]["rows"], classes["credentials"]["rows"], classes["expiry-keys"]["rows"]), (1, 1, 1))
    sk.equal((classes["credentials"]["location"], classes["credentials"]["key"]), ("secrets.sealed", "passphrase"))
    for planted in simulator.planted():
        assert planted not in inventory.text, planted
    human = env.run("inventory", "p", as_json=False).expect().text
    assert "pii-values" in human and "fields: " in human and "purpose: " in human and env.shown(env.profile_folder()) in human, human

    env.run("retention", "set", "p", "orders.months=6").expect()
    env.run("disconnect", "p", "--connection", first).expect()
    later = {row["name"]: row for row in env.run("inventory", "p").expect()["classes"]}
    sk.equal([later[name]["rows"] for name in ("pii-values", "credentials", "expiry-keys")], [0, 0, 0], "after a disconnect")
    assert later["orders"]["deletion"].startswith("6 months after receipt"), later["orders"]
    purge = env.run("connections", "p").expect()["connections"][0]["purge_on"]
    sk.equal({later[name]["deleted_from"] for name in ("orders", "order-items", "connections", "sync-marks")}, {purge}, "deletion date")
    env.run("inventory", "nobody").expect(3)
    env.run("inventory").expect(2)


def test_holds(env):
    """A hold keeps one order's values beyond their day, in the register and nowhere else, until it is released."""
    sk.need_faketime()
    simulator = sk.Simulator(env, "--history-days", "20", "--merchant-share", "0.8", orders=120)
    connection = env.connect(simulator)
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    env.run("sync", "p").expect()
    planted = [value.encode() for value in simulator.planted() if len(value) > 5]
    simulator.stop()
    with open(env.export(form="csv"), newline="", encoding="utf-8-sig") as file:
        orders = [row["order_id"] for row in csv.DictReader(file)]
    until = (datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=400)).isoformat()

    def place(order, kind="tax", day=until, reason="Tax audit 2026"):
        return env.run("hold", "place", "p", "--connection", connection, "--order", order, "--kind", kind, "--reason", reason, "--until", day)

    place("000-0000000-0000000").expect(3)
    hold = next(answer for answer in map(place, orders) if answer.code == 0)["hold"]
    assert hold["values"] > 0 and hold["in_force"] and hold["until"] == until and hold["by"] == "owner", hold
    place(hold["order"]).expect(1)
    place(hold["order"], kind="legal", day="2099-01-01").expect(2)
    later = sk.clock("+31d")
    pii = env.run("status", "p", env=later).expect()["pii"]
    sk.equal((pii["sealed_rows"], pii["held_rows"]), (0, hold["values"]), "31 days on")
    sk.equal(env.run("hold", "list", "p", env=later).expect()["holds"], [hold], "register")
    human = env.run("hold", "list", "p", env=later, as_json=False).expect().out
    assert hold["order"].encode() in human and b"Tax audit 2026" in human and not any(value in human for value in planted), human
    refused = env.run("erase", "p", "--connection", connection, "--confirm", connection, "--reason", "buyer-request", env=later)
    sk.equal((refused.code, refused.kind), (1, "hold_in_force"), "an erasure for the buyer")
    env.run("disconnect", "p", "--connection", connection, "--purge", "now", env=later).expect()
    sk.equal(env.run("status", "p", env=later).expect()["pii"]["held_rows"], hold["values"], "after a disconnect")
    released = env.run("hold", "release", "p", "--hold", hold["id"], env=later).expect()["hold"]
    assert released["ended"] and released["ended_by"] == "hand" and not released["in_force"], released
    env.run("hold", "release", "p", "--hold", hold["id"], env=later).expect(3)
    sk.equal(env.run("status", "p", env=later).expect()["pii"]["held_rows"], 0, "after the release")
    told = [(entry["operation"], entry["rows"]) for entry in env.run("audit", "list", "p", env=later).expect()["entries"]]
    sk.equal([entry for entry in told if entry[0].startswith("hold.")], [("hold.placed", hold["values"]), ("hold.released", hold["values"])])
    assert env.run("audit", "verify", "p", env=later).expect()["intact"]
    return f"{hold['values']} values of one order outlived {len(orders)} orders' 30 days"


def test_legal_reason(env):
    env.run("profile", "create", "p").expect()

    def orders():
        return next(row for row in env.run("retention", "show", "p").expect()["retention"] if row["key"] == "orders.months")

    sk.equal((orders()["value"], orders()["cap"], orders()["most"], orders()["reason"]), (18, 18, 120, ""))
    env.run("retention", "set", "p", "orders.months=96", "--reason", "§ 147 AO").expect()
    sk.equal((orders()["value"], orders()["reason"]), (96, "§ 147 AO"))
    assert "§ 147 AO" in env.run("retention", "show", "p", as_json=False).expect().out.decode()
    env.run("retention", "set", "p", "orders.months=18").expect()
    sk.equal((orders()["value"], orders()["reason"]), (18, ""), "the reason goes with the need for it")


def test_integrity(env):
    """Exit 8 for everything that was done to the files behind our back; the files stay as they are."""
    simulator = sk.Simulator(env, orders=120)
    env.connect(simulator)
    env.run("sync", "p").expect()
    folder = env.profile_folder()
    vault = os.path.join(folder, "vault.db")
    good = env.outside("good")
    shutil.copytree(folder, good, dirs_exist_ok=True)

    def restore():
        for name in os.listdir(folder):
            os.unlink(os.path.join(folder, name))
        shutil.copytree(good, folder, dirs_exist_ok=True)

    def damaged(what, change, code=8, command=("status", "p")):
        change()
        before = open(vault, "rb").read() if os.path.exists(vault) else None
        answer = env.run(*command)
        assert answer.code == code, f"{what}: {answer}"
        after = open(vault, "rb").read() if os.path.exists(vault) else None
        if command[0] == "status":
            assert before == after, f"{what}: vault.db was changed"
        print(f"  {what}: exit {answer.code} {answer.kind}")
        restore()

    def write(name, content):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)

    content = open(vault, "rb").read()
    damaged("vault cut in half", lambda: write("vault.db", content[:len(content) // 2]))
    damaged("vault empty", lambda: write("vault.db", b""))
    damaged("vault gone", lambda: os.unlink(vault))
    damaged("vault overwritten", lambda: write("vault.db", os.urandom(len(content))))
    damaged("first page flipped", lambda: write("vault.db", content[:200] + bytes([content[200] ^ 1]) + content[201:]))
    damaged("pii.db gone", lambda: os.unlink(os.path.join(folder, "pii.db")))
    damaged("slots damaged", lambda: write("slots", b"SKSLOTS\x01" + os.urandom(50)))
    damaged("slots gone", lambda: os.unlink(os.path.join(folder, "slots")))
    damaged("sealed secrets cut", lambda: write("secrets.sealed", open(os.path.join(good, "secrets.sealed"), "rb").read()[:60]))
    damaged("sealed secrets gone", lambda: os.unlink(os.path.join(folder, "secrets.sealed")), code=4)
    # an older, intact vault
    simulator.change_orders(touch=5)
    env.run("sync", "p").expect()
    newer = env.outside("newer")
    shutil.copytree(folder, newer, dirs_exist_ok=True)
    write("vault.db", content)
    rolled = env.run("status", "p").expect(8)
    sk.equal(rolled.kind, "vault_rolled_back")
    restore()
    # entries changed with the key at hand
    for what, sql in (("changed", "UPDATE audit_entry SET rows = rows + 1 WHERE seq = 3"), ("removed", "DELETE FROM audit_entry WHERE seq = 4"),
                      ("renumbered", "UPDATE audit_entry SET seq = seq + 100000 WHERE seq = 5")):
        env.attack("query", folder, "vault", sql)
        answer = env.run("audit", "verify", "p").expect(8, "audit_broken")
        sk.equal(answer["intact"], False)
        assert isinstance(answer["first_bad"], int) and 3 <= answer["first_bad"] <= 6, answer
        restore()
    env.attack("query", folder, "vault", "DELETE FROM audit_entry WHERE seq > (SELECT max(seq) - 3 FROM audit_entry)")
    env.run("status", "p").expect(8)
    restore()
    env.run("audit", "verify", "p").expect()


def test_unwritable(env):
    env.run("profile", "create", "p").expect()
    blocked = os.path.join(env.work, "file")
    with open(blocked, "w") as file:
        file.write("x")
    answer = env.run("profile", "create", "q", data=blocked)
    assert answer.code == 1 and answer.message, answer
    sk.equal(env.run("profile", "list", data=blocked + "2").expect()["profiles"], [])


def test_disk_full(env):
    """A limit on the size of files stands for a full disk: exit 1, and everything committed is still there afterwards."""
    import resource
    import signal
    simulator = sk.Simulator(env, orders=3000)
    env.connect(simulator)

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    answer = env.run("sync", "p", preexec=limit)
    assert answer.code in (1, 7), answer
    env.run("sync", "p").expect()
    sk.equal(len(env.export()), 3000, "orders")
    assert env.run("audit", "verify", "p").expect()["intact"]
    return f"{answer.code} {answer.kind}: {answer.message}"


if __name__ == "__main__":
    sk.main(globals())
