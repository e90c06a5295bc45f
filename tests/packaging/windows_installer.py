# SPDX-License-Identifier: GPL-3.0-or-later
# size: one walk through the life of an installation; each step needs the one before
"""The Windows packages, made by CPack and used as a user would: install, upgrade, refuse while running, work, uninstall.

Runs under Wine in a prefix of its own. The toolchain's folder is hidden meanwhile (as root), so that nothing of it can be loaded."""
import argparse
import glob
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "supply-chain"))
import hardening  # noqa: E402
import sbom  # noqa: E402

PROGRAMS = {"sellerkeep.exe", "sellerkeep-cli.exe", "sellerkeep-simulator.exe"}
PLUGINS = {"platforms/qwindows.dll", "styles/qwindowsvistastyle.dll", "tls/qopensslbackend.dll"}
REGISTERED = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Sellerkeep"
RUN_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"


def equal(actual, expected, what):
    assert actual == expected, f"{what}: {actual!r} is not {expected!r}"


def step(text):
    print(f"{time.monotonic() - START:5.1f} s  {text}", flush=True)


START = time.monotonic()


def make_packages(options, work):
    """(older installer with a file that the new version has not, installer, zip)."""
    stale = work / "stale"
    stale.mkdir()
    (stale / "left-over.dat").write_text("of an older version")
    base = [options.cpack, "--config", f"{options.build}/CPackConfig.cmake"]
    made = []
    for folder, more in (("old", ["-G", "NSIS64", "-D", "CPACK_PACKAGE_VERSION=0.0.9", "-D", "CPACK_PACKAGE_FILE_NAME=old",
                                  "-D", f"CPACK_INSTALLED_DIRECTORIES={stale};."]), ("new", ["-G", "NSIS64;ZIP"])):
        done = subprocess.run([*base, "-B", work / folder, *more], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        shutil.rmtree(work / folder / "_CPack_Packages")
        made += sorted(glob.glob(f"{work / folder}/*.exe")) + sorted(glob.glob(f"{work / folder}/*.zip"))
    equal(len(made), 3, "packages")
    return [Path(path) for path in made]


class Windows:
    """A Wine prefix. Programs are named by the path that Linux knows."""

    def __init__(self, prefix):
        self.prefix = Path(prefix)
        self.user = next(path for path in (self.prefix / "drive_c" / "users").iterdir() if path.name not in ("Public",))
        self.local = self.user / "AppData" / "Local"
        self.environment = {**os.environ, "WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
                            "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        for name in list(self.environment):
            if name.startswith(("WINEPATH", "WINEQT", "QT_")):
                del self.environment[name]

    def start(self, *words, **more):
        return subprocess.Popen(["wine", *map(str, words)], env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **more)

    def run(self, *words, input=b"", code=0, timeout=180):
        process = self.start(*words)
        out, err = process.communicate(input, timeout=timeout)
        assert code is None or process.returncode == code, f"{words}: exit {process.returncode}, not {code}\n{out[-2000:]!r}\n{err[-2000:]!r}"
        return out.decode("utf-8", "replace")

    def registry(self, key, value):
        text = self.run("reg", "query", key, "/v", value, code=None)
        found = re.search(rf"{value}\s+REG_\w+\s+(.*?)\s*$", text, re.MULTILINE)
        return found and found[1]

    def credentials(self):
        """Names of our entries in the Credential Manager, as Wine keeps them."""
        text = self.run("reg", "query", r"HKCU\Software\Wine\Credential Manager", "/s", code=None)
        return re.findall(r"Sellerkeep/\S+", text)


def files_of(folder):
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in Path(folder).rglob("*") if path.is_file()}


def dlls_needed(folder):
    """Names of all DLLs that programs and plugins import, directly or not, as far as they are not Windows' own."""
    there = {path.name: path for path in Path(folder).glob("*.dll")}
    waiting, needed = [Path(folder) / name for name in PROGRAMS | PLUGINS], set()
    while waiting:
        for name in sbom.imports(waiting.pop()) - needed:
            assert name in there, f"the DLL {name} is missing"
            needed.add(name)
            waiting.append(there[name])
    return needed


def check_contents(folder, toolchain_versions):
    names = set(files_of(folder)) - {"uninstall.exe"}
    binaries = {name for name in names if name.endswith((".exe", ".dll"))}
    needed = dlls_needed(folder)
    equal(binaries, PROGRAMS | PLUGINS | needed, "programs, plugins and DLLs: missing or stray")
    assert "licenses/Sellerkeep.txt" in names and "licenses/third-party.txt" in names, names
    equal(hardening.main([str(Path(folder) / name) for name in sorted(binaries)]), 0, "hardening")
    bom = sbom.make([Path(folder) / name for name in sorted(binaries)], "0", toolchain_versions)
    listed = {entry["value"] for component in bom["components"] for entry in component["properties"]}
    equal(listed, needed | {Path(plugin).name for plugin in PLUGINS}, "bill of materials")
    for program in PROGRAMS:
        data = (Path(folder) / program).read_bytes()
        for sign in (b"longPathAware", b"activeCodePage", b"PerMonitorV2", "FileVersion".encode("utf-16-le")):
            assert sign in data, f"{program} lacks {sign!r}"
    return f"{len(names)} files, {len(needed)} DLLs"


def sync_the_demo(windows, folder):
    """What ./dev demo shows, by the installed programs alone: sample Amazon, connect, sync, export."""
    work = windows.prefix / "drive_c" / "demo"
    work.mkdir()
    simulator = windows.start(folder / "sellerkeep-simulator.exe", "--orders", "500", "--rate-scale", "1000", "--ca-file", r"C:\demo\ca.pem",
                              "--connection-file", r"C:\demo\connection.json", "--until-stdin-closes", "--quiet")
    try:
        ready = json.loads(simulator.stdout.readline())
        cli = folder / "sellerkeep-cli.exe"
        name = "Jörg Müßig"
        windows.run(cli, "profile", "create", name)
        windows.run(cli, "connect", name, "--region", "na", "--api-url", ready["api_url"], "--token-url", ready["token_url"],
                    "--ca-file", r"C:\demo\ca.pem", input=(work / "connection.json").read_bytes())
        answer = json.loads(windows.run(cli, "--json", "sync", name))
        orders = next(row for row in answer["data_sets"] if row["name"] == "orders")
        equal(orders["received"], 500, "orders received")
        for form in ("csv", "xlsx"):
            windows.run(cli, "export", name, "--data-set", "orders", "--format", form, "--output", rf"C:\demo\Aufträge.{form}")
        equal(len((work / "Aufträge.csv").read_text(encoding="utf-8-sig").splitlines()), 501, "lines of the export")
        assert zipfile.is_zipfile(work / "Aufträge.xlsx")
        equal(json.loads(windows.run(cli, "--json", "audit", "verify", name))["intact"], True, "audit log")
    finally:
        simulator.stdin.close()
        simulator.wait(20)
    assert (windows.local / "Sellerkeep" / "profiles").is_dir(), "data lies in LOCALAPPDATA"
    assert windows.credentials(), "secrets lie in the Credential Manager"


def gone(path, seconds=30):
    """An uninstaller works from a copy of itself and goes on after its first process ended."""
    end = time.monotonic() + seconds
    while path.exists() and time.monotonic() < end:
        time.sleep(0.1)
    return not path.exists()


def live(options):
    old, new, archive = map(Path, options.packages)
    windows = Windows(options.prefix)
    folder = windows.local / "Programs" / "Sellerkeep"
    menu = windows.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Sellerkeep.lnk"
    versions = Path(options.versions)

    windows.run(old, "/S")
    equal(windows.registry(REGISTERED, "DisplayVersion"), "0.0.9", "registered version")
    assert (folder / "left-over.dat").is_file() and (folder / "sellerkeep.exe").is_file() and menu.is_file()
    step("an older version installs silently")

    windows.run(new, "/S", "/AUTOSTART")
    assert not (folder / "left-over.dat").exists(), "a file of the older version is left"
    version = windows.registry(REGISTERED, "DisplayVersion")
    equal(windows.run(folder / "sellerkeep-cli.exe", "--version").strip(), f"sellerkeep-cli {version}", "version")
    assert "sellerkeep.exe" in (windows.registry(RUN_KEY, "Sellerkeep") or ""), "autostart"
    step("upgrade: " + check_contents(folder, versions))

    sync_the_demo(windows, folder)
    step("the installed programs sync and export the sample shop")

    before = files_of(folder)
    running = windows.start(folder / "sellerkeep-cli.exe", "connect", "x", "--region", "na")  # waits for its standard input
    time.sleep(3)
    assert running.poll() is None
    windows.run(old, "/S", code=3)
    windows.run(folder / "uninstall.exe", "/S", f"_?={windows_path(windows, folder)}", code=3)
    equal(files_of(folder), before, "files after a refused installation")
    running.communicate(b"{}", timeout=30)
    step("refuses while it runs, exit 3, nothing changed")

    window = windows.start(folder / "sellerkeep.exe")
    time.sleep(6)
    assert window.poll() is None, f"the window ended: {window.returncode}"
    window.kill()
    window.wait()
    step("the window opens")

    windows.run(folder / "uninstall.exe", "/S")
    assert gone(folder) and not menu.exists(), sorted(files_of(folder))[:10]
    equal((windows.registry(REGISTERED, "DisplayVersion"), windows.registry(RUN_KEY, "Sellerkeep")), (None, None), "registry")
    assert (windows.local / "Sellerkeep" / "profiles").is_dir() and windows.credentials(), "uninstalling erased the data"
    step("uninstalls clean and leaves the data")

    windows.run(new, "/S", r"/D=C:\Programme\Müßig")
    other = windows.prefix / "drive_c/Programme/Müßig"
    equal(set(files_of(other)), set(before), "files in another folder")
    windows.run(other / "uninstall.exe", "/S", "/ERASEDATA")
    assert gone(other) and gone(windows.local / "Sellerkeep"), "data after /ERASEDATA"
    equal(windows.credentials(), [], "credentials after /ERASEDATA")
    step("erases data and credentials when told to")

    portable = windows.prefix / "drive_c" / "portable"
    with zipfile.ZipFile(archive) as package:
        package.extractall(portable)
    inner = next(portable.iterdir())
    equal(set(files_of(inner)) | {"uninstall.exe"}, set(before), "files of the zip")
    windows.run(inner / "sellerkeep-cli.exe", "profile", "list")
    step("the portable zip works")


def windows_path(windows, path):
    return "C:\\" + str(Path(path).relative_to(windows.prefix / "drive_c")).replace("/", "\\")


def main():
    parser = argparse.ArgumentParser()
    for name in ("build", "cpack", "emulator", "toolchain", "prefix", "versions"):
        parser.add_argument("--" + name)
    parser.add_argument("--packages", nargs=3)
    options = parser.parse_args()
    if options.packages:
        return live(options)
    for needed in ("makensis", "wine"):
        if not shutil.which(needed):
            print(f"SKIP: {needed} is not installed")
            sys.exit(77)
    if not os.environ.get("DISPLAY"):
        print("SKIP: no display; ./dev test-windows gives one")
        sys.exit(77)
    work = Path(tempfile.mkdtemp(prefix="sk-windows-"))
    prefix = work / "prefix"
    server = {**os.environ, "WINEPREFIX": str(prefix)}
    try:
        packages = make_packages(options, work)
        step("packages: " + ", ".join(f"{path.name} {path.stat().st_size >> 20} MB" for path in packages))
        subprocess.run([options.emulator, "cmd", "/c", "exit"], env=server, check=True, capture_output=True)
        subprocess.run(["wineserver", "-k"], env=server, check=False)
        shutil.copy(Path(options.toolchain) / "VERSIONS.txt", work)
        (work / "empty").mkdir()
        inner = [sys.executable, "-B", __file__, "--prefix", prefix, "--versions", work / "VERSIONS.txt", "--packages", *packages]
        hidden = os.geteuid() == 0
        if hidden:
            inner = ["unshare", "-m", "sh", "-c", 'mount --bind "$1" "$2" && shift 2 && exec "$@"', "sh", work / "empty", options.toolchain, *inner]
        code = subprocess.run([str(word) for word in inner], env=server, check=False).returncode
        print("the toolchain's folder was " + ("hidden" if hidden else "there, but on no search path"))
        sys.exit(code)
    finally:
        subprocess.run(["wineserver", "-k"], env=server, check=False)
        if not os.environ.get("SK_KEEP"):
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
