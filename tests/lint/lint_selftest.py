#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that each lint can fail: builds small trees and compares exit code and message. Usage: lint_selftest.py LINT"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
ROOT_TABLE = "core/base:\ncore/model: core/base\ncore/vault: core/base\ncore/records: core/model core/vault\n" \
    "core/profile: core/*\nui/common: only core/model core/base\nui/shell: only ui/* core/profile\n" \
    "ui/*: only ui/common core/model\napp/simulator: only\napp/*: *\ntests/*: *\n"
PIN = "11bd71901bbe5b1630ceea73d27597364c9af683"


def include(path):
    return f'#include "{path}"\n'


def layers(path, text, expected=None, table=ROOT_TABLE, **more):
    files = {"tests/lint/layers.txt": table, path: text}
    files.update({name.replace("__", "/") + ".h": content for name, content in more.items()})
    return files, expected


def only(path, text, expected=None):
    return {path: text}, expected


def lines(count, second="x"):
    return "\n".join(["a", second] + ["x"] * (count - 2)) + "\n"


def workflow(uses=f"actions/checkout@{PIN} # v4.2.2", top="permissions:\n  contents: read\n", on="push", run="true"):
    return {".github/workflows/ci.yml": f"name: x\non: [{on}]\n{top}jobs:\n  a:\n    runs-on: x\n    steps:\n"
            f"      - uses: {uses}\n      - run: {run}\n"}


