# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real programs as other programs would. Python's standard library only.

A test file holds functions `test_*(env)` and ends with `sk.main(globals())`. Each runs in a scratch folder of its own, which
is HOME, XDG_*, TMPDIR and the working folder of every program started, so that all they write can be looked at.
"""
import argparse
import contextlib
import glob
import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.error
import urllib.request

SKIPPED = 77
PASSPHRASE = "correct horse battery staple"
FAKETIME = next(iter(glob.glob("/usr/lib/*/faketime/libfaketime.so.1") + glob.glob("/usr/lib/faketime/libfaketime.so.1")), None)


class Skip(Exception):
    """Something this test needs is not on this machine."""


def need(program):
    path = shutil.which(program)
    if path is None:
        raise Skip(f"{program} is not installed")
    return path


def need_faketime():
    if FAKETIME is None:
        raise Skip("libfaketime is not installed, or does not reach Windows programs")
    return FAKETIME


def need_posix(env, why):
    """What the test looks at does not exist on Windows, or cannot be reached through Wine."""
    if env.windows:
        raise Skip(f"not on Windows: {why}")


def number(name, default):
    """A count that a longer run raises, as in SK_KILLS=200."""
    return int(os.environ.get(name, default))


def equal(actual, expected, what=""):
    assert actual == expected, f"{what}: {str(actual)[:1500]!r} != {str(expected)[:1500]!r}"


def wait_for(condition, seconds=20.0, what="condition", every=0.02):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(every)
    raise AssertionError(f"not within {seconds} s: {what}")


class Answer:
    """What a finished command left behind."""

    def __init__(self, args, code, out, err, seconds):
        self.args, self.code, self.out, self.err, self.seconds = args, code, out, err, seconds
        self.text = out.decode("utf-8", "replace")
        self.json = None
        if "--json" in args:
            lines = self.text.splitlines()
            assert len(lines) == 1, f"{args}: not exactly one line on stdout: {self}"
            self.json = json.loads(lines[0])
            assert isinstance(self.json, dict) and isinstance(self.json.get("ok"), bool), str(self)
            assert self.json["ok"] == (code == 0), str(self)

    @property
    def kind(self):
        return self.json.get("error", {}).get("kind") if self.json else None

    @property
    def message(self):
        return self.json.get("error", {}).get("message", "") if self.json else self.err.decode("utf-8", "replace")

    def expect(self, code=0, kind=None):
        assert self.code == code and (kind is None or self.kind == kind), f"expected exit {code} {kind or ''}: {self}"
        return self

    def __getitem__(self, key):
        return self.json[key]

    def data_set(self, name):
        return next(row for row in self.json["data_sets"] if row["name"] == name)

    def __str__(self):
        return f"{' '.join(self.args)} -> {self.code}\n  out: {self.out[:1500]!r}\n  err: {self.err[-1500:]!r}"


class Running:
    """A command that still works; its output goes to files, so that nothing blocks."""

    def __init__(self, args, process, out, err, windows):
        self.args, self.process, self.out_path, self.err_path, self.windows = args, process, out, err, windows
        self.started = time.monotonic()

    @property
    def pid(self):
        return self.process.pid

    def signal(self, number_):
        if self.windows and number_ != signal.SIGKILL:
            raise Skip("not on Windows: it has no signals")
        self.process.send_signal(number_)

    def end(self):
        """Asked to end where that can be asked, killed where not."""
        self.process.send_signal(signal.SIGKILL if self.windows else signal.SIGTERM)

    def err(self):
        with open(self.err_path, "rb") as file:
            text = file.read()
        return re.sub(rb"(?m)^wine: .*\n?", b"", text) if self.windows else text  # Wine's own remarks

    def wait(self, timeout=60, parse=True):
        try:
            code = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"still running after {timeout} s: {self.args}") from None
        with open(self.out_path, "rb") as file:
            out = file.read()
        if code < 0 or not parse:
            return Answer([a for a in self.args if a != "--json"], code, out, self.err(), time.monotonic() - self.started)
        return Answer(self.args, code, out, self.err(), time.monotonic() - self.started)


class Simulator:
    """A running sellerkeep-simulator."""

    def __init__(self, env, *args, orders=300, extra_env=None, enforce=False, rate_scale=None):
        Simulator.count = getattr(Simulator, "count", 0) + 1
        self.folder = env.outside(f"simulator{Simulator.count}")
        self.file = lambda name: os.path.join(self.folder, name)
        command = [*env.simulator, "--orders", str(orders), "--quiet", "--until-stdin-closes", "--ca-file", self.file("ca.pem"),
                   "--connection-file", self.file("connection.json"), "--planted-file", self.file("planted.txt"),
                   "--expected-file", self.file("expected.jsonl")]
        command += ["--rate-scale", str(rate_scale or 5000)] + ([] if enforce else ["--no-rate-limit"])
        self.errors = open(self.file("stderr"), "wb")
        self.process = subprocess.Popen(command + list(args), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
                                        env=env.environment(extra_env))
        env.cleanup.callback(self.stop)
        line = self.process.stdout.readline()
        assert line, f"the simulator did not start: {open(self.file('stderr')).read()}"
        ready = json.loads(line)
        self.api, self.token, self.ca, self.port = ready["api_url"], ready["token_url"], ready["ca_file"], ready["port"]
        self.application_id = ready["application_id"]
        self.credentials = open(self.file("connection.json"), "rb").read()
        self.context = ssl.create_default_context(cafile=self.ca)

    def call(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.api + "/simulator/" + path, data=data, method="GET" if body is None else "POST")
        with urllib.request.urlopen(request, context=self.context, timeout=30) as reply:
            return json.loads(reply.read())

    def stats(self):
        return self.call("stats")

    def requests(self, operation):
        return self.stats()["byOperation"].get(operation, 0)

    def fault(self, kind, **more):
        """E.g. fault("throttle", times=3), fault("new-refresh-token", value=1)."""
        return self.call("faults", {"kind": kind, **more})

    def clear_faults(self):
        return self.call("faults", {"clear": True})

    def change_orders(self, add=0, touch=0):
        return self.call("orders", {"add": add, "touch": touch})

    def expected(self):
        with open(self.file("expected.jsonl"), encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    def planted(self):
        with open(self.file("planted.txt"), encoding="utf-8") as file:
            return [line.rstrip("\n") for line in file if line.strip()]

    def endpoint(self):
        return ["--api-url", self.api, "--token-url", self.token, "--ca-file", self.ca]

    def stop(self):
        if self.process.poll() is None:
            self.process.stdin.close()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.errors.close()


class Environment:
    """A scratch folder and the programs under test."""

    def __init__(self, options):
        self.windows = bool(options.emulator)
        self.cli, self.simulator, self.attacker = ([*options.emulator, program] if program else []
                                                   for program in (options.cli, options.simulator, options.attacker))
        self.desktop = [*options.emulator, options.desktop] if options.desktop else []
        # No system-wide temporary folder of a long name: socket addresses are short.
        self.root = tempfile.mkdtemp(prefix="sk-")
        self.home = os.path.join(self.root, "home")
        self.data = os.path.join(self.home, "data")
        self.work = os.path.join(self.home, "work")
        self.secret_store = ["--secret-store", "file"]
        self.cleanup = contextlib.ExitStack()
        self.outputs = 0
        for folder in ("", "work", "tmp", "config", "cache", "state", "share", "run"):
            os.makedirs(os.path.join(self.home, folder), mode=0o700, exist_ok=True)
        os.makedirs(os.path.join(self.root, "outside"))

    def outside(self, name):
        """A folder that is not searched for what the programs wrote."""
        path = os.path.join(self.root, "outside", name)
        os.makedirs(path, exist_ok=True)
        return path

    def shown(self, path):
        """A path as the programs print it."""
        return "Z:" + path.replace("/", "\\") if self.windows else path

    def environment(self, more=None):
        home = self.home
        if self.windows:  # Wine reads the command line with the locale; Windows programs have none
            more = {name: value for name, value in (more or {}).items() if name not in ("LC_ALL", "LANG")}
        return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": home, "LC_ALL": "C.UTF-8", "TZ": "UTC",
                "TMPDIR": f"{home}/tmp", "XDG_CONFIG_HOME": f"{home}/config", "XDG_CACHE_HOME": f"{home}/cache",
                "XDG_STATE_HOME": f"{home}/state", "XDG_DATA_HOME": f"{home}/share", "XDG_RUNTIME_DIR": f"{home}/run",
                **{name: value for name, value in os.environ.items()
                   if name.startswith(("ASAN_", "UBSAN_", "LSAN_", "WINE", "DISPLAY", "XAUTHORITY"))},
                **(more or {})}

    def start(self, *args, input=b"", env=None, passphrase=PASSPHRASE, as_json=True, data=None, stdin=None, preexec=None,
              program=None):
        self.outputs += 1
        base = os.path.join(self.home, "tmp", f"output{self.outputs}")
        args = [str(arg) for arg in args]
        command = [*(program or self.cli), "--data-dir", data or self.data, *self.secret_store]
        fds = ()
        reader = None
        if preexec is not None:
            need_posix(self, "limits and rights of a process")
        if passphrase is not None and self.windows:  # no descriptor but the standard ones reaches a program there
            command += ["--passphrase-fd", "0"]
            input = passphrase.encode() + b"\r\n" + input
        elif passphrase is not None:
            reader, writer = os.pipe()
            os.write(writer, passphrase.encode() + b"\n")
            os.close(writer)
            command += ["--passphrase-fd", str(reader)]
            fds = (reader,)
        command += (["--json"] if as_json else []) + args
        with open(base + ".out", "wb") as out, open(base + ".err", "wb") as err:
            process = subprocess.Popen(command, stdin=stdin if stdin is not None else subprocess.PIPE, stdout=out, stderr=err,
                                       env=self.environment(env), cwd=self.work, pass_fds=fds, preexec_fn=preexec)
        if reader is not None:
            os.close(reader)
        if stdin is None:
            try:
                process.stdin.write(input)
                process.stdin.close()
            except BrokenPipeError:
                pass
        running = Running(command[len(program or self.cli):], process, base + ".out", base + ".err", self.windows)
        self.cleanup.callback(lambda: process.poll() is None and (process.kill(), process.wait()))
        return running

    def run(self, *args, timeout=90, **more):
        return self.start(*args, **more).wait(timeout)

    def window(self, profile="p"):
        """The desktop application, without a display."""
        if not self.desktop or not os.path.exists(self.desktop[-1]):
            raise Skip("the desktop application was not built")
        return self.start(profile, program=self.desktop, as_json=False, env={"QT_QPA_PLATFORM": "offscreen"})

    def connect(self, simulator, profile="p", create=True, *more):
        """A profile with one connection; returns its id."""
        if create:
            self.run("profile", "create", profile).expect()
        answer = self.run("connect", profile, "--region", "na", *more, *simulator.endpoint(), input=simulator.credentials)
        return answer.expect()["connection"]

    def profile_folder(self):
        return glob.glob(os.path.join(self.data, "profiles", "*"))[0]

    def export(self, name="orders", profile="p", form="jsonl", **more):
        path = os.path.join(self.work, f"export-{name}.{form}")
        self.run("export", profile, "--data-set", name, "--format", form, "--output", path, **more).expect()
        if form != "jsonl":
            return path
        with open(path, encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    def attack(self, *args, passphrase=PASSPHRASE, timeout=120):
        """The attacker's program: everything that can be read with the files and the passphrase."""
        if not self.attacker:
            raise Skip("no --attacker program given")
        environment = self.environment()
        environment.pop("WINE_NO_DLLS", None)  # the attacker is no installed program
        done = subprocess.run([*self.attacker, *map(str, args)], input=passphrase.encode() + b"\n", capture_output=True,
                              timeout=timeout, env=environment, check=False)
        assert done.returncode == 0, f"attacker {args}: {done.stdout[-500:]!r} {done.stderr[-500:]!r}"
        return json.loads(done.stdout)

    def close(self):
        self.cleanup.close()
        if not os.environ.get("SK_KEEP"):
            shutil.rmtree(self.root, ignore_errors=True)


