#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check_tag.sh TAG: the tag, the project's version, the AppStream release and the changelog name the same version.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=${1#v}
fail() { printf 'check_tag: %s\n' "$*" >&2 && exit 1; }
[[ $1 =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "'$1' is not a tag like v1.2.3"
grep -q "^project(Sellerkeep VERSION $version " CMakeLists.txt || fail "CMakeLists.txt has another version than $version"
grep -q "<release version=\"$version\"" packaging/linux/org.sellerkeep.Sellerkeep.metainfo.xml || fail "the AppStream metadata has no release $version"
grep -q "^## $version\b" CHANGELOG.md || fail "CHANGELOG.md has no section '## $version'"
