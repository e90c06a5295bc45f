#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the includes with layers.txt: each file stays inside what its folder may include; no cycles; no '../'."""

import re

from lintlib import Report, TOP_FOLDERS, main, read, walk, without_comments

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
TABLE = "tests/lint/layers.txt"


def folder_of(path):
    """core/vault/a/b.cpp -> core/vault; app/main.cpp -> app."""
    return "/".join(path.split("/")[:-1][:2])


class Table:
    def __init__(self, text, folders):
        self.rows = {}
        for line in text.splitlines():
            line = line.split("#")[0].strip()
            if line:
                folder, _, rest = line.partition(":")
                self.rows[folder.strip()] = rest.split()
        self.folders = folders

    def row(self, folder):
        return self.rows.get(folder, self.rows.get(folder.split("/")[0] + "/*"))

    def named(self, folder):
        """The folders that the row names, patterns resolved."""
        found = set()
        for word in self.row(folder) or []:
            if word.endswith("*"):
                found |= {f for f in self.folders | set(self.rows) if f.startswith(word[:-1]) and "*" not in f}
            elif word != "only":
                found.add(word)
        return found - {folder}

    def allowed(self, folder):
        found = self.named(folder)
        if "only" in (self.row(folder) or []):
            return found | {folder}
        waiting = list(found)
        while waiting:
            more = self.named(waiting.pop()) - found
            found |= more
            waiting += more
        return found | {folder}


def cycles(graph):
    """One path per cycle found by walking depth first."""
    found, done = [], set()

    def visit(node, path):
        if node in path:
            found.append(path[path.index(node) :] + [node])
        elif node not in done:
            for target in sorted(graph.get(node, ())):
                visit(target, path + [node])
            done.add(node)

    for node in sorted(graph):
        visit(node, [])
    return found


def check(root):
    report = Report("layers")
    files = walk(root)
    report.checked = len(files)
    table = Table(read(root / TABLE), {folder_of(f) for f in files})
    graph = {}
    for path in files:
        folder = folder_of(path)
        if table.row(folder) is None:
            report.add(path, 1, f"the folder {folder} is not in {TABLE}")
            continue
        allowed = table.allowed(folder)
        text = without_comments(read(root / path))
        for match in INCLUDE.finditer(text):
            quote, target = match[1], match[2]
            line = text.count("\n", 0, match.start(2)) + 1
            if "../" in target:
                report.add(path, line, f"includes are written from the root, without '../': {target}")
            elif target.split("/")[0] not in TOP_FOLDERS or "/" not in target:
                own_tool = target.endswith(".moc") or target.split("/")[-1].startswith(("moc_", "ui_"))
                if quote == '"' and not own_tool:
                    report.add(path, line, f'"{target}": our headers are included from the root, others in <>')
            elif table.row(folder_of(target)) is None:
                report.add(path, line, f"includes the unknown folder {folder_of(target)}")
            elif folder_of(target) not in allowed:
                report.add(path, line, f"{folder} must not include {folder_of(target)}")
            elif folder_of(target) != folder:
                graph.setdefault(folder, set()).add(folder_of(target))
    for cycle in cycles(graph):
        report.add(TABLE, 1, "cycle between folders: " + " -> ".join(cycle))
    # The table itself must be free of cycles, whether or not an include uses them yet.
    for cycle in cycles({folder: table.named(folder) for folder in table.rows if folder.startswith("core/")}):
        report.add(TABLE, 1, "cycle in the table: " + " -> ".join(cycle))
    return report.finish()


main(check)
