#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What must hold of the installed package, step by step, run by script/test-package inside a bare Debian: steps.sh STEP
# /packages holds old.deb and new.deb, the same tree with a higher version and another settings file.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
conf=/etc/amends/amends.conf
data=/var/lib/amends
password='seven grey herons by the lake'

holds() { # holds FACT COMMAND...
    if "${@:2}"; then echo "ok    $1"; else echo "FAIL  $1: ${*:2}"; exit 1; fi
}
refused() { ! "$@"; }
says() { local word=$1; shift; "$@" 2>&1 | grep -F -- "$word" > /dev/null; }
is() { [ "$1" = "$2" ] || { echo "      is $1, not $2"; return 1; }; }
mode() { stat -c '%a %U:%G' "$1"; }
version() { dpkg-query -W -f '${Version}' amends; }
apt() { apt-get --yes --quiet --no-install-recommends "$@"; }

walls() { systemd-analyze security --offline=true --threshold=20 --no-pager amends.service | tail -n 1; } # Of 100.

step_install() {
    apt update
    apt install /packages/old.deb man-db bash-completion systemd curl | tee /tmp/said
    holds 'who installs it is told that there is no desk yet' grep -q 'there is no desk yet' /tmp/said
    holds 'the program runs' says 'amends ' amends --version
    holds 'it has a user of its own' says /usr/sbin/nologin getent passwd amends
    holds 'its folder is for that user only' is "$(mode $data)" '700 amends:amends'
    holds 'the settings are for root and that user only' is "$(mode $conf)" '640 root:amends'
    holds 'they are known as a settings file' says "$conf" dpkg-query -W -f '${Conffiles}' amends
    holds 'there are manual pages' man --path amends amends-desk
    holds 'the manual can be read' says AMENDS_PUBLIC_ADDRESS man amends
    holds 'bash completes' says '-F _amends amends' bash -c '. /usr/share/bash-completion/completions/amends-desk; complete -p amends-desk amends'
    holds 'systemd finds no fault in the unit' is "$(systemd-analyze verify --man=yes amends.service 2>&1)" ''
    holds 'the service starts with the machine' test -L /etc/systemd/system/multi-user.target.wants/amends.service
    holds 'and the walls of the service are high' walls
}

step_desk() {
    holds 'nobody else may touch the desk' refused runuser -u nobody -- amends-desk doctor
    amends-desk init --name 'Help desk' --email maria@example.org --address help@example.org --password-stdin <<< "$password"
    holds 'the desk belongs to the user of the service' is "$(find $data -not -user amends)" ''
    holds 'and nobody else reads it' is "$(find $data -type f -perm /077)" ''
    holds 'it is whole' amends-desk check
    amends-desk sample --cases 20 --messages 60 --seed 7
}

serving() { # serving COMMAND...: beside the serving desk
    local http=127.0.0.1:$((20000 + RANDOM % 10000)) lmtp=127.0.0.1:$((30000 + RANDOM % 2000)) server second
    AMENDS_HTTP=$http AMENDS_LMTP=$lmtp amends-desk serve &
    server=$!
    for ((second = 0; second < 60; second++)); do
        curl --silent --fail "http://$http/healthz" > /dev/null && break
        sleep 1
    done
    "$@" "$http" "$lmtp"
    kill -TERM $server
    holds 'it ends cleanly when told' wait $server
}

live() { # live HTTP KEY
    curl --silent --include --max-time 3 "http://$1/api/live" --header "Authorization: Bearer $2" --header 'Connection: Upgrade' \
        --header 'Upgrade: websocket' --header 'Sec-WebSocket-Version: 13' --header 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' || true
}

greeting() { # greeting HOST:PORT
    local line
    exec 3<> "/dev/tcp/${1%:*}/${1#*:}" && read -r line <&3 && echo "$line"
}

asked() {
    local key
    key=$(amends-desk token --user maria@example.org --scope read)
    holds 'its pages are served' says '<html' curl --silent "http://$1/"
    holds 'it is ready' curl --silent --fail "http://$1/readyz"
    holds 'the live connection lets nobody in' says ' 401 ' live "$1" wrong
    holds 'the live connection opens for who has a key' says ' 101 ' live "$1" "$key"
    holds 'it greets a mail server' says '220 ' greeting "$2"
    holds 'it can be copied while it serves' amends-desk backup /tmp/copy
}

step_serve() {
    serving asked
    holds 'the copy is whole' runuser -u amends -- amends restore --data /tmp/restored /tmp/copy
    holds 'and says so' runuser -u amends -- amends check --data /tmp/restored
}

of_service() { systemctl show --property "$1" --value amends; }
told() { awk -v what="$1:" '$1 == what { print $2 }' "/proc/$(of_service MainPID)/status"; }
answers() { curl --silent --fail --retry 60 --retry-delay 1 --retry-all-errors http://127.0.0.1:8080/healthz; }

# Under systemd as the first process: see boot in script/test-package.
step_booted() {
    local before
    holds 'the service runs behind its walls' says ok answers
    holds 'by the user of its own' is "$(of_service User)" amends
    holds 'without a capability' is "$(told CapEff)$(told CapBnd)" "$(printf '0%.0s' {1..32})"
    holds 'without a way to get one' is "$(told NoNewPrivs)" 1
    holds 'with few system calls' is "$(told Seccomp)" 2
    before=$(of_service MainPID)
    kill -KILL "$before"
    holds 'killed, it is back' says ok answers
    holds 'as another process' refused is "$(of_service MainPID)" "$before"
    systemctl stop amends
    holds 'it stops cleanly' is "$(of_service Result)" success
    holds 'the desk is whole after that' amends-desk check
    rm /var/lib/amends/master.key
    systemctl start amends
    holds 'without a desk it does not start' is "$(of_service ActiveState)" inactive
}

same_desk() {
    holds 'the desk is whole' amends-desk check
    holds 'its people are there' says maria@example.org amends-desk user list
}

step_upgrade() {
    local before
    before=$(version)
    echo 'AMENDS_PUBLIC_ADDRESS=https://desk.example.org' >> $conf
    apt install -o Dpkg::Options::=--force-confold /packages/new.deb
    holds 'the version went up' dpkg --compare-versions "$before" lt "$(version)"
    holds 'the changed settings are kept' grep -q '^AMENDS_PUBLIC_ADDRESS=https://desk.example.org' $conf
    holds 'the new ones lie beside' grep -q 'in the new version' $conf.dpkg-dist
    holds 'and are still for nobody else' is "$(mode $conf)" '640 root:amends'
    same_desk
}

step_remove() {
    apt remove amends
    holds 'the program is gone' refused test -e /usr/bin/amends
    holds 'the settings are kept' test -e $conf
    holds 'the desk is kept' test -e $data/master.key -a -e $data/desk.db
    apt install /packages/new.deb
    holds 'settings that were changed come to life again' grep -q '^AMENDS_PUBLIC_ADDRESS' $conf
    same_desk
}

step_purge() {
    apt purge amends 2>&1 | tee /tmp/said
    holds 'the settings are gone' refused test -e /etc/amends
    holds 'nothing of the service is left' is "$(find /etc/systemd /var/lib/systemd /lib/systemd /usr/lib/systemd -name '*amends*')" ''
    holds 'the desk is kept' test -e $data/master.key -a -e $data/desk.db
    holds 'who purges is told where' grep -q "left in $data" /tmp/said
    apt install /packages/new.deb
    same_desk
    rm -r ${data:?}/*
    apt purge amends
    holds 'without a desk its folder goes too' refused test -e $data
    holds 'and its user' refused getent passwd amends
}

"step_$1"
