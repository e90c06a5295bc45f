# SPDX-License-Identifier: GPL-3.0-or-later
"""The .deb that CPack makes of the built programs: what it declares, what is in it, and that it is the same twice."""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

OPTIONS = argparse.Namespace()
EPOCH = "1790000000"
FILES = {
    "usr/bin/sellerkeep", "usr/bin/sellerkeep-cli", "usr/bin/sellerkeep-simulator",
    "usr/share/applications/org.sellerkeep.Sellerkeep.desktop",
    "usr/share/bash-completion/completions/sellerkeep-cli",
    "usr/share/doc/sellerkeep/NEWS.gz", "usr/share/doc/sellerkeep/changelog.Debian.gz", "usr/share/doc/sellerkeep/copyright",
    "usr/share/fish/vendor_completions.d/sellerkeep-cli.fish",
    "usr/share/icons/hicolor/scalable/apps/org.sellerkeep.Sellerkeep.svg",
    "usr/share/man/man1/sellerkeep-cli.1.gz", "usr/share/man/man1/sellerkeep-simulator.1.gz", "usr/share/man/man1/sellerkeep.1.gz",
    "usr/share/metainfo/org.sellerkeep.Sellerkeep.metainfo.xml",
    "usr/share/zsh/vendor-completions/_sellerkeep-cli",
}


def run(*words, **more):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True, **more).stdout


def make(folder, zone):
    """A package, made in another folder and time zone; the umask is the one that ./dev package sets."""
    previous = os.umask(0o022)
    try:
        run(OPTIONS.cpack, "--config", f"{OPTIONS.build}/CPackConfig.cmake", "-G", "DEB", "-B", folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "TZ": zone})
    finally:
        os.umask(previous)
    shutil.rmtree(folder / "_CPack_Packages")
    (package,) = folder.glob("*.deb")
    return package


class Deb(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Path(tempfile.mkdtemp(prefix="sk-deb-"))
        cls.addClassCleanup(shutil.rmtree, cls.work)
        cls.package = make(cls.work / "one", "UTC")
        cls.root = cls.work / "root"
        run("dpkg-deb", "-x", cls.package, cls.root)

    def field(self, name):
        return run("dpkg-deb", "-f", self.package, name).strip()

    def test_same_bytes_twice(self):
        again = make(self.work / "two", "Asia/Tokyo")
        self.assertEqual(again.name, self.package.name)
        self.assertEqual(again.read_bytes(), self.package.read_bytes())

    def test_declares_what_is_linked_and_loaded(self):
        depends = self.field("Depends")
        for name in ("libqt6widgets6", "libqt6networkauth6", "libqt6svg6", "libqt6keychain1", "libssl3", "libsodium23",
                     "libxlsxwriter4", "zlib1g"):
            self.assertRegex(depends, rf"(^|, ){name}(t64)? \(>= ")
        self.assertIn("ca-certificates", depends)
        sqlcipher = re.findall(r"libsqlcipher\d+ \(>= ([^)]+)\)", depends)
        self.assertIn("4.6", sqlcipher)

    def test_names_version_and_home(self):
        version = re.search(r"project\(Sellerkeep VERSION (\S+)", OPTIONS.root.joinpath("CMakeLists.txt").read_text(encoding="utf-8"))[1]
        self.assertRegex(self.field("Version"), rf"^{re.escape(version)}-1~\w+")
        self.assertEqual(self.field("Package"), "sellerkeep")
        self.assertEqual(self.field("Architecture"), run("dpkg", "--print-architecture").strip())
        self.assertRegex(self.field("Description"), r"\n [A-Z]")

    def test_holds_these_files_and_no_other(self):
        found = {path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if not path.is_dir()}
        self.assertEqual(found, FILES)
        sums = run("dpkg-deb", "-I", self.package, "md5sums")
        self.assertEqual({line.split("  ")[1] for line in sums.splitlines()}, FILES)

    def test_runs_no_script_as_root(self):
        inside = run("dpkg-deb", "-I", self.package)
        for script in ("preinst", "postinst", "prerm", "postrm"):
            self.assertNotRegex(inside, rf"\b{script}\b")

    def test_belongs_to_root_and_nobody_else_may_write(self):
        for line in run("dpkg-deb", "-c", self.package).splitlines():
            mode, owner = line.split()[:2]
            self.assertEqual(owner, "root/root", line)
            self.assertIn(mode, ("drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x"), line)

    def test_knows_nothing_of_the_machine_that_built_it(self):
        folders = {str(OPTIONS.root).encode(), str(OPTIONS.build).encode()}
        for path in self.root.rglob("*"):
            if path.is_file():
                for folder in folders:
                    self.assertNotIn(folder, path.read_bytes(), path)

    def test_is_stripped(self):
        for name in ("sellerkeep", "sellerkeep-cli", "sellerkeep-simulator"):
            self.assertNotIn(".debug_info", run("readelf", "-SW", self.root / "usr/bin" / name))

    def test_lintian_has_no_error(self):
        if not shutil.which("lintian"):
            self.skipTest("lintian is not installed")
        done = subprocess.run(["lintian", "--fail-on", "error", str(self.package)], check=False, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--cpack", required=True)
    parser.add_argument("--build", type=Path, required=True)
    parser.parse_args(namespace=OPTIONS)
    OPTIONS.root = Path(__file__).resolve().parents[2]
    for tool in ("dpkg-deb", "dpkg-shlibdeps", "readelf"):
        if not shutil.which(tool):
            print(f"{tool} is not installed: no .deb can be made here")
            sys.exit(77)
    unittest.main(argv=sys.argv[:1])
