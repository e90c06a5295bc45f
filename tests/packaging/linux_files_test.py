# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the Linux package are valid, and they know every command and option that --help knows."""
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
sys.path.insert(0, str(LINUX))
import make_pages  # noqa: E402

SMALL = """tool [--data-dir DIR] COMMAND …

  one NAME | two add|drop NAME --kind a|b|… [--output FILE]
          reads a line; with --kind c nothing
  three list | three set KEY=VALUE --since YYYY-MM-DD [--quiet]

Exit: 0 done."""


def run(*words):
    return subprocess.run(words, check=False, capture_output=True, text=True)


class Pages(unittest.TestCase):
    def test_a_usage_text_is_understood(self):
        commands, options = make_pages.describe(SMALL)
        self.assertEqual(sorted(commands), ["one", "three", "two"])
        self.assertEqual(commands["one"]["options"], [])
        self.assertEqual(commands["two"], {"sub": ["add", "drop"], "options": ["--kind", "--output"]})
        self.assertEqual(commands["three"], {"sub": ["list", "set"], "options": ["--since", "--quiet"]})
        self.assertEqual((options["--data-dir"], options["--output"], options["--since"], options["--quiet"]),
                         ("folder", "file", "value", "flag"))
        self.assertEqual(options["--kind"][:2], ["a", "b"])


class LinuxFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.usage = run(CLI, "--help").stdout
        cls.commands = {line.split()[0] for line in cls.usage.splitlines() if re.match(r"  [a-z]", line)}

    def test_completions_and_manual_know_every_command_and_option(self):
        self.assertGreater(len(self.commands), 9)
        options = set(re.findall(r"--[a-z][a-z-]*", self.usage))
        self.assertGreater(len(options), 15)
        for name in ("sellerkeep-cli.bash", "_sellerkeep-cli", "sellerkeep-cli.fish", "sellerkeep-cli.1"):
            text = (MADE / name).read_text(encoding="utf-8").replace("\\-", "-")
            for command in self.commands:
                self.assertRegex(text, rf"\b{command}\b", f"{name} does not know {command}")
            for option in options:
                self.assertRegex(text, rf"(--|-l ){option[2:]}(?![a-z-])", f"{name} does not know {option}")

    def complete(self, *words):
        quoted = " ".join(f"'{word}'" for word in words)
        return run("bash", "-c", f'source "{MADE}/sellerkeep-cli.bash"; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; '
                                 'compopt() { :; }; _sellerkeep_cli; echo "${COMPREPLY[*]}"').stdout.split()

    def test_bash_completes(self):
        self.assertEqual(self.complete("sellerkeep-cli", "audit", "ver"), ["verify"])
        self.assertEqual(self.complete("sellerkeep-cli", "sync", "p", "--q"), ["--quiet"])
        self.assertEqual(self.complete("sellerkeep-cli", "--data-dir", "sync", "export", "p", "--format", "x"), ["xlsx"])
        self.assertLessEqual({"profile", "sync", "audit"}, set(self.complete("sellerkeep-cli", "")))
        self.assertIn("passwd", " ".join(self.complete("sellerkeep-cli", "connect", "p", "--ca-file", "/etc/passw")))

    def test_manual_pages_are_formatted_without_a_warning(self):
        if not shutil.which("man"):
            self.skipTest("man is not installed")
        for page in (LINUX / "sellerkeep.1", LINUX / "sellerkeep-simulator.1", MADE / "sellerkeep-cli.1"):
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page)], check=False,
                                  capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "MANROFFSEQ": "", "MANWIDTH": "80",
                                                                       "LC_ALL": "C.UTF-8"})
            self.assertEqual((done.returncode, done.stderr), (0, ""), page)

    def test_release_is_the_projects_version(self):
        version = re.search(r"project\(Sellerkeep VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
        metainfo = (LINUX / "org.sellerkeep.Sellerkeep.metainfo.xml").read_text(encoding="utf-8")
        self.assertEqual(re.search(r'<release version="([^"]+)"', metainfo)[1], version)

    def test_metadata_is_valid(self):
        if not shutil.which("appstreamcli"):
            self.skipTest("appstreamcli is not installed")
        done = run("appstreamcli", "validate", "--no-net", str(LINUX / "org.sellerkeep.Sellerkeep.metainfo.xml"))
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_desktop_file_is_valid(self):
        if not shutil.which("desktop-file-validate"):
            self.skipTest("desktop-file-validate is not installed")
        done = run("desktop-file-validate", str(LINUX / "org.sellerkeep.Sellerkeep.desktop"))
        self.assertEqual(done.stdout + done.stderr, "")


if __name__ == "__main__":
    MADE = Path(sys.argv.pop())
    CLI = sys.argv.pop()
    unittest.main()
