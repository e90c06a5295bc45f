# SPDX-License-Identifier: GPL-3.0-or-later
"""The client against a mock server made from Amazon's own models, so that simulator and client cannot agree on a mistake.
Prism (npm @stoplight/prism-cli) checks every request against the model; a small TLS proxy before it plays Login with Amazon."""
import http.client
import http.server
import json
import os
import socket
import ssl
import subprocess
import threading
import time

import plaintext
import sk
import tls

PERSONAL = ("buyer", "recipient", "tax", "payment", "giftMessage", "customization", "serialNumbers", "trackingNumber", "transparencyCodes",
            "shipFromAddress", "cancelReason")
PUBLIC = {"countryCode", "addressType"}


def prism_program(env):
    npm, cache = sk.need("npm"), os.environ.get("SK_CACHE") or env.outside("cache")
    program = os.path.join(cache, "prism", "node_modules", ".bin", "prism")
    if not os.path.exists(program):
        os.makedirs(os.path.join(cache, "prism"), exist_ok=True)
        with open(os.path.join(cache, "prism", "npm.log"), "wb") as log:
            done = subprocess.run([npm, "install", "--no-audit", "--no-fund", "--prefix", os.path.join(cache, "prism"), "@stoplight/prism-cli"],
                                  stdout=log, stderr=log, timeout=240, check=False)
        if done.returncode or not os.path.exists(program):
            raise sk.Skip("prism cannot be installed from the npm registry")
    return program


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def serve_model(env, program, model):
    port = free_port()
    log = open(os.path.join(env.outside("prism"), os.path.basename(model) + ".log"), "wb")
    process = subprocess.Popen([program, "mock", "--host", "127.0.0.1", "--port", str(port), model], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    env.cleanup.callback(lambda: (process.terminate(), process.wait(), log.close()))

    def listens():
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return True
        except OSError:
            return False
    sk.wait_for(listens, 60, "prism", 0.2)
    return port


class Proxy(http.server.ThreadingHTTPServer):
    """TLS in front of prism. `instead` replaces the body of searchOrders after prism has judged the request."""
    daemon_threads = True

    def __init__(self, pair, orders, sellers):
        super().__init__(("127.0.0.1", 0), Handler)
        self.ports = {"/orders": orders, "/sellers": sellers}
        self.seen, self.bad, self.instead, self.details = [], [], None, {}
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("x-amzn-RequestId", "prism")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.reply(200, json.dumps({"access_token": tls.ACCESS, "token_type": "bearer", "expires_in": 3600,
                                    "refresh_token": tls.SECRETS["refresh_token"]}).encode())

    def do_GET(self):
        port = next(port for prefix, port in self.server.ports.items() if self.path.startswith(prefix))
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        line.request("GET", self.path, headers={name: value for name, value in self.headers.items() if name.lower() != "host"})
        answer = line.getresponse()
        body = answer.read()
        self.server.seen.append((self.path, answer.status))
        violations = [row for row in json.loads(answer.getheader("sl-violations") or "[]") if row["location"][0] != "response"]
        if answer.status >= 400 or violations:  # an example that breaks its own model is not ours to judge
            self.server.bad.append((self.path, answer.status, body[:600], answer.getheader("sl-violations")))
        path = self.path.split("?")[0]
        if answer.status == 200 and path.endswith("/orders") and self.server.instead is not None:
            body = self.server.instead
        if answer.status == 200 and path.rsplit("/", 1)[-1] in self.server.details:
            body = self.server.details[path.rsplit("/", 1)[-1]]
        self.reply(answer.status, body)


def personal_values(node, inside=False, name=""):
    """Every text of an order that is about a person."""
    if isinstance(node, dict):
        return [value for key, child in node.items() for value in personal_values(child, inside or key in PERSONAL, key)]
    if isinstance(node, list):
        return [value for child in node for value in personal_values(child, inside, name)]
    return [node] if inside and isinstance(node, str) and len(node) >= 6 and name not in PUBLIC else []


def examples(model):
    """(searchOrders bodies, getOrder orders) that Amazon publishes."""
    pages, orders = [], []
    for path, operations in model["paths"].items():
        answer = operations["get"]["responses"]["200"]
        bodies = [answer["examples"]["application/json"]] + [row["response"] for row in answer.get("x-amzn-api-sandbox", {}).get("static", [])]
        (orders if "{orderId}" in path else pages).extend(bodies)
    return pages, orders


def test_amazons_models(env):
    shared = os.environ.get("SK_SHARED") or os.path.join(os.path.dirname(__file__), "../../../shared")
    folder = os.path.join(shared, "sp-api-models")
    if not os.path.exists(folder):
        raise sk.Skip("Amazon's models are not here")
    program = prism_program(env)
    with open(os.path.join(folder, "orders_2026-01-01.json"), encoding="utf-8") as file:
        pages, orders = examples(json.load(file))
    authority = tls.Authority(env.outside("certificates"))
    proxy = Proxy(authority.leaf("prism"), serve_model(env, program, os.path.join(folder, "orders_2026-01-01.json")),
                  serve_model(env, program, os.path.join(folder, "sellers.json")))
    url = f"https://localhost:{proxy.server_address[1]}"
    env.run("profile", "create", "p").expect()
    connected = env.run("connect", "p", "--region", "na", "--api-url", url, "--token-url", url + "/auth/o2/token", "--ca-file", authority.ca,
                        input=json.dumps(tls.SECRETS).encode())
    if connected.code:  # the example of the Sellers API may name a marketplace of another region
        raise AssertionError(f"connect: {connected} {proxy.bad}")
    connection = connected["connection"]
    env.run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()

    first = env.run("sync", "p", timeout=120)  # prism repeats its page for ever: a loop is noticed, what came is kept
    assert first.code in (0, 7), first
    sk.equal(proxy.bad, [], "requests that Amazon's model refuses")

    wanted, personal = {}, set()
    variants = [dict(page) for page in pages] + [{"orders": [order["order"]]} for order in orders]
    # the same orders waiting for shipment, so that their addresses are asked for
    for number, order in enumerate([order for page in pages for order in page["orders"]] + [order["order"] for order in orders]):
        waiting = json.loads(json.dumps(order))
        waiting["orderId"] = f"999-{number:07d}-0000000"
        waiting.setdefault("fulfillment", {}).update({"fulfillmentStatus": "UNSHIPPED", "fulfilledBy": "MERCHANT"})
        waiting["lastUpdatedTime"] = waiting["createdTime"] = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 7200))
        variants.append({"orders": [waiting]})
        proxy.details[waiting["orderId"]] = json.dumps({"order": waiting}).encode()
    for order in [order for page in variants for order in page["orders"]]:
        wanted[order["orderId"]] = order
        personal |= set(personal_values(order))
    proxy.instead = json.dumps({"orders": list(wanted.values()), "lastUpdatedBefore": "2026-01-01T00:00:00Z"}).encode()
    env.run("sync", "p", timeout=120).expect()  # at Amazon's own pace: a burst of twenty requests must do
    sk.equal(proxy.bad, [], "requests that Amazon's model refuses")

    rows = {row["order_id"]: row for row in env.export()}
    missing = set(wanted) - set(rows)
    sk.equal(missing, set(), "orders of the examples that were not stored")
    for order_id, order in wanted.items():
        total = order.get("proceeds", {}).get("grandTotal", {}).get("amount")
        if total is not None:
            sk.equal(sk.cents(rows[order_id]["grand_total"]), sk.cents(total), f"{order_id} grand total")
        sk.equal(int(rows[order_id]["items"]), len(order.get("orderItems", [])), f"{order_id} items")
    sealed = env.run("status", "p").expect()["pii"]["sealed_rows"]
    for name in ("orders", "order-items"):
        for form in ("csv", "xlsx"):
            env.export(name, form=form)
    env.run("audit", "export", "p", "--output", "audit.jsonl").expect()
    found, files = plaintext.scan(env.home, personal | set(tls.SECRETS.values()) | {tls.ACCESS})
    sk.equal({value: sorted(paths) for value, paths in found.items()}, {}, "personal values found")
    asked = {path.split("?")[0].split("/orders/")[-1][:12] for path, _ in proxy.seen}
    return (f"first sync exit {first.code} {first.kind or ''}; {len(proxy.seen)} requests, 0 refused ({sorted(asked)[:4]}…), {len(wanted)} orders, "
            f"{sealed} sealed values, {len(personal)} personal values not found in {files} files and names")


if __name__ == "__main__":
    sk.main(globals())
