#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of this very tree passes the lints; the same tree with one thing planted in it does not, and the lint names it.

The self-tests show that each rule works on small trees; this shows that nothing in the real one switches a rule off."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from secret_scan import repository_files

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "Atz" + "r|" + "Q1w2" * 8


class Planted(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.root = Path(tempfile.mkdtemp(prefix="sk-planted-"))
        cls.addClassCleanup(shutil.rmtree, cls.root)
        for name in repository_files(ROOT):
            if (ROOT / name).is_file():
                (cls.root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, cls.root / name)

    def lint(self, name):
        return subprocess.run([sys.executable, "-B", str(self.root / "tests" / "lint" / f"{name}.py"), str(self.root)],
                              capture_output=True, text=True, encoding="utf-8", check=False, timeout=100)

    def expect(self, lint, path, old, new, finding):
        """The lint passes, fails with this finding once `old` is `new` in the file, and passes again."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        self.assertIn(old, text, path)
        self.assertEqual(self.lint(lint).returncode, 0)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        done = self.lint(lint)
        file.write_text(text, encoding="utf-8")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(finding, done.stdout)
        self.assertIn(path, done.stdout)

    def test_a_secret(self):
        self.expect("secret_scan", "core/base/files.cpp", "namespace sk {", f'// "{TOKEN}"\nnamespace sk {{', "refresh token")
        self.expect("secret_scan", "README.md", "# Sellerkeep", f"# Sellerkeep\n{TOKEN}", "refresh token")

    def test_a_layer_violation(self):
        self.expect("layers", "core/base/files.cpp", "namespace sk {", '#include "core/vault/database.h"\nnamespace sk {',
                    "core/base must not include core/vault")
        self.expect("layers", "ui/audit/audit_panel.cpp", "namespace sk::ui", '#include "core/vault/database.h"\nnamespace sk::ui',
                    "ui/audit must not include core/vault")

    def test_an_unpinned_action(self):
        for workflow in ("ci", "release"):
            path = f".github/workflows/{workflow}.yml"
            self.expect("workflows", path, "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
                        "actions/checkout@v4", "not pinned")

    def test_a_secret_that_a_later_commit_deleted(self):
        def git(*words):
            subprocess.run(["git", "-C", str(self.root), "-c", "user.name=t", "-c", "user.email=t@example.com", *words], check=True,
                           capture_output=True)
        if not shutil.which("git"):
            self.skipTest("git is not installed")
        git("init", "-q")
        self.addCleanup(shutil.rmtree, self.root / ".git")
        git("add", "README.md")
        git("commit", "-qm", "one")
        self.assertEqual(self.lint("secret_history").returncode, 0)
        (self.root / "notes.txt").write_text(f"{TOKEN}\n")
        git("add", "notes.txt")
        git("commit", "-qm", "two")
        git("rm", "-q", "notes.txt")
        git("commit", "-qm", "three")
        done = self.lint("secret_history")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("notes.txt", done.stdout)


if __name__ == "__main__":
    unittest.main()
