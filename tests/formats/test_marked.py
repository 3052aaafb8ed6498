"""Marked text: what each tag becomes, and one sentence for each way to get it wrong."""

from pathlib import Path

import pytest

from rotstift.formats.base import Annotated
from rotstift.formats.marked import MarkupError, annotated, passages
from rotstift.formats.reading import read_paths
from rotstift.formats.refusals import Code, Refused
from rotstift.model.items import ArticleStatus, Entity, Negative, Quote, SourceKind, Status, Zone
from rotstift.session.sample import shipped_scheme

PASSAGE = """=== bruecke-1 agency
headline> Streit um die Brücke
-
dateline> 12.03. | 17 Uhr
body> {s1:p,s2:p|Die Ministerin} {c1|teilte} {a1:p|dem Rat} {c1|mit}, {I1|sie sei {D2f|„nicht zu retten“}}.
body> {I3|Der Bau}, {c3|so} {s3:d|das Gutachten} im {v3:o|{ORG=Elbmarsch-Kurier|Kurier}}, {I3|ruhe}. Das {n:scare|„Loch“} bleibt.
"""


def one(source: str) -> Annotated:
    (passage,) = passages(source)
    return annotated(passage)


def quotes(found: Annotated) -> dict[str, Quote]:
    return {item.id: item for item in found.items if isinstance(item, Quote)}


def test_the_text_has_no_tag_left_and_every_span_covers_what_its_tag_did() -> None:
    found = one(PASSAGE)
    text = found.article.text
    assert text.splitlines()[1] == ""
    assert not set("{}") & set(text)
    first, inner, third = quotes(found).values()
    assert first.parts[0].of(text) == "sie sei „nicht zu retten“"
    assert [cue.of(text) for cue in first.cue] == ["teilte", "mit"]
    assert [mention.span.of(text) for mention in first.addressee] == ["dem Rat"]
    assert (inner.parent, inner.fragment, inner.type) == (first.id, True, "direct")
    assert inner.speaker == first.speaker
    assert [part.of(text) for part in third.parts] == ["Der Bau", "ruhe"]
    assert third.speaker[0].kind is SourceKind.DOCUMENT
    assert third.via[0].span.of(text) == "Kurier"


def test_zones_entities_negatives_and_the_status_come_along() -> None:
    found = one(PASSAGE)
    text = found.article.text
    kinds = [item.kind.value for item in found.items if isinstance(item, Zone)]
    assert kinds == ["headline", "dateline", "body"]
    (entity,) = (item for item in found.items if isinstance(item, Entity))
    assert (entity.span.of(text), entity.label, entity.identity) == (
        "Kurier",
        "ORG",
        "Elbmarsch-Kurier",
    )
    (negative,) = (item for item in found.items if isinstance(item, Negative))
    assert (negative.span.of(text), negative.reason) == ("„Loch“", "scare")
    assert ArticleStatus(Status.CONFIRMED) in found.items
    assert found.article.title == "Streit um die Brücke"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{D1|„Ja“", "never closed: D1"),
        ("„Ja“}", "belongs to no tag"),
        ("{Q1|„Ja“}", "the tag “Q1” is not known"),
        ("{n:joke|„Ja“}", "the tag “n:joke” is not known"),
        ("{c1|sagte}", "there is no quote 1"),
        ("{D1|„Ja“} und {I1|nein}", "one quote with several types: D1, I1"),
        ("{D1| „Ja“}", "a space at its edge"),
    ],
)
def test_wrong_markup_says_what_is_wrong_and_in_which_line(body: str, words: str) -> None:
    with pytest.raises(MarkupError, match=words) as caught:
        one(f"=== a-1\nbody> Gut.\nbody> {body}\n")
    assert caught.value.line == 3


def test_a_line_without_a_zone_is_wrong() -> None:
    with pytest.raises(MarkupError, match="begins with its zone"):
        one("=== a-1\nNur Text.\n")


def test_a_wrong_passage_is_refused_alone(tmp_path: Path) -> None:
    file = tmp_path / "two.marked"
    file.write_text(f"=== a-1\nbody> {{x|da}}\n{PASSAGE}", encoding="utf-8")
    refused, found = read_paths([file], shipped_scheme())
    assert isinstance(refused, Refused)
    assert (refused.code, refused.line) == (Code.BAD_MARKUP, 2)
    assert "“x” is not known" in refused.reason
    assert isinstance(found, Annotated)
    assert found.article.id == "bruecke-1"
    assert found.article.source == "two.marked"


def test_text_before_the_first_head_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "none.marked"
    file.write_text("Nur Text.\n", encoding="utf-8")
    (refused,) = read_paths([file], shipped_scheme())
    assert isinstance(refused, Refused)
    assert refused.code is Code.BAD_MARKUP
