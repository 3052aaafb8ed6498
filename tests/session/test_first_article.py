"""The guided first article: each step is open when it begins, and what is shown for it does it."""

from pathlib import Path

import pytest

from rotstift.model.items import Status
from rotstift.session import doctor
from rotstift.session.desk.desk import Desk
from rotstift.session.first_article import STEPS, Room, lesson, make_project
from rotstift.session.session import Session


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_every_step_is_open_until_it_is_done(tmp_path: Path, language: str) -> None:
    session = Session.open(make_project(tmp_path, language, "Ada"), "Ada")
    desk = Desk(session)
    desk.core.open(session.project.ids()[0])
    room = Room(desk, lesson(language))
    for step in STEPS:
        step.begin(room)
        assert not step.done(room), step.id
        step.do(room)
        assert step.done(room), step.id
    assert desk.core.state.status is Status.CONFIRMED
    assert list(doctor.check(session))[-1].problems == []
    session.close()


def test_the_languages_tell_the_same_story() -> None:
    german, english = lesson("de"), lesson("en")
    assert german.words.keys() == english.words.keys()
    assert german.text != english.text
    assert lesson("fr") == english


def test_it_is_made_anew_each_time(tmp_path: Path) -> None:
    first = make_project(tmp_path, "en", "Ada")
    again = make_project(tmp_path, "en", "Ada")
    assert again == first
    assert [one.name for one in tmp_path.glob("*.rotstift")] == [first.name]
