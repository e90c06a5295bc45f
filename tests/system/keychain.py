# SPDX-License-Identifier: GPL-3.0-or-later
"""The real Secret Service (gnome-keyring) in a session bus of its own: it works, and locked, absent and emptied are told apart."""
import glob
import hashlib
import os
import shutil
import subprocess

import sk


class Session:
    """A private D-Bus with a keyring daemon; ends with the test."""

    def __init__(self, env, keyring=True):
        sk.need("dbus-run-session")
        sk.need("gnome-keyring-daemon")
        self.env = env
        address = os.path.join(env.outside("bus"), "address")
        self.bus = subprocess.Popen(["dbus-run-session", "--", "sh", "-c", f'echo "$DBUS_SESSION_BUS_ADDRESS" > {address}.new; mv {address}.new {address}; exec sleep 600'],
                                    env=env.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        env.cleanup.callback(self.close)
        sk.wait_for(lambda: os.path.exists(address), 10, "the session bus")
        with open(address) as file:
            self.variables = {"DBUS_SESSION_BUS_ADDRESS": file.read().strip(), "QT_QPA_PLATFORM": "offscreen"}
        os.unlink(address)
        self.daemon = None
        if keyring:
            self.start_keyring()

    def start_keyring(self, password=b"keyring password\n", unlock=True):
        words = ["gnome-keyring-daemon", "--foreground", "--components=secrets"] + (["--unlock"] if unlock else [])
        self.daemon = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       env={**self.env.environment(), **self.variables})
        self.daemon.stdin.write(password if unlock else b"")
        self.daemon.stdin.close()
        sk.wait_for(self.serves_secrets, 20, "the keyring on the bus", 0.1)

    def serves_secrets(self):
        asked = subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
                                "org.freedesktop.DBus.GetNameOwner", "string:org.freedesktop.secrets"],
                               env={**self.env.environment(), **self.variables}, capture_output=True, timeout=10, check=False)
        return asked.returncode == 0

    def stop_keyring(self):
        if self.daemon:
            self.daemon.kill()
            self.daemon.wait()
            self.daemon = None

    def close(self):
        self.stop_keyring()
        try:
            os.killpg(self.bus.pid, 15)
        except ProcessLookupError:
            pass
        self.bus.wait()


def prepared(env):
    """A synced profile whose secrets lie in the keyring."""
    session = Session(env)
    env.secret_store = []
    run = lambda *args, **more: env.run(*args, passphrase=None, env=session.variables, **more)
    simulator = sk.Simulator(env, "--history-days", "20", "--merchant-share", "0.8", orders=60)
    run("profile", "create", "p").expect()
    connection = run("connect", "p", "--region", "na", *simulator.endpoint(), input=simulator.credentials).expect()["connection"]
    run("feature", "enable", "p", "--connection", connection, "fulfilment-addresses").expect()
    run("sync", "p").expect()
    return session, simulator, run, connection


def digest(env):
    return {path: hashlib.sha256(open(path, "rb").read()).hexdigest()
            for path in glob.glob(env.profile_folder() + "/*") if os.path.basename(path) in ("vault.db", "pii.db", "slots", "profile.json")}


def keyring_folder(env):
    return os.path.join(env.home, "share", "keyrings")


def test_everyday(env):
    session, simulator, run, connection = prepared(env)
    assert not glob.glob(env.profile_folder() + "/secrets*"), "no secret file with the system keychain"
    sealed = run("status", "p").expect()["pii"]["sealed_rows"]
    assert sealed > 0
    simulator.change_orders(touch=5)
    run("sync", "p").expect()
    files = glob.glob(keyring_folder(env) + "/*.keyring")
    assert files, "the keyring wrote nothing"
    for path in files:
        content = open(path, "rb").read()
        for secret in sk.json.loads(simulator.credentials).values():
            assert secret.encode() not in content
    run("disconnect", "p", "--connection", connection).expect()
    sk.equal(run("status", "p").expect()["pii"]["sealed_rows"], 0)
    run("profile", "delete", "p", "--confirm", "p").expect()
    sk.equal(run("profile", "list").expect()["profiles"], [])
    return f"{sealed} sealed values"


def test_locked_absent_emptied(env):
    session, simulator, run, _ = prepared(env)
    before = digest(env)
    told = {}

    def refused(what):
        answers = [run(*command, timeout=120) for command in (["status", "p"], ["sync", "p"])]
        for answer in answers:
            assert answer.code == 4, f"{what}: {answer}"
        sk.equal(digest(env), before, f"{what}: files")
        told[what] = (answers[0].kind, answers[0].message)

    session.stop_keyring()
    session.start_keyring(unlock=False)
    refused("locked")
    session.stop_keyring()
    # nobody may start it behind our back: the bus has no service files for it any more
    other = Session(env, keyring=False)
    absent = [env.run(*command, passphrase=None, env={**session.variables, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}, timeout=120)
              for command in (["status", "p"], ["sync", "p"])]
    for answer in absent:
        assert answer.code == 4, f"absent: {answer}"
    sk.equal(digest(env), before, "absent: files")
    told["absent"] = (absent[0].kind, absent[0].message)
    other.close()

    keep = env.outside("keyrings")
    shutil.copytree(keyring_folder(env), keep, dirs_exist_ok=True)
    shutil.rmtree(keyring_folder(env))
    session.start_keyring()
    refused("emptied")
    session.stop_keyring()
    shutil.rmtree(keyring_folder(env))
    shutil.copytree(keep, keyring_folder(env))
    session.start_keyring()
    run("status", "p").expect()
    run("sync", "p").expect()
    kinds = {what: kind for what, (kind, _) in told.items()}
    sk.equal(len(set(kinds.values())), 3, f"three kinds {kinds}")
    sk.equal(len({message for _, message in told.values()}), 3, "three messages")
    return kinds


def test_locked_while_creating(env):
    """No profile and no key is made in a keyring that is locked or absent."""
    session = Session(env)
    env.secret_store = []
    session.stop_keyring()
    answer = env.run("profile", "create", "p", passphrase=None, env={**session.variables, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}, timeout=120)
    answer.expect(4)
    sk.equal(env.run("profile", "list", passphrase=None, env=session.variables).expect()["profiles"], [])
    # Nobody can say whether an entry was made before the keyring went: the folder stays known as unfinished until one answers.
    left = {name for _, _, names in os.walk(env.data) for name in names}
    assert left <= {"unfinished.json", "keychain-entries", "library.lock"}, left
    session.start_keyring()
    env.run("profile", "create", "q", passphrase=None, env=session.variables).expect()
    sk.equal(env.run("profile", "list", passphrase=None, env=session.variables).expect()["profiles"], ["q"], "profiles")
    sk.equal(len(os.listdir(os.path.join(env.data, "profiles"))), 1, "folders once a keyring answers")
    return answer.kind


if __name__ == "__main__":
    sk.main(globals())
