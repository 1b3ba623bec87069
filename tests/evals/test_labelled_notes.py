"""Labelled notes: well formed, turned into small accounts, and matched to the sentences the program reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.datasets.load import load_dataset
from evals.interface import Settings
from evals.labelled_notes import Note, kinds_of, labelled_notes, saying_of, sources_of
from evals.note_remarks import kinds_labelled, kinds_quoted, sentences_in, squeezed
from evals.sayings import write_account

NOTES = list(labelled_notes(load_dataset("labelled_notes", Settings()).location))


def test_ids_are_unique_and_lines_are_labelled() -> None:
    ids = [note["id"] for _, note in NOTES]
    assert len(ids) == len(set(ids)) >= 500
    assert all(
        isinstance(line["k"], list) and line["t"].strip() for _, note in NOTES for line in note["lines"]
    )


def test_what_a_label_names_is_printed_in_the_note() -> None:
    missing = [
        (note["id"], line["tool"])
        for _, note in NOTES
        for line in note["lines"]
        if line.get("tool")
        and "tool" in line["k"]
        and squeezed(line["tool"]) not in squeezed("".join(other["t"] for other in note["lines"]))
    ]
    assert missing == []


def test_every_line_stands_in_one_source() -> None:
    for _, note in NOTES:
        places = [place for held in sources_of(note).values() for place in held]
        assert sorted(places) == list(range(len(note["lines"])))


def _note(*lines: dict[str, object]) -> Note:
    return {
        "id": "T-1", "lang": "ja", "kind": "memo", "as_of": "2026-05-20", "product": "ナギ", "customer": "こぶし",
        "ours": ["椎名"], "theirs": ["赤羽"], "lines": list(lines),
    }  # fmt: skip


def test_a_decider_line_may_show_that_somebody_does_not_decide() -> None:
    note = _note(
        {"t": "赤羽さんには決める力がない", "k": ["decider"], "who": "赤羽", "not": True},
        {"t": "社長の一存", "k": ["decider"], "who": "社長"},
    )
    assert [kinds_of(line) for line in note["lines"]] == [["no_decider"], ["decider"]]
    assert saying_of(note)["expect"]["economic_buyer"] == "社長"


def test_sentences_carry_the_kinds_of_their_line(tmp_path: Path) -> None:
    note = _note({"t": "・入力を半分にしたい。いまは12分。", "k": ["goal"]}, {"t": "・雨だった", "k": []})
    lines = {squeezed(line["t"]): kinds_of(line) for line in note["lines"]}
    pack = write_account(saying_of(note), tmp_path / "account")
    found = {remark.text: list(kinds_labelled(remark.text, lines)) for remark, _ in sentences_in(pack.folder)}
    assert found["入力を半分にしたい。"] == ["goal"]
    assert found["雨だった"] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("半分にしたい。", ["goal"]), ("雨だった。", []), ("半分にしたい。そう言った。", ["goal"])],
)
def test_evidence_marks_the_sentences_it_quotes(text: str, kinds: list[str]) -> None:
    assert (
        list(kinds_quoted(text, "a.txt", [("goal", "a.txt", "半分にしたい。"), ("tool", "b.txt", text)]))
        == kinds
    )
