# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell steps of the release workflow, run on a small copy of the tree."""
import hashlib
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
METAINFO = "packaging/linux/org.sellerkeep.Sellerkeep.metainfo.xml"


class Release(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        shutil.copytree(ROOT / "packaging" / "release", self.root / "packaging" / "release")
        self.write("CMakeLists.txt", "project(Sellerkeep VERSION 1.2.3 LANGUAGES CXX)\n")
        self.write(METAINFO, '<release version="1.2.3" date="2026-01-01"/>\n')
        self.write("CHANGELOG.md", "# Changelog\n\n## 1.2.30\nlater\n\n## 1.2.3\n- the news\n\n## 1.2.2\nolder\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run_script(self, name, *args):
        return subprocess.run([self.root / "packaging" / "release" / name, *args], cwd=self.root, check=False, capture_output=True, text=True)

    def test_a_tag_must_fit_all_three_places(self):
        self.assertEqual(self.run_script("check_tag.sh", "v1.2.3").returncode, 0)
        for tag in ("v1.2.4", "1.2.3", "v1.2", "v1.2.3-rc1", "v1.2.30"):
            self.assertNotEqual(self.run_script("check_tag.sh", tag).returncode, 0, tag)
        for name, sign in (("CMakeLists.txt", "CMakeLists"), (METAINFO, "AppStream"), ("CHANGELOG.md", "CHANGELOG")):
            path = self.root / name
            good = path.read_text(encoding="utf-8")
            path.write_text(good.replace("1.2.3", "9.9.9"), encoding="utf-8")
            done = self.run_script("check_tag.sh", "v1.2.3")
            self.assertEqual(done.returncode, 1)
            self.assertIn(sign, done.stderr)
            path.write_text(good, encoding="utf-8")

    def test_sums_and_notes(self):
        content = b"a package"
        self.write("packages/b.json", "x")
        (self.root / "packages" / "a.deb").write_bytes(content)
        self.write("packages/a.deb.sha256", "cpack's own")
        self.assertEqual(self.run_script("gather.sh", "v1.2.3", "packages").returncode, 0)
        lines = (self.root / "packages" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        self.assertEqual(lines[0], f"{hashlib.sha256(content).hexdigest()}  a.deb")
        self.assertEqual([line.split("  ")[1] for line in lines], ["a.deb", "b.json"])
        notes = (self.root / "notes.md").read_text(encoding="utf-8")
        self.assertIn("- the news", notes)
        self.assertNotIn("later", notes)
        self.assertNotIn("older", notes)
        self.assertIn("No file carries a signature", notes)

    def test_no_notes_no_release(self):
        self.write("packages/a.deb", "x")
        done = self.run_script("gather.sh", "v1.2.4", "packages")
        self.assertEqual(done.returncode, 1)
        self.assertIn("says nothing about 1.2.4", done.stderr)


if __name__ == "__main__":
    unittest.main()