# Per lint: (files, None) must pass, (files, "text") must fail and say so. Values that another lint would find are put
# together from halves.
CASES = {
    "layers": [
        layers("core/records/a.cpp", include("core/records/a.h") + include("core/base/b.h") + "#include <QString>\n"),
        layers("core/records/a.cpp", '// #include "ui/shell/x.h"\n/* #include "core/nowhere/x.h" */\n'),
        layers("core/profile/a.cpp", include("core/records/a.h")),
        layers("ui/shell/a.cpp", include("ui/audit/a.h"), ui__audit__a=include("ui/common/c.h")),
        layers("app/cli/main.cpp", include("core/profile/a.h")),
        layers("tests/vault/a_test.cpp", include("core/vault/a.h") + include("app/simulator/a.h") + '#include "a_test.moc"\n'),
        layers("core/vault/a.cpp", include("core/model/a.h"), "core/vault must not include core/model"),
        layers("core/base/a.cpp", "#  include  <core/model/a.h>\n", "core/base must not include core/model"),
        layers("core/model/a.h", include("ui/common/a.h"), "core/model must not include ui/common"),
        layers("ui/audit/a.h", include("ui/retention/a.h"), "ui/audit must not include ui/retention",
               ui__retention__a=""),
        layers("ui/audit/a.h", include("core/vault/a.h"), "ui/audit must not include core/vault"),
        layers("ui/shell/a.h", include("core/vault/a.h"), "ui/shell must not include core/vault"),
        layers("app/simulator/a.h", include("core/base/a.h"), "app/simulator must not include core/base"),
        layers("core/vault/a.h", include("../base/a.h"), "without '../'"),
        layers("core/vault/a.h", include("statement.h"), "from the root"),
        layers("core/shop/a.h", "", "core/shop is not in"),
        layers("core/profile/a.h", include("core/shop/a.h"), "unknown folder core/shop"),
        layers("core/a.cpp", "", "the folder core is not in"),
        layers("core/model/a.h", "", "cycle in the table", "core/model: core/vault\ncore/vault: core/model\n"),
        layers("tests/a/a.h", include("tests/b/b.h"), "cycle between folders", tests__b__b=include("tests/a/a.h")),
    ],
    "sizes": [
        only("core/base/a.cpp", lines(400)),
        only("core/base/a.cpp", lines(600, "// size: one table")),
        only("core/base/a.h", lines(200)),
        only("ui/common/a.h", lines(300, "// size: one table")),
        only("tests/a/a.h", lines(300)),
        only("dev", lines(400)),
        only("core/base/a.cpp", lines(401), "need '// size: reason'"),
        only("app/cli/a.cpp", lines(401, "// size:"), "need '// size: reason'"),
        only("tests/a/a_test.cpp", lines(601, "// size: one table"), "never right"),
        only("core/base/a.h", lines(201), "more than 200"),
        only("dev", lines(401), "below 400"),
    ],
    "words": [
        only("core/a/a.cpp", "// QEventLoop tr( QWidget\n/* processEvents */ auto s = \"QEventLoop::exec()\";\n"),
        only("core/a/a.cpp", "database.exec(\"BEGIN\"); constexpr int k = 1'000'000; char c = '\"'; // it's\n"),
        only("core/a/a.cpp", "auto s = R\"x(QEventLoop \" )x\"; attr(1); ptr->get(); SELECT; count(*);\n"),
        only("core/base/clock.cpp", "QDateTime::currentDateTimeUtc(); steady_clock::now();\n"),
        only("core/net/qt_transport.cpp", "QNetworkAccessManager m;\n"),
        only("core/net/transport_access_manager.cpp", "QNetworkAccessManager m;\n"),
        only("core/consent/loopback_listener.h", "QTcpServer s;\n"),
        only("core/vault/a.cpp", "sqlite3_exec(h, s, 0, 0, 0);\n"),
        only("tests/a/a.cpp", "QEventLoop l; future.waitForFinished(); system_clock::now();\n"),
        only("app/desktop/main.cpp", "m_simulator.waitForFinished(1000); return application.exec();\n"),
        only("core/a/b.cpp", "int brand(int); operand(1); random.rand(3); strand(2);\n"),
        only("core/a/a.cpp", "auto s = \"a\"; QEventLoop l;\n", "'QEventLoop'"),
        only("ui/a/a.cpp", "QCoreApplication::processEvents();\n", "'processEvents'"),
        only("ui/a/a.cpp", "f.waitForFinished();\n", "'waitForFinished'"),
        only("ui/a/a.cpp", "dialog->exec();\n", "dialogs use open()"),
        only("core/a/a.cpp", "loop.exec( );\n", "dialogs use open()"),
        only("tests/a/a.cpp", "reply->ignoreSslErrors();\n", "ENC-1"),
        only("core/a/a.cpp", "QNetworkAccessManager m;\n", "HttpTransport"),
        only("core/consent/code_flow.cpp", "QNetworkAccessManager m;\n", "HttpTransport"),
        only("core/consent/code_flow.cpp", "QOAuthHttpServerReplyHandler h;\n", "every interface"),
        only("ui/a/a.cpp", "QTcpServer s;\n", "one listener"),
        only("core/profile/a.cpp", "QSslSocket s;\n", "one listener"),
        only("core/a/a.cpp", "QDateTime::currentDateTimeUtc();\n", "Clock"),
        only("ui/a/a.cpp", "std::chrono::system_clock::now();\n", "Clock"),
        only("core/a/a.cpp", "std::chrono::steady_clock::now();\n", "Clock"),
        only("core/a/a.cpp", "auto s = tr(\"x\");\n", "live in ui"),
        only("core/a/a.h", "class QWidget;\n", "no Widgets"),
        only("app/cli/a.cpp", "QSqlDatabase d;\n", "core/vault"),
        only("core/a/a.cpp", "auto s = \"select * from orders\";\n", "columns are named"),
        only("core/vault/migrations/vault/0001_a.sql", "-- SELECT *\nCREATE VIEW v AS SELECT * FROM a;\n", ":2: 'SELECT *'"),
        only("core/a/a.cpp", "exec(\"PRAGMA key = 'x'\");\n", "sqlite3_key_v2"),
        only("core/a/a.cpp", "exec(\"PRAGMA rekey='x'\");\n", "sqlite3_key_v2"),
        only("core/a/a.cpp", "std::getenv(\"A\");\n", "environment"),
        only("core/a/a.cpp", "qgetenv(\"A\");\n", "environment"),
        only("core/a/a.h", "static Foo &instance();\n", "singletons"),
        only("core/a/a.cpp", "int i = rand();\n", "CSPRNG"),
        only("core/a/a.cpp", "sqlite3_exec(h);\n", "Statement"),
        only("core/a/a.cpp", "QSettings s;\n", "vault"),
        only("tests/a/a.cpp", "int a; // TO" + "DO later\n", "open an issue"),
        only("core/a/a.cpp", "/* \n\n FIX" + "ME */\n", "a.cpp:3:"),
    ],
    "secret_scan": [
        only("core/a.cpp", 'auto s = "Atzr|short"; auto h = "' + "0" * 64 + '"; // buyer@example.com\n'),
        only("tests/a.cpp", '"Atz' + "r|" + "Q1w2" * 8 + '"; // secret-scan: sample\n'),
        only("app/simulator/a.cpp", '// secret-scan: sample\n"Atz' + "r|" + "Q1w2" * 8 + '";\n'),
        only("tests/a.cpp", '"' + "0123456789abcdef" * 4 + '"\n'),
        only("README.md", "security@amazon.com, x@y.example, https://x.org/home/a, icons@2x.png, /homes /workers\n"),
        only("build/a.txt", "Atz" + "r|" + "Q1w2" * 8 + "\n"),
        only("core/a.cpp", '"Atz' + "r|" + "Q1w2" * 8 + '"; // secret-scan: sample\n', "refresh token"),
        only("README.md", "Atz" + "a|" + "Q1w2" * 8 + "\n", "access token"),
        only("a.json", "amzn1.oa2-cs.v1" + "." + "ab" * 20 + "\n", "client secret"),
        only("a.txt", "AKI" + "A" + "ABCDEFGHIJKLMNOP\n", "AWS"),
        only("a.pem", "-----BEGIN RSA PRIVATE " + "KEY-----\n", "private key"),
        only("a.pem", "-----BEGIN PRIVATE " + "KEY-----\n", "private key"),
        only("a.json", '{"refresh_' + 'token": "' + "abcde" * 5 + '"}\n', "credential in JSON"),
        only("core/a.cpp", 'auto k = "' + "0123456789abcdef" * 4 + '";\n', "hexadecimal"),
        only("README.md", "jane.doe@" + "mail-house.org\n", "e-mail"),
        only("README.md", "see /ho" + "me/jane/x\n", "machine"),
        only("a.sh", "cd /ro" + "ot/x\n", "machine"),
        only("a.sh", "cd '/wo" + "rk/x'\n", "machine"),
        only("a.sh", "debootstrap stable x http://deb." + "debian.org/debian\n", "package source"),
        only("copyright", "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"),
    ],
    "headers": [
        only("core/a/a.h", SPDX + "#pragma once\n"),
        only("core/a/a.cpp", SPDX),
        only("tests/a/a.py", "#!/usr/bin/env python3\n#" + SPDX[2:]),
        only("core/a/CMakeLists.txt", "#" + SPDX[2:]),
        only("core/a/a.cpp", "#include <a>\n", "a.cpp:1:"),
        only("core/a/a.cpp", "", "a.cpp:1:"),
        only("core/a/a.cpp", "\n" + SPDX, "a.cpp:1:"),
        only("core/a/a.cpp", SPDX.replace("-or-later", "-only"), "a.cpp:1:"),
        only("core/a/a.h", SPDX + "#ifndef A\n", "#pragma once"),
        only("dev", "#!/usr/bin/env bash\nset -e\n", "dev:2:"),
        only("tests/CMakeLists.txt", "project(x)\n", "CMakeLists.txt:1:"),
    ],
    "sql": [
        only("core/a/a.cpp", 'd.prepare("SELECT a + b FROM t"\n  " WHERE c = ?");\n'),
        only("core/a/a.cpp", "d.prepare(kInsert); s.exec(a, b + c); // d.prepare(a + b)\n"),
        only("core/a/a.cpp", 'exec(("PRAGMA cache_size = -" + std::to_string(o.size)).c_str());\n'),
        only("core/vault/migrations/vault/0001_a.sql", ""),
        only("core/a/a.cpp", 'd.prepare("SELECT a FROM t WHERE b = " + name);\n', "from pieces"),
        only("core/a/a.cpp", 'd.exec(u"DELETE FROM %1"_s.arg(t));\n', "from pieces"),
        only("core/a/a.cpp", "d.query(\n  base +\n  tail, 1);\n", "from pieces"),
        only("core/a/a.cpp", "sqlite3_prepare_v2(h, (a + b).c_str(), -1, &s, nullptr);\n", "from pieces"),
        only("core/a/a.cpp", 'd.exec(("PRAGMA cache_size = " + text).c_str());\n', "from pieces"),
        only("core/vault/migrations/vault/1_a.sql", "", "NNNN_name.sql"),
        only("core/vault/migrations/0001_a.sql", "", "NNNN_name.sql"),
        only("core/vault/migrations/vault/0002_a.sql", "", "without gaps"),
        ({f"core/vault/migrations/pii/{n}.sql": "" for n in ("0001_a", "0001_b")}, "without gaps"),
        ({f"core/vault/migrations/pii/{n}.sql": "" for n in ("0001_a", "0003_b")}, "without gaps"),
    ],
    "workflows": [
        (workflow(), None),
        (workflow(uses="./.github/actions/own"), None),
        (workflow(top="permissions: {}\n"), None),
        (workflow(uses="actions/checkout@v4"), "not pinned"),
        (workflow(uses=f"actions/checkout@{PIN[:39]} # v4.2.2"), "not pinned"),
        (workflow(uses=f"actions/checkout@{PIN}"), "name the version"),
        (workflow(top=""), "needs 'permissions:'"),
        (workflow(top="permissions: write-all\n"), "only 'contents: read'"),
        (workflow(top="permissions:\n  contents: read\n  packages: write\n"), "only 'contents: read'"),
        (workflow(on="pull_request_target"), "foreign code"),
        (workflow(run='echo "${{ github.event.issue.title }}"'), "strangers"),
    ],
}


def run(lint, files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return subprocess.run([sys.executable, str(HERE / f"{lint}.py"), folder], capture_output=True, text=True,
                              encoding="utf-8", timeout=60)


def main():
    if len(sys.argv) != 2 or sys.argv[1] not in CASES:
        print(f"usage: {sys.argv[0]} {'|'.join(CASES)}", file=sys.stderr)
        return 2
    lint, failed = sys.argv[1], 0
    for number, (files, expected) in enumerate(CASES[lint]):
        done = run(lint, files)
        right = done.returncode == 0 if expected is None else done.returncode == 1 and expected in done.stdout
        if not right:
            failed += 1
            print(f"case {number} ({', '.join(files)}): expected {expected or 'no finding'}, exit {done.returncode}")
            print(done.stdout + done.stderr)
    print(f"{lint}: {len(CASES[lint])} cases, {failed} wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
