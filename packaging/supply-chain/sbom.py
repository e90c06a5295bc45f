#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sbom.py --version V [--toolchain VERSIONS.txt] [--output FILE] BINARY...: a CycloneDX 1.5 list of what the binaries import.

Made from the finished files, not from a list of what should be in them: an import that dependencies.json does not know is an
error. Versions come from dpkg, or, for Windows, from the toolchain's VERSIONS.txt. Two runs give the same bytes."""
import argparse
import functools
import json
import os
import re
import subprocess
import sys
import time
import uuid
from pathlib import Path

HERE = Path(__file__).resolve().parent
WINDOWS = frozenset((HERE.parent / "windows" / "system_dlls.txt").read_text(encoding="utf-8").split())


class Unknown(Exception):
    pass


@functools.cache  # the same few questions about the same few files
def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def imports(binary):
    """The libraries that a file names, without those that are Windows itself."""
    with open(binary, "rb") as file:
        windows = file.read(2) == b"MZ"
    if windows:
        names = re.findall(r"DLL Name: (\S+)", run("x86_64-w64-mingw32-objdump", "-p", str(binary)))
        return {name for name in names if name.lower() not in WINDOWS and not name.lower().startswith(("api-ms-", "ext-ms-"))}
    return set(re.findall(r"\(NEEDED\).*\[(.*?)\]", run("readelf", "-d", "-W", str(binary))))


@functools.cache
def owner(path):
    """The package that a file belongs to, or None."""
    done = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[0].rsplit(": ", 1)[0].split(",")[0] if done.returncode == 0 else None


def package_of(library, binaries):
    """(package, version) that dpkg knows for a shared library that one of the binaries loads."""
    for binary in binaries:
        found = re.search(rf"(?m)^\s*{re.escape(library)} => (\S+)|^\s*(\S*/{re.escape(library)}) \(", run("ldd", str(binary)))
        if not found:
            continue
        path = found[1] or found[2]
        for candidate in dict.fromkeys((path, os.path.realpath(path), "/usr" + path, os.path.realpath(path).removeprefix("/usr"))):
            if package := owner(candidate):
                return package.split(":")[0], run("dpkg-query", "-W", "-f=${Version}", package)
    raise Unknown(f"no package on this system owns {library}")


def describe(names, binaries, toolchain):
    table = json.loads((HERE / "dependencies.json").read_text(encoding="utf-8"))
    components = {}
    for name in sorted(names):
        row = next((row for row in table if any(re.search(p, name) for p in row["files"])), None)
        if row is None:
            raise Unknown(f"{name} is linked, and packaging/supply-chain/dependencies.json does not know it")
        if row["name"] in components:
            components[row["name"]][1].append(name)
            continue
        components[row["name"]] = (row, [name], version_of(row, name, binaries, toolchain))
    for row in table:
        if row.get("header_only") or (toolchain and row.get("header_only_on_windows")):
            components[row["name"]] = (row, [], version_of(row, None, binaries, toolchain))
    return [component for _, component in sorted(components.items())]


def version_of(row, name, binaries, toolchain):
    if toolchain:
        found = re.search(row["toolchain"], toolchain, re.MULTILINE) if row["toolchain"] else None
        if not found:
            raise Unknown(f"the toolchain's VERSIONS.txt has no version of {row['name']}")
        return None, found[1]
    if name is None:
        return row["package"], run("dpkg-query", "-W", "-f=${Version}", row["package"])
    return package_of(name, binaries)


def document(components, version):
    listed = []
    for row, files, (package, number) in components:
        purl = f"pkg:deb/debian/{package}@{number}" if package else f"pkg:generic/{row['name']}@{number}"
        listed.append({"type": "library", "bom-ref": purl, "name": row["name"], "version": number, "purl": purl,
                       "licenses": [{"expression": row["licence"]}], "description": row["why"],
                       "externalReferences": [{"type": "website", "url": row["site"]}],
                       "properties": [{"name": "sellerkeep:file", "value": file} for file in sorted(files)]})
    when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "0"))))
    root = f"pkg:generic/sellerkeep@{version}"
    bom = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
           "metadata": {"timestamp": when, "component": {"type": "application", "bom-ref": root, "name": "Sellerkeep",
                                                         "version": version, "licenses": [{"expression": "GPL-3.0-or-later"}]}},
           "components": listed, "dependencies": [{"ref": root, "dependsOn": [entry["bom-ref"] for entry in listed]}]}
    bom["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bom, sort_keys=True)).urn
    return bom


def make(binaries, version, toolchain_file=None):
    names = set().union(*(imports(binary) for binary in binaries))
    own = {Path(binary).name for binary in binaries}
    toolchain = Path(toolchain_file).read_text(encoding="utf-8") if toolchain_file else None
    return document(describe(names | {name for name in own if not name.startswith("sellerkeep")}, binaries, toolchain), version)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", required=True)
    parser.add_argument("--toolchain")
    parser.add_argument("--output")
    parser.add_argument("binaries", nargs="+")
    options = parser.parse_args()
    try:
        text = json.dumps(make(options.binaries, options.version, options.toolchain), indent=2, ensure_ascii=False) + "\n"
    except Unknown as problem:
        sys.exit(f"sbom: {problem}")
    if options.output:
        Path(options.output).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
