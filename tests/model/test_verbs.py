"""Verbs one by one: what each changes, what it leaves alone, what it refuses."""

from dataclasses import replace

import pytest

from rotstift.model import verbs
from rotstift.model.annotations import Annotations
from rotstift.model.checks import EditError
from rotstift.model.edit import Edit, Put, apply_steps
from rotstift.model.items import (
    STATUS_ID,
    Entity,
    Mention,
    Negative,
    NegativeOf,
    Note,
    Origin,
    Quote,
    SourceKind,
    Standing,
    Status,
    Zone,
    ZoneKind,
)
from rotstift.model.span import Span

TEXT = "Anna Berg: „Wir gehen“, sagte sie, „und zwar heute.“ Die Nato-Übung sei „Elite“.\nZweite\n"
KIM = Origin("Kim")
MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.6)


def at(words: str, nth: int = 0) -> Span:
    """Where the words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


ANNA = Entity("anna", at("Anna Berg"), "PER", MACHINE, "Anna Berg")
NATO = Entity("nato", at("Nato"), "MISC", KIM)
FIRST = Quote(
    "first",
    (at("„Wir gehen“"),),
    "direct",
    MACHINE,
    speaker=(Mention(at("Anna Berg"), SourceKind.PERSON),),
    cue=(at("sagte"),),
)
SECOND = Quote(
    "second", (at("„und zwar heute.“"),), "indirect", KIM, addressee=(Mention(at("sie")),)
)
ELITE = Negative("elite", at("„Elite“"), "scare", MACHINE)
LEAD = Zone("lead", Span(0, len(TEXT) - 8), ZoneKind.LEAD, MACHINE)


def state(*items) -> Annotations:
    return Annotations.of(len(TEXT), items or (ANNA, NATO, FIRST, SECOND, ELITE, LEAD))


def after(edit, before=None) -> Annotations:
    """The state after the edit; it must lead back, too."""
    before = before or state()
    done, back = edit.apply(before)
    assert dict(apply_steps(back, done)[0].items) == dict(before.items)
    return done


def changed(edit, before=None):
    """Ids of the items that came, went or changed."""
    before = before or state()
    done = after(edit, before)
    keys = set(before.items) | set(done.items)
    return {key for key in keys if before.get(key) != done.get(key)}


# -- any item ------------------------------------------------------------------------------------


@pytest.mark.parametrize("item", [ANNA, FIRST, ELITE], ids=lambda item: item.id)
def test_accept_checks_a_suggestion_and_keeps_all_else(item):
    edit = verbs.accept(TEXT, item)
    checked = Origin("rules 1", Standing.CHECKED, 0.6)
    assert after(edit).get(item.id) == replace(item, origin=checked)
    assert changed(edit) == {item.id}
    assert edit.name == "accept"
    assert edit.words["text"] == " … ".join(span.of(TEXT) for span in (item.span,))


@pytest.mark.parametrize("standing", [Standing.CHECKED, Standing.MADE])
def test_accept_refuses_what_is_no_suggestion(standing):
    with pytest.raises(EditError, match="no suggestion"):
        verbs.accept(TEXT, replace(ANNA, origin=Origin("Kim", standing)))


def test_remove_takes_the_item_and_its_notes_and_moves_children_up():
    outer = replace(FIRST, id="outer", parent=None)
    middle = replace(SECOND, id="middle", parent="outer")
    inner = replace(SECOND, id="inner", parent="middle")
    note, other = Note("n", "?", KIM, "middle"), Note("m", "!", KIM)
    before = state(outer, middle, inner, note, other)
    edit = verbs.remove(TEXT, before, middle)
    done = after(edit, before)
    assert set(done.items) == {"outer", "inner", "m"}
    assert done.quote("inner").parent == "outer"
    assert edit.words["from"] == "indirect"
    top = after(verbs.remove(TEXT, done, outer), done)
    assert top.quote("inner").parent is None


def test_deny_makes_a_negative_of_an_item():
    for item, of in ((FIRST, NegativeOf.QUOTE), (ANNA, NegativeOf.ENTITY)):
        done = after(verbs.deny(TEXT, state(), item, "title", "Kim"))
        assert done.get(item.id) is None
        new = next(neg for neg in done.negatives if neg.id != "elite")
        assert (new.span, new.reason, new.of, new.origin) == (item.span, "title", of, KIM)


def test_deny_gives_a_negative_another_reason():
    edit = verbs.deny(TEXT, state(), ELITE, "term", "Kim")
    assert changed(edit) == {"elite"}
    assert after(edit).get("elite") == replace(ELITE, reason="term", origin=KIM)


def test_deny_words_says_that_they_are_nothing():
    edit = verbs.deny_words(TEXT, at("heute"), "other", NegativeOf.QUOTE, "Kim")
    (new,) = (neg for neg in after(edit).negatives if neg.id != "elite")
    assert (new.span, new.reason, new.of) == (at("heute"), "other", NegativeOf.QUOTE)


def test_a_note_is_written_changed_and_taken_away():
    one = after(verbs.write_note(TEXT, state(ANNA), "anna", "Wer?", "Kim"), state(ANNA))
    assert one.note_on("anna").text == "Wer?"
    two = after(verbs.write_note(TEXT, one, "anna", "Ach so", "Kim"), one)
    assert two.note_on("anna").id == one.note_on("anna").id
    assert len(two.notes) == 1
    both = after(verbs.write_note(TEXT, two, "", "Zum Artikel", "Kim"), two)
    assert (both.note_on("").text, both.note_on("anna").text) == ("Zum Artikel", "Ach so")
    gone = after(verbs.write_note(TEXT, both, "anna", "  ", "Kim"), both)
    assert gone.note_on("anna") is None
    with pytest.raises(EditError, match="no note to remove"):
        verbs.write_note(TEXT, gone, "anna", "", "Kim")


def test_a_note_on_nothing_is_refused():
    with pytest.raises(EditError, match="not there"):
        verbs.write_note(TEXT, state(), "nobody", "?", "Kim").apply(state())


# -- entities ------------------------------------------------------------------------------------


def test_add_entity():
    done = after(verbs.add_entity(TEXT, at("Berg"), "LOC", "Kim"))
    (new,) = set(done.entities) - set(state().entities)
    assert (new.span, new.label, new.origin, new.identity) == (at("Berg"), "LOC", KIM, None)


def test_relabel_changes_the_label_and_who_said_so():
    edit = verbs.relabel(TEXT, ANNA, "ORG", "Kim")
    assert after(edit).get("anna") == replace(ANNA, label="ORG", origin=KIM)
    assert (edit.words["from"], edit.words["to"]) == ("PER", "ORG")


def test_the_same_label_again_accepts_a_suggestion_and_is_refused_else():
    assert verbs.relabel(TEXT, ANNA, "PER", "Kim").name == "accept"
    with pytest.raises(EditError, match="It is MISC already"):
        verbs.relabel(TEXT, NATO, "MISC", "Kim")


def test_move_entity():
    edit = verbs.move_entity(TEXT, NATO, at("Nato-Übung"), "Kim")
    assert after(edit).get("nato") == replace(NATO, span=at("Nato-Übung"), origin=KIM)
    assert (edit.words["from"], edit.words["to"]) == ("Nato", "Nato-Übung")
    with pytest.raises(EditError, match="ends after the text"):
        verbs.move_entity(TEXT, NATO, Span(0, len(TEXT) + 1), "Kim").apply(state())


@pytest.mark.parametrize(("given", "kept"), [("Nato", "Nato"), (None, None), ("", None)])
def test_identify(given, kept):
    edit = verbs.identify(TEXT, ANNA, given, "Kim")
    assert after(edit).get("anna") == replace(ANNA, identity=kept, origin=KIM)


# -- quotes --------------------------------------------------------------------------------------


def test_add_quote_alone():
    done = after(verbs.add_quote(TEXT, state(), at("Die Nato"), "reported", "Kim"))
    (new,) = set(done.quotes) - set(state().quotes)
    assert new == Quote(new.id, (at("Die Nato"),), "reported", KIM)


@pytest.mark.parametrize(("kind", "fragment"), [("direct", True), ("indirect", False)])
def test_a_quote_inside_another_gets_it_as_parent_with_its_speaker(kind, fragment):
    done = after(verbs.add_quote(TEXT, state(), at("gehen"), kind, "Kim"))
    (new,) = done.children("first")
    assert (new.speaker, new.fragment) == (FIRST.speaker, fragment)


def test_the_innermost_quote_around_is_the_parent():
    inner = Quote("inner", (at("zwar heute"),), "direct", KIM, parent="second")
    before = state(SECOND, inner)
    done = after(verbs.add_quote(TEXT, before, at("heute"), "direct", "Kim"), before)
    assert len(done.children("inner")) == 1


def test_a_quote_takes_the_place_of_the_negative_that_said_no():
    note = Note("n", "?", KIM, "elite")
    before = state(ELITE, note, replace(ELITE, id="name", of=NegativeOf.ENTITY))
    done = after(verbs.add_quote(TEXT, before, at("„Elite“"), "direct", "Kim"), before)
    assert done.get("elite") is None
    assert done.notes == ()
    assert done.get("name") is not None


def test_set_type():
    done = after(verbs.set_type(TEXT, SECOND, "direct", "Kim"))
    assert done.get("second") == replace(SECOND, type="direct")
    assert verbs.set_type(TEXT, FIRST, "direct", "Kim").name == "accept"
    with pytest.raises(EditError, match="It is indirect already"):
        verbs.set_type(TEXT, SECOND, "indirect", "Kim")


def test_set_fragment():
    done = after(verbs.set_fragment(TEXT, FIRST, fragment=True, author="Kim"))
    assert done.get("first") == replace(FIRST, fragment=True, origin=KIM)


def test_move_quote_moves_one_part_and_swallows_what_it_covers():
    two = replace(FIRST, parts=(at("„Wir gehen“"), at("„und zwar heute.“")))
    before = state(two)
    moved = after(verbs.move_quote(TEXT, two, two.parts[0], at("gehen"), "Kim"), before)
    assert moved.quote("first").parts == (at("gehen"), at("„und zwar heute.“"))
    wide = two.span
    swallowed = after(verbs.move_quote(TEXT, two, two.parts[1], wide, "Kim"), before)
    assert swallowed.quote("first").parts == (wide,)
    assert swallowed.quote("first").speaker == FIRST.speaker


def test_add_part_in_order_and_joined_where_they_overlap():
    done = after(verbs.add_part(TEXT, SECOND, at("„Wir gehen“"), "Kim"))
    assert done.quote("second").parts == (at("„Wir gehen“"), at("„und zwar heute.“"))
    over = Span(at("zwar").start, at("Die").end)
    joined = after(verbs.add_part(TEXT, SECOND, over, "Kim")).quote("second")
    assert joined.parts == (Span(SECOND.parts[0].start, over.end),)
    with pytest.raises(EditError, match="part of the quote already"):
        verbs.add_part(TEXT, SECOND, at("heute"), "Kim")


def test_split_makes_one_quote_of_each_part_with_the_same_roles():
    two = replace(FIRST, parts=(at("„Wir gehen“"), at("„und zwar heute.“")))
    before = state(two)
    done = after(verbs.split(TEXT, two, "Kim"), before)
    one, other = done.quotes
    assert (one.id, one.parts, other.parts) == ("first", two.parts[:1], two.parts[1:])
    assert (
        replace(other, id="first", parts=one.parts)
        == one
        == replace(two, parts=two.parts[:1], origin=KIM)
    )
    with pytest.raises(EditError, match="only one part"):
        verbs.split(TEXT, FIRST, "Kim")


def test_join_takes_all_parts_and_the_roles_that_are_there():
    edit = verbs.join(TEXT, state(), FIRST, SECOND, "Kim")
    done = after(edit)
    assert done.get("second") is None
    joined = done.quote("first")
    assert joined.parts == (*FIRST.parts, *SECOND.parts)
    assert (joined.speaker, joined.cue, joined.addressee) == (
        FIRST.speaker,
        FIRST.cue,
        SECOND.addressee,
    )
    assert (joined.type, joined.origin) == ("direct", KIM)


def test_join_moves_children_and_overlapping_parts_become_one():
    child = Quote("child", (at("heute"),), "direct", KIM, parent="second")
    wide = replace(SECOND, parts=(Span(at("gehen").start, at("heute").end),))
    before = state(FIRST, wide, child)
    done = after(verbs.join(TEXT, before, FIRST, wide, "Kim"), before)
    assert done.quote("child").parent == "first"
    assert done.quote("first").parts == (Span(FIRST.span.start, wide.span.end),)


@pytest.mark.parametrize("first_inside", [True, False])
def test_join_of_a_quote_with_the_one_it_stands_in(first_inside):
    outer = replace(SECOND, parent=None)
    inner = replace(FIRST, parent="second")
    before = state(outer, inner)
    pair = (inner, outer) if first_inside else (outer, inner)
    done = after(verbs.join(TEXT, before, *pair, "Kim"), before)
    assert [quote.parent for quote in done.quotes] == [None]


def test_join_with_the_quote_two_floors_up_keeps_the_one_between():
    top, middle = replace(SECOND, id="top"), replace(SECOND, id="middle", parent="top")
    inner = replace(FIRST, id="inner", parent="middle")
    before = state(top, middle, inner)
    done = after(verbs.join(TEXT, before, inner, top, "Kim"), before)
    assert {quote.id: quote.parent for quote in done.quotes} == {"inner": None, "middle": "inner"}


@pytest.mark.parametrize("first_has_one", [True, False])
def test_join_loses_no_note(first_has_one):
    notes = [Note("n2", "zweite", KIM, "second")]
    notes += [Note("n1", "erste", KIM, "first")] if first_has_one else []
    before = state(FIRST, SECOND, *notes)
    done = after(verbs.join(TEXT, before, FIRST, SECOND, "Kim"), before)
    assert [note.target for note in done.notes] == ["first"]
    assert done.note_on("first").text == ("erste\nzweite" if first_has_one else "zweite")


# -- roles ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["speaker", "addressee", "via"])
def test_a_mention_fills_a_role_and_knows_its_kind(role):
    done = after(verbs.set_role(TEXT, state(), SECOND, role, (at("Anna Berg:"),), "Kim"))
    assert getattr(done.quote("second"), role) == (Mention(at("Anna Berg:"), SourceKind.PERSON),)
    done = after(verbs.set_role(TEXT, state(), SECOND, role, (at("heute"),), "Kim"))
    assert getattr(done.quote("second"), role) == (Mention(at("heute"), SourceKind.UNKNOWN),)


def test_a_cue_may_have_pieces_and_no_spans_empty_a_role():
    done = after(verbs.set_role(TEXT, state(), FIRST, "cue", (at("sagte"), at("sie")), "Kim"))
    assert done.quote("first").cue == (at("sagte"), at("sie"))
    assert done.quote("first").origin == KIM
    emptied = after(verbs.set_role(TEXT, state(), FIRST, "cue", (), "Kim"))
    assert emptied.quote("first").cue == ()


def test_a_quote_does_not_speak_itself():
    with pytest.raises(EditError, match="own speaker"):
        verbs.set_role(TEXT, state(), FIRST, "speaker", FIRST.parts, "Kim")


def test_the_same_filler_again_settles_a_suggestion_and_is_refused_else():
    edit = verbs.set_role(TEXT, state(), FIRST, "cue", FIRST.cue, "Kim")
    assert after(edit).quote("first").origin == KIM
    mine = replace(FIRST, origin=KIM)
    with pytest.raises(EditError, match="so already"):
        verbs.set_role(TEXT, state(), mine, "cue", FIRST.cue, "Kim")


# -- the article ---------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.NEW])
def test_a_status_is_set_once_and_new_is_no_item(status):
    done = after(verbs.set_status(TEXT, state(), status))
    assert done.status is status
    with pytest.raises(EditError, match="so already"):
        verbs.set_status(TEXT, done, status)
    again = after(verbs.set_status(TEXT, done, Status.NEW), done)
    assert STATUS_ID not in again.items
    assert again.digest == state().digest


def test_confirm_accepts_every_suggestion_left():
    edit = verbs.confirm(TEXT, state())
    done = after(edit)
    assert done.status is Status.CONFIRMED
    assert done.standings == {Standing.SUGGESTED: 0, Standing.CHECKED: 3, Standing.MADE: 2}
    assert edit.words["count"] == "3"
    assert changed(edit) == {"anna", "first", "elite", STATUS_ID}
    assert done.zones == state().zones


def test_confirm_is_refused_where_it_would_change_nothing():
    done = after(verbs.confirm(TEXT, state()))
    assert verbs.is_settled(done)
    with pytest.raises(EditError, match="so already"):
        verbs.confirm(TEXT, done)
    assert not verbs.is_settled(state())
    again = after(Edit("add", (Put(replace(ELITE, origin=MACHINE)),)), done)
    assert not verbs.is_settled(again)
    assert verbs.is_settled(after(verbs.confirm(TEXT, again), again))


def test_a_zone_cuts_the_ones_it_covers():
    second_line = Span(TEXT.index("Zweite"), len(TEXT))
    whole = Zone("whole", Span(0, len(TEXT)), ZoneKind.BODY, MACHINE)
    before = state(whole)
    done = after(verbs.set_zone(TEXT, before, second_line, ZoneKind.CREDIT, "Kim"), before)
    assert [(zone.span, zone.kind) for zone in done.zones] == [
        (Span(0, second_line.start), ZoneKind.BODY),
        (second_line, ZoneKind.CREDIT),
    ]
    middle = Span(at("Die").start, at("sei").end)
    three = after(verbs.set_zone(TEXT, before, middle, ZoneKind.CAPTION, "Kim"), before)
    assert [zone.kind for zone in three.zones] == [ZoneKind.BODY, ZoneKind.CAPTION, ZoneKind.BODY]
    over = after(verbs.set_zone(TEXT, done, Span(0, len(TEXT)), ZoneKind.LEAD, "Kim"), done)
    assert len(over.zones) == 1


def test_move_negative():
    done = after(verbs.move_negative(TEXT, ELITE, at("Elite"), "Kim"))
    assert done.get("elite") == replace(ELITE, span=at("Elite"), origin=KIM)


def test_the_history_shows_short_words():
    long = "Wort " * 40
    assert len(verbs.shown(long, Span(0, 150))) == verbs.WORDS_LIMIT
    assert verbs.shown("a b c", Span(0, 1), Span(4, 5)) == "a … c"
    edit = verbs.confirm(long, Annotations(len(long)))
    assert len(edit.words["text"]) <= verbs.WORDS_LIMIT
