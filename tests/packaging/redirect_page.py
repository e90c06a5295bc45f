#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The redirect page as a text: its policy allows exactly its own script and style; nothing is loaded, stored or told.

--update writes the right hashes into the policy."""

import base64
import hashlib
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "packaging" / "redirect-page" / "index.html"

# What stores, sends, loads, or turns text into code.
FORBIDDEN = ("localStorage", "sessionStorage", "indexedDB", "cookie", "caches", "serviceWorker", "fetch(", "XMLHttpRequest",
             "sendBeacon", "WebSocket", "EventSource", "import(", "importScripts", "eval(", "Function(", "innerHTML",
             "outerHTML", "insertAdjacentHTML", "document.write", "window.open", "postMessage", "setTimeout(", "window.name",
             "history.")
LOADING_ATTRIBUTES = {"src", "srcset", "data", "poster", "action", "formaction", "background", "ping", "manifest"}
ALLOWED_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "h1", "p", "a", "div", "label", "textarea",
                "button", "span", "script"}


class Reader(HTMLParser):
    """Collects tags, inline text of script and style, and the policy."""

    def __init__(self):
        super().__init__()
        self.tags, self.inline, self.metas, self.open = [], {"script": [], "style": []}, [], None

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "meta":
            self.metas.append(dict(attributes))
        if tag in self.inline:
            self.open = tag
            self.inline[tag].append("")

    def handle_endtag(self, tag):
        if tag == self.open:
            self.open = None

    def handle_data(self, data):
        if self.open:
            self.inline[self.open][-1] += data


def digest(text):
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy_of(reader):
    policies = [meta["content"] for meta in reader.metas if meta.get("http-equiv", "").lower() == "content-security-policy"]
    return policies[0] if len(policies) == 1 else ""


def problems(text):
    reader = Reader()
    reader.feed(text)
    found = []
    if [len(reader.inline["script"]), len(reader.inline["style"])] != [1, 1]:
        return ["one script and one style are expected"]
    script, style = reader.inline["script"][0], reader.inline["style"][0]
    wanted = (f"default-src 'none'; script-src '{digest(script)}'; style-src '{digest(style)}'; base-uri 'none'; "
              "form-action 'none'")
    if policy_of(reader) != wanted:
        found.append(f"the policy must be: {wanted}")
    if text.find("Content-Security-Policy") > min(text.find("<script"), text.find("<style")):
        found.append("the policy must stand before script and style")
    if {"name": "referrer", "content": "no-referrer"} not in reader.metas:
        found.append("no referrer policy")
    for tag, attributes in reader.tags:
        if tag not in ALLOWED_TAGS:
            found.append(f"<{tag}> is not expected")
        for name, value in attributes.items():
            if name in LOADING_ATTRIBUTES or name.startswith("on") or name == "style":
                found.append(f"<{tag} {name}> loads or runs something")
            if name == "href":
                found.append(f"<{tag} href={value}>: only the script sets an address")
    found += [f"the script says {word}" for word in FORBIDDEN if word in script]
    if re.search(r"url\(|@import", style):
        found.append("the style loads something")
    origins = re.findall(r"[a-z]+://[^\"'`\s/]*", text)
    if origins != ["http://127.0.0.1:"]:
        found.append(f"addresses in the page: {origins}")
    return found


def readme_problems(text):
    """nginx serves an index by a redirect within itself to another location, which has neither headers nor access_log off."""
    block = re.search(r"location = (/\S+/) \{(.*?)\}", text, re.S)
    if not block:
        return ["no nginx location"]
    needed = ("access_log off;", f"try_files {block.group(1)}index.html =404;")
    return [f"the nginx location lacks {line}" for line in needed if line not in block.group(2)]


def update(text):
    reader = Reader()
    reader.feed(text)
    text = re.sub(r"script-src '[^']*'", f"script-src '{digest(reader.inline['script'][0])}'", text, count=1)
    return re.sub(r"style-src '[^']*'", f"style-src '{digest(reader.inline['style'][0])}'", text, count=1)


def self_test(text):
    """Each of these changes must be noticed."""
    changes = (("location.assign(link.href)", "location.assign(link.href) "), ("system-ui", "serif"),
               ("form-action 'none'", "form-action 'self'"), ("<main>", "<main onload='x'>"),
               ('content="no-referrer"', 'content="origin"'), ("</main>", "<img src='x'></main>"),
               ("http://127.0.0.1:", "http://agency.example:"), ("<main>", "<script src='https://a.example/x.js'></script><main>"))
    missed = [new for old, new in changes if old not in text or not problems(text.replace(old, new, 1))]
    return [f"a change was not noticed: {new}" for new in missed]


def main():
    text = PAGE.read_text(encoding="utf-8")
    if sys.argv[1:] == ["--update"]:
        PAGE.write_text(update(text), encoding="utf-8")
        return 0
    found = problems(text) or self_test(text)
    readme = (PAGE.parent / "README.md").read_text(encoding="utf-8")
    found += readme_problems(readme)
    if not readme_problems(re.sub(r"(?m)^.*try_files /.*\n", "", readme)):
        found.append("a README without try_files was not noticed")
    for problem in found:
        print(f"{PAGE.name}: {problem}")
    print("redirect page:", "wrong" if found else "its policy fits, and nothing is loaded, stored or told")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
