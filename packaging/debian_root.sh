# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Read by in_debian.sh and linux/check_deb.sh: a minimal Debian made from the machine's own package source.

# shellcheck source=packaging/apt_sources.sh
. "$(dirname "${BASH_SOURCE[0]}")/apt_sources.sh" # archive_stanza

# The address of the machine's main archive; nothing where apt has none.
debian_mirror() {
    local codename
    codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    archive_stanza "$codename" "$codename" | sed -n 's/^URIs: *\([^ ]*\).*/\1/p'
}

# debian_root SUITE FOLDER [PACKAGES]: makes FOLDER a Debian of that suite, with its backports among apt's sources, unless it is one.
debian_root() {
    local suite=$1 root=$2 include=${3:-ca-certificates} mirror
    [[ ! -e $root/.complete ]] || return 0
    ((EUID == 0)) || { printf 'debootstrap and chroot need root\n' >&2 && return 1; }
    command -v debootstrap >/dev/null || apt-get -q -y --no-install-recommends install debootstrap </dev/null
    mirror=$(debian_mirror) || mirror=""
    [[ -n $mirror ]] || { printf 'found no source of Debian in this machine'"'"'s apt to copy\n' >&2 && return 1; }
    rm -rf "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase --include="$include" "$suite" "$root" "$mirror" || return 1 # errexit may be off here
    rm -f "$root/etc/apt/sources.list"
    printf 'Types: deb\nURIs: %s\nSuites: %s %s-updates %s-backports\nComponents: main\nSigned-By: %s\n' "$mirror" "$suite" "$suite" \
        "$suite" /usr/share/keyrings/debian-archive-keyring.gpg >"$root/etc/apt/sources.list.d/debian.sources"
    # What the machine's apt needs to reach its archive (proxy, dates), nothing else of it.
    { grep -lE '^Acquire::' /etc/apt/apt.conf.d/* 2>/dev/null || true; } | { grep -v docker || true; } | xargs -r cp -t "$root/etc/apt/apt.conf.d"
    touch "$root/.complete"
}
