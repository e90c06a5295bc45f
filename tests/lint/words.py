#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that must not be written, with the folders where they must not. Each rule says why."""

import re
from dataclasses import dataclass

from lintlib import Report, TOP_FOLDERS, code_only, main, read, under, walk, without_comments

OURS = ("core", "ui", "app/cli", "app/desktop")
CLOCK = ("core/base/clock.cpp",)


@dataclass(frozen=True)
class Rule:
    pattern: str
    folders: tuple
    why: str
    but_not: tuple = ()
    view: str = "code"  # code: no comments, no strings; text: no comments; raw: as written

    def compiled(self):
        return re.compile(self.pattern)


RULES = (
    Rule(r"\bQEventLoop\b", OURS, "nested event loops run other code in the middle of ours"),
    Rule(r"\bprocessEvents\b", OURS, "nested event loops run other code in the middle of ours"),
    Rule(r"\bwaitForFinished\b", ("core", "ui"), "blocks a thread; use whenDone"),
    Rule(r"(\.|->)\s*exec\s*\(\s*\)", ("core", "ui"), "nested event loop; dialogs use open(), jobs use start()"),
    Rule(r"\bignoreSslErrors\b", TOP_FOLDERS, "certificates are always verified (ENC-1)"),
    Rule(r"\bVerifyNone\b|\bQueryPeer\b", OURS, "certificates are always verified (ENC-1)"),
    Rule(r"\bQNetworkAccessManager\b", OURS, "one door to the network: HttpTransport",
         ("core/net/qt_transport.h", "core/net/qt_transport.cpp", "core/net/lane.h", "core/net/lane.cpp",
          "core/net/transport_access_manager.h", "core/net/transport_access_manager.cpp")),
    Rule(r"\bQOAuthHttpServerReplyHandler\b", TOP_FOLDERS, "it listens on every interface (Qt < 6.5.6); LoopbackListener"),
    Rule(r"\bQ(Tcp|Ssl|Http|Udp)(Server|Socket)\b|\bQHttpServer\b", OURS, "one door to the network, one listener (NET-2)",
         ("core/consent/loopback_listener.h", "core/consent/loopback_listener.cpp", "core/net")),
    Rule(r"\b(current(Date|Time|DateTime(Utc)?|MSecsSinceEpoch|SecsSinceEpoch))\b", OURS,
         "time is handed in: Clock", CLOCK),
    Rule(r"\b(system_clock|steady_clock|high_resolution_clock)::now\b|\bstd::time\s*\(|\bQElapsedTimer\b", OURS,
         "time is handed in: Clock", CLOCK),
    Rule(r"(?<![\w:])(tr|QObject::tr|QCoreApplication::translate)\s*\(", ("core",), "words for people live in ui and app"),
    Rule(r"\bQWidget\b|\bQtWidgets\b|\bQ(Application|Dialog|MessageBox)\b", ("core",), "core has no Widgets"),
    Rule(r"\bQSqlDatabase\b|\bQSqlQuery\b", TOP_FOLDERS, "its driver is plain SQLite; use core/vault"),
    Rule(r"\bsqlite3_exec\b", OURS, "use vault::Statement and vault::Database", ("core/vault",)),
    Rule(r"(?i)\bSELECT\s+\*", ("core",), "columns are named, so that a new column breaks nothing", view="text"),
    Rule(r"(?i)\bPRAGMA\s+(hex)?(re)?key\b", OURS, "keys go in as bytes by sqlite3_key_v2, never as text", view="text"),
    Rule(r"\b(std::)?(secure_)?getenv\s*\(|\bqgetenv\b|\bqEnvironmentVariable\w*|\bQProcessEnvironment\b", ("core",),
         "no secret and no setting comes from the environment"),
    Rule(r"\bQSettings\b", ("core",), "settings live in the vault, where they are encrypted and audited"),
    Rule(r"\bstatic\b[^;{}()]*\binstance\s*\(\s*\)", TOP_FOLDERS, "no singletons; hand the object in"),
    Rule(r"\bQ_GLOBAL_STATIC\b", TOP_FOLDERS, "no singletons; hand the object in"),
    Rule(r"(?<![\w.>])q?s?rand\s*\(|\bQRandomGenerator::global\b", TOP_FOLDERS, "not a CSPRNG; random bytes are handed in"),
    Rule(r"\b(TODO|FIXME|XXX|HACK)\b", TOP_FOLDERS, "finish it, or open an issue", view="raw"),
)


def check(root):
    report = Report("words")
    rules = [(rule, rule.compiled()) for rule in RULES]
    for path in walk(root, suffixes=(".cpp", ".h", ".sql")):
        report.checked += 1
        raw = read(root / path)
        if path.endswith(".sql"):
            text = re.sub(r"--[^\n]*", "", raw)
            views = {"raw": raw, "text": text, "code": ""}
        else:
            views = {"raw": raw, "text": without_comments(raw), "code": code_only(raw)}
        for rule, pattern in rules:
            if under(path, rule.folders) and not under(path, rule.but_not):
                for match in pattern.finditer(views[rule.view]):
                    line = views[rule.view].count("\n", 0, match.start()) + 1
                    word = " ".join(match[0].split())
                    report.add(path, line, f"'{word}' must not be written here: {rule.why}")
    return report.finish()


main(check)
