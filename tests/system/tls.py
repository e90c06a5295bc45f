# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that cannot prove who they are get no byte of a secret."""
import json
import os
import socket
import ssl
import subprocess
import threading
import urllib.parse
import warnings

import sk

SECRETS = dict(client_id="amzn1.application-oa2-client." + "0123456789abcdef" * 2, client_secret="amzn1.oa2-cs." + "v1.CANARYSECRET" + "a" * 44,
               refresh_token="Atzr" + "|CANARYREFRESH" + "b" * 56)
ACCESS = "Atza" + "|CANARYACCESS" + "c" * 36


warnings.simplefilter("ignore", DeprecationWarning)  # old TLS is offered on purpose


class Authority:
    """Certificates made by the openssl command."""

    def __init__(self, folder, name="ca"):
        sk.need("openssl")
        self.folder, self.name = folder, name
        self.ca = os.path.join(folder, name + ".pem")
        self.run("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30", "-subj", f"/CN=Test {name}",
                 "-keyout", self.ca + ".key", "-out", self.ca, "-addext", "keyUsage=critical,keyCertSign")

    def run(self, *words):
        done = subprocess.run(["openssl", *words], cwd=self.folder, capture_output=True, check=False)
        assert done.returncode == 0, (words, done.stderr)

    def leaf(self, name, san="DNS:localhost,IP:127.0.0.1", cn="localhost", days="30", key=("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
             extensions="", own=False, digest="-sha256"):
        base = os.path.join(self.folder, name)
        with open(base + ".ext", "w") as file:
            file.write("basicConstraints=CA:FALSE\n" + (f"subjectAltName={san}\n" if san else "")
                       + (extensions or "extendedKeyUsage=serverAuth\n"))
        self.run("req", "-new", "-newkey", *key, "-nodes", "-subj", f"/CN={cn}", "-keyout", base + ".key", "-out", base + ".csr")
        signer = ["-signkey", base + ".key"] if own else ["-CA", self.ca, "-CAkey", self.ca + ".key", "-CAcreateserial"]
        self.run("x509", "-req", "-in", base + ".csr", *signer, "-days", days, digest, "-extfile", base + ".ext", "-out", base + ".pem")
        return base + ".pem", base + ".key"


class Server(threading.Thread):
    """Answers every request the same way and remembers each byte it was sent in the clear or after the handshake."""

    def __init__(self, pair=None, answer=b"", prepare=None):
        super().__init__(daemon=True)
        self.context = None
        if pair:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            if prepare:
                prepare(self.context)
            self.context.load_cert_chain(*pair)
        self.answer, self.received, self.wire = answer, b"", b""
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.start()

    def run(self):
        while True:
            try:
                plain, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(plain,), daemon=True).start()

    def serve(self, plain):
        plain.settimeout(5)
        try:
            stream = self.context.wrap_socket(plain, server_side=True) if self.context else plain
            while True:
                piece = stream.recv(65536)
                if not piece:
                    break
                self.received += piece
                if not self.context or b"\r\n\r\n" in piece or b"client_secret" in piece:
                    stream.sendall(self.answer)
        except OSError:
            pass
        plain.close()

    def close(self):
        self.socket.close()


def json_answer(value):
    body = json.dumps(value).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body


TOKEN = json_answer({"access_token": ACCESS, "token_type": "bearer", "expires_in": 3600, "refresh_token": SECRETS["refresh_token"]})


def connect(env, api, token, ca, secrets=None):
    return env.run("connect", "p", "--region", "na", "--api-url", api, "--token-url", token, "--ca-file", ca,
                   input=json.dumps(secrets or SECRETS).encode())


def leaked(*servers):
    words = (*SECRETS.values(), ACCESS, "client_secret", "x-amz-access-token")
    return [word for server in servers for word in words if word.encode() in urllib.parse.unquote_to_bytes(server.received)]


