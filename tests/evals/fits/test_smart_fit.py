"""Marked goals, exchanged parts and bounds of the second opinion."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.fits.smart_bounds import Left, bounds_of, write_bounds, wrong_by_writer
from evals.fits.smart_labels import exchanged, items_of, marked
from evals.fits.smart_marked import marked_items

SETS = Path(__file__).resolve().parents[3] / "evals" / "datasets" / "smart"


def test_marks_become_spans_and_labels(tmp_path: Path) -> None:
    path = tmp_path / "marked_ja.txt"
    path.write_text(
        "g o | [R:経理課長]が[m:締め日数]を[b:8日]から[t:5日]へ\na | [v:適宜]見る（[T:総務部]）\n", "utf-8"
    )
    goal, action = marked_items(path)
    assert goal["text"] == "経理課長が締め日数を8日から5日へ"
    assert [goal["text"][span["start"] : span["end"]] for span in goal["spans"]] == [
        "経理課長",
        "締め日数",
        "8日",
        "5日",
    ]
    assert (goal["labels"]["owner"], goal["labels"]["baseline"], goal["labels"]["outcome"]) == (
        "role",
        True,
        True,
    )
    assert (action["kind"], action["labels"]["vague"], action["labels"]["owner"]) == ("action", True, "team")
    assert action["labels"]["deliverable"] is False


@pytest.mark.parametrize("writer", ["marked", "development_4"])
def test_exchanged_parts_stand_where_their_spans_say(writer: str) -> None:
    items = [item for item in items_of(SETS)[writer] if item["lang"] == "en"][:60]
    made = list(exchanged(items, seed=1))
    assert made
    assert {item["text"] for item in made} - {item["text"] for item in items}
    assert all(i["text"][s["start"] : s["end"]] == s["text"] for i in made for s in i["spans"])
    assert made == list(exchanged(items, seed=1))


def test_spans_mark_tokens() -> None:
    item = next(item for item in items_of(SETS)["marked"] if item["labels"]["method"])
    (row,) = marked("marked", [item])
    assert row.parts.shape == (len(row.tokens), row.parts.shape[1])
    assert row.parts.any()


def _left(writer: str, gold: bool, read: bool, score: float) -> Left:
    return Left(writer, {"review": gold, "owner": "none"}, {"review": read, "owner": "none"}, _scores(score))


def _scores(review: float) -> dict[str, float]:
    zero = dict.fromkeys(
        ("vague", "baseline", "method", "due", "owner_person", "owner_role", "owner_team"), -9.0
    )
    return zero | {"review": review}


def _all(gold: bool, read: bool, score: float) -> list[Left]:
    return [
        _left(w, gold, read, score) for w in ("development_3", "development_4", "marked") for _ in range(4)
    ]


def test_a_label_gets_bounds_where_writers_left_out_gain() -> None:
    told_apart = _all(True, False, 3.0) + _all(False, False, -4.0) + _all(True, True, 2.0)
    found = bounds_of([_full(one) for one in told_apart])
    assert set(found) == {"review"}
    assert found["review"]["add"] < 3
    assert (
        sum(after for _, after in wrong_by_writer([_full(one) for one in told_apart], "review").values()) == 0
    )


def test_a_label_that_does_not_gain_is_left_to_the_rules() -> None:
    muddled = _all(True, False, 0.0) + _all(False, False, 0.0) + _all(True, True, 0.0)
    assert bounds_of([_full(one) for one in muddled]) == {}


def _full(one: Left) -> Left:
    rest = dict.fromkeys(("baseline",), False) | {"due": "none"}
    return Left(one.writer, {**rest, **one.gold}, {**rest, **one.read}, one.scores)


def test_bounds_are_written_as_they_are_read(tmp_path: Path) -> None:
    import tomllib

    write_bounds({"ja": {"method": {"drop": -2.0, "add": 1.5}}}, tmp_path)
    assert tomllib.loads((tmp_path / "bounds.toml").read_text("utf-8")) == {
        "ja": {"method": {"drop": -2.0, "add": 1.5}}
    }
