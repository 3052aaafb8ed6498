#!/bin/sh
# Every check, one after the other, also when one fails; the last line names those that did.
# More words go to pytest: packaging/check.sh -k quotes
set -u
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
bin=.venv/bin
failed=

check() {  # check NAME COMMAND...
    name=$1; shift
    printf '\n== %s\n' "$name"
    "$@" </dev/null || failed="$failed, $name"
}

check "ruff check" $bin/ruff check .
check "ruff format" $bin/ruff format --check .
check "mypy" $bin/mypy
check "import contracts" $bin/lint-imports
check "pytest" $bin/python -m pytest "$@"

printf '\n'
if [ -n "$failed" ]; then printf 'Failed: %s\n' "${failed#, }"; exit 1; fi
printf 'All checks passed.\n'
