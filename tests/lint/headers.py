#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each source file begins with its licence; each header has #pragma once."""

from lintlib import Report, main, read, walk

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
COMMENT = {".cpp": "// ", ".h": "// ", ".py": "# ", ".sh": "# ", "CMakeLists.txt": "# "}


def check(root):
    report = Report("headers")
    paths = walk(root, suffixes=tuple(COMMENT), folders=("core", "ui", "app", "tests", "packaging"))
    paths += [p for p in ("dev", ".ci/run", "CMakeLists.txt") if (root / p).exists()]
    for path in paths:
        report.checked += 1
        lines = read(root / path).splitlines()
        comment = next((c for end, c in COMMENT.items() if path.endswith(end)), "# ")
        at = 1 if lines and lines[0].startswith("#!") else 0
        if len(lines) <= at or lines[at] != comment + SPDX:
            report.add(path, at + 1, f"must be '{comment}{SPDX}'")
        if path.endswith(".h") and "#pragma once" not in lines[:20]:
            report.add(path, 2, "a header needs '#pragma once'")
    return report.finish()


main(check)
