"""Promises in speech: the words without label and opener, and who took them on."""

from __future__ import annotations

import pytest

from agent.drafting.notes.commitments.in_own_words import in_own_words
from agent.drafting.notes.matter import has_matter

OURS = "野々村 遥"


def _listed(found) -> dict[str, str | None]:
    return {c.text: c.owner for c in in_own_words(found.reading.commitments, found.reading.remarks)}


def _call(*turns: str) -> str:
    lines = [f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{turn}\n" for n, turn in enumerate(turns, 1)]
    return "WEBVTT\n\n" + "\n".join(lines)


def test_label_and_opener_are_cut_and_the_speaker_owns_it(notes) -> None:
    call = _call("<v Nadia Costa>Sure, of course, I'll send the depot list by 28 August.")
    found = notes("en", {"m.md": "# Call\n", "2026-08-03_call.vtt": call})
    assert _listed(found) == {"I'll send the depot list by 28 August.": "Nadia Costa"}


@pytest.mark.parametrize(
    ("words", "text", "owner"),
    [
        ("はい、承知しました。見積は9月4日までにお送りします。", "見積は9月4日までにお送りします。", True),
        (
            "集計表は弊社の梶田が9月4日までにお送りします。",
            "集計表は弊社の梶田が9月4日までにお送りします。",
            False,
        ),
    ],
)
def test_who_names_another_does_not_own_it(notes, words: str, text: str, owner: bool) -> None:
    found = notes("ja", {"2026-08-20_call.vtt": _call(f"<v {OURS}>{words}")})
    assert _listed(found) == {text: OURS if owner else None}


def test_a_bare_promise_has_what_was_asked_before_it(notes) -> None:
    call = _call(
        "<v Olivia Marsh>Where do I find the depot rota?",
        "<v Nadia Costa>I will send it on 28 August.",
    )
    found = notes("en", {"m.md": "# Call\n", "2026-08-03_call.vtt": call})
    (entry,) = in_own_words(found.reading.commitments, found.reading.remarks)
    assert "depot rota" in entry.text
    assert all(citation.quote in found.texts[citation.source_id] for citation in entry.citations)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("私が書きます。", False),
        ("来週の水曜までにお返事します。", False),
        ("棚卸しの表は私が書きます。", True),
        ("鍵は明日お渡しします。", True),
        ("I'll ask her on Tuesday.", False),
        ("I'll bring the rota on Tuesday.", True),
        ("I can go to Nantes on the tenth.", True),
        ("I don't know.", False),
    ],
)
def test_what_names_something(words: str, expected: bool) -> None:
    assert has_matter(words) is expected