def cases(authority, other):
    tls12 = lambda context: setattr(context, "maximum_version", ssl.TLSVersion.TLSv1_2)

    def tls11(context):
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1

    def no_forward_secrecy(context):
        tls12(context)
        context.set_ciphers("AES128-GCM-SHA256:AES256-GCM-SHA384")

    def weak(context):
        tls12(context)
        context.set_ciphers("ALL:@SECLEVEL=0")

    def cbc(context):
        tls12(context)
        context.set_ciphers("ECDHE-RSA-AES128-SHA")

    rsa = ("rsa:2048",)
    return [
        ("expired", authority.leaf("expired", days="-1"), None),
        ("self-signed", authority.leaf("own", own=True), None),
        ("unknown authority", other.leaf("other"), None),
        ("another host", authority.leaf("host", san="DNS:example.com", cn="example.com"), None),
        ("right CN, another SAN", authority.leaf("san", san="DNS:example.com", cn="localhost"), None),
        ("right CN, no SAN", authority.leaf("nosan", san="", cn="localhost"), None),
        ("a longer name", authority.leaf("longer", san="DNS:localhost.example.com"), None),
        ("for clients only", authority.leaf("client", extensions="extendedKeyUsage=clientAuth\n"), None),
        ("signed by a server certificate", None, None),
        ("TLS 1.1", authority.leaf("tls11", key=rsa), tls11),
        ("no forward secrecy", authority.leaf("pfs", key=rsa), no_forward_secrecy),
        ("RSA with 1024 bits", authority.leaf("short", key=("rsa:1024",)), weak),
        ("plain http", None, None),
    ]


def test_refused_servers(env):
    folder = env.outside("certificates")
    authority, other = Authority(folder), Authority(folder, "other")
    env.run("profile", "create", "p").expect()
    good = Server(authority.leaf("good"), TOKEN)
    control = connect(env, f"https://localhost:{good.port}", f"https://localhost:{good.port}/auth/o2/token", authority.ca)
    assert set(leaked(good)) >= {SECRETS["refresh_token"], ACCESS}, f"the control must see the secrets: {control} {good.received!r}"
    refused = 0
    for name, pair, prepare in cases(authority, other):
        if name == "signed by a server certificate":
            fake = Authority(folder, "fake")
            middle = authority.leaf("middle")
            os.replace(middle[0], fake.ca)
            os.replace(middle[1], fake.ca + ".key")
            leaf = fake.leaf("under")
            with open(leaf[0], "a") as file, open(fake.ca) as issuer:
                file.write(issuer.read())
            pair = leaf
        try:
            bad = Server(pair, TOKEN, prepare)
        except ssl.SSLError as error:
            print(f"  {name}: this OpenSSL cannot serve it: {error}")
            continue
        url = f"https://localhost:{bad.port}"
        answer = connect(env, url, url + "/auth/o2/token", authority.ca)
        kinds = ("tls_refused", "offline") if name == "plain http" else ("tls_refused",)
        assert answer.code == 6 and answer.kind in kinds, f"{name}: {answer}"
        sk.equal(leaked(bad), [], f"{name}: token endpoint")
        # the token from an honest server, the data from this one
        good.received = b""
        answer = connect(env, url, f"https://localhost:{good.port}/auth/o2/token", authority.ca)
        assert answer.code == 6 and answer.kind in kinds, f"{name} as data server: {answer}"
        sk.equal(leaked(bad), [], f"{name}: data endpoint")
        assert bad.received == b"" or name == "plain http", f"{name}: {bad.received!r}"
        assert SECRETS["refresh_token"] in leaked(good)
        print(f"  {name}: {answer.message[-110:]}")
        refused += 1
        bad.close()
    wrong_name = connect(env, f"https://127.0.0.1:{good.port}", f"https://127.0.0.1:{good.port}/t", authority.ca)
    assert wrong_name.code != 0
    sk.equal(env.run("connections", "p").expect()["connections"], [])
    return f"{refused} kinds refused, each as token and as data server"


def test_address_not_in_the_certificate(env):
    authority = Authority(env.outside("certificates"))
    env.run("profile", "create", "p").expect()
    server = Server(authority.leaf("name", san="DNS:localhost"), TOKEN)
    answer = connect(env, f"https://127.0.0.1:{server.port}", f"https://127.0.0.1:{server.port}/t", authority.ca).expect(6, "tls_refused")
    sk.equal(leaked(server), [])
    return answer.message


