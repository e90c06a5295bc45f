#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_pages.py CLI FOLDER: writes the shell completions and the manual page of sellerkeep-cli, made from its own --help.

So that no command and no option can be missing in them. Two runs give the same bytes."""
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
GLOBAL = "--data-dir --secret-store --passphrase-fd --json --help --version"
OPTION = r"--[a-z][a-z-]*"


def describe(usage):
    """(commands, options): {command: {"sub": [...], "options": [...]}}, {option: "file" | "folder" | "value" | "flag" | [words]}."""
    head, body, _ = usage.split("\n\n", 2)
    commands, options = {}, {}
    # A command starts two columns in; what stands further in belongs to the line above.
    entries = []
    for line in body.splitlines():
        if re.match(r"  [a-z]", line):
            entries += re.split(r" \| (?=[a-z-]+ [a-zA-Z])", line.strip())
        else:
            entries[-1] += "\n" + line.strip()
    for entry in entries:
        words = entry.split()
        command = commands.setdefault(words[0], {"sub": [], "options": []})
        second = words[1] if len(words) > 1 else ""
        if re.fullmatch(r"[a-z-]+(\|[a-z-]+)*", second):
            command["sub"] += [word for word in second.split("|") if word not in command["sub"]]
        command["options"] += [option for option in dict.fromkeys(re.findall(OPTION, entry)) if option not in command["options"]]
    for option, value in re.findall(rf"({OPTION})(?:[ \n](?!-)([^\s\]]+))?", head + "\n" + body + "\n--help\n--version\n"):
        known = value_of(value)
        if options.get(option, "flag") == "flag":
            options[option] = known
        elif isinstance(known, list) and isinstance(options[option], list):
            options[option] += [word for word in known if word not in options[option]]
    for flag in ("--json", "--quiet", "--help", "--version", "--draft"):
        if flag in options:
            options[flag] = "flag"
    return commands, options


def value_of(word):
    if word in ("FILE", "FILE]"):
        return "file"
    if word == "DIR":
        return "folder"
    if "|" in word:
        return [part for part in word.split("|") if re.fullmatch(r"[a-z][a-z-]*|[A-Z]{2}", part)]
    if re.match(r"[A-Z…]|https?:", word):
        return "value"
    return "flag" if not re.fullmatch(r"[a-z]+", word) or word in ("reads", "with", "takes") else [word]


def quote(words):
    return " ".join(words)


def bash(commands, options):
    lines = ["# SPDX-License-Identifier: GPL-3.0-or-later", "# bash completion of sellerkeep-cli(1); made by make_pages.py", "_sellerkeep_cli() {",
             "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=\"\" at words=\"\"",
             "    COMPREPLY=()", "    case $before in"]
    for option, kind in sorted(options.items()):
        if kind == "file":
            lines.append(f"        {option}) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- \"$word\"); return ;;")
        elif kind == "folder":
            lines.append(f"        {option}) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- \"$word\"); return ;;")
        elif kind == "value":
            lines.append(f"        {option}) return ;;")
        elif isinstance(kind, list):
            lines.append(f"        {option}) mapfile -t COMPREPLY < <(compgen -W \"{quote(kind)}\" -- \"$word\"); return ;;")
    lines += ["    esac", "    for ((at = 1; at < COMP_CWORD; at++)); do", "        case ${COMP_WORDS[at]} in",
              "            --data-dir | --secret-store | --passphrase-fd) ((at++)) ;;", "            --*) ;;",
              "            *) command=${COMP_WORDS[at]}; break ;;", "        esac", "    done", "    case $command in",
              f"        \"\") words=\"{GLOBAL} {quote(sorted(commands))}\" ;;"]
    for name, command in sorted(commands.items()):
        lines.append(f"        {name})")
        if command["sub"]:
            lines.append(f"            ((at + 1 == COMP_CWORD)) && words=\"{quote(command['sub'])}\"")
        lines.append(f"            ((at + 1 == COMP_CWORD)) || words=\"{quote(command['options'])}\"" if command["sub"]
                     else f"            words=\"{quote(command['options'])}\"")
        lines.append("            ;;")
    lines += ["    esac", "    if [[ -z $words && $word != -* ]]; then", "        compopt -o filenames 2>/dev/null",
              "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")", "        return", "    fi",
              "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")", "}", "complete -F _sellerkeep_cli sellerkeep-cli"]
    return "\n".join(lines) + "\n"


def zsh(commands, options):
    lines = ["#compdef sellerkeep-cli", "# SPDX-License-Identifier: GPL-3.0-or-later", "# made by make_pages.py",
             "_sellerkeep_cli() {", "    local command=\"\" at", "    case ${words[CURRENT-1]} in"]
    for option, kind in sorted(options.items()):
        if kind in ("file", "folder"):
            lines.append(f"        {option}) _files{' -/' if kind == 'folder' else ''}; return ;;")
        elif kind == "value":
            lines.append(f"        {option}) _message value; return ;;")
        elif isinstance(kind, list):
            lines.append(f"        {option}) compadd -- {quote(kind)}; return ;;")
    lines += ["    esac", "    for ((at = 2; at < CURRENT; at++)); do", "        case ${words[at]} in",
              "            --data-dir|--secret-store|--passphrase-fd) ((at++)) ;;", "            --*) ;;",
              "            *) command=${words[at]}; break ;;", "        esac", "    done", "    case $command in",
              f"        '') compadd -- {GLOBAL} {quote(sorted(commands))} ;;"]
    for name, command in sorted(commands.items()):
        lines.append(f"        {name})")
        given = f"compadd -- {quote(command['options'])}" if command["options"] else "_files"
        if command["sub"]:
            lines.append(f"            if ((at + 1 == CURRENT)); then compadd -- {quote(command['sub'])}; else {given}; fi ;;")
        else:
            lines.append(f"            {given} ;;")
    lines += ["    esac", "}", "_sellerkeep_cli \"$@\""]
    return "\n".join(lines) + "\n"


def fish(commands, options):
    start = "complete -c sellerkeep-cli"
    lines = ["# SPDX-License-Identifier: GPL-3.0-or-later", "# fish completion of sellerkeep-cli(1); made by make_pages.py",
             f"set -l commands {quote(sorted(commands))}", f"{start} -f",
             f"{start} -n \"not __fish_seen_subcommand_from $commands\" -a \"$commands\""]
    for name, command in sorted(commands.items()):
        if command["sub"]:
            lines.append(f"{start} -n \"__fish_seen_subcommand_from {name}; and not __fish_seen_subcommand_from {quote(command['sub'])}\" "
                         f"-a \"{quote(command['sub'])}\"")
    for option, kind in sorted(options.items()):
        users = [name for name, command in sorted(commands.items()) if option in command["options"]]
        when = "" if option in GLOBAL.split() else f" -n \"__fish_seen_subcommand_from {quote(users)}\""
        more = {"file": " -r -F", "folder": " -x -a \"(__fish_complete_directories)\"", "value": " -x", "flag": ""}.get(kind) \
            if isinstance(kind, str) else f" -x -a \"{quote(kind)}\""
        lines.append(f"{start}{when} -l {option[2:]}{more}")
    return "\n".join(lines) + "\n"


def manual(usage):
    def plain(text):
        return "\n".join(re.sub(r"^([.'])", r"\\&\1", line.replace("\\", "\\e").replace("-", "\\-")) for line in text.splitlines())
    head, body, exits = usage.rstrip("\n").split("\n\n", 2)
    page = (HERE / "sellerkeep-cli.1.in").read_text(encoding="utf-8")
    for name, text in (("@SYNOPSIS@", head), ("@COMMANDS@", body), ("@EXIT@", exits.removeprefix("Exit: "))):
        page = page.replace(name, plain(text))
    return page


def main(cli, folder):
    usage = subprocess.run([cli, "--help"], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    commands, options = describe(usage)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("sellerkeep-cli.bash", bash(commands, options)), ("_sellerkeep-cli", zsh(commands, options)),
                       ("sellerkeep-cli.fish", fish(commands, options)), ("sellerkeep-cli.1", manual(usage))):
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
