#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The main job on sample data, without an Amazon account: connect, sync, seal, expire, prove. Called by `./dev demo`
# with the folder of the built programs. Everything happens in a throwaway folder.
set -Eeuo pipefail

bin=$(cd "$1" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/sellerkeep-demo.XXXXXX")
data=$work/data
passphrase=$(head -c 24 /dev/urandom | base64)
simulator_pid=""
started=$SECONDS

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() {
    printf 'dev demo: FAILED: %s (files are in %s)\n' "$*" "$work" >&2
    trap - EXIT
    [[ -z $simulator_pid ]] || kill "$simulator_pid" 2>/dev/null || true
    exit 1
}
clean_up() {
    [[ -z $simulator_pid ]] || kill "$simulator_pid" 2>/dev/null || true
    rm -rf "$work"
}
trap clean_up EXIT
trap 'fail "line $LINENO"' ERR

# Secrets go in by a descriptor, never by an argument.
cli() { "$bin/sellerkeep-cli" --data-dir "$data" --secret-store file --passphrase-fd 9 "$@" 9<<<"$passphrase"; }
later() { faketime -f +31d "$bin/sellerkeep-cli" --data-dir "$data" --secret-store file --passphrase-fd 9 "$@" 9<<<"$passphrase"; }
member() { python3 -c 'import json,sys; v=json.load(sys.stdin)
for k in sys.argv[1].split("."): v=v[int(k)] if k.isdigit() else v[k]
print(v)' "$1"; }
planted_found() { (cd "$work" && grep -rFl -f planted.txt data export.csv 2>/dev/null || true) | wc -l; }

say "1. A sample Amazon on loopback: 5,000 orders, Amazon's own rate limits a thousand times faster"
"$bin/sellerkeep-simulator" --orders 5000 --history-days 90 --rate-scale 1000 --ca-file "$work/ca.pem" \
    --connection-file "$work/connection.json" --planted-file "$work/planted.txt" >"$work/simulator.json" 2>"$work/simulator.log" &
simulator_pid=$!
for _ in $(seq 100); do
    [[ -s $work/simulator.json ]] && break
    sleep 0.1
done
[[ -s $work/simulator.json ]] || fail "the sample Amazon did not start"
api=$(member api_url <"$work/simulator.json")
token=$(member token_url <"$work/simulator.json")
printf 'listening on %s; it can hand out %s different PII values\n' "$api" "$(wc -l <"$work/planted.txt")"

say "2. A profile with its own keys, connected by self-authorisation"
cli profile create demo
connection=$(cli --json connect demo --region na --label "Demo shop" --api-url "$api" --token-url "$token" \
    --ca-file "$work/ca.pem" <"$work/connection.json" | member connection)
printf 'connection %s\n' "$connection"

say "3. Sync: orders without any PII"
cli sync demo --quiet
cp "$data"/profiles/*/vault.db "$work/older-vault.db"
cli export demo --data-set orders --format csv --output "$work/export.csv" >/dev/null
exported=$(($(wc -l <"$work/export.csv") - 1))
printf 'exported %s orders\n' "$exported"
[[ $exported -eq 5000 ]] || fail "5,000 orders were expected"

say "4. Opt-in: recipients of orders that still have to be shipped, sealed under keys that die in 30 days"
cli feature enable demo --connection "$connection" fulfilment-addresses
cli sync demo --quiet
before=$(cli --json status demo | member pii.sealed_rows)
expiry=$(cli --json status demo | member pii.next_expiry)
printf '%s sealed values, unreadable from %s on\n' "$before" "$expiry"
[[ $before -gt 0 ]] || fail "no address was sealed"
printf 'files that hold one of the PII values in clear: %s\n' "$(planted_found)"
[[ $(planted_found) -eq 0 ]] || fail "a PII value lies in clear on the disk"

say "5. 31 days pass; the profile is opened without a network"
kill "$simulator_pid" && wait "$simulator_pid" 2>/dev/null || true
simulator_pid=""
after=$(later --json status demo | member pii.sealed_rows)
printf 'sealed values before: %s, after: %s\n' "$before" "$after"
[[ $after -eq 0 ]] || fail "PII outlived its 30 days"
later audit list demo --operation pii.expired

say "6. The audit log verifies; an older file put back does not pass"
later audit verify demo
profile=$(dirname "$data"/profiles/*/vault.db)
cp -r "$data" "$work/tampered"
cp "$work/older-vault.db" "$work/tampered/profiles/$(basename "$profile")/vault.db"
code=0
verdict=$("$bin/sellerkeep-cli" --data-dir "$work/tampered" --secret-store file --passphrase-fd 9 --json status demo 9<<<"$passphrase") || code=$?
printf 'tampered copy: exit %s, %s\n' "$code" "$(member error.kind <<<"$verdict")"
[[ $code -eq 8 ]] || fail "the tampered copy was not noticed"

say "Summary"
printf '5,000 orders synced and exported, %s PII values sealed and dead after 30 days, 0 in clear, audit intact, tampering noticed.\n' "$before"
printf 'dev demo: OK (%s s)\n' "$((SECONDS - started))"

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} && -x $bin/sellerkeep ]]; then
    say "The window on this profile (close it to end the demo)"
    "$bin/sellerkeep" --data-dir "$data" --secret-store file --passphrase-fd 9 demo 9<<<"$passphrase"
fi
