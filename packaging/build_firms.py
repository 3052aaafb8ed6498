"""Build resources/lexicon/names/firms.txt: names of listed companies, hints for the entity model.

    pip install pytickersymbols==1.17.10
    python packaging/build_firms.py

Source: pytickersymbols (MIT): the members of twenty stock indices, among them DAX, MDAX, SDAX, CAC 40,
FTSE 100, S&P 500. Legal forms and remarks are cut off. One name a line.
"""

import re
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "resources/lexicon/names/firms.txt"
_REMARK = re.compile(r"\s*\(.*?\)")
_FORM = re.compile(
    r"(,? (AG|SE|SA|S\.A\.|NV|N\.V\.|plc|PLC|Plc|Inc\.?|Corp\.?|Corporation|Company|Co\.?|Ltd\.?|Limited|"
    r"Group|Holdings?|AB|ASA|Oyj|SpA|S\.p\.A\.|KGaA|GmbH|& Co\.?|LLC|L\.P\.|Aktiengesellschaft))+$"
)
SHORTEST = 3
NOT_NAMES = {"Target", "Gap", "Visa", "Post", "Best", "Sto", "Rational", "Douglas", "Here", "Match"}
"""German words, or names of other things more often."""


def main() -> None:
    """Write the list."""
    from pytickersymbols import PyTickerSymbols

    names = set()
    for stock in PyTickerSymbols().get_all_stocks():
        name = _FORM.sub("", _REMARK.sub("", stock["name"])).strip(" ,")
        if len(name) >= SHORTEST and name[0].isalnum() and name not in NOT_NAMES:
            names.add(name)
    lines = ["# Companies; built by packaging/build_firms.py, see README.md", *sorted(names)]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(names)} names in {FILE.name}")


if __name__ == "__main__":
    main()
