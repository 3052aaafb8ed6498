"""Where things stand on the page: paragraphs, spans, labels, cards, links. No widget, no painter."""

import random
from dataclasses import replace
from itertools import pairwise

import article_scene as made
import pytest
from article_scene import TEXT, Scene, span_of
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.items import Entity, Item, Mention, Quote
from rotstift.model.span import Span
from rotstift.ui.article.links import _margin, _start, _stops, link_path
from rotstift.ui.article.marks import role_place
from rotstift.ui.article.page import Page
from rotstift.ui.article.pens import Paints
from rotstift.ui.article.styles import DEFAULT_POINTS, measures
from rotstift.ui.fonts import load_fonts
from rotstift.ui.theme import LIGHT


def page_of(scene: Scene, width: int = 900) -> Page:
    sizes = measures(load_fonts(), DEFAULT_POINTS, 96)
    page = Page(Paints(LIGHT, scene.scheme, sizes, 1.0), "de")
    page.set_width(width)
    page.show(scene.article, scene.state)
    page.lay_out(range(len(page.column.paragraphs)))
    return page


def page_with(text: str, *items: Item) -> Page:
    scene = Scene(Article("x", text, "x"), Annotations.of(len(text), items), made.scheme())
    return page_of(scene)


@pytest.fixture
def page(qapp: QApplication) -> Page:
    return page_of(made.scene())


def test_every_line_with_words_is_a_paragraph_and_empty_lines_take_no_room(page: Page) -> None:
    texts = [paragraph.text for paragraph in page.column.paragraphs]
    assert texts == [line for line in made.LINES if line]
    gaps = [paragraph.gap for paragraph in page.column.paragraphs]
    assert max(gaps) < page.column.paragraphs[0].setting.line_height
    for paragraph in page.column.paragraphs:
        assert TEXT[paragraph.start : paragraph.end] == paragraph.text


def test_every_character_is_found_where_it_is_drawn(page: Page) -> None:
    for position, char in enumerate(TEXT):
        if char.isspace():
            continue
        rect = page.boxes(Span(position, position + 1))[0]
        assert page.position_at(rect.center()) == position, (position, char)


def test_no_text_no_position(page: Page) -> None:
    assert page.position_at(QPointF(2, 2)) is None
    headline = page.boxes(span_of("weiter"))[0]
    assert (
        page.position_at(
            QPointF(page.frame.text_left + page.frame.text_width, headline.center().y())
        )
        is None
    )
    assert page.nearest(QPointF(2, 2)) == 0


def test_emoji_and_combining_marks_keep_the_offsets(qapp: QApplication) -> None:
    text = "Ein 😀 Gruß 👩\u200d👩\u200d👧 an Rene\u0301 Muster"
    page = page_with(text)
    word = span_of("Muster", text)
    rect = page.boxes(word)[0]
    assert page.position_at(QPointF(rect.left() + 1, rect.center().y())) == word.start


def test_right_to_left_words_take_their_place_from_the_glyphs(qapp: QApplication) -> None:
    text = "Er sagte سلام عليكم يا عالم und ging"
    page = page_with(text)
    words = [span_of(word, text) for word in ("سلام", "عليكم", "يا", "عالم")]
    boxes = [page.boxes(word) for word in words]
    assert all(len(box) == 1 for box in boxes)
    lefts = [box[0].left() for box in boxes]
    assert lefts == sorted(lefts, reverse=True)
    for left, right in pairwise(boxes):
        assert not left[0].adjusted(1, 0, -1, 0).intersects(right[0])
    for word, box in zip(words, boxes, strict=True):
        position = page.position_at(box[0].center())
        assert position is not None
        assert word.holds(position)


def test_a_part_of_a_word_is_marked_exactly(page: Page) -> None:
    number = page.column.holding(span_of("Hafen-Gesellschaft").start)
    marks = page.marks(number)
    edges = page.boxes(span_of("Hafen", nth=2))[0].translated(-page.frame.text_left, 0)
    tint = next(rect for rect, _ in marks.tints if abs(rect.left() - edges.left()) < 4)
    assert tint.right() == pytest.approx(edges.right(), abs=0.01)


def test_the_three_standings_differ_without_colour(page: Page) -> None:
    paints = page.paints
    looks = {standing: paints.entity("PER", standing) for standing in (made.S, made.C, made.M)}
    assert looks[made.S].tint is None
    assert looks[made.S].underline.dashPattern()
    assert looks[made.C].tint is not None
    assert not looks[made.C].underline.dashPattern()
    ink = looks[made.C].ink
    assert paints.chip("PER", ink).width() < paints.chip("PER", ink, dot=True).width()
    assert paints.band("direct", made.S, 0).edge is not None
    assert paints.band("direct", made.C, 0).edge is None


