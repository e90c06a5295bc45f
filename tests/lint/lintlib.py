# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: finding files, reading C++ without its comments, reporting."""

import os
import re
import sys
from pathlib import Path

TOP_FOLDERS = ("core", "ui", "app", "tests")
CXX_SUFFIXES = (".cpp", ".h")

# One token that can hide other text: comment, raw string, string, character. The quote of a number such as 1'000
# follows a digit or a letter and is no character literal; prefixes such as u8'x' are named.
_TOKEN = re.compile(
    r"""//(?:[^\n\\]|\\.|\\\n)*"""
    r"""|/\*.*?\*/"""
    r"""|(?:\b(?:u8|u|U|L))?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)\""""
    r'''|"(?:[^"\\\n]|\\.)*"'''
    r"""|(?:(?<![0-9A-Za-z_])|(?<=\bu8)|(?<=\b[uUL]))'(?:[^'\\\n]|\\.)+'""",
    re.DOTALL,
)


def _blank(text):
    """The same text with spaces instead of letters, so that line numbers stay."""
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """C++ with blank comments; strings stay."""
    return _TOKEN.sub(lambda m: _blank(m[0]) if m[0].startswith(("//", "/*")) else m[0], text)


def code_only(text):
    """C++ with blank comments and empty strings."""

    def replace(match):
        token = match[0]
        if token.startswith(("//", "/*")):
            return _blank(token)
        quote = "'" if token.endswith("'") else '"'
        start = token.index(quote)
        return token[:start].replace("R", " ") + quote + _blank(token[start + 1 : -1]) + quote

    return _TOKEN.sub(replace, text)


def string_literals(text):
    """(line number, content) of each string literal."""
    for match in _TOKEN.finditer(text):
        if match[0].endswith('"'):
            yield text.count("\n", 0, match.start()) + 1, match[0]


def read(path):
    return path.read_text(encoding="utf-8", errors="replace")


def walk(root, folders=TOP_FOLDERS, suffixes=CXX_SUFFIXES):
    """Paths below the folders, relative to root, with '/' and in a stable order."""
    found = []
    for folder in folders:
        for base, names, files in os.walk(root / folder):
            names[:] = [n for n in names if n not in ("build", "__pycache__", ".git", "node_modules")]
            for name in files:
                if name.endswith(tuple(suffixes)):
                    found.append((Path(base) / name).relative_to(root).as_posix())
    return sorted(found)


def under(path, folders):
    """True if the path is one of the folders or lies in one."""
    return any(path == folder or path.startswith(folder.rstrip("/") + "/") for folder in folders)


class Report:
    def __init__(self, name):
        self.name = name
        self.findings = []
        self.checked = 0

    def add(self, path, line, message):
        self.findings.append(f"{path}:{line}: {message}")

    def finish(self):
        for finding in self.findings:
            print(finding)
        print(f"{self.name}: {self.checked} checked, {len(self.findings)} found")
        return 1 if self.findings else 0


def main(check):
    """Runs check(root); root is the argument or the folder two above this file."""
    if len(sys.argv) > 2:
        print(f"usage: {sys.argv[0]} [ROOT]", file=sys.stderr)
        sys.exit(2)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    root = Path(sys.argv[1]) if len(sys.argv) == 2 else Path(__file__).resolve().parents[2]
    sys.exit(check(root.resolve()))
