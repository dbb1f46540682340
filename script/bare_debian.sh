# SPDX-License-Identifier: Apache-2.0
# A bare Debian in a folder of its own, for proofs on machines where nothing was installed by hand. To be sourced, with
# `title` set: bare_debian 12|13 makes the names below, then prove 'a bare Debian' bootstrap_debian makes the Debian.
# Needs root and debootstrap. The package mirror, its keys and the trusted certificates are those of this machine.
#   AMENDS_FRESH_KEEP=1      leaves the folder there
#   AMENDS_FRESH_CACHE=DIR   keeps downloaded packages and compiled objects for the next time
# shellcheck shell=bash

inside=/root/amends # Where the checkout lies in it, and where commands begin.
running=
proofs=()

bare_debian() { # bare_debian RELEASE
    release=$1
    case "$release" in
        12) suite=bookworm ;;
        13) suite=trixie ;;
        *) return 2 ;;
    esac
    [ "$(id -u)" = 0 ] || { echo "$title: needs root" >&2; exit 1; }
    command -v debootstrap > /dev/null || { echo "$title: needs debootstrap" >&2; exit 1; }
    dir=$(mktemp -d "${TMPDIR:-/tmp}/amends-fresh-$release.XXXXXX") || exit 1
    root=$dir/root
    log=$dir/log
    trap finish EXIT
    trap 'exit 130' INT TERM
}

finish() {
    [ -z "$running" ] || kill -KILL "$running" 2> /dev/null || true # Ends all that it has started: see within.
    if [ -n "${AMENDS_FRESH_KEEP:-}" ]; then echo "left in $dir"; else rm -rf --one-file-system "$dir"; fi
}

# The first source that this machine itself uses for a suite of Debian whose name ends as given.
mirror_of() {
    { grep -rhs -E '^(deb |URIs: )' /etc/apt/sources.list /etc/apt/sources.list.d/ || true; } | { grep -oE "https?://[^ ]+/$1/?( |\$)" || true; } | head -n 1 | tr -d ' '
}

bootstrap_debian() {
    local main security cache=${AMENDS_FRESH_CACHE:+$AMENDS_FRESH_CACHE/packages-$release}
    main=$(mirror_of debian)
    security=$(mirror_of debian-security)
    [ -n "$main" ] || { echo "$title: this machine names no Debian mirror in /etc/apt" >&2; return 1; }
    [ -z "$cache" ] || mkdir -p "$cache"
    debootstrap --variant=minbase ${cache:+--cache-dir="$cache"} --include=ca-certificates "$suite" "$root" "$main" || return 1
    {
        echo "deb $main $suite main"
        echo "deb $main $suite-updates main"
        [ -z "$security" ] || echo "deb $security $suite-security main"
    } > "$root/etc/apt/sources.list"
}

# How this machine reaches the world: names, proxies, what it trusts.
lend_network() {
    cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
    apt-config dump Acquire | grep -E '^Acquire::(http|https|Check-)' > "$root/etc/apt/apt.conf.d/90machine" || true
    cp -r /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/"
    chroot "$root" update-ca-certificates > /dev/null
    # The folder is thrown away: no need to wait for the disk after every file.
    echo force-unsafe-io > "$root/etc/dpkg/dpkg.cfg.d/unsafe-io"
}

lend_checkout() {
    git clone --quiet --no-hardlinks . "$root$inside"
    git -C "$root$inside" remote remove origin
    [ ! -d ../shared ] || cp -r ../shared "$root$(dirname "$inside")/shared"
}

# Own processes and mounts, which end with the command. Takes the place of the shell it is called from.
within() {
    local -a settings=(HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb CI=true
        NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt npm_config_cafile=/etc/ssl/certs/ca-certificates.crt)
    command -v npm > /dev/null && settings+=("npm_config_registry=$(npm config get registry)")
    if [ -n "${AMENDS_FRESH_CACHE:-}" ]; then
        mkdir -p "$AMENDS_FRESH_CACHE/ccache-$release" "$root/ccache"
        settings+=(CCACHE_DIR=/ccache)
    fi
    exec env -i "${settings[@]}" unshare --mount --pid --fork --kill-child sh -euc '
        root=$1 cache=$2
        shift 2
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        [ -z "$cache" ] || mount --bind "$cache" "$root/ccache"
        exec chroot "$root" sh -euc "cd $0 && exec \"\$@\"" sh "$@"
    ' "$inside" "$root" "${AMENDS_FRESH_CACHE:+$AMENDS_FRESH_CACHE/ccache-$release}" "$@"
}

prove() { # prove NAME COMMAND...
    local name=$1 at=$SECONDS
    shift
    echo "==> Debian $release: $name" | tee -a "$log"
    "$@" >> "$log" 2>&1 < /dev/null & # In the background, because a shell runs its traps only between commands.
    running=$!
    if ! wait "$running"; then
        tail -n "${AMENDS_FRESH_TAIL:-60}" "$log" >&2
        echo "Debian $release: $name failed" >&2
        exit 1
    fi
    proofs+=("$(printf '%5d s  %s' $((SECONDS - at)) "$name")")
}
