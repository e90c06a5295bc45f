#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files stay small: 200 lines are normal, 400 need a reason (`// size: reason` in lines 2 to 5), 600 fail."""

import re

from lintlib import Report, main, read, under, walk

REASON = re.compile(r"^\s*//+ size: \S+")
NEED_REASON, NEVER, HEADER, DEV = 400, 600, 200, 400


def check(root):
    report = Report("sizes")
    for path in walk(root):
        report.checked += 1
        lines = read(root / path).splitlines()
        reason = any(REASON.match(line) for line in lines[1:5])
        limit = HEADER if path.endswith(".h") and under(path, ("core", "ui")) else NEED_REASON
        if len(lines) > NEVER:
            report.add(path, NEVER, f"{len(lines)} lines; more than {NEVER} are never right")
        elif len(lines) > limit and not reason:
            report.add(path, limit, f"{len(lines)} lines; more than {limit} need '// size: reason' in lines 2 to 5")
    dev = root / "dev"
    if dev.exists():
        report.checked += 1
        lines = len(read(dev).splitlines())
        if lines > DEV:
            report.add("dev", DEV, f"{lines} lines; the script stays below {DEV}")
    return report.finish()


main(check)
