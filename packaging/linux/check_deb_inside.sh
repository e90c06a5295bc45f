#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What check_deb.sh does inside of the clean Debian, as root there.
set -euo pipefail
trap 'printf "check_deb: FAILED at line %s\n" "$LINENO"' ERR
say() { printf 'check_deb: %s\n' "$*"; }
fail() { say "FAILED: $*" && exit 1; }
quietly() { "$@" >/tmp/log 2>&1 </dev/null || { tail -n 30 /tmp/log && fail "$*"; }; }
# By whom: a user without rights, whose home is made by hand because minbase has no adduser.
as_user() { setpriv --reuid=5001 --regid=5001 --clear-groups env HOME=/srv/seller USER=seller "$@"; }
cli() { as_user sellerkeep-cli --secret-store file --passphrase-fd 9 "$@" 9<<<"a passphrase for this test"; }
member() { sed -nE "s/.*\"$1\": ?\"?([^\",}]*)\"?.*/\1/p" | head -n 1; }

trace() { find / -xdev \( -path /proc -o -path /tmp -o -path /srv -o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache -o -path /var/log \) \
    -prune -o -print | sort; }

[[ -e /etc/hosts ]] || printf '127.0.0.1 localhost\n' >/etc/hosts # every installed system has it, minbase has not
echo 'seller:x:5001:5001::/srv/seller:/bin/bash' >>/etc/passwd
install -d -o 5001 -g 5001 -m 700 /srv/seller
cd /srv/seller

say "installing an older version, with only what it declares"
quietly apt-get -q update
quietly apt-get -q -y --no-install-recommends install /tmp/sellerkeep-older.deb
dpkg-query -W -f='  ${Package} ${Version}\n' sellerkeep 'libsqlcipher*'
dpkg --compare-versions "$(dpkg-query -W -f='${Version}' 'libsqlcipher*')" ge 4.6 || fail "SQLCipher is older than 4.6"

say "every program finds its libraries and starts"
for program in sellerkeep sellerkeep-cli sellerkeep-simulator; do
    ! ldd "/usr/bin/$program" | grep 'not found' || fail "$program misses a library"
done
as_user sellerkeep-cli --version
as_user sellerkeep-cli --help | grep -q '^Exit: 0 done' || fail "--help"
as_user env QT_QPA_PLATFORM=offscreen sellerkeep --version
code=0
as_user env QT_QPA_PLATFORM=offscreen timeout 5 sellerkeep </dev/null >/tmp/log 2>&1 || code=$?
[[ $code -eq 124 ]] || { cat /tmp/log && fail "the window did not stay open (exit $code)"; }
# The plugin of a real display: it is there when all it lacks is the display.
as_user env QT_QPA_PLATFORM=xcb sellerkeep </dev/null >/tmp/log 2>&1 || true
grep -q 'could not connect to display' /tmp/log || { cat /tmp/log && fail "no working platform plugin for X11"; }

say "the main job against the packaged sample Amazon"
as_user mkdir sample
as_user sellerkeep-simulator --orders 500 --history-days 90 --rate-scale 1000 --ca-file sample/ca.pem \
    --connection-file sample/connection.json >/tmp/simulator.json 2>/tmp/simulator.log &
for _ in $(seq 100); do
    [[ -s /tmp/simulator.json ]] && break
    sleep 0.1
done
[[ -s /tmp/simulator.json ]] || fail "the sample Amazon did not start: $(cat /tmp/simulator.log)"
cli profile create shop
cli --json connect shop --region na --label Shop --api-url "$(member api_url </tmp/simulator.json)" \
    --token-url "$(member token_url </tmp/simulator.json)" --ca-file sample/ca.pem <sample/connection.json >/tmp/connected ||
    fail "connect: $(cat /tmp/connected)"
connection=$(member connection </tmp/connected)
[[ -n $connection ]] || fail "no id in $(cat /tmp/connected)"
cli feature enable shop --connection "$connection" fulfilment-addresses
cli sync shop --quiet
cli export shop --data-set orders --format xlsx --output orders.xlsx
cli export shop --data-set orders --format csv --output orders.csv
[[ $(wc -l <orders.csv) -eq 501 ]] || fail "500 orders were expected, $(wc -l <orders.csv) lines came"

say "upgrading while it is used"
quietly apt-get -q -y --no-install-recommends install /tmp/sellerkeep.deb
[[ "$(dpkg-query -W -f='${Version}' sellerkeep)" != 0.0.1-1 ]] || fail "not upgraded"
cli sync shop --quiet
cli audit verify shop
rm orders.csv
cli export shop --data-set orders --format csv --output orders.csv
[[ $(wc -l <orders.csv) -eq 501 ]] || fail "the upgrade lost orders: $(wc -l <orders.csv) lines came"

say "purging"
dpkg -L sellerkeep | sort >/tmp/files
quietly apt-get -q -y purge sellerkeep
while read -r file; do
    if [[ -d $file ]]; then continue; fi
    [[ ! -e $file ]] || fail "$file is left"
done </tmp/files
left=$(trace | grep -i sellerkeep || true)
[[ -z $left ]] || fail "left behind: $left"
[[ ! -e /var/lib/dpkg/info/sellerkeep.list ]] || fail "dpkg still knows the package"
[[ -d /srv/seller/.local/share/Sellerkeep ]] || fail "the user's data went with the package"

say "completions"
quietly apt-get -q -y --no-install-recommends install /tmp/sellerkeep.deb bash-completion zsh fish
completed=$(bash -c 'source /usr/share/bash-completion/completions/sellerkeep-cli
    COMP_WORDS=(sellerkeep-cli audit ver); COMP_CWORD=2; _sellerkeep_cli; echo "${COMPREPLY[*]}"')
[[ $completed == verify ]] || fail "bash completes '$completed'"
completed=$(fish -c 'complete -C "sellerkeep-cli audit ver"')
[[ $completed == verify ]] || fail "fish completes '$completed'"
completed=$(fish -c 'complete -C "sellerkeep-cli export x --form"')
[[ $completed == --format* ]] || fail "fish completes '$completed'"
# zsh completes inside of its line editor only; here the function runs with stand-ins for what it calls.
completed=$(zsh -fc 'compadd() { print -l -- "$@" }; _files() { print files }
    words=(sellerkeep-cli audit v); CURRENT=3; source /usr/share/zsh/vendor-completions/_sellerkeep-cli' | grep -x verify)
[[ $completed == verify ]] || fail "zsh completes '$completed'"
say "OK"
