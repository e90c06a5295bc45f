#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workflows use actions pinned by commit, name their version, and ask for no right they do not need."""

import re

from lintlib import Report, main, read

try:
    import yaml
except ImportError:
    yaml = None

USES = re.compile(r"^\s*(?:-\s+)?uses:\s*(\S+)(.*)$")
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")
VERSION = re.compile(r"#\s*v\d+\.\d+(\.\d+)?\b")
TRIGGER = re.compile(r"^\s*pull_request_target\b|\[[^\]]*\bpull_request_target\b")
UNTRUSTED = re.compile(r"\$\{\{\s*github\.(head_ref|event\.(issue|pull_request|comment|review|commits|head_commit)\b)")


def top_level_permissions(lines):
    """The lines of the top-level permissions block, or None."""
    for at, line in enumerate(lines):
        if line.startswith("permissions:"):
            block = [line[len("permissions:") :]]
            for following in lines[at + 1 :]:
                if following and not following.startswith((" ", "#")):
                    break
                block.append(following)
            return [b.split("#")[0].strip() for b in block if b.split("#")[0].strip()]
    return None


def check_permissions(path, lines, report):
    granted = top_level_permissions(lines)
    if granted is None:
        report.add(path, 1, "needs 'permissions:' at the top level")
        return
    for grant in granted:
        if grant not in ("{}", "contents: read", "{contents: read}", "{ contents: read }"):
            report.add(path, 1, f"'{grant}' at the top level: only 'contents: read'; give more to single jobs")
    for number, line in enumerate(lines, 1):
        if re.search(r"permissions:\s*(write-all|read-all)", line):
            report.add(path, number, "name the rights one by one")
        elif re.match(r"\s+[\w-]+:\s*write\b(?!.*#\s*\S)", line):
            report.add(path, number, "a right to write needs a comment that says what for")


def check(root):
    report = Report("workflows")
    folder = root / ".github" / "workflows"
    for file in sorted(folder.glob("*.y*ml")) if folder.is_dir() else []:
        path = file.relative_to(root).as_posix()
        text = read(file)
        lines = text.splitlines()
        report.checked += 1
        if yaml is not None:
            try:
                document = yaml.safe_load(text)
                if not isinstance(document, dict) or not isinstance(document.get("jobs"), dict):
                    report.add(path, 1, "has no jobs")
            except yaml.YAMLError as error:
                report.add(path, 1, f"is no YAML: {' '.join(str(error).split())}")
        check_permissions(path, lines, report)
        for number, line in enumerate(lines, 1):
            uses = USES.match(line)
            if uses and not uses[1].startswith("./"):
                if not PINNED.match(uses[1]):
                    report.add(path, number, f"'{uses[1]}' is not pinned by a commit of 40 digits")
                elif not VERSION.search(uses[2]):
                    report.add(path, number, "name the version of the pinned commit: # v1.2.3")
            if TRIGGER.search(line):
                report.add(path, number, "pull_request_target runs foreign code with our rights")
            if UNTRUSTED.search(line):
                report.add(path, number, "text of strangers must not reach a shell")
    if yaml is None:
        print("workflows: PyYAML is not installed, so the YAML itself was not parsed; pins and rights were")
    return report.finish()


main(check)