def test_labels_never_cover_one_another(qapp: QApplication) -> None:
    text = "Xi Li Wu Bo Mi Jo Al Ed Ty Cy"
    items = [Entity(str(n), Span(n * 3, n * 3 + 2), "MISC", made.origin(made.S)) for n in range(10)]
    marks = page_with(text, *items).marks(0)
    assert len(marks.labels) == 10
    rects = sorted(
        (QRectF(place, pixmap.deviceIndependentSize()) for place, pixmap in marks.labels),
        key=QRectF.left,
    )
    assert all(left.right() <= right.left() for left, right in pairwise(rects))


def test_labels_stay_above_their_line_and_below_the_line_before(page: Page) -> None:
    for number, paragraph in enumerate(page.column.paragraphs):
        for place, pixmap in page.marks(number).labels:
            line = int(place.y() // paragraph.setting.line_height)
            baseline = paragraph.baseline(line)
            assert place.y() >= line * paragraph.setting.line_height
            assert place.y() + pixmap.height() <= baseline


def test_a_quote_in_a_quote_is_smaller_and_darker(page: Page) -> None:
    number = page.column.holding(span_of("dass sie").start)
    bands = page.marks(number).bands
    outer, inner = bands[0], bands[-1]
    assert inner[0].height() < outer[0].height()
    plain = page.paints.band("direct", made.M, 0).fill.color()
    assert inner[1].fill.color().lightness() < plain.lightness()


def test_a_fragment_has_a_thin_band(page: Page) -> None:
    number = page.column.holding(span_of("„sehr bald“").start)
    rect = page.marks(number).bands[0][0]
    assert rect.height() < page.column.paragraphs[number].setting.up


def test_the_innermost_item_is_hit_and_an_entity_before_a_quote(page: Page) -> None:
    def hit(words: str) -> str | None:
        return page.item_at(page.boxes(span_of(words))[0].center())

    assert hit("Kran") == "q-inner"
    assert hit("bestellt") == "q-kran"
    assert hit("Anna") == "e-anna"
    assert hit("Glücksfall") == "n-glueck"
    assert hit("Rathaus") is None


def test_an_update_gives_what_a_fresh_start_gives(qapp: QApplication) -> None:
    scene, chance = made.many_paragraphs(6), random.Random(7)
    page = page_of(scene)
    state = scene.state
    for turn in range(60):
        item = chance.choice(list(state.items.values()))
        start = chance.randrange(len(scene.article.text) - 30)
        span = Span(start, start + chance.randrange(1, 30))
        if isinstance(item, Quote):
            changed: Item = replace(item, parts=(span,), speaker=(Mention(span),))
        else:
            changed = Entity(item.id, span, "LOC", made.origin(made.M))
        put, drop = ([], [item.id]) if turn % 7 == 3 else ([changed], [])
        state = state.changed(put, drop)
        page.update(state, [])
        fresh = page_of(replace(scene, state=state))
        assert page.cards == fresh.cards
        for number in range(len(page.column.paragraphs)):
            mine, theirs = page.marks(number), fresh.marks(number)
            assert sorted(mine.hits, key=str) == sorted(theirs.hits, key=str)
            assert [rect for rect, _ in mine.tints] == [rect for rect, _ in theirs.tints]
            assert [place for place, _ in mine.labels] == [place for place, _ in theirs.labels]


def test_an_update_touches_only_its_paragraphs(page: Page) -> None:
    before = {number: page.marks(number) for number in range(len(page.column.paragraphs))}
    anna = page.state.items["e-anna"]
    assert isinstance(anna, Entity)
    touched = page.update(page.state.changed([replace(anna, label="ORG")], []), [anna.span])
    assert touched == {page.column.holding(anna.span.start)}
    kept = [number for number, marks in before.items() if page.marks(number) is marks]
    assert set(kept) == set(before) - touched


def test_a_new_zone_sets_the_page_anew(page: Page) -> None:
    zone = made.zone("z9", "Mehr zum Thema", made.ZoneKind.SUBHEAD)
    assert page.update(page.state.changed([zone], ["z3"]), []) is None
    assert page.column.paragraphs[-1].setting.kind is made.ZoneKind.SUBHEAD


def test_cards_stand_level_never_upon_another_and_on_the_page(page: Page) -> None:
    cards = page.cards
    assert {card.quote_id for card in cards} == {"q-kais", "q-kran", "q-inner", "q-bald"}
    assert all(upper.rect.bottom() < lower.rect.top() for upper, lower in pairwise(cards))
    assert all(card.rect.top() >= card.wanted for card in cards)
    assert cards[0].rect.top() == cards[0].wanted
    assert page.height > cards[-1].rect.bottom()


def test_the_page_grows_for_crowded_cards(qapp: QApplication) -> None:
    text = "Nur eine Zeile mit vielen Zitaten darin"
    quotes = [
        Quote(str(n), (Span(n * 2, n * 2 + 1),), "direct", made.origin(made.S)) for n in range(15)
    ]
    page = page_with(text, *quotes)
    assert page.height > page.cards[-1].rect.bottom() > page.text_top + page.column.height


def test_what_the_cards_say(page: Page) -> None:
    def words(item_id: str) -> tuple[str, str, str]:
        quote = page.state.quote(item_id)
        assert quote is not None
        card = page.card_words(quote)
        return card.speaker, card.cue, card.foot

    assert words("q-kais") == ("Beispiel", " · erklärte", "direkt · 2 parts · 0,91")
    speaker, cue, foot = words("q-kran")
    assert speaker == "Hafen"  # the name inside the noun phrase
    assert cue == " · teilte … mit,"
    assert foot == "indirekt · checked"
    assert words("q-inner") == ("Speaker?", "", "direkt · by hand")
    quote = page.state.quote("q-inner")
    assert quote is not None
    assert page.card_words(quote).missing


def test_a_card_follows_the_entity_in_its_speaker(page: Page) -> None:
    quote = page.state.quote("q-kran")
    assert quote is not None
    page.card_words(quote)
    page.update(page.state.changed([], ["e-hafen"]), [])
    assert page.card_words(quote).speaker == "Hafen-Gesellschaft"


def test_a_narrow_view_has_brackets_and_full_text(qapp: QApplication) -> None:
    page = page_of(made.scene(), 520)
    assert page.frame.card_width == 0
    assert all(
        card.rect.right() < page.frame.sheet_left + page.frame.sheet_width for card in page.cards
    )
    assert page.frame.text_width > 380


def test_lines_hold_about_seventy_characters_at_most(qapp: QApplication) -> None:
    page = page_of(made.many_paragraphs(4), 1600)
    lengths = [
        after - before
        for paragraph in page.column.paragraphs
        for before, after in pairwise(paragraph.line_starts)
    ]
    assert 66 <= max(lengths) <= 84


def far_quote(page: Page, speaker: Span) -> Quote:
    quote = page.state.quote("q-kais")
    assert quote is not None
    return replace(quote, speaker=(Mention(speaker),))


@pytest.mark.parametrize(
    "speaker", ["Anna Beispiel", "Musterstadt", "Bernd Muster", "Thema", "Beispiel im"]
)
def test_the_link_crosses_no_word(page: Page, speaker: str) -> None:
    target = span_of(speaker)
    quote = far_quote(page, target)
    start = _start(page, quote)
    end = next(_stops(page, target, 0.0))
    assert start is not None
    path = link_path(start, end, _margin(page, start, end))
    points = [path.pointAtPercent(step / 400) for step in range(401)]
    # The bodies of all words on the page, from their x-height to their baseline.
    for number, paragraph in enumerate(page.column.paragraphs):
        whole = Span(paragraph.start, paragraph.end)
        for _, _, piece in page.pieces(whole):
            body = page.box(number, piece, paragraph.setting.up * 0.6, 2)
            if page.column.touching(whole)[0] == number:
                assert not any(body.contains(point) for point in points)


@pytest.mark.parametrize("width", [20.0, 45.0, 90.0])
def test_a_role_label_covers_no_label_and_stays_near(page: Page, width: float) -> None:
    for words in ("Beispiel im", "Hafen-Gesellschaft", "Bernd", "Musterstadt"):
        span = span_of(words)
        number, _, piece = next(page.pieces(span))
        marks = page.marks(number)
        x = role_place(marks, piece, width, page.column.width)
        taken = marks.taken.get(piece.line, [])
        assert all(x + width <= left or right <= x for left, right in taken)
        assert piece.left - width - 5 <= x <= piece.right + 4


def test_an_empty_text_has_no_paragraph(qapp: QApplication) -> None:
    page = page_with(" \n\n ")
    assert page.column.paragraphs == []
    assert page.position_at(QPointF(50, 50)) is None
    assert page.item_at(QPointF(50, 50)) is None
    assert page.boxes(Span(0, 1)) == []
    assert page.height > 0
