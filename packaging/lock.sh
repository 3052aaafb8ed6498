#!/bin/sh
# Write both lock files anew from pyproject.toml: every platform, Python 3.11 to 3.14, with hashes.
#
#     packaging/lock.sh [--upgrade]
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv || command -v .venv/bin/uv) || {
    echo "rotstift: make lock needs uv: .venv/bin/pip install uv" >&2; exit 1; }

compile() {  # --no-config and the empty variables keep a machine's own indexes out
    env -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS -u UV_DEFAULT_INDEX -u UV_INDEX_URL \
        "$uv" pip compile -q --no-config --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command "make lock" pyproject.toml packaging/requirements-build.in "$@"
}

compile -o packaging/requirements.lock "$@"
compile --extra dev -c packaging/requirements.lock -o packaging/requirements-dev.lock "$@"
