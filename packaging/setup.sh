#!/bin/sh
# Make .venv ready: an environment, the locked packages, this checkout, and the system libraries Qt loads.
#
#     packaging/setup.sh run|test [offscreen|xcb|wayland]
#
# "test" adds the developers' tools. A second run finds its stamp and ends at once. Needs only a POSIX shell and
# Python 3.11 to 3.14; PYTHON=/path/to/python chooses another one than the first found.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
platform=${2:-offscreen}
venv=.venv
python=$venv/bin/python

say() { printf '%s\n' "$*"; }
stop() { printf 'rotstift: %s\n' "$*" >&2; exit 1; }

# --- system packages ---------------------------------------------------------

as_root() {  # run a command as root, or return 1 when we may not
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"
    else return 1; fi
}

apt_install() {  # install packages; where we may not, print the one line and stop
    line="apt-get install --no-install-recommends $*"
    command -v apt-get >/dev/null ||
        stop "These packages (as Debian names them) are missing; please install them, then run make again: $*"
    as_root true || stop "System packages are missing. Please run this line as root, then make again:
    $(command -v sudo >/dev/null && say "sudo ")$line"
    say "Installing system packages: $*"
    log=$(mktemp)
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >"$log" 2>&1 || true  # one broken source is no reason to stop
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends "$@" >>"$log" 2>&1 || {
        tail -n 20 "$log" >&2; rm -f "$log"; stop "$line did not work; see above."; }
    rm -f "$log"
}

libraries_of() {  # Debian packages of the table's libraries that the loader's cache does not have
    command -v apt-get >/dev/null || return 0
    ldconfig=$(PATH=$PATH:/usr/sbin:/sbin command -v ldconfig) || return 0
    there=$("$ldconfig" -p)
    grep -E "^(offscreen|$1) " packaging/apt-packages.txt | while read -r _ library package; do
        case "$there" in *"$library "*) ;; *) say "$package" ;; esac
    done | sort -u
}

# --- Python ------------------------------------------------------------------

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; }
can_venv() { "$1" -c 'import venv, ensurepip' 2>/dev/null; }

find_python() {  # the first fitting Python that can make environments, else the first fitting one
    fallback=
    for name in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3}; do
        command -v "$name" >/dev/null && fits "$name" || continue
        if can_venv "$name"; then say "$name"; return; fi
        fallback=${fallback:-$name}
    done
    say "$fallback"
}

usable() { fits $python && $python -m pip --version >/dev/null 2>&1; }

make_venv() {
    if [ -e $venv ] && ! usable; then
        [ ! -d $venv ] || [ -e $venv/pyvenv.cfg ] || [ -z "$(ls -A $venv)" ] ||
            stop ".venv is there but is no Python environment. Please move it away, then run make again."
        say "The environment in .venv is of no use any more; making a new one."
        rm -rf $venv
    fi
    [ ! -e $venv ] || return 0
    say "Making the environment .venv with Python $version"
    "$base" -m venv $venv || { rm -rf $venv; stop "$base could not make the environment; see above."; }
}

choose_python() {  # sets base and version; base stays empty when .venv will do
    base=
    ! usable || return 0
    base=$(find_python)
    [ -n "$base" ] || stop "Rotstift needs Python 3.11, 3.12, 3.13 or 3.14, and ${PYTHON:-python3} is none of them (on Debian 12: apt-get install python3)."
    version=$("$base" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
}

install_system() {  # all that is known to be missing at once, so that a person has one line to run
    wanted=$(libraries_of "$platform" | tr '\n' ' ')
    [ -z "$base" ] || can_venv "$base" || wanted="python$version-venv $wanted"
    # shellcheck disable=SC2086  # one word a package
    [ -z "$wanted" ] || apt_install $wanted
}

# --- the parts ---------------------------------------------------------------

pip() { $python -m pip --disable-pip-version-check --no-input -q "$@"; }

install_packages() {
    lock=packaging/requirements.lock
    [ "$purpose" = run ] || lock=packaging/requirements-dev.lock
    say "Installing $(grep -c '^[a-z].*==' $lock) locked packages (a minute or two, some 200 MB)"
    pip install --require-hashes --only-binary :all: -r $lock ||
        stop "The packages could not be installed; see above. Without a network: connect, then run make again."
    pip install --no-index --no-deps --no-build-isolation -e . || stop "This checkout could not be installed; see above."
}

check_libraries() {  # let the loader and Qt itself say whether all is there
    for round in 1 2 3; do  # the table may not know all; and a missing library hides what it needs itself
        code=0
        lacking=$($python packaging/libraries.py "$platform") || code=$?
        [ $code != 0 ] || return 0
        [ $code = 3 ] && [ -n "$lacking" ] || stop "Qt cannot start here; see above."
        [ $round != 3 ] || break
        # shellcheck disable=SC2086  # one word a package
        apt_install $lacking
    done
    stop "These packages are installed, but Qt still does not find what is in them: $lacking"
}

# --- stamps ------------------------------------------------------------------

fingerprint() { { pwd; cat packaging/*.lock packaging/setup.sh packaging/apt-packages.txt pyproject.toml; } | cksum; }

done_before() { [ -x $python ] && [ "$(cat "$venv/stamp-$1" 2>/dev/null)" = "$now" ] && $python -c '' 2>/dev/null; }
stamp() { say "$now" >"$venv/stamp-$1"; }

now=$(fingerprint)
if ! done_before "$purpose" || ! done_before "$platform"; then
    choose_python
    install_system
fi
if ! done_before "$purpose"; then
    make_venv
    install_packages
    stamp run
    stamp "$purpose"
fi
if ! done_before "$platform"; then
    check_libraries
    stamp offscreen
    stamp "$platform"
    say "Ready."
fi
