"""Report: what was asked must add up with what came out."""

import json

from rotstift.model.report import Case, Outcome, Report
from rotstift.model.span import Span


def _report() -> Report:
    report = Report()
    report.ask("entity", 3)
    report.written("entity")
    report.add(Case("a", "entity", Outcome.ADAPTED, "trimmed", Span(0, 2), "ab"))
    report.add(Case("a", "entity", Outcome.IMPOSSIBLE, "inside"))
    report.notes.append("a note")
    return report


def test_counts_add_up() -> None:
    report = _report()
    assert report.gaps == []
    assert not report.lossless
    assert report.count(Outcome.IMPOSSIBLE, "entity") == 1
    assert report.reasons() == {
        ("entity", Outcome.ADAPTED, "trimmed"): 1,
        ("entity", Outcome.IMPOSSIBLE, "inside"): 1,
    }


def test_a_gap_is_named_in_both_directions() -> None:
    report = _report()
    report.ask("quote")
    report.written("zone")
    assert report.gaps == ["quote", "zone"]


def test_lossless_when_all_was_written() -> None:
    report = Report()
    report.ask("entity", 2)
    report.written("entity", 2)
    assert report.lossless


def test_json_and_back() -> None:
    report = _report()
    assert Report.from_json(json.loads(json.dumps(report.to_json()))) == report
