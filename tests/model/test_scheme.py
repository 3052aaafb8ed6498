"""Scheme: the shipped one holds what it promises; a broken one says what to mend."""

import pytest

from rotstift.model.scheme import Label, SchemeError, parse_scheme
from rotstift.paths import resource

SCHEMES = sorted(resource("schemes").glob("*.toml"))
ENOUGH = """
name = "x"
[[label]]
id = "PER"
key = "P"
words = { en = "Person" }
[[quote_type]]
id = "direct"
key = "D"
words = { en = "direct" }
[[role]]
id = "speaker"
words = { en = "Speaker" }
[[reason]]
id = "scare"
words = { en = "Scare" }
"""


@pytest.fixture(params=SCHEMES, ids=lambda path: path.stem)
def shipped(request):
    return parse_scheme(request.param.read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def sheets() -> dict[str, str]:
    """The colour of the article's sheet in each theme, as the window paints it."""
    from rotstift.ui.theme import DARK, LIGHT

    return {"light": LIGHT.sheet, "dark": DARK.sheet}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ink_is_readable_on_its_tint_and_on_the_sheet(shipped, theme):
    sheet = sheets()[theme]
    for label in (*shipped.labels, *shipped.quote_types):
        pair = getattr(label, theme)
        assert contrast(pair.ink, pair.tint) >= 4.5, (label.id, "tint")
        assert contrast(pair.ink, sheet) >= 4.5, (label.id, "sheet")


def test_the_shipped_scheme_is_whole(shipped):
    rows = (*shipped.labels, *shipped.quote_types, *shipped.roles, *shipped.reasons)
    keys = [row.key for row in (*shipped.labels, *shipped.quote_types, *shipped.roles) if row.key]
    assert len(keys) == len(set(keys))
    assert all(len(key) == 1 and key.isalnum() and key.isascii() for key in keys)
    for group in (shipped.labels, shipped.quote_types, shipped.roles, shipped.reasons):
        named = [row.id for row in group]
        assert len(named) == len(set(named))
    assert all({"en", "de"} <= set(row.words) for row in rows)


def test_the_scheme_of_the_plan_is_there():
    scheme = parse_scheme(resource("schemes", "news-de.toml").read_text(encoding="utf-8"))
    assert [label.id for label in scheme.labels] == ["PER", "ORG", "LOC", "MISC"]
    assert [label.key for label in scheme.labels] == list("POLM")
    visible = [kind.id for kind in scheme.quote_types if not kind.hidden]
    assert visible == ["direct", "indirect", "reported"]
    assert [role.id for role in scheme.roles] == ["speaker", "cue", "addressee", "via"]
    assert [reason.id for reason in scheme.reasons] == ["scare", "title", "name", "term", "other"]
    assert scheme.label("PER").name("de") == "Person"
    assert scheme.label("QQ") is None
    assert scheme.quote_type("direct").key == "D"
    assert scheme.quote_type("PER") is None


def test_a_name_falls_back_on_english():
    assert Label("x", {"en": "House"}).name("fi") == "House"


def test_a_scheme_keeps_its_source():
    assert parse_scheme(ENOUGH).source == ENOUGH


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('name = "x"', "name =", "TOML"),
        ('name = "x"', "", "name"),
        ("[[label]]", "[[lable]]", "label"),
        ("[[quote_type]]", "[[quote]]", "quote_type"),
        ("[[role]]", "[[x]]", "role"),
        ("[[reason]]", "[[y]]", "reason"),
        ('id = "PER"', "", "id"),
        ('id = "PER"', "id = 5", "id"),
        ('words = { en = "Person" }', "", "words"),
        ('words = { en = "Person" }', 'words = "Person"', "words"),
        ('words = { en = "Person" }', 'words = { de = "Person" }', "en"),
        ('key = "D"', 'key = "P"', "P"),
        ('key = "P"', "key = 7", "key"),
        ('key = "P"', 'light = "#fff"', "light"),
        ('key = "P"', 'light = { ink = "#112233" }', "tint"),
        ('key = "P"', 'light = { ink = "red", tint = "#ffffff" }', "red"),
        ('key = "P"', 'light = { ink = "#12345g", tint = "#ffffff" }', "#12345g"),
        ('[[role]]\nid = "speaker"', '[[role]]\nid = "part"', "part"),
        ("[[reason]]", '[[label]]\nid = "PER"\nwords = { en = "Again" }\n[[reason]]', "PER"),
        ("[[label]]", "[label]", "label"),
    ],
)
def test_a_broken_scheme_says_what_to_mend(old, new, says):
    assert old in ENOUGH
    with pytest.raises(SchemeError) as told:
        parse_scheme(ENOUGH.replace(old, new, 1))
    sentence = str(told.value)
    assert says in sentence
    assert sentence.startswith("The scheme")
    assert sentence.endswith(".")
