#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""hardening.py BINARY...: what the compiler and the linker were asked for is really in the finished programs (SDLC-5).

Linux: position independent, RELRO with immediate binding, no executable stack, stack protector, fortified calls, CET landing
pads (x86-64; the mark of the whole file is missing where the distribution's own start-up code has none, as on Debian 12), no
search path inside. Windows: ASLR with high entropy, DEP, no section that is both writable and executable; control flow guard
where the compiler has it (MSVC)."""
import re
import struct
import subprocess
import sys

LANDING_PADS = 100  # each function has one; start-up code alone has a handful


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def elf(path):
    head, dynamic = run("readelf", "-hlW", path), run("readelf", "-dW", path)
    symbols = run("readelf", "--dyn-syms", "-W", path)
    stack = re.search(r"GNU_STACK\s+\S+ \S+ \S+ \S+ \S+ (\S+)", head)
    found = {
        "is not position independent (PIE)": re.search(r"Type:\s+DYN", head),
        "has no RELRO segment": "GNU_RELRO" in head,
        "binds its symbols late (no -z now)": re.search(r"\(FLAGS(_1)?\).*\b(BIND_NOW|NOW)\b", dynamic),
        "has an executable stack": stack and "E" not in stack[1],
        "has no stack protector": "__stack_chk_fail" in symbols,
        "has no fortified calls": re.search(r"\b__\w+_chk\b", symbols.replace("__stack_chk_fail", "")),
        "carries a library search path": not re.search(r"\((RPATH|RUNPATH)\)", dynamic),
    }
    if "X86-64" in head:
        with open(path, "rb") as file:
            found["has no CET landing pads (-fcf-protection)"] = file.read().count(bytes.fromhex("f30f1efa")) >= LANDING_PADS
    return [problem for problem, good in found.items() if not good]


def pe(path):
    with open(path, "rb") as file:
        data = file.read()
    start = struct.unpack_from("<I", data, 0x3C)[0]
    sections, optional_size = struct.unpack_from("<H", data, start + 6)[0], struct.unpack_from("<H", data, start + 20)[0]
    characteristics = struct.unpack_from("<H", data, start + 24 + 70)[0]
    relocations = struct.unpack_from("<I", data, start + 24 + 112 + 5 * 8 + 4)[0]
    problems = [] if struct.unpack_from("<H", data, start + 24)[0] == 0x20B else ["is not a 64-bit program"]
    for bit, name in ((0x0040, "ASLR"), (0x0020, "high-entropy ASLR"), (0x0100, "DEP")):
        if not characteristics & bit:
            problems.append(f"has no {name}")
    if relocations == 0:
        problems.append("has no relocations: ASLR cannot move it")
    if b"Microsoft" in data[:0x400] and not characteristics & 0x4000:
        problems.append("has no control flow guard")
    for number in range(sections):
        at = start + 24 + optional_size + 40 * number
        flags = struct.unpack_from("<I", data, at + 36)[0]
        if flags & 0x20000000 and flags & 0x80000000:
            problems.append(f"section {data[at:at + 8].rstrip(bytes(1)).decode()} is writable and executable")
    return problems


def main(paths):
    bad = 0
    for path in paths:
        with open(path, "rb") as file:
            magic = file.read(2)
        for problem in (pe if magic == b"MZ" else elf)(path):
            print(f"{path} {problem}")
            bad += 1
    print(f"hardening: {len(paths)} checked, {bad} found")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
