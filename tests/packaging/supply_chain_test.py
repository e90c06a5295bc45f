# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts of packaging/supply-chain catch what they are for, and the built programs pass them."""
import argparse
import contextlib
import io
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SUPPLY_CHAIN = Path(__file__).resolve().parents[2] / "packaging" / "supply-chain"
sys.path.insert(0, str(SUPPLY_CHAIN))
import check  # noqa: E402
import hardening  # noqa: E402
import sbom  # noqa: E402

OPTIONS = argparse.Namespace()


def quietly(function, *args):
    with contextlib.redirect_stdout(io.StringIO()):
        return function(*args)


class Bom(unittest.TestCase):
    def test_lists_exactly_what_ldd_says_is_imported(self):
        listed = set()
        for component in sbom.make(OPTIONS.programs, "1.0")["components"]:
            listed |= {entry["value"] for entry in component["properties"]}
        imported = set()
        for program in OPTIONS.programs:
            verbose = subprocess.run(["objdump", "-p", program], check=True, capture_output=True, text=True).stdout
            imported |= set(re.findall(r"NEEDED\s+(\S+)", verbose))
        self.assertEqual(listed, imported)
        self.assertIn("libsqlcipher", " ".join(listed))

    def test_same_bytes_twice(self):
        self.assertEqual(json.dumps(sbom.make(OPTIONS.programs, "1.0")), json.dumps(sbom.make(OPTIONS.programs, "1.0")))

    def test_an_unknown_library_is_an_error(self):
        with self.assertRaisesRegex(sbom.Unknown, "libsurprise.so.1"):
            sbom.describe({"libsurprise.so.1"}, OPTIONS.programs, None)

    def test_every_component_has_version_licence_and_reason(self):
        for component in sbom.make(OPTIONS.programs, "1.0")["components"]:
            self.assertTrue(component["version"] and component["licenses"][0]["expression"] and component["description"])


    def test_the_readable_table_is_that_of_the_machines(self):
        rows = json.loads((SUPPLY_CHAIN / "dependencies.json").read_text(encoding="utf-8"))
        text = (SUPPLY_CHAIN / "README.md").read_text(encoding="utf-8")
        listed = {tuple(cell.strip() for cell in line.split("|")[1:5:2]) + (line.split("|")[4].strip(),)
                  for line in text.splitlines() if line.startswith("| ") and not line.startswith("| library")}
        self.assertEqual(listed, {(row["name"], row["licence"], row["why"]) for row in rows})


class Vulnerabilities(unittest.TestCase):
    def setUp(self):
        self.table = json.loads((SUPPLY_CHAIN / "vulnerabilities.json").read_text(encoding="utf-8"))

    def judge(self, name, version):
        return check.judge({"components": [{"name": name, "version": version}]}, self.table)

    def test_a_vulnerable_version_fails(self):
        for name, version in (("openssl", "3.0.14"), ("openssl", "3.0.14-1~deb12u1"), ("zlib", "1.2.12")):
            self.assertTrue(self.judge(name, version)[0], f"{name} {version}")

    def test_a_corrected_version_passes(self):
        for name, version in (("openssl", "3.0.20"), ("openssl", "3.0.19-1~deb12u2"), ("openssl", "3.5.4-1~deb13u2"),
                              ("zlib", "1:1.2.13.dfsg-1")):
            self.assertEqual(self.judge(name, version)[0], [], f"{name} {version}")

    def test_what_cannot_be_reached_is_named(self):
        reached, accepted = self.judge("qtbase", "6.4.2+dfsg-10")
        self.assertEqual(reached, [])
        self.assertTrue(any("CVE-2023-51714" in sentence for sentence in accepted))

    def test_the_script_fails_on_a_planted_version(self):
        with tempfile.TemporaryDirectory() as folder:
            bom = Path(folder) / "bom.json"
            for version, code in (("3.0.14", 1), ("3.0.20", 0)):
                bom.write_text(json.dumps({"components": [{"name": "openssl", "version": version}]}))
                done = subprocess.run([sys.executable, "-B", SUPPLY_CHAIN / "check.py", bom], check=False, capture_output=True)
                self.assertEqual(done.returncode, code, done.stdout)

    def test_what_we_built_with_passes(self):
        reached, _ = check.judge(sbom.make(OPTIONS.programs, "1.0"), self.table)
        self.assertEqual(reached, [])

    def test_every_row_names_a_known_library(self):
        known = {row["name"] for row in json.loads((SUPPLY_CHAIN / "dependencies.json").read_text(encoding="utf-8"))}
        self.assertLessEqual({row["library"] for row in self.table}, known)


class Hardening(unittest.TestCase):
    def test_a_program_without_the_flags_is_caught(self):
        with tempfile.TemporaryDirectory() as folder:
            source, program = Path(folder) / "a.cpp", Path(folder) / "a"
            source.write_text("int main() { return 0; }\n")
            subprocess.run([OPTIONS.cxx, "-no-pie", "-fcf-protection=none", "-Wl,-z,norelro,-z,lazy,-z,execstack,-rpath,/tmp",
                            source, "-o", program], check=True, capture_output=True)
            found = " ".join(hardening.elf(str(program)))
            for sign in ("PIE", "RELRO", "late", "executable stack", "stack protector", "fortified", "search path", "CET"):
                self.assertIn(sign, found)
            self.assertEqual(quietly(hardening.main, [str(program)]), 1)

    def test_a_windows_program_without_the_flags_is_caught(self):
        header = bytearray(1024)
        header[0:2], header[0x3C] = b"MZ", 0x40
        header[0x40:0x44] = b"PE\0\0"
        header[0x40 + 24 : 0x40 + 26] = b"\x0b\x02"
        with tempfile.NamedTemporaryFile(suffix=".exe") as file:
            file.write(header)
            file.flush()
            found = " ".join(hardening.pe(file.name))
        for sign in ("ASLR", "high-entropy", "DEP", "relocations"):
            self.assertIn(sign, found)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--cxx", required=True)
    parser.add_argument("programs", nargs="+")
    parser.parse_args(namespace=OPTIONS)
    unittest.main(argv=sys.argv[:1])
