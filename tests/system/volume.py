# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand orders arrive once, to the cent, within Amazon's rates; later syncs ask only for what is new."""
import collections
import datetime
import os

import sk


def iso(seconds_from_now):
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds_from_now)
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def compare_orders(rows, expected, quiet_after):
    """Every expected order once; amounts equal unless the order changed at the edge of the present. Returns how many are equal."""
    by_id = {row["order_id"]: row for row in rows}
    sk.equal(len(by_id), len(rows), "an order twice in the export")
    skipped = 0
    sums = collections.Counter()
    for order in expected:
        row = by_id.get(order["order_id"])
        if row is None or row["updated"][:19] != order["updated"][:19]:
            assert max(order["updated"], row["updated"] if row else "")[:19] >= quiet_after, f"missing or stale: {order} {row}"
            skipped += 1
            continue
        for ours, theirs in (("status", "status"), ("fulfilled_by", "fulfilled_by"), ("marketplace", "marketplace"), ("created", "created")):
            sk.equal(str(row[ours])[:19], str(order[theirs])[:19], f"{order['order_id']} {ours}")
        sk.equal(sk.cents(row["grand_total"]), sk.cents(order.get("grand_total")), f"{order['order_id']} grand total")
        for name, part in (("items_total", "item_amount"), ("tax_total", "tax_amount")):
            if row["grand_total"] is not None:
                sk.equal(sk.cents(row[name]) or 0, sum(sk.cents(item.get(part)) or 0 for item in order["items"]), f"{order['order_id']} {name}")
        sk.equal(int(row["items"]), len(order["items"]), "items")
        sk.equal(int(row["units"]), sum(item["quantity"] for item in order["items"]), "units")
        sums[order["currency"]] += sk.cents(order.get("grand_total")) or 0
        sums["ours " + str(order["currency"])] += sk.cents(row["grand_total"]) or 0
    for currency in [name for name in sums if not str(name).startswith("ours ")]:
        sk.equal(sums["ours " + str(currency)], sums[currency], f"sum in {currency}")
    assert skipped <= 5, f"{skipped} orders changed while we looked"
    return len(expected) - skipped


def compare_items(rows, expected, order_ids):
    by_id = {(row["order_id"], row["item_id"]): row for row in rows}
    sk.equal(len(by_id), len(rows), "an item twice in the export")
    for order in expected:
        if order["order_id"] not in order_ids:
            continue
        for item in order["items"]:
            row = by_id[(order["order_id"], item["item_id"])]
            for name in ("sku", "asin"):
                sk.equal(row[name], item[name], name)
            sk.equal(int(row["quantity"]), item["quantity"], "quantity")
            sk.equal(sk.cents(row["item_price"]), sk.cents(item.get("item_amount")), f"price of {item}")
            item_price, tax, total = (sk.cents(item.get(name)) or 0 for name in ("item_amount", "tax_amount", "total"))
            if item_price + tax == total: # neither shipping nor a discount: all of the tax is the item's own
                sk.equal(sk.cents(row["item_tax"]) or 0, tax, f"tax of {item}")


def audit_calls(env, profile="p"):
    entries = env.run("audit", "list", profile).expect()["entries"]
    return collections.Counter(entry["operation"] for entry in entries if entry["http_status"])


def test_ten_thousand_orders(env):
    count = sk.number("SK_ORDERS", 10000)
    quiet_after = iso(-300)
    simulator = sk.Simulator(env, orders=count, enforce=True, rate_scale=600)
    env.connect(simulator)
    answer = env.run("sync", "p", timeout=400).expect()
    print(answer.text, f"{answer.seconds:.1f} s")
    expected = simulator.expected()
    rows = env.export()
    equal = compare_orders(rows, expected, quiet_after)
    items = env.export("order-items")
    compare_items(items, expected, {row["order_id"] for row in rows if row["updated"][:19] < quiet_after})
    assert abs(len(rows) - count) <= 3, len(rows)
    sk.equal(env.run("status", "p").expect().data_set("orders")["rows"], len(rows), "status rows")

    stats = simulator.stats()
    assert stats["throttled"] == 0, stats["byStatus"]
    calls = audit_calls(env)
    for operation in ("searchOrders", "getMarketplaceParticipations"):
        sk.equal(calls[operation], stats["byOperation"][operation], f"audited calls of {operation}")
    sk.equal(calls["lwa.refreshToken"], stats["byOperation"]["token"], f"audited token calls {calls}")

    before = simulator.requests("searchOrders")
    again = env.run("sync", "p", timeout=60).expect()
    sk.equal(simulator.requests("searchOrders") - before, 1, "requests of a second sync")
    sk.equal(simulator.stats()["throttled"], 0, "throttled")
    print(again.text)
    return f"{count} expected, {len(rows)} rows, {len(items)} items, {equal} orders equal to the cent, {answer.seconds:.1f} s, 429s: {stats['throttled']}"


def test_new_and_updated_orders(env):
    sk.need_faketime()
    stamp = os.path.join(env.outside("clock"), "offset")
    with open(stamp, "w") as file:
        file.write("+0")
    moving = sk.clock("", FAKETIME_TIMESTAMP_FILE=stamp, FAKETIME_NO_CACHE="1")
    del moving["FAKETIME"]
    simulator = sk.Simulator(env, orders=400, extra_env=moving)
    env.connect(simulator)
    env.run("sync", "p", env=moving).expect()
    before = {row["order_id"]: row for row in env.export()}
    simulator.change_orders(add=25, touch=30)
    with open(stamp, "w") as file:
        file.write("+600")
    requests = simulator.requests("searchOrders")
    answer = env.run("sync", "p", env=moving).expect()
    after = {row["order_id"]: row for row in env.export()}
    new = set(after) - set(before)
    changed = [key for key in before if before[key]["updated"] != after[key]["updated"]]
    assert 25 <= len(new) <= 27, (len(new), answer.text)
    assert 28 <= len(changed) <= 40, len(changed)
    sk.equal(simulator.requests("searchOrders") - requests, 1, "requests")
    return f"{len(new)} new, {len(changed)} changed, one request"


if __name__ == "__main__":
    sk.main(globals())
