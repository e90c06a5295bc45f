#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for secrets in every line that any commit ever added: what was deleted later is still handed out with the repository.

Only what opens something counts here; addresses and paths of the present tree are secret_scan's. Without git there is no history.
Made-up values of tests that were committed before they carried the mark stand in samples.txt, by their SHA-256."""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

from lintlib import Report, main, read, under
from secret_scan import MARK, MARK_COUNTS_IN, PATTERNS

SKIPPED = 77 # as CTest has been told
FILE = re.compile(r'^\+\+\+ "?b/(.*?)"?$')


def known_samples():
    lines = read(Path(__file__).resolve().parent / "samples.txt").splitlines()
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


def check(root):
    report = Report("secret history")
    samples = known_samples()
    command = ["git", "-C", str(root), "log", "HEAD", "-p", "--no-color", "--no-ext-diff", "--no-textconv", "--unified=1",
               "--diff-filter=AMR", "--format=commit %h"]
    if not shutil.which("git") or not (root / ".git").exists():
        print("secret history: SKIPPED: no git or no repository here, so there is no history to look at")
        return SKIPPED
    done = subprocess.run(command, capture_output=True, timeout=100, check=False)
    if done.returncode != 0:
        print("secret history: git log failed:", done.stderr.decode("utf-8", "replace").strip())
        return 1
    log = done.stdout.decode("utf-8", "replace")
    commit = path = before = ""
    for line in log.split("\n"):
        if line.startswith("commit "):
            commit = line[len("commit ") :]
            report.checked += 1
        elif name := FILE.match(line):
            path = name[1]
        elif line.startswith("+"):
            marked = under(path, MARK_COUNTS_IN) and (MARK in line or MARK in before)
            for pattern, what in () if marked else PATTERNS:
                for found in pattern.finditer(line):
                    if hashlib.sha256(found[0].encode()).hexdigest() not in samples or not under(path, MARK_COUNTS_IN):
                        report.add(f"commit {commit} {path}", 0, f"looks like {what}")
        before = line
    return report.finish()


if __name__ == "__main__":
    main(check)
