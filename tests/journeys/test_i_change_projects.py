"""One project after the other in the same window: nothing of the first acts on the second."""

import sqlite3
from pathlib import Path

from articles import BRIDGE, HARBOUR, MARKET, careless, make_project
from person import Person, Start

from rotstift.model.items import Status


def test_the_keys_and_clicks_of_one_project_stay_in_it(start: Start, tmp_path: Path) -> None:
    first = make_project(tmp_path / "Erstes.rotstift", [MARKET, BRIDGE])
    second = make_project(tmp_path / "Zweites.rotstift", [HARBOUR, MARKET, BRIDGE], careless())
    person = start(first)
    said = []
    person.program.window.status.message.setText("")
    for path in (second, first, second):
        assert person.program.open(path)
        person.program.work.suggestions.failed.connect(said.append)
        person.qtbot.wait(50)
    person.click("Herbst")
    person.push("Remove", person.window.selection)
    assert person.entity("Herbst") is None
    assert not said, "no word about a program that was only sent home"
    assert person.message != "The suggestion program has stopped; nothing of yours is lost."


def test_a_damaged_article_further_down_does_not_come_between(start: Start, tmp_path: Path) -> None:
    path = make_project(tmp_path / "Schaden.rotstift", [MARKET, BRIDGE, HARBOUR])
    with sqlite3.connect(path) as raw:
        raw.execute("update article set suggested_by = '' where position > 1")
        raw.execute("update article set state_digest = '00' where position = 2")
    raw.close()
    person = start(path)
    core = person.program.desk.core
    assert person.view.page.article.id == core.article_id
    last = core.order[2]
    person.window.articles.article_chosen.emit(last)
    assert core.article_id == last
    assert person.view.page.article.id == last, "the page shows what the keys act on"
    person.press("Ctrl+Return")
    assert core.session.row(last).status is Status.CONFIRMED


def test_a_damaged_last_place_is_passed_by_with_a_word(start: Start, tmp_path: Path) -> None:
    path = make_project(tmp_path / "Platz.rotstift", [MARKET, BRIDGE])
    person = start(path)
    person.press("Ctrl+PgDown")
    damaged = person.program.desk.core.article_id
    person.window.close()
    with sqlite3.connect(path) as raw:
        raw.execute("update article set state_digest = '00' where id = ?", [damaged])
    raw.close()
    person = start(path)
    assert person.program.desk.core.article_id not in ("", damaged)
    assert "damaged" in person.message


def test_another_pipeline_is_asked_although_an_answer_is_on_its_way(person: Person) -> None:
    work = person.program.work
    asked = []
    work.worker.request = lambda message, done, *_, **__: asked.append((message, done))
    here = person.program.desk.core.article_id
    work.suggestions.ask_again(here)
    work.suggestions.choose("mine")
    work.suggestions.ask_again(here)
    assert [message["pipeline"] for message, _ in asked] == ["rotstift-de"]
    before = person.state
    asked[0][1]({"author": "rotstift-de 1", "items": [], "left_out": {}})
    assert person.state == before, "an answer of the pipeline that was sent away"
    assert [message["pipeline"] for message, _ in asked] == ["rotstift-de", "mine"]
