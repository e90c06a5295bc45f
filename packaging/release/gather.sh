#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# gather.sh TAG FOLDER: SHA256SUMS of the packages in FOLDER, and notes.md from the section of CHANGELOG.md.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
version=${1#v}
folder=$2
find "$folder" -name '*.sha256' -delete # cpack's own, one each
sums=$(cd "$folder" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs -d '\n' sha256sum)
printf '%s\n' "$sums" >"$folder/SHA256SUMS"
awk -v want="## $version" '
    /^## / { inside = (index($0, want) == 1 && (length($0) == length(want) || substr($0, length(want) + 1, 1) !~ /[0-9.]/)); next }
    inside { print }
' "$root/CHANGELOG.md" >notes.md
grep -q '[^[:space:]]' notes.md || { printf 'gather: CHANGELOG.md says nothing about %s\n' "$version" >&2 && exit 1; }
{
    printf '\n## Packages\n\n'
    printf 'No file carries a signature of ours yet. Compare SHA256SUMS, and the provenance:\n'
    # shellcheck disable=SC2016 # a command to read, not to run
    printf '`gh attestation verify FILE --repo OWNER/REPOSITORY`.\n'
} >>notes.md