def clock(offset, **more):
    """Environment of a process whose wall clock is off by e.g. "+31d" or "-1y". Nothing does that for Windows programs."""
    return {"LD_PRELOAD": need_faketime(), "FAKETIME": offset, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1",
            "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0", **more}


def cents(text):
    """Decimal text as an exact number of ten-thousandths."""
    if text is None or text == "":
        return None
    sign = -1 if text.startswith("-") else 1
    whole, _, rest = text.lstrip("-").partition(".")
    return sign * (int(whole) * 10000 + int((rest + "0000")[:4]))


def main(names):
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--simulator", required=True)
    parser.add_argument("--attacker")
    parser.add_argument("--desktop")
    parser.add_argument("--emulator", action="append", default=[], help="a program that runs the others, such as wine-run")
    parser.add_argument("--only")
    options = parser.parse_args()
    if options.emulator:
        global FAKETIME
        FAKETIME = None
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    failed = ran = skipped = 0
    for name, test in list(names.items()):
        if not name.startswith("test_") or (options.only and options.only not in name):
            continue
        start = time.monotonic()
        env = Environment(options)
        verdict = "ok"
        try:
            note = test(env)
            ran += 1
        except Skip as reason:
            skipped, verdict, note = skipped + 1, "SKIP", reason
        except Exception:  # noqa: BLE001 - whatever went wrong is this test's failure
            failed, ran, verdict, note = failed + 1, ran + 1, "FAILED", traceback.format_exc()
        finally:
            env.close()
        print(f"{verdict:6} {name} ({time.monotonic() - start:.1f} s){': ' + str(note) if note else ''}", flush=True)
    print(f"{ran - failed} passed, {failed} failed, {skipped} skipped")
    if failed:
        sys.exit(1)
    sys.exit(SKIPPED if skipped and not ran else 0)
