#!/bin/sh
# The window's words: find them in the code, merge them into the .ts files, compile the .qm files beside them.
# German is written in rotstift_de.ts; rotstift_en.ts holds only the plural forms. New sentences come as "unfinished":
# translate them there (any text editor, or pyside6-linguist), then run this again. Commit .ts and .qm.
#
#     packaging/translate.sh [FOLDER]      FOLDER of the .ts files, resources/translations unless told
set -eu
cd "$(dirname "$0")/.."
folder=${1:-resources/translations}
bin=.venv/bin
list=$(mktemp)
trap 'rm -f "$list"' EXIT
find desktop/rotstift -name '*.py' | LC_ALL=C sort >"$list"  # the same files in the same order, the same result

update() {  # update LANGUAGE OPTIONS...
    language=$1; shift
    "$bin/pyside6-lupdate" "@$list" -ts "$folder/rotstift_$language.ts" -source-language en \
        -target-language "$language" -locations none -no-obsolete -sort-messages -silent \
        -disable-heuristic sametext -disable-heuristic similartext "$@"
    "$bin/pyside6-lrelease" -silent "$folder/rotstift_$language.ts" -qm "$folder/rotstift_$language.qm"
}

update de
update en -pluralonly
open=$(grep -c 'type="unfinished"' "$folder"/rotstift_*.ts | grep -v ':0$' || true)
[ -z "$open" ] || printf 'rotstift: still to be translated:\n%s\n' "$open"
