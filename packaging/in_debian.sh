#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# in_debian.sh SUITE COMMAND…: runs COMMAND in a clean Debian of that suite (bookworm, trixie), in a clone of this repository's
# HEAD, with the machine's own package source. Needs root and debootstrap. The chroot stays in build/chroots/SUITE for the
# next time; SK_FRESH=1 makes a new one.
#   packaging/in_debian.sh trixie ./dev test            the second platform
#   packaging/in_debian.sh trixie ./dev package         a package for it; look into build/chroots/trixie/src/sellerkeep/build/packages
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
fail() { printf 'in_debian: %s\n' "$*" >&2 && exit 1; }
[[ $# -ge 2 ]] || fail "usage: in_debian.sh SUITE COMMAND…"
suite=$1
shift
# shellcheck source=packaging/debian_root.sh
. packaging/debian_root.sh

root=$PWD/build/chroots/$suite
[[ -z ${SK_FRESH:-} ]] || rm -rf "$root"
debian_root "$suite" "$root" ca-certificates,git
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root/src"
if [[ -d $root/src/sellerkeep/.git ]]; then
    git -C "$root/src/sellerkeep" fetch -q "$PWD" HEAD && git -C "$root/src/sellerkeep" reset -q --hard FETCH_HEAD
else
    git clone -q --no-hardlinks "$PWD" "$root/src/sellerkeep"
fi
shared=$PWD/../shared
mkdir -p "$root/src/shared"
# shellcheck disable=SC2016 # expanded inside
exec unshare --mount --pid --fork bash -c '
    set -euo pipefail
    root=$1 shared=$2
    shift 2
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    [[ ! -d $shared ]] || mount --bind -o ro "$shared" "$root/src/shared"
    exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        bash -c "cd /src/sellerkeep && exec \"\$@\"" bash "$@"
' bash "$root" "$shared" "$@"
