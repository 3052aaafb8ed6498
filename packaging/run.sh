#!/bin/sh
# Open the window on PROJECT, or on the sample; without a display do the sample's round headless, into build/.
#
#     packaging/run.sh [PROJECT]
set -eu
cd "$(dirname "$0")/.."
project=${1:-}
platform=$(sh packaging/display.sh)
python=.venv/bin/python

sh packaging/setup.sh run "$platform"
if [ "$platform" != offscreen ]; then
    exec $python -m rotstift "${project:---sample}"
fi
if [ -n "$project" ]; then
    echo "rotstift: there is no display to open $project on; .venv/bin/rotstift --help lists what works without one." >&2
    exit 1
fi
mkdir -p build
QT_QPA_PLATFORM=offscreen exec $python -m rotstift --headless-tour build/
