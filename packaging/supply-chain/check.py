#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py BOM [--table FILE]: holds the versions of a bill of materials against the vulnerabilities that we know of.

Fails on one that can be reached; names those that cannot, with the reason. A version is good when it is at least the one that
upstream or, for a Debian package, Debian fixed."""
import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def at_least(version, wanted):
    done = subprocess.run(["dpkg", "--compare-versions", version, "ge", wanted], check=False)
    return done.returncode == 0


def upstream(version):
    """1:1.2.13.dfsg-1 is 1.2.13."""
    return re.match(r"(?:\d+:)?([0-9][0-9.]*[0-9]|[0-9]+)", version)[1]


def is_fixed(row, version):
    fixed = row["fixed"]
    return ("upstream" in fixed and at_least(upstream(version), fixed["upstream"])) or (
        "debian" in fixed and "-" in version and at_least(version, fixed["debian"]))


def judge(bom, table):
    """(reached, accepted): lists of sentences."""
    reached, accepted = [], []
    for component in bom["components"]:
        for row in table:
            if row["library"] != component["name"] or is_fixed(row, component["version"]):
                continue
            sentence = f"{row['id']} ({row['severity']}) in {component['name']} {component['version']}: {row['note']}"
            (reached if row["reachable"] else accepted).append(sentence)
    return reached, accepted


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bom")
    parser.add_argument("--table", default=HERE / "vulnerabilities.json")
    options = parser.parse_args()
    table = json.loads(Path(options.table).read_text(encoding="utf-8"))
    for row in table:
        if not row["note"] or not row["fixed"]:
            sys.exit(f"{row['id']}: a row needs a note and a fixed version")
    bom = json.loads(Path(options.bom).read_text(encoding="utf-8"))
    reached, accepted = judge(bom, table)
    for sentence in accepted:
        print("not reachable:", sentence)
    for sentence in reached:
        print("VULNERABLE:", sentence)
    print(f"vulnerabilities: {len(bom['components'])} libraries, {len(accepted)} not reachable, {len(reached)} to act on")
    return 1 if reached else 0


if __name__ == "__main__":
    sys.exit(main())
