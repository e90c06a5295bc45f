# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Read by ../dev and debian_root.sh: where this machine gets its packages from. No address is written down here.

# Prints a deb822 stanza for suite $2, with the address and the key of the machine's own main archive of $1.
archive_stanza() {
    local codename=$1 suite=$2 file
    for file in /etc/apt/sources.list.d/*.sources; do
        [[ -r $file ]] || continue
        awk -v codename="$codename" -v suite="$suite" '
            function flush() {
                if (tolower(field["enabled"]) != "no" && field["types"] ~ /(^| )deb( |$)/ && field["uris"] != "" &&
                    (" " field["suites"] " ") ~ (" " codename " ") && (" " field["components"] " ") ~ / main /) {
                    print "Types: deb\nURIs: " field["uris"] "\nSuites: " suite "\nComponents: main"
                    if (field["signed-by"] != "") print "Signed-By: " field["signed-by"]
                    found = 1
                    exit
                }
                split("", field)
                name = ""
            }
            /^#/ { next }
            /^[ \t]*$/ { flush(); next }
            /^[ \t]/ { field[name] = field[name] (name == "signed-by" ? "\n" $0 : " " $0); next }
            { name = tolower(substr($0, 1, index($0, ":") - 1)); value = substr($0, index($0, ":") + 1)
              sub(/^[ \t]+/, "", value); sub(/[ \t]+$/, "", value); field[name] = value }
            END { if (!found) flush() }
        ' "$file" | grep . && return
    done
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [[ -r $file ]] || continue
        awk -v codename="$codename" -v suite="$suite" '
            $1 != "deb" { next }
            {
                line = $0; options = ""
                if (match(line, /\[[^]]*\]/)) {
                    options = substr(line, RSTART + 1, RLENGTH - 2)
                    line = substr(line, 1, RSTART - 1) substr(line, RSTART + RLENGTH)
                }
                n = split(line, part, /[ \t]+/)
                if (n < 4 || part[3] != codename || (" " line " ") !~ / main /) next
                print "Types: deb\nURIs: " part[2] "\nSuites: " suite "\nComponents: main"
                count = split(options, option, /[ \t]+/)
                for (i = 1; i <= count; i++)
                    if (option[i] ~ /^signed-by=/) {
                        sub(/^signed-by=/, "", option[i]); gsub(/,/, " ", option[i])
                        print "Signed-By: " option[i]
                    }
                exit
            }
        ' "$file" | grep . && return
    done
    return 1
}
