# Sourced by bin/weefsel and bin/test: makes .venv beside the code, and installs into it what a lock names.
#
# What is installed stands in .venv as a copy of the lock. So a second start compares two files and nothing more,
# and an installation that was broken off is taken up again.

say() { printf '%s\n' "$*" >&2; }

refuse() {
    say "$*"
    exit 1
}

# The newest Python of this machine that Weefsel can run on.
find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

make_venv() {
    python=$(find_python) ||
        refuse "Weefsel needs Python 3.11 or newer: install it (Debian and Ubuntu: apt install python3 python3-venv) and try again."
    "$python" -c 'import venv, ensurepip' >/dev/null 2>&1 ||
        refuse "This Python cannot make environments: install its venv module (Debian and Ubuntu: apt install python3-venv) and try again."
    "$python" -m venv --clear "$root/.venv" >&2 ||
        refuse "The folder $root/.venv could not be made: see the lines above, give this account room and rights there, and try again."
}

# ready_environment LOCK...: the first lock is what is wanted; a copy of any of them says that it is there already.
ready_environment() {
    wanted=$1
    "$root/.venv/bin/python" -c '' >/dev/null 2>&1 || rm -f "$root"/.venv/installed-*.txt
    for lock in "$@"; do
        cmp -s "$root/requirements/$lock.txt" "$root/.venv/installed-$lock.txt" && return 0
    done
    [ ! -d "$root/.venv" ] || [ -w "$root/.venv" ] ||
        refuse "The folder $root/.venv is older than this version and may not be written: ask the account that owns it to run this once."
    "$root/.venv/bin/python" -m pip --version >/dev/null 2>&1 || make_venv
    say "Installing what Weefsel needs into .venv (only after a change, about half a minute) ..."
    "$root/.venv/bin/python" -m pip install --quiet --quiet --no-input --disable-pip-version-check --no-deps --require-hashes \
        --requirement "$root/requirements/$wanted.txt" >&2 ||
        refuse "The packages could not be installed: see the lines above, make sure that this machine reaches a package index, and try again."
    cp "$root/requirements/$wanted.txt" "$root/.venv/installed-$wanted.txt"
}
