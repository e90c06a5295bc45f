#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for planted secrets, people's e-mail addresses, paths of somebody's machine and hosts of package sources in every file.

A made-up value in tests or in the simulator carries `secret-scan: sample` on its line or on the line above."""

import math
import os
import re
import subprocess
from pathlib import Path

from lintlib import Report, main, under

MARK = "secret-scan: sample"
MARK_COUNTS_IN = ("tests", "app/simulator")
MAY_HAVE_HEX = ("tests",)
LIMIT = 5_000_000
TOKEN = r"[A-Za-z0-9_\-+/=%.]"

SECRETS = (
    (r"Atzr(\||%7[Cc])" + TOKEN + "{20,}", "an Amazon refresh token"),
    (r"Atza(\||%7[Cc])" + TOKEN + "{20,}", "an Amazon access token"),
    (r"Atz\.sprdt(\||%7[Cc])" + TOKEN + "{20,}", "an Amazon restricted data token"),
    (r"amzn1\.oa2-cs\.v1\.[0-9a-f]{32,}", "an LWA client secret"),
    (r"\b(AKIA|ASIA)[0-9A-Z]{16}\b", "an AWS access key"),
    (r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----", "a private key"),
    (r'\\?"(refresh_token|client_secret)\\?"\s*:\s*\\?"[^"\\]{20,}\\?"', "a credential in JSON"),
    (r"\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{40,}", "a GitHub token"),
)
HEX = re.compile(r"""["'][^"'\n]*?([0-9A-Fa-f]{64,})""")
EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})\b")
# Reserved for examples (RFC 2606), Amazon's own role and relay addresses.
EMAIL_OK = re.compile(r"(^|\.)(example(\.(com|net|org))?|test|invalid|localhost)$|^(.+\.)?amazon\.[a-z.]+$", re.IGNORECASE)
NO_DOMAIN = re.compile(r"\.(png|jpg|svg|h|cpp|py|service|target|socket)$")
MACHINE_PATH = re.compile(r"(?<![\w./:~$}*-])/(home|root|work|Users)/(?=[\w.])|\b[A-Z]:\\{1,2}Users\\")
# Scripts take the address from the machine's own package sources.
PACKAGE_HOST = re.compile(r"\b(deb|ftp[\w.]*|security|archive|snapshot)\.(debian|ubuntu)\.(org|com)\b|\bregistry\.npmjs\.org\b")


def entropy(text):
    counts = [text.count(c) for c in set(text)]
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts)


def repository_files(root):
    """What git knows or would take; all files where there is no git."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode("utf-8", "replace")
        inside = subprocess.run(["git", "-C", str(root), "rev-parse", "--show-toplevel"], capture_output=True, check=True)
        if Path(inside.stdout.decode().strip()).resolve() == root and listed:
            return sorted(set(filter(None, listed.split("\0"))))
    except (OSError, subprocess.SubprocessError):
        pass
    found = []
    for base, names, files in os.walk(root):
        names[:] = [n for n in names if n not in (".git", "build", "node_modules", "__pycache__", ".cache")]
        found += [(Path(base) / name).relative_to(root).as_posix() for name in files]
    return sorted(found)


def check_line(path, line):
    """Yields what is wrong with one line."""
    for pattern, what in PATTERNS:
        if pattern.search(line):
            yield f"looks like {what}"
    if not under(path, MAY_HAVE_HEX):
        for match in HEX.finditer(line):
            if entropy(match[1].lower()) > 3.0:
                yield "a long hexadecimal value: looks like a key"
    for match in EMAIL.finditer(line):
        if not EMAIL_OK.search(match[1]) and not NO_DOMAIN.search(match[1]):
            yield f"an e-mail address at {match[1]}"
    if MACHINE_PATH.search(line):
        yield "a path of somebody's machine"
    if PACKAGE_HOST.search(line):
        yield "the host of a package source"


PATTERNS = tuple((re.compile(pattern), what) for pattern, what in SECRETS)


def check(root):
    report = Report("secret scan")
    for path in repository_files(root):
        file = root / path
        if not file.is_file() or file.is_symlink() or file.stat().st_size > LIMIT:
            continue
        content = file.read_bytes()
        if b"\0" in content:
            continue
        report.checked += 1
        before = ""
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            marked = under(path, MARK_COUNTS_IN) and (MARK in line or MARK in before)
            if not marked:
                for message in check_line(path, line):
                    report.add(path, number, message)
            before = line
    return report.finish()


if __name__ == "__main__":
    main(check)
