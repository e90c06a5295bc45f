#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the keyring test against a Secret Service of its own: without a bus, then with an unlocked GNOME Keyring, which
# the test itself locks at the end. Usage: with_keyring.sh PROGRAM
set -eu
program=$1
for needed in dbus-run-session dbus-send gnome-keyring-daemon; do
    if ! command -v "$needed" >/dev/null 2>&1; then
        echo "SKIP   : TestKeyring::initTestCase() $needed is not installed"
        exit 0
    fi
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
chmod 700 "$home"
export HOME="$home" XDG_RUNTIME_DIR="$home" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" SK_TEST_KEYRING=1
unset DISPLAY WAYLAND_DISPLAY || true
DBUS_SESSION_BUS_ADDRESS="unix:path=$home/no-bus" "$program" withoutABusItIsUnavailable
unset DBUS_SESSION_BUS_ADDRESS || true
dbus-run-session -- sh -c '
    echo "passphrase of the test" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    "$0" keepsReplacesAndRemoves bytesComeBackAsTheyWent emptiedIsNotFoundWithAProbe lockedIsToldFromEmptied' "$program"
