#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""NET-5: no SQL is put together from pieces; values are bound. Migrations are numbered without gaps."""

import re
from collections import defaultdict

from lintlib import Report, code_only, main, read, walk, without_comments

CALL = re.compile(r"\b(prepare|exec|query|integer|sqlite3_prepare_v[23])\s*\(")
BUILT = re.compile(r"\+|\.\s*arg\s*\(|\bformat\s*\(|\.\s*append\s*\(")
# A PRAGMA takes no bound values; a number cannot carry SQL.
NUMBER_PRAGMA = re.compile(r'^\(*\s*"PRAGMA [^"]*"\s*\+\s*std::to_string\([\w.]+\)\s*\)*\s*(\.c_str\(\))?\s*\)*$')
MIGRATIONS = "core/vault/migrations"
NAME = re.compile(r"^(\d{4})_[a-z0-9_]+\.sql$")


def arguments(code, start):
    """The span of each argument of the call whose '(' is at start - 1."""
    depth, first = 0, start
    for at in range(start, len(code)):
        if code[at] in "([{":
            depth += 1
        elif code[at] in ")]}":
            if depth == 0:
                yield first, at
                return
            depth -= 1
        elif code[at] == "," and depth == 0:
            yield first, at
            first = at + 1


def check_calls(root, report):
    for path in walk(root, folders=("core",)):
        report.checked += 1
        raw = read(root / path)
        code, text = code_only(raw), without_comments(raw)
        for match in CALL.finditer(code):
            spans = list(arguments(code, match.end()))
            wanted = spans[1:2] if match[1].startswith("sqlite3_") else spans[:1]
            for first, last in wanted:
                if BUILT.search(code[first:last]) and not NUMBER_PRAGMA.match(text[first:last].strip()):
                    line = code.count("\n", 0, match.start()) + 1
                    report.add(path, line, f"{match[1]}(): SQL put together from pieces; bind the value")


def check_migrations(root, report):
    numbers = defaultdict(list)
    for path in walk(root, folders=(MIGRATIONS,), suffixes=("",)):
        report.checked += 1
        folder, name = path.rsplit("/", 1)
        match = NAME.match(name)
        if folder == MIGRATIONS or not match:
            report.add(path, 1, f"migrations are {MIGRATIONS}/<file>/NNNN_name.sql")
        else:
            numbers[folder].append(int(match[1]))
    for folder, found in sorted(numbers.items()):
        if sorted(found) != list(range(1, len(found) + 1)):
            report.add(folder, 1, f"numbers must be 1 to {len(found)} without gaps, once each: {sorted(found)}")


def check(root):
    report = Report("sql")
    check_calls(root, report)
    check_migrations(root, report)
    return report.finish()


main(check)
