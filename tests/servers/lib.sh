# SPDX-License-Identifier: Apache-2.0
# Shared by every server script in this folder: arguments, private folders, start and stop by pid file.
#
# A server script sets `title`, defines start(), sources this file and calls `main "$@"`:
#     ./server start DIR PORT     DIR is made if it is missing; PORT is the first of the ports it uses
#     ./server stop DIR
#     ./server status DIR         exit status 0 while it runs
# Everything a server writes stays under DIR: etc/ (generated config), run/ (pid files, sockets), log/, data/.
# A pid file holds two lines, the pid and the kernel's start time of that process, so that stop never
# ends a stranger who was given the same pid later.

set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[1]}")" && pwd)
python=${PYTHON:-/usr/bin/python3}   # Debian's own: the packaged modules (dkim, dns) live there

die() { echo "$title: $*" >&2; exit 1; }

need() {   # need PROGRAM PACKAGE
    PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null || die "$1 is missing; install the package $2"
}

folders() {
    etc=$dir/etc run=$dir/run log=$dir/log data=$dir/data
}

# The 22nd field of /proc/PID/stat, counted behind the program name, which may hold spaces.
started_at() {
    local stat
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    set -- ${stat##*) }
    [ "$1" != Z ] && echo "${20}"
}

alive() {   # alive PIDFILE
    local pid began
    [ -f "$1" ] || return 1
    { read -r pid; read -r began; } <"$1"
    [ "$(started_at "$pid")" = "$began" ]
}

spawn() {   # spawn NAME COMMAND...: runs it in its own process group, output to log/NAME.log
    local name=$1 pid
    shift
    setsid "$@" </dev/null >"$log/$name.log" 2>&1 &
    pid=$!
    printf '%s\n%s\n' "$pid" "$(started_at "$pid" || echo gone)" >"$run/$name.pid"
}

adopt() {   # adopt NAME FILE: takes over the pid that a daemon wrote by itself
    local pid
    pid=$(tr -dc 0-9 <"$2")
    printf '%s\n%s\n' "$pid" "$(started_at "$pid")" >"$run/$1.pid"
}

wait_port() {   # wait_port PORT [SECONDS]
    local tries=$((${2:-10} * 20))
    until (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; do
        [ $((tries -= 1)) -gt 0 ] || die "nothing answers on port $1; see $log"
        sleep 0.05
    done
}

wait_line() {   # wait_line FILE PATTERN [SECONDS]
    local tries=$((${3:-10} * 20))
    until grep -q "$2" "$1" 2>/dev/null; do
        [ $((tries -= 1)) -gt 0 ] || die "no line like '$2' in $1"
        sleep 0.05
    done
}

fill() {   # fill TEMPLATE FILE: replaces @name@ by the shell variable of that name
    local text name
    text=$(<"$1")
    while [[ $text =~ @([a-z_]+)@ ]]; do
        name=${BASH_REMATCH[1]}
        text=${text//@$name@/"${!name}"}
    done
    printf '%s\n' "$text" >"$2"
}

halt() {   # halt PIDFILE: TERM, at most 5 s of patience, then KILL for the whole group
    local pid tries=100
    if alive "$1"; then
        read -r pid <"$1"
        kill -TERM "$pid" 2>/dev/null || true
        while alive "$1" && [ $((tries -= 1)) -gt 0 ]; do sleep 0.05; done
        if alive "$1"; then kill -KILL -- "-$pid" 2>/dev/null || kill -KILL "$pid"; fi
    fi
    rm -f "$1"
}

stop() {   # newest first
    local file
    for file in $(ls -t "$run"/*.pid 2>/dev/null); do halt "$file"; done
}

running() {
    local file
    for file in "$run"/*.pid; do
        if alive "$file"; then return 0; fi
    done
    return 1
}

main() {
    local action=${1:-}
    [ $# -ge 2 ] || die "usage: $0 start DIR PORT | stop DIR | status DIR"
    mkdir -p "$2"
    dir=$(cd "$2" && pwd)
    folders
    case $action in
    start)
        port=${3:?the first port}
        [ ${#dir} -le 60 ] || die "DIR is too long for Unix sockets under it (60 bytes at most)"
        mkdir -p "$etc" "$run" "$log" "$data"
        if running; then die "already running in $dir"; fi
        rm -f "$run"/*.pid
        trap stop EXIT   # a start that fails half way leaves nothing running
        start
        trap - EXIT
        echo "$title is up: $dir, ports from $port"
        ;;
    stop) stop ;;
    status) running ;;
    *) die "unknown action '$action'" ;;
    esac
}
