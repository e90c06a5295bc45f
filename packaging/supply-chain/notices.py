#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""notices.py --toolchain VERSIONS.txt --output FILE BINARY...: names, licences and licence texts of what the binaries contain.

The texts are those that Debian distributes with the same libraries; one that is missing on this machine is an error."""
import argparse
import json
import sys
from pathlib import Path

import sbom

COMMON = Path("/usr/share/common-licenses")


def text_of(package):
    path = Path("/usr/share/doc") / package / "copyright"
    if not path.is_file():
        raise sbom.Unknown(f"the licence text of {package} is not on this machine: install that package")
    return path.read_text(encoding="utf-8", errors="replace").strip()


def make(binaries, toolchain):
    rows = {row["name"]: row for row in json.loads((sbom.HERE / "dependencies.json").read_text(encoding="utf-8"))}
    shipped = [rows[component["name"]] | {"version": component["version"]} for component in sbom.make(binaries, "0", toolchain)["components"]]
    parts = ["Sellerkeep contains these libraries. Sellerkeep itself is under the GPL, version 3 or later.\n"]
    parts += [f"{row['name']} {row['version']}: {row['licence']}, {row['site']}" for row in shipped]
    for row in shipped:
        parts.append(f"\n{'=' * 100}\n{row['name']}\n{'=' * 100}\n{text_of(row['texts'])}")
    for name in ("LGPL-3", "GPL-3", "Apache-2.0"):
        parts.append(f"\n{'=' * 100}\n{name}\n{'=' * 100}\n{(COMMON / name).read_text(encoding='utf-8').strip()}")
    return "\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--toolchain")
    parser.add_argument("--output", required=True)
    parser.add_argument("binaries", nargs="+")
    options = parser.parse_args()
    try:
        Path(options.output).write_text(make(options.binaries, options.toolchain), encoding="utf-8")
    except sbom.Unknown as problem:
        sys.exit(f"notices: {problem}")


if __name__ == "__main__":
    main()