def test_redirects(env):
    authority = Authority(env.outside("certificates"))
    env.run("profile", "create", "p").expect()
    pair = authority.leaf("good")
    done = 0
    for status in (301, 302, 307):
        for target in ("https://localhost:{port}/x", "http://localhost:{port}/x", "//localhost:{port}/x", "https://sellingpartnerapi-na.amazon.com.example.org/"):
            thief = Server(pair if "http:" not in target else None, TOKEN)
            location = target.format(port=thief.port).encode()
            redirect = Server(pair, b"HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n" % (status, location))
            honest = Server(pair, TOKEN)
            url = f"https://localhost:{redirect.port}"
            first = connect(env, url, url + "/t", authority.ca).expect(6, "redirect_refused")
            sk.equal(thief.received, b"", "redirected token request")
            if status == 307:
                connect(env, url, f"https://localhost:{honest.port}/t", authority.ca).expect(6, "redirect_refused")
                sk.equal(thief.received, b"", "redirected data request")
            done += 1
            for server in (thief, redirect, honest):
                server.close()
    return f"{done} redirects; {first.message}"


def test_addresses(env):
    """Custom endpoints are https on loopback, nothing else; refused before anything is resolved or sent."""
    authority = Authority(env.outside("certificates"))
    env.run("profile", "create", "p").expect()
    plain = Server(None, TOKEN)
    good = f"https://localhost:{plain.port}"
    for url in (f"http://localhost:{plain.port}", f"http://127.0.0.1:{plain.port}", "https://example.com", "https://10.0.0.1", "https://192.168.1.1:443",
                "https://localhost.example.com", "https://user:pass@localhost:1", "https://localhost@example.com", "ftp://localhost", "localhost:1",
                "", "https://", "file:///etc/passwd", "https://0.0.0.0:1", "https://[::ffff:10.0.0.1]:1", "https://2130706433.example",
                f"HTTP://LOCALHOST:{plain.port}", "https://sellingpartnerapi-na.amazon.com", "https://127.0.0.1.nip.io"):
        for api, token in ((url, good + "/t"), (good, url))[:1 if "0" in url else 2]:
            answer = connect(env, api, token, authority.ca)
            assert answer.code in (2, 6), f"{url}: {answer}"
            assert answer.kind in ("usage", "host_not_allowed"), f"{url}: {answer}"
            assert "pass@" not in answer.text and SECRETS["client_secret"] not in answer.text
    sk.equal(plain.received, b"", "bytes over http")


def test_hostile_answers(env):
    """An honest certificate with a dishonest server behind it: no crash, no hang, no secret in what is said."""
    authority = Authority(env.outside("certificates"))
    env.run("profile", "create", "p").expect()
    pair = authority.leaf("good")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    answers = {
        "nothing": b"", "no http": b"hello\r\n\r\n", "empty object": json_answer({}), "list": json_answer([]),
        "token with line break": json_answer({"access_token": "a\r\nX: y", "token_type": "bearer", "expires_in": 3600}),
        "token too long": json_answer({"access_token": "a" * 100000, "token_type": "bearer", "expires_in": 3600}),
        "negative life": json_answer({"access_token": ACCESS, "token_type": "bearer", "expires_in": -1}),
        "deep": head + b"Content-Length: 200000\r\n\r\n" + b"[" * 200000,
        "two lengths": head + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
        "huge length": head + b"Content-Length: 99999999999\r\n\r\n{}",
        "endless header": head + b"X: " + b"y" * 3000000,
        "gzip bomb": None, "not utf-8": head + b"Content-Length: 20\r\n\r\n" + b'{"access_token":"\xff"',
        "error with canary": b"HTTP/1.1 400 Bad\r\nContent-Length: 200\r\n\r\n" + json.dumps(
            {"error": "invalid_client", "error_description": SECRETS["client_secret"]}).encode().ljust(200),
    }
    import gzip
    bomb = gzip.compress(b" " * (300 << 20), 9)
    answers["gzip bomb"] = head + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb) + bomb
    told = []
    for name, raw in answers.items():
        server = Server(pair, raw)
        url = f"https://localhost:{server.port}"
        answer = env.start("connect", "p", "--region", "na", "--api-url", url, "--token-url", url + "/t", "--ca-file", authority.ca,
                           input=json.dumps(SECRETS).encode()).wait(75)
        assert answer.code in (5, 6), f"{name}: {answer}"
        assert SECRETS["client_secret"] not in answer.text + answer.err.decode(), f"{name}: {answer}"
        told.append(f"{name} {answer.kind} {answer.seconds:.1f} s")
        server.close()
    return "; ".join(told)


if __name__ == "__main__":
    sk.main(globals())
