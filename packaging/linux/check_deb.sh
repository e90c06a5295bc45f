#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check_deb.sh FILE.deb [SUITE]: the package in a clean, minimal Debian with nothing but what it declares: installs as an older
# version, works against its own sample Amazon, is upgraded, still has its data, and is purged without a trace. Then its shell
# completions are tried. Needs root, debootstrap and the network of apt; exits 77 without them. Called by ./dev package --check.
# check_deb.sh --here FILE.deb: this system is the clean one, such as a container that is thrown away.
set -euo pipefail
here=""
[[ $1 != --here ]] || { here=1 && shift; }
package=$(readlink -f "$1")
suite=${2:-$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
say() { printf 'check_deb: %s\n' "$*"; }
# The same files under an older number, for the upgrade.
packages_into() {
    dpkg-deb -R "$package" "$2/older"
    sed -i 's/^Version: .*/Version: 0.0.1-1/' "$2/older/DEBIAN/control"
    dpkg-deb --root-owner-group -b "$2/older" "$1/tmp/sellerkeep-older.deb" >/dev/null
    cp "$package" "$1/tmp/sellerkeep.deb"
}
if [[ -n $here ]]; then
    work=$(mktemp -d)
    packages_into "" "$work"
    rm -rf "$work"
    sed "s/^Suites: .*/Suites: $suite-backports/" /etc/apt/sources.list.d/debian.sources | sed '/^$/,$d' >/etc/apt/sources.list.d/backports.sources
    exec env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive packaging/linux/check_deb_inside.sh
fi
if ((EUID != 0)) || ! command -v debootstrap >/dev/null || ! unshare --mount true 2>/dev/null; then
    say "SKIPPED: needs root, debootstrap and a mount namespace of its own"
    exit 77
fi
# shellcheck source=packaging/debian_root.sh
. packaging/debian_root.sh

base=$PWD/build/chroots/$suite-minimal
work=$(mktemp -d build/chroots/check.XXXXXX 2>/dev/null || { mkdir -p build/chroots && mktemp -d build/chroots/check.XXXXXX; })
work=$PWD/$work
trap 'rm -rf "$work"' EXIT
say "a clean $suite"
debian_root "$suite" "$base" ca-certificates >"$work/debootstrap.log" 2>&1 || {
    tail -n 20 "$work/debootstrap.log" >&2
    exit 1
}
cp -a "$base" "$work/root"
cp /etc/resolv.conf "$work/root/etc/resolv.conf"

packages_into "$work/root" "$work"
cp packaging/linux/check_deb_inside.sh "$work/root/tmp/inside.sh"

# Processes that are left behind end with the namespace.
# shellcheck disable=SC2016 # expanded inside
unshare --mount --pid --fork --kill-child bash -c '
    set -euo pipefail
    mount -t proc proc "$1/proc"
    exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        bash /tmp/inside.sh' bash "$work/root"
