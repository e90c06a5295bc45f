#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# compare_builds.sh: builds the package again from a clone in another folder, at another time of day, and compares the bytes
# with those in build/packages.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ -n "$(cd "$root" && git status --porcelain)" ]] && printf 'compare_builds: uncommitted changes are not in the second build\n' >&2
git clone -q "$root" "$work/a-folder-of-another-name"
cd "$work/a-folder-of-another-name"
faketime=()
command -v faketime >/dev/null && faketime=(faketime -f +3d)
TZ=Asia/Tokyo LC_ALL=C.UTF-8 "${faketime[@]}" ./dev package
status=0
for first in "$root"/build/packages/*.deb; do
    second=build/packages/${first##*/}
    if cmp "$first" "$second"; then
        printf 'identical: %s\n' "${first##*/}"
    else
        status=1
    fi
done
exit $status
